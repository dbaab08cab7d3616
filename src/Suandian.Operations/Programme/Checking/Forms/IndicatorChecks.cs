using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>F06 to F13, F16: one row of the indicator block.</summary>
static partial class IndicatorChecks
{
    /// <summary>Scores are rounded to two decimals.</summary>
    const decimal ScoreRounding = 0.011m;

    /// <summary>The findings.</summary>
    internal static IEnumerable<FormFinding> Find(IndicatorRow row, FilledForm form, FormSettings limits)
    {
        if (IsStub(row))
        {
            return [FormFinding.Of("F10", [row.Name], ("name", row.Name.Text))];
        }

        return [.. Cells(row), .. Weight(row, limits), .. Values(row, limits), .. Evidence(row, form)];
    }

    /// <summary>A row of the template that was left: 指标2, ……, 示例.</summary>
    internal static bool IsStub(IndicatorRow row) => Stub().IsMatch(FormGrid.Plain(row.Name.Text)) && row.Done.IsEmpty;

    static IEnumerable<FormFinding> Cells(IndicatorRow row)
    {
        foreach (var (cell, name) in ((FormCell, Text)[])[(row.Weight, new Text("分值", "weight")), (row.Score, new Text("得分", "score")),
            (row.Done, new Text("实际完成值", "done-value")), (row.Target, new Text("年度指标值", "target"))])
        {
            if (cell.IsEmpty)
            {
                yield return FormFinding.Of("F16", [cell, row.Name], ("name", row.Name.Text), ("cell", name));
            }
        }
    }

    static IEnumerable<FormFinding> Weight(IndicatorRow row, FormSettings limits)
    {
        if (FormNumber.Plain(row.Weight) is { } weight && weight > limits.MostPoints)
        {
            yield return FormFinding.Of("F09", [row.Weight], ("name", row.Name.Text), ("weight", weight), ("most", limits.MostPoints));
        }
    }

    static IEnumerable<FormFinding> Values(IndicatorRow row, FormSettings limits)
    {
        var target = FormNumber.Of(row.Target, row.Unit.Text, row.Name.Text);
        var done = FormNumber.Of(row.Done, row.Unit.Text, row.Name.Text);
        if (target is not null && done is null && !row.Done.IsEmpty)
        {
            yield return FormFinding.Of("F08", [row.Done, row.Target], ("name", row.Name.Text), ("target", row.Target.Text), ("done", row.Done.Text));
        }

        if (FormNumber.Plain(row.Weight) is not { } weight || FormNumber.Plain(row.Score) is not { } score)
        {
            yield break;
        }

        decimal? ratio = target is null || done is null ? null : Ratio(row, target, done);
        foreach (var finding in Scored(row, (weight, score), ratio, limits))
        {
            yield return finding;
        }
    }

    static IEnumerable<FormFinding> Scored(IndicatorRow row, (decimal Weight, decimal Score) points, decimal? ratio, FormSettings limits)
    {
        var (weight, score) = points;
        var most = ratio is { } reached ? weight * Math.Min(reached, 1) : weight;
        if (score > Math.Round(most, 2, MidpointRounding.AwayFromZero) + ScoreRounding)
        {
            yield return FormFinding.Of("F11", [row.Score], ("name", row.Name.Text), ("score", score), ("most", Math.Round(most, 2, MidpointRounding.AwayFromZero)));
        }
        else if (score < weight && row.Reason.IsEmpty)
        {
            var rule = ratio >= 1 ? "F06" : "F07";
            yield return FormFinding.Of(rule, [row.Score, row.Reason],
                ("name", row.Name.Text), ("target", row.Target.Text), ("done", row.Done.Text), ("score", score), ("weight", weight));
        }

        if (ratio > limits.FarAbove && row.Reason.IsEmpty && !IsCost(row))
        {
            yield return FormFinding.Of("F13", [row.Target, row.Done],
                ("name", row.Name.Text), ("percent", Math.Round(ratio.Value * 100, 1)), ("limit", limits.FarAbove * 100));
        }
    }

    /// <summary>Done-value over target, target over done-value where less is better; 1 and more is reached.</summary>
    static decimal? Ratio(IndicatorRow row, CellNumber target, CellNumber done)
    {
        var value = done.Unit != "%" && target.Unit == "%" && done.Value <= 1 && target.Value > 1 ? done.Value * 100 : done.Value;
        return ComparatorOf(row, target) switch
        {
            Comparator.AtMost => value <= target.Value ? 1 : value == 0 ? null : target.Value / value,
            Comparator.Range => value >= target.Value ? 1 : value / target.Value,
            Comparator.Equal => value == target.Value ? 1 : null,
            _ => target.Value == 0 ? null : value / target.Value,
        };
    }

    /// <summary>The nature of the indicator where the layout has a column for it, else the words in the target.</summary>
    static Comparator ComparatorOf(IndicatorRow row, CellNumber target) => FormGrid.Plain(row.Nature.Text) switch
    {
        "≤" or "<=" or "<" or "＜" or "小于等于" or "不高于" => Comparator.AtMost,
        "=" or "＝" or "等于" => Comparator.Equal,
        "≥" or ">=" or ">" or "＞" or "大于等于" or "不低于" => Comparator.AtLeast,
        _ => target.Comparator,
    };

    static bool IsCost(IndicatorRow row) => row.Group.Contains("成本", StringComparison.Ordinal);

    /// <summary>F12: the layout asks for evidence, or a survey found everybody content.</summary>
    static IEnumerable<FormFinding> Evidence(IndicatorRow row, FilledForm form)
    {
        var isPerfect = row.Group.Contains("满意", StringComparison.Ordinal) && FormNumber.Rate(row.Done) == 1 && row.Reason.IsEmpty;
        if (form.HasEvidence ? row.Evidence.IsEmpty && !row.Done.IsEmpty : isPerfect)
        {
            yield return FormFinding.Of("F12", [form.HasEvidence ? row.Evidence : row.Done], ("name", row.Name.Text), ("done", row.Done.Text));
        }
    }

    [GeneratedRegex(@"^(?:指标\d{0,2}[:：]?|[.…·。]+|示例.*|例[:：].*|×+|XX+)$", RegexOptions.None, 1000)]
    private static partial Regex Stub();
}
