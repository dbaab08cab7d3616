using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D21: titles of policies are whole, begin with 关于 where they must, and agree with the list of known titles.</summary>
static partial class PolicyTitles
{
    /// <summary>Likeness above which a cited title means a known one.</summary>
    const double Meant = 0.85;

    static readonly ImmutableArray<string> Known = [.. LexiconFile.Rows("titles").Select(row => row[0])];

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var isWrapped = PassageReader.IsWrapped(document.Document);
        foreach (var (match, passage, place) in CheckedDocument.Matches(document.Passages, Titles()))
        {
            if (!isWrapped && document.Document.Kind != DocumentKind.Pdf && passage.IsCut(match.Index, match.Index + match.Length))
            {
                yield return CheckedDocument.Found(("D21", "broken"), [place, passage.PlaceOf(match.Index, match.Index + 1)], ("title", match.Value));
            }

            var title = Plain(match.Groups["title"].Value);
            if (Nearest(title) is { } known)
            {
                yield return CheckedDocument.Found(("D21", "known"), [place], ("title", match.Value), ("known", $"《{known}》"));
            }
            else if (NeedsOf().IsMatch(title) && !title.Contains("关于", StringComparison.Ordinal))
            {
                yield return CheckedDocument.Found(("D21", "about"), [place], ("title", match.Value), ("right", $"《关于{match.Groups["title"].Value}》"));
            }
        }
    }

    /// <summary>The known title a cited one means but does not equal; null where it equals one or means none.</summary>
    static string? Nearest(string title)
    {
        if (title.Length < 8 || Known.Any(known => Equal(Plain(known), title)))
        {
            return null;
        }

        return Known.Where(known => Similarity.Ratio(Plain(known), title) >= Meant).OrderByDescending(known => Similarity.Ratio(Plain(known), title)).FirstOrDefault();
    }

    /// <summary>The name of the state and a note in brackets may be left out.</summary>
    static bool Equal(string known, string title) =>
        known == title || known == "中华人民共和国" + title || title.StartsWith(known + "（", StringComparison.Ordinal);

    static string Plain(string title) => string.Concat(title.Where(letter => letter is not (' ' or '“' or '”' or '"')));

    [GeneratedRegex("《(?<title>[^《》]{4,80})》", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Titles();

    [GeneratedRegex("的(?:实施|指导|若干|补充|紧急)?(?:意见|通知|决定|决议|批复|复函|函|请示|通告|公告)$", RegexOptions.None, 1000)]
    private static partial Regex NeedsOf();
}
