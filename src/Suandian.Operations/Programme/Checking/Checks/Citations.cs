using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D04, D05: opinions cite what the body cites, and a clause is no decimal number.</summary>
static partial class Citations
{
    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var allowed = CheckedDocument.Matches(document.Body, Articles()).Select(hit => Name(hit.Match)).ToHashSet();
        if (allowed.Count > 0)
        {
            foreach (var form in document.Forms)
            {
                var others = CheckedDocument.Matches(form.Passages, Articles()).Where(hit => !allowed.Contains(Name(hit.Match))).ToArray();
                if (others.Length > 0)
                {
                    var found = string.Join('、', others.Select(hit => Name(hit.Match)).Distinct());
                    yield return CheckedDocument.Found("D04", others.Select(hit => hit.Place), ("number", form.Number),
                        ("found", found), ("allowed", string.Join('、', allowed.Order(StringComparer.Ordinal))));
                }
            }
        }

        foreach (var finding in Arabic(document))
        {
            yield return finding;
        }

        var decimals = CheckedDocument.Matches(document.Passages, Decimals()).ToArray();
        if (decimals.Length > 0)
        {
            yield return CheckedDocument.Found("D05", decimals.Select(hit => hit.Place), ("found", string.Join('、', decimals.Select(hit => hit.Match.Value).Distinct())));
        }
    }

    static IEnumerable<Finding> Arabic(CheckedDocument document) =>
        from hit in CheckedDocument.Matches(document.Passages, ArabicArticles())
        let right = Figures().Replace(hit.Match.Value, figures => ArticleNumber.Chinese(figures.Value))
        select CheckedDocument.Found(("D05", "arabic"), [hit.Place], ("found", hit.Match.Value), ("right", right));

    /// <summary>Law and article, without the long form of the state's name.</summary>
    static string Name(Match match) =>
        match.Groups["law"].Value.Replace("中华人民共和国", "", StringComparison.Ordinal) + "第" + ArticleNumber.Chinese(match.Groups["article"].Value) + "条";

    [GeneratedRegex(
        @"《(?<law>[^《》]{2,40}?(?:法|条例|办法|规定|细则|准则))》第(?<article>[一二三四五六七八九十百零\d]{1,6})条",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Articles();

    /// <summary>Articles in Arabic figures after the title of a law or with a clause: 第31条第2款.</summary>
    [GeneratedRegex(@"(?<=(?:法|条例|办法|规定|细则|准则)》)第\d{1,4}条(?:第\d{1,3}[款项])*|第\d{1,4}条(?:第\d{1,3}[款项])+", RegexOptions.None, 1000)]
    private static partial Regex ArabicArticles();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"第\d+\.\d+[条款项]", RegexOptions.None, 1000)]
    private static partial Regex Decimals();
}
