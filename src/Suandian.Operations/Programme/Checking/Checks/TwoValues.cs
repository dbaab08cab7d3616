using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D08: one field, two values: two starts of a period, a label filled in differently, an indicator with two targets.</summary>
static class TwoValues
{
    static readonly string[] Labels = ["项目名称", "项目编号", "预算金额", "采购预算", "合同编号", "服务期限", "建设地点", "建设规模"];

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        foreach (var period in document.Targets.Where(target => target.Doubts.Contains(DraftDoubt.SecondStart)))
        {
            yield return CheckedDocument.Found(("D08", "start"), period.Places, ("found", period.Places[0].Quote));
        }

        foreach (var label in document.Fields.Where(field => Labels.Contains(field.Label) && field.Value.Length > 0).GroupBy(field => field.Label))
        {
            var values = label.GroupBy(field => Plain(field.Value)).ToArray();
            if (values.Length > 1)
            {
                yield return CheckedDocument.Found(("D08", "label"), label.Select(field => field.Place), ("label", label.Key),
                    ("found", string.Join('、', values.Select(value => value.First().Value))));
            }
        }

        foreach (var finding in Indicators(document))
        {
            yield return finding;
        }
    }

    /// <summary>Rows of equal name, unit, scope and time with different values.</summary>
    static IEnumerable<Finding> Indicators(CheckedDocument document)
    {
        var rows = document.Targets.Where(target => target.Kind is TargetKind.Number or TargetKind.Share && target.PartOf is null && target.ShareOf is null
            && !TargetNames.IsWeak(target.Name));
        foreach (var group in rows.GroupBy(row => (TargetNames.WithoutVerbs(row.Name), row.Unit, row.Due, row.Kind)))
        {
            var differing = group.Where(row => group.Any(other => Differs(row, other))).ToArray();
            if (differing.Length > 1)
            {
                yield return CheckedDocument.Found(("D08", "indicator"), differing.Select(row => row.Places[0]), ("name", group.Key.Item1),
                    ("found", string.Join('、', differing.Select(row => row.Literal).Distinct())));
            }
        }
    }

    static bool Differs(DraftTarget row, DraftTarget other) =>
        other.Section != row.Section && other.Scope == row.Scope && (other.Value, other.Max) != (row.Value, row.Max);

    static string Plain(string value) => string.Concat(value.Where(letter => letter is not (' ' or '（' or '）' or '(' or ')')));
}
