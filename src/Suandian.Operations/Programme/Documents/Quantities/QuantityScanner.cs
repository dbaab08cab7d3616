using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>Finds the quantities of a text: number, unit, and the words that say how it is meant.</summary>
static class QuantityScanner
{
    static readonly MeasureUnit Percent = UnitTable.At("%")!;

    /// <summary>Characters after which 一 and its kind are no number: 第一, 每一, 同一.</summary>
    static readonly string NoNumberAfter = string.Concat(Vocabulary.Of("mask_before"));

    /// <summary>What a Chinese figure with its measure word is the beginning of, where it is no quantity: 一次性.</summary>
    static readonly string[] NoQuantity =
        ["一次性", "一个月", "一批", "一家亲", "一件事", "一条龙", "一对一", "一口价", "一方面", "一部分", "一层", "一位", "一支", "一张网", "一起"];

    /// <summary>All quantities in order.</summary>
    /// <param name="text">Clean text.</param>
    /// <param name="mask">Characters that belong to no quantity: titles, numbers of articles, dates.</param>
    internal static ImmutableArray<Quantity> Scan(string text, bool[] mask)
    {
        var quoted = Masks.Quoted(text);
        var found = ImmutableArray.CreateBuilder<Quantity>();
        for (var i = 0; i < text.Length;)
        {
            var next = mask[i] ? null : ZeroWords.At(text, i) ?? Rough(text, i, quoted) ?? At(text, i, mask, quoted);
            if (next is not null && !mask.AsSpan(next.Start, next.UnitEnd - next.Start).Contains(true))
            {
                found.Add(next);
                i = Math.Max(next.UnitEnd, i + 1);
            }
            else
            {
                i += char.IsAsciiDigit(text[i]) ? Digits(text, i) : 1;
            }
        }

        return TwoSided.Joined(text, found.ToImmutable());
    }

    static Quantity? Rough(string text, int at, bool[] quoted) =>
        quoted[at] || (at > 0 && ChineseNumeral.IsFigure(text[at - 1])) ? null : RoughNumbers.At(text, at);

    static int Digits(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        return end - at;
    }

    static Quantity? At(string text, int at, bool[] mask, bool[] quoted)
    {
        if (NumberScanner.At(text, at) is not { } number || !MayBegin(text, at, number, quoted))
        {
            return null;
        }

        var end = number.End;
        var approximate = end < text.Length && text[end] is '余' or '多' && (end + 1 == text.Length || text[end + 1] is not '于' and not '数');
        end += approximate ? 1 : 0;
        var unit = UnitOf(text, ref end, number);
        var low = number.Value;
        decimal? max = null;
        if (RangeEnd(text, (at, end), unit, number) is { } upper)
        {
            low *= unit is null && number.Multiplier == 1 ? upper.Multiplier : 1;
            (max, end) = (upper.Value, upper.End);
            unit = UnitOf(text, ref end, upper) ?? unit;
        }

        var plus = PlusAt(text, end);
        end += plus ? 1 : 0;
        unit ??= plus ? UnitOf(text, ref end, number) : null;
        return Accepted(text, at, number, unit)
            ? Built(text, new Span(at, number.End, end), unit, (low, max), new Signs(number.IsChinese, plus, approximate))
            : null;
    }

    readonly record struct Span(int Start, int NumberEnd, int End);

    readonly record struct Signs(bool IsChinese, bool HasPlus, bool IsApproximate);

    /// <summary>The quantity with the words around it.</summary>
    static Quantity Built(string text, Span span, MeasureUnit? unit, (decimal Low, decimal? Max) value, Signs signs)
    {
        var factor = unit?.Factor ?? 1;
        var words = WordsBefore(text, span.Start);
        var tail = ComparatorWords.After(text.AsSpan(span.End));
        return new Quantity(words.Start, span.Start, span.NumberEnd, span.End, span.End + (tail?.Word.Length ?? 0))
        {
            Value = value.Low * factor,
            Max = value.Max * factor,
            Unit = unit,
            Comparator = value.Max is not null ? Comparator.Range
                : tail?.Comparator ?? words.Comparator ?? (signs.HasPlus || signs.IsApproximate ? Comparator.AtLeast : null),
            IsChinese = signs.IsChinese,
            HasPlus = signs.HasPlus,
            IsExclusive = words.IsExclusive && tail?.Comparator is null,
            IsApproximate = signs.IsApproximate || words.IsApproximate || tail?.Note == "approximate",
            IsCumulative = words.IsCumulative,
            IsEach = words.IsEach,
            HasWords = words.IsLevel || tail is not null || signs.HasPlus,
        };
    }

    static bool MayBegin(string text, int at, WrittenNumber number, bool[] quoted)
    {
        var before = at > 0 ? text[at - 1] : '\0';
        if (number.IsPercent && text[at] == '百')
        {
            return !quoted[at];
        }

        if (!number.IsChinese)
        {
            return !char.IsAsciiLetterOrDigit(before) && before is not ('.' or '#');
        }

        return !quoted[at] && !NoNumberAfter.Contains(before, StringComparison.Ordinal) && !ChineseNumeral.IsFigure(before)
            && !NoQuantity.Any(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            && !(text[at] is '百' or '千' or '万' or '亿');
    }

    static MeasureUnit? UnitOf(string text, ref int end, WrittenNumber number)
    {
        if (number.IsPercent)
        {
            return Percent;
        }

        if (UnitTable.At(text.AsSpan(end)) is not { } unit)
        {
            return null;
        }

        end += unit.Literal.Length;
        if (end + 2 < text.Length && text[end] is '（' or '(' && text[end + 2] is '）' or ')' && UnitTable.At(text.AsSpan(end + 1, 1)) is not null)
        {
            end += 3; // 台（套）
        }

        return unit;
    }

    /// <summary>The upper end of a range; null where the number stands alone.</summary>
    static WrittenNumber? RangeEnd(string text, (int Start, int End) low, MeasureUnit? unit, WrittenNumber number)
    {
        var (at, end) = (low.End, low.End);
        while (at < text.Length && text[at] is '-' or '—' or '–' or '―' or '~')
        {
            at++;
        }

        var isWord = at == end && at < text.Length && text[at] is '至' or '到';
        at += isWord ? 1 : 0;
        if (at == end || at >= text.Length || NumberScanner.At(text, at) is not { Value: > 0 } upper || upper.IsChinese != number.IsChinese)
        {
            return null;
        }

        return !isWord || unit is null or { Kind: "percent" } || IsSameAgain(text, low.Start, unit, upper) ? upper : null;
    }

    /// <summary>10名至15名: the unit stands twice; 由 10 名到 15 名 tells a base and no range.</summary>
    static bool IsSameAgain(string text, int start, MeasureUnit unit, WrittenNumber upper) =>
        UnitTable.At(text.AsSpan(upper.End))?.Literal == unit.Literal && !(start > 0 && text[start - 1] is '由' or '从');

    /// <summary>A + that means at least, not one that joins two things.</summary>
    static bool PlusAt(string text, int at) => at < text.Length && text[at] == '+' && (at + 1 == text.Length
        || UnitTable.At(text.AsSpan(at + 1)) is not null || "，,。；;、）) \t".Contains(text[at + 1], StringComparison.Ordinal));

    /// <summary>Chinese figures need a measure word; Arabic ones a measure word, or words that make them a level.</summary>
    static bool Accepted(string text, int at, WrittenNumber number, MeasureUnit? unit)
    {
        if (number.IsPercent)
        {
            return true;
        }

        if (unit is null)
        {
            return !number.IsChinese && (number.Multiplier > 1 || WordsBefore(text, at).Start < at || PlusAt(text, number.End));
        }

        if (number.IsChinese && unit.Literal == "期")
        {
            return false; // 一期, 二期 name a phase
        }

        return unit.Kind != "attribute" && !(unit.Literal == "年" && number.Value is > 1900 and < 2100);
    }

    static (int Start, Comparator? Comparator, bool IsExclusive, bool IsApproximate, bool IsCumulative, bool IsEach, bool IsLevel) WordsBefore(string text, int at)
    {
        var start = at;
        Comparator? comparator = null;
        var (exclusive, approximate, cumulative, each, level) = (false, false, false, false, false);
        while (ComparatorWords.Before(text.AsSpan(0, start)) is { } word)
        {
            start -= word.Word.Length;
            comparator ??= word.Comparator;
            exclusive |= word.Note == "exclusive";
            approximate |= word.Note == "approximate";
            cumulative |= word.Note == "cumulative";
            each |= word.Note == "each";
            level |= word.Comparator is not null || word.Note is "level" or "cumulative";
        }

        return (start, comparator, exclusive, approximate, cumulative, each, level);
    }
}
