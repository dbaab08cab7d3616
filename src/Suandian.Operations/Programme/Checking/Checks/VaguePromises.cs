using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D18: sentences of a plan that promise with strong words and name no number and no time: 大力推进, 加快推动.</summary>
static partial class VaguePromises
{
    /// <summary>The finding; none where every sentence can be measured.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var rows = document.Targets.SelectMany(target => target.Places).Select(place => place.Line).ToHashSet();
        var places = document.Items.Where(item => IsPlan(item) && document.Body.Contains(item.Passage))
            .SelectMany(item => Sentences(item)).Where(place => !rows.Contains(place.Line)).ToArray();
        return places.Length == 0 ? [] : [CheckedDocument.Found(("D18", "vague"), places,
            ("count", places.Length), ("found", string.Join('、', places.Select(place => place.Quote).Distinct().Take(3))))];
    }

    static bool IsPlan(Item item) => !item.Passage.IsRow && !item.Passage.IsForm && item.IsLeaf && item.Section.Kind == SectionKind.Plan;

    /// <summary>The words of each sentence that has neither figure nor time.</summary>
    static IEnumerable<TextPlace> Sentences(Item item)
    {
        var scan = ScannedPassage.Of(item.Passage);
        foreach (Match sentence in Sentence().Matches(item.Text))
        {
            var (start, end) = (item.Start + sentence.Index, item.Start + sentence.Index + sentence.Length);
            var isMeasured = scan.Quantities.Any(quantity => quantity.Start >= start && quantity.UnitEnd <= end)
                || scan.Dates.Any(date => date.Start >= start && date.End <= end);
            if (!isMeasured && Vague().Match(sentence.Value) is { Success: true } words)
            {
                yield return item.Passage.PlaceOf(start + words.Index, start + words.Index + words.Length);
            }
        }
    }

    [GeneratedRegex("[^。；;]+", RegexOptions.None, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"(?:大力|加快|积极|全力|扎实|深入|着力|进一步)(?:推进|推动|提升|提高|加强|优化|完善|促进|发展|改善|深化|强化)[\u4e00-\u9fff]{0,10}",
        RegexOptions.None, 1000)]
    private static partial Regex Vague();
}
