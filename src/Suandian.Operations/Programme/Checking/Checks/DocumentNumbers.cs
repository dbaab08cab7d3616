using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D02, D03: numbers of documents lead to the attached one, and the year stands in 〔〕.</summary>
static partial class DocumentNumbers
{
    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var cited = CheckedDocument.Matches(document.Passages, DocumentNumber.Pattern)
            .Select(hit => (Number: DocumentNumber.Of(hit.Match), hit.Match, hit.Passage, hit.Place)).ToArray();
        foreach (var letter in document.Letters.Where(letter => letter.IsAttached))
        {
            var wrong = cited.Where(hit => !letter.Passages.Contains(hit.Passage) && IsMeant(hit.Number, letter.Number)
                && !IsOther(hit.Passage, hit.Match, letter)).Select(hit => hit.Place).ToArray();
            if (wrong.Length > 0)
            {
                yield return CheckedDocument.Found("D02", wrong, ("number", letter.Number), ("found", string.Join('、', wrong.Select(place => place.Quote))));
            }
        }

        foreach (var title in SameTitle(document))
        {
            yield return title;
        }

        var brackets = cited.Where(hit => hit.Number.Brackets != "〔〕").ToArray();
        if (brackets.Length > 0)
        {
            yield return CheckedDocument.Found("D03", brackets.Select(hit => YearPlace(hit.Passage, hit.Match)),
                ("found", string.Join('、', brackets.Select(hit => hit.Match.Value[hit.Match.Groups["issuer"].Length..]).Distinct())));
        }
    }

    static TextPlace YearPlace(Passage passage, Match match) => passage.PlaceOf(match.Groups["open"].Index, match.Groups["close"].Index + 1);

    /// <summary>True where a cited number is not the attached one and yet seems to mean it.</summary>
    static bool IsMeant(DocumentNumber cited, DocumentNumber attached)
    {
        if (cited.Year != attached.Year)
        {
            return false;
        }

        var isIssuer = cited.Issuer.EndsWith(attached.Issuer, StringComparison.Ordinal);
        var isNear = Differs(cited.Serial, attached.Serial) <= 1;
        return isIssuer ? cited.Serial != attached.Serial && isNear : isNear && cited.Issuer[^1] == attached.Issuer[^1];
    }

    /// <summary>True where the words before a number name a document with another title.</summary>
    static bool IsOther(Passage passage, Match match, AttachedLetter letter)
    {
        var before = passage.Text[..match.Index];
        var title = TitleBefore().Match(before);
        return title.Success && letter.Title.Length > 0 && Similarity.Ratio(title.Groups["title"].Value, letter.Title) < 0.6;
    }

    /// <summary>One title with two numbers.</summary>
    static IEnumerable<Finding> SameTitle(CheckedDocument document)
    {
        var named = CheckedDocument.Matches(document.Passages, TitleAndNumber())
            .Select(hit => (Title: hit.Match.Groups["title"].Value, Number: DocumentNumber.Of(DocumentNumber.Pattern.Match(hit.Match.Groups["number"].Value)), hit.Place));
        foreach (var group in named.GroupBy(hit => hit.Title).Where(group => group.Select(hit => hit.Number.ToString()).Distinct().Count() > 1))
        {
            yield return CheckedDocument.Found(("D02", "title"), group.Select(hit => hit.Place), ("title", group.Key),
                ("found", string.Join('、', group.Select(hit => hit.Number.ToString()).Distinct())));
        }
    }

    /// <summary>Figures added, dropped or changed between two serial numbers.</summary>
    static int Differs(string one, string other)
    {
        if (one.Length == other.Length)
        {
            return Enumerable.Range(0, one.Length).Count(i => one[i] != other[i]);
        }

        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return longer.Length - shorter.Length == 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter) ? 1 : 2;
    }

    [GeneratedRegex("《(?<title>[^《》]{4,60})》[（(]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleBefore();

    [GeneratedRegex(@"《(?<title>[^《》]{4,60})》[（(](?<number>[\u4e00-\u9fff]{2,10}[〔\[（(【]20\d\d[〕\]）)】]\d{1,4}号)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleAndNumber();
}
