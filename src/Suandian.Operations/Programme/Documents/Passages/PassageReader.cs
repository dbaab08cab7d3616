using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Passages;

/// <summary>Joins the lines of a document to passages: paragraphs cut by a line or page end become whole again.</summary>
static partial class PassageReader
{
    /// <summary>A line of at least so many characters that ends without a stop is cut, even where blank lines follow.</summary>
    const int LongLine = 40;

    /// <summary>The same where the next line follows at once.</summary>
    const int CutLine = 24;

    /// <summary>Lines are taken for hard-wrapped where none is longer.</summary>
    const int WrapWidth = 45;

    /// <summary>The passages in order; blank lines are in none.</summary>
    internal static ImmutableArray<Passage> Read(OfficialDocument document)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var open = new List<DocumentLine>();
        var wrap = WrapOf(document);
        var blanks = 0;
        foreach (var line in document.Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                blanks++;
                continue;
            }

            if (open.Count > 0 && !GoesOn(open[^1], line, blanks, wrap))
            {
                passages.Add(new Passage(open));
                open.Clear();
            }

            open.Add(line);
            blanks = 0;
        }

        if (open.Count > 0)
        {
            passages.Add(new Passage(open));
        }

        return passages.ToImmutable();
    }

    /// <summary>True where lines end at a width and not where paragraphs do.</summary>
    internal static bool IsWrapped(OfficialDocument document) => WrapOf(document) is not null;

    /// <summary>Width the text is wrapped at; null where each line is a paragraph.</summary>
    static int? WrapOf(OfficialDocument document)
    {
        if (document.Kind is DocumentKind.Word or DocumentKind.Html)
        {
            return null;
        }

        var lengths = document.Lines.Select(line => line.Text.TrimEnd().Length).Where(length => length > 0).ToArray();
        var width = lengths.Length == 0 ? 0 : lengths.Max();
        return width is > 20 and <= WrapWidth && lengths.Count(length => length >= width - 5) >= 4 ? width : null;
    }

    static bool GoesOn(DocumentLine line, DocumentLine next, int blanks, int? wrap)
    {
        if (line.Table is not null || next.Table is not null || line.Heading > 0 || next.Heading > 0
            || line.Text.Contains('\t', StringComparison.Ordinal) || next.Text.Contains('\t', StringComparison.Ordinal))
        {
            return false;
        }

        if (OpensParagraph().IsMatch(next.Text) || Enumerator.At(LineCleaner.Text(next)) is not null)
        {
            return false;
        }

        var text = line.Text.TrimEnd();
        var isFull = wrap is { } width && text.Length >= width - 5;
        if (isFull && blanks == 0)
        {
            return true;
        }

        if (IsWhole(line, next))
        {
            return false;
        }

        var isOpen = !Stop().IsMatch(text);
        var hangs = text[^1] is '，' or '、' or ',';
        return isOpen && (hangs || text.Length >= (blanks > 0 ? LongLine : CutLine));
    }

    /// <summary>A line without a stop that ends in a period of time or in a quantity or time, where the next begins a promise of its own.</summary>
    static bool IsWhole(DocumentLine line, DocumentLine next)
    {
        var text = LineCleaner.Text(line);
        var after = LineCleaner.Text(next);
        var date = DateScanner.Scan(text).LastOrDefault(date => date.End == text.Length);
        if (date is { Kind: DateKind.Interval })
        {
            return !StaysInTime().IsMatch(after);
        }

        var begins = Vocabulary.At(after, "count") ?? Vocabulary.At(after, "finish") ?? Vocabulary.At(after, "start") ?? Vocabulary.At(after, "ensure");
        return begins is not null && (date is { IsExact: true, Kind: DateKind.Day } || QuantityScanner.Scan(text, Masks.Of(text)).Any(quantity => quantity.End == text.Length));
    }

    /// <summary>What goes on after a time: 前, 期间, 止.</summary>
    [GeneratedRegex("^(?:[前内止，、；。（(]|以前|之前|期间|为止|结束)", RegexOptions.None, 1000)]
    private static partial Regex StaysInTime();

    /// <summary>An indented line, a bullet, a field with its label, a quotation of a law or a heading.</summary>
    [GeneratedRegex(@"^(?:[\s\u3000]{2,}|\u3000|[-*•●]\s|#|—{2}|[^，。；：:\s]{2,10}[：:])", RegexOptions.None, 1000)]
    private static partial Regex OpensParagraph();

    [GeneratedRegex(@"[。；！？：:;!?”』》」…]$|\*\*$|>$", RegexOptions.None, 1000)]
    private static partial Regex Stop();
}
