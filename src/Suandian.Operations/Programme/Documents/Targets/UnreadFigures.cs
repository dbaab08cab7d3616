using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Finds the figures of a document that stand in no row, so that nothing is left out in silence.</summary>
static partial class UnreadFigures
{
    /// <summary>Characters of the text quoted before a figure.</summary>
    const int Before = 12;

    /// <summary>Characters of the text quoted after a figure.</summary>
    const int After = 6;

    static readonly char[] Marks = ['，', '。', '；', '：', '\t', '|'];

    /// <summary>The places, one for each figure or for figures side by side.</summary>
    /// <param name="passages">All passages in order.</param>
    /// <param name="scans">What was found in them.</param>
    /// <param name="taken">Stretches that rows were made of.</param>
    internal static ImmutableArray<TextPlace> Of(
        IEnumerable<Passage> passages, IReadOnlyDictionary<Passage, ScannedPassage> scans, ILookup<Passage, (int Start, int End)> taken)
    {
        var places = ImmutableArray.CreateBuilder<TextPlace>();
        foreach (var passage in passages.Where(passage => passage.Text.Length > 0 && passage.Heading == 0))
        {
            var scan = scans.TryGetValue(passage, out var known) ? known : ScannedPassage.Of(passage);
            var told = 0;
            foreach (var figure in Figures(passage, scan).Where(figure => !taken[passage].Any(span => figure.Start < span.End && figure.End > span.Start)))
            {
                if (figure.End > told)
                {
                    told = QuoteEnd(passage.Text, figure.End);
                    places.Add(Quoted(passage, figure, told));
                }
            }
        }

        return places.ToImmutable();
    }

    static IEnumerable<(int Start, int End)> Figures(Passage passage, ScannedPassage scan)
    {
        var quantities = scan.Quantities.Where(quantity => !IsOneInPassing(quantity)).Select(quantity => (quantity.WordsStart, quantity.UnitEnd));
        var text = passage.Text;
        var bare = Bare().Matches(text).Select(match => (Start: match.Index, End: match.Index + match.Length))
            .Where(span => !scan.Masked[span.Start] && span.Start >= (Enumerator.At(text)?.Length ?? 0) && !(passage.IsRow && IsAlone(text, span)))
            .Where(span => !scan.Quantities.Any(quantity => span.Start < quantity.UnitEnd && span.End > quantity.WordsStart));
        return quantities.Concat(bare).Order();
    }

    /// <summary>一个, 一项: said in passing unless words make it a level.</summary>
    static bool IsOneInPassing(Quantity quantity) => quantity is { IsChinese: true, HasWords: false, Value: 1, Max: null };

    /// <summary>A bare number that fills its cell: a number of a row or a score.</summary>
    static bool IsAlone(string text, (int Start, int End) span) =>
        (span.Start == 0 || text[span.Start - 1] is '\t' or '|' or ' ') && (span.End == text.Length || text[span.End] is '\t' or '|' or ' ');

    /// <summary>The figure with some words around it, from the clause it stands in.</summary>
    static TextPlace Quoted(Passage passage, (int Start, int End) figure, int end)
    {
        var start = Math.Max(passage.Text.LastIndexOfAny(Marks, Math.Max(figure.Start - 1, 0)) + 1, figure.Start - Before);
        var place = passage.PlaceOf(Math.Max(Math.Min(start, figure.Start), 0), end);
        return place with { Quote = place.Quote.Trim() };
    }

    static int QuoteEnd(string text, int end)
    {
        var stop = text.IndexOfAny(Marks, end);
        return Math.Min(stop < 0 ? text.Length : stop, end + After);
    }

    /// <summary>Figures without a unit, shorter than a telephone number, and words that stand for a number.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9.])(?!(?<=[（(])\d+[）)])\d{1,6}(?:\.\d+)?(?![A-Za-z0-9]|[.．、](?!\d))|俩|仨|若干|[数几][十百千万亿]+|翻[一二两三四1-4]番|半数|成倍", RegexOptions.None, 1000)]
    private static partial Regex Bare();
}
