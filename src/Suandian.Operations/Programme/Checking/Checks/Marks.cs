using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D23, X01: tags of HTML and marks of Markdown left in the text; book-title marks that do not close.</summary>
static partial class Marks
{
    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var lines = document.Document.Lines;
        foreach (var (pattern, kind) in ((Regex, string)[])[(Tags(), "tags"), (Stars(), "stars")])
        {
            var places = lines.SelectMany(line => pattern.Matches(line.Text).Select(match => new TextPlace(line.Number, match.Index + 1, match.Value))).ToArray();
            if (places.Length > 0 && !(kind == "stars" && IsMarkdown(document.Document)))
            {
                yield return CheckedDocument.Found(("D23", kind), places.DistinctBy(place => place.Line), ("count", places.Length),
                    ("found", string.Join(' ', places.Select(place => place.Quote).Distinct().Take(3))));
            }
        }

        foreach (var place in lines.Select(Unclosed).OfType<TextPlace>())
        {
            yield return CheckedDocument.Found("X01", [place], ("found", place.Quote));
        }
    }

    /// <summary>Bold marks belong to a text that has headings of Markdown too.</summary>
    static bool IsMarkdown(OfficialDocument document) => document.Kind == DocumentKind.Markdown && document.Lines.Any(line => line.Heading > 0);

    /// <summary>A 《 that opens inside another without closing.</summary>
    static TextPlace? Unclosed(DocumentLine line)
    {
        var match = Nested().Match(line.Text);
        return match.Success ? new TextPlace(line.Number, match.Index + 1, match.Value) : null;
    }

    [GeneratedRegex("</?[A-Za-z][^<>]*>|&(?:nbsp|lt|gt|amp);", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\*\*|__", RegexOptions.None, 1000)]
    private static partial Regex Stars();

    [GeneratedRegex("《[^》]{0,60}《[^《》]{0,60}》(?![^《]*》)", RegexOptions.None, 1000)]
    private static partial Regex Nested();
}
