using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>The part of a clause that belongs to one quantity.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Past the last character.</param>
/// <param name="Quantity">The quantity that counts; those that only describe stand in the words.</param>
readonly record struct NumberPhrase(int Start, int End, Quantity Quantity)
{
    static readonly string[] Separators = ["以及", "或者", "、", "和", "及", "与", "或", "并", "但", "/"];

    /// <summary>Divides a clause among its quantities.</summary>
    internal static ImmutableArray<NumberPhrase> Of(string text, Clause clause, ImmutableArray<Quantity> quantities)
    {
        var phrases = ImmutableArray.CreateBuilder<NumberPhrase>();
        var start = clause.Start;
        for (var i = 0; i < quantities.Length; i++)
        {
            var quantity = quantities[i];
            var next = i + 1 < quantities.Length ? quantities[i + 1] : null;
            if (Describes(text, clause, quantity, next))
            {
                continue;
            }

            if (next is not null && IsTold(text, quantity, next))
            {
                phrases.Add(new NumberPhrase(start, clause.End, quantity));
                break;
            }

            var end = next is null ? clause.End : Divide(text, quantity.End, next.WordsStart);
            phrases.Add(new NumberPhrase(start, end, quantity));
            start = next is null ? end : AfterSeparator(text, end);
        }

        return phrases.ToImmutable();
    }

    /// <summary>True for a quantity that only describes: 50 万元以上的村, 10 亿元以上项目 2 个, a duration without words of comparison.</summary>
    static bool Describes(string text, Clause clause, Quantity quantity, Quantity? next)
    {
        if (quantity.Unit?.Kind == "duration" && !IsMeasuredDuration(text, clause, quantity))
        {
            return true;
        }

        if (next is not null)
        {
            return !HasSeparator(text, quantity.End, next.WordsStart) && !IsTold(text, quantity, next);
        }

        if (quantity.End >= clause.End || text[quantity.End] != '的')
        {
            return false;
        }

        var tail = text.AsSpan()[quantity.End..clause.End];
        if (quantity.Unit?.Kind == "count" && quantity.Comparator is null && Vocabulary.Has(text.AsSpan()[clause.Start..quantity.WordsStart], "count"))
        {
            return false; // 更换 37 处的机泵: the number is the promise
        }

        return !(quantity.Unit?.Unit == "%" && (Vocabulary.Has(tail, "reach") || Vocabulary.Has(tail, "count") || tail.StartsWith("的目标")));
    }

    /// <summary>20% 的村 …, 1064 个 25 户以上村庄: the next quantity only tells which are meant.</summary>
    static bool IsTold(string text, Quantity quantity, Quantity next) => !HasSeparator(text, quantity.End, next.WordsStart)
        && ((quantity.Unit?.Unit == "%" && text[quantity.End] == '的')
            || (quantity.Unit?.Kind == "count" && next.WordsStart == quantity.End && next.End > next.UnitEnd && next.End < text.Length));

    static bool IsMeasuredDuration(string text, Clause clause, Quantity quantity)
    {
        var head = text.AsSpan()[clause.Start..quantity.WordsStart];
        return quantity.Comparator is not null && head.Length > 1 && !head.EndsWith("起") && !head.EndsWith("后");
    }

    static bool HasSeparator(string text, int start, int end) =>
        end > start && Separators.Any(mark => text.AsSpan()[start..end].Contains(mark, StringComparison.Ordinal));

    /// <summary>The first separator after a quantity.</summary>
    static int Divide(string text, int start, int end)
    {
        var at = Separators.Select(mark => text.IndexOf(mark, start, end - start, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(end).Min();
        return at;
    }

    /// <summary>True where a list goes on after a place.</summary>
    internal static bool BeginsWithSeparator(string text, int at) => AfterSeparator(text, at) > at;

    static int AfterSeparator(string text, int at)
    {
        foreach (var mark in Separators)
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0)
            {
                return at + mark.Length;
            }
        }

        return at;
    }
}
