using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D15: one thing under two names. A short form that is defined at first use is none.</summary>
static partial class Aliases
{
    /// <summary>The findings, one for each pair of names.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var defined = CheckedDocument.Matches(document.Passages, Definition()).Select(hit => hit.Match.Groups["name"].Value).ToHashSet();
        foreach (var (full, brief) in Offices(document).Concat(Inserted(document)).Concat(Bracketed(document)))
        {
            if (!defined.Contains(brief.Name) && !defined.Contains(full.Name))
            {
                yield return CheckedDocument.Found("D15", [full.Place, brief.Place], ("full", full.Name), ("brief", brief.Name));
            }
        }
    }

    /// <summary>An office and its short form: the letters of the short one stand in the full one in the same order.</summary>
    static IEnumerable<(Named Full, Named Brief)> Offices(CheckedDocument document)
    {
        var seen = CheckedDocument.Matches(document.Passages, Office())
            .Select(hit => (Name: hit.Match.Groups["name"], hit.Passage))
            .Select(hit => new Named(hit.Name.Value, hit.Passage.PlaceOf(hit.Name.Index, hit.Name.Index + hit.Name.Length)))
            .DistinctBy(named => named.Name).ToArray();
        var listed =
            from row in LexiconFile.Rows("office_names")
            let full = PlaceOf(document, row[0])
            let brief = seen.FirstOrDefault(named => named.Name == row[1])
            where full is not null && brief is not null
            select (full, brief);
        return listed.Concat(
            from brief in seen
            let full = seen.Where(full => IsShortFor(brief.Name, full.Name)).OrderBy(full => full.Name.Length).FirstOrDefault()
            where full is not null && !LexiconFile.Rows("office_names").Any(row => row[1] == brief.Name)
            select (full, brief));
    }

    static bool IsShortFor(string brief, string full)
    {
        if (brief.Length * 10 > full.Length * 6 || brief[0] != full[0] || brief[^1] != full[^1] || full.Contains(brief, StringComparison.Ordinal))
        {
            return false;
        }

        var at = 0;
        foreach (var letter in brief)
        {
            at = full.IndexOf(letter, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name with Latin letters put in: 国产芯片淬炼场 and 国产GPU芯片淬炼场.</summary>
    static IEnumerable<(Named Full, Named Brief)> Inserted(CheckedDocument document)
    {
        var done = new HashSet<string>();
        foreach (var (match, passage, place) in CheckedDocument.Matches(document.Passages, LatinInside()))
        {
            var plain = match.Groups["head"].Value + match.Groups["tail"].Value;
            if (done.Add(plain) && PlaceOf(document, plain) is { } brief)
            {
                yield return (new Named(match.Value, place), brief);
            }
        }
    }

    /// <summary>A name with another in brackets, and the other in its place: 示范区（产业园） and 产业园.</summary>
    static IEnumerable<(Named Full, Named Brief)> Bracketed(CheckedDocument document)
    {
        var done = new HashSet<string>();
        foreach (var (match, _, _) in CheckedDocument.Matches(document.Passages, WithBrackets()))
        {
            var head = match.Groups["head"].Value;
            for (var length = Math.Min(8, head.Length); length >= 4; length--)
            {
                var other = head[^length..] + match.Groups["other"].Value;
                if (PlaceOf(document, other) is { } brief && done.Add(match.Groups["other"].Value))
                {
                    var name = head[^length..] + match.Value[head.Length..];
                    yield return (PlaceOf(document, name)!, brief);
                    break;
                }
            }
        }
    }

    static Named? PlaceOf(CheckedDocument document, string name)
    {
        foreach (var passage in document.Passages)
        {
            if (passage.Text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Named(name, passage.PlaceOf(at, at + name.Length));
            }
        }

        return null;
    }

    sealed record Named(string Name, TextPlace Place);

    [GeneratedRegex("(?:以下简称|下称|简称)[“\"]?(?<name>[^”\"（）()，。]{2,20})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"(?<=省|市|县|区|州|盟|旗)(?<name>[\u4e00-\u9fff]{2,16}?(?:局|厅|委员会|委(?![员托派会书任])))(?![\u4e00-\u9fff]{0,2}(?:长|面|势|部地区))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(
        @"(?<head>[\u4e00-\u9fff]{2})(?<latin>[A-Za-z]{2,6})(?<tail>[\u4e00-\u9fff]{2,6}(?:场|中心|园区|园|基地|集群|平台|实验室|系统|工厂|网络))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinInside();

    [GeneratedRegex(
        @"(?<head>[\u4e00-\u9fff]{4,12})(?:示范区|先行区|试验区|基地|园区|中心|集群|平台)[（(](?<other>[\u4e00-\u9fff]{2,6})[）)]",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithBrackets();
}
