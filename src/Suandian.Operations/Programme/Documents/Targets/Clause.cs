using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>What stands before a clause.</summary>
enum ClauseBreak
{
    /// <summary>A comma or colon.</summary>
    Comma,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A full stop, or the beginning of an item.</summary>
    Stop,
}

/// <summary>A stretch of a sentence between two marks.</summary>
/// <param name="Start">First character in the passage.</param>
/// <param name="End">Past the last character.</param>
/// <param name="Break">What stands before it.</param>
readonly record struct Clause(int Start, int End, ClauseBreak Break)
{
    /// <summary>True where a span lies inside.</summary>
    internal bool Holds(int start, int end) => start >= Start && end <= End;
}

/// <summary>Divides an item into clauses.</summary>
static class ClauseSplitter
{
    const string Openers = "（(《“[〔【‘";
    const string Closers = "）)》”]〕】’";

    /// <summary>The clauses of an item, those in brackets that begin with 其中 among them.</summary>
    /// <param name="item">The item.</param>
    /// <param name="quantities">Its quantities; none is cut in two.</param>
    internal static ImmutableArray<Clause> Split(Item item, ImmutableArray<Quantity> quantities)
    {
        var text = item.Passage.Text;
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var (start, before, depth) = (item.Start, ClauseBreak.Stop, 0);
        for (var i = item.Start; i < item.End; i++)
        {
            var opens = Openers.Contains(text[i], StringComparison.Ordinal);
            depth = Math.Max(0, depth + (opens ? 1 : Closers.Contains(text[i], StringComparison.Ordinal) ? -1 : 0));
            var isPart = text[i] is '（' or '(' && Vocabulary.At(text.AsSpan()[(i + 1)..item.End], "part") is not null;
            if ((depth > 0 && !isPart) || (Mark(text, i) is null && !isPart)
                || quantities.Any(quantity => i > quantity.WordsStart && i < quantity.UnitEnd && !isPart))
            {
                continue;
            }

            Add(clauses, start, i, before);
            (start, before) = (i + 1, isPart ? ClauseBreak.Comma : Mark(text, i)!.Value);
            depth = isPart ? 0 : depth;
        }

        Add(clauses, start, item.End, before);
        return clauses.ToImmutable();
    }

    static void Add(ImmutableArray<Clause>.Builder clauses, int start, int end, ClauseBreak before)
    {
        if (end > start)
        {
            clauses.Add(new Clause(start, end, before));
        }
    }

    static ClauseBreak? Mark(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '!' or '?' => ClauseBreak.Stop,
        '；' or ';' => ClauseBreak.Semicolon,
        '，' or '：' => IsThousand(text, at) ? null : ClauseBreak.Comma,
        ',' or ':' => IsFigure(text, at - 1) && IsFigure(text, at + 1) ? null : ClauseBreak.Comma,
        _ => null,
    };

    static bool IsThousand(string text, int at) => IsFigure(text, at - 1) && at + 3 < text.Length
        && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0 && !IsFigure(text, at + 4);

    static bool IsFigure(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
