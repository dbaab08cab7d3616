using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Rows of the table of indicators as rows of a form; cells that contradict each other become problems.</summary>
sealed class FormRowReader(string file, Findings findings)
{
    /// <summary>The row; where cells contradict each other, the cell of its own wins and a problem is told.</summary>
    internal FormRow Read(SheetRow row)
    {
        var (target, done, previous) = (row.Quantity("target"), row.Quantity("done"), row.Quantity("previous"));
        string unit = Unit(row, target, done, previous);
        return new FormRow
        {
            Code = row.Text("code"),
            Second = FormWords.Value<SecondLevel>(row.Text("second"))!.Value,
            Indicator = row.Text("indicator"),
            Kind = Kind(row, target),
            Comparator = ComparatorOf(row, target),
            Target = target?.Value,
            Upper = row.Number("upper") ?? target?.Upper,
            Unit = unit,
            TargetWords = row.Text("target_words"),
            Done = Single(row, "done", done),
            DoneWords = row.Text("done_words"),
            Attained = row.Number("attained") / 100,
            Weight = row.Number("weight")!.Value,
            Evidence = [.. row.List("evidence").Select(FormTables.Proof)],
            RuleWords = row.Text("rule"),
            Basis = row.Text("basis"),
            Previous = Single(row, "previous", previous),
            Reason = row.Text("reason"),
            Deduction = row.Number("deduction") ?? 0,
            IsApplicable = row.Boolean("applicable") ?? true,
            Line = row.Line,
        };
    }

    static IndicatorKind Kind(SheetRow row, SheetQuantity? target) => row.Text("kind") is { Length: > 0 } kind
        ? FormWords.Value<IndicatorKind>(kind)!.Value
        : target is null && row.Text("target_words").Length > 0 ? IndicatorKind.Qualitative : IndicatorKind.Quantitative;

    /// <summary>As the column says, else as the target is written; a bare number is to be reached at least.</summary>
    Comparator ComparatorOf(SheetRow row, SheetQuantity? target)
    {
        var written = target?.Comparator;
        if (row.Text("comparator") is not { Length: > 0 } code)
        {
            return written ?? (row.Number("upper") is null ? Comparator.AtLeast : Comparator.Range);
        }

        var said = FormWords.Value<Comparator>(code)!.Value;
        if (written is { } other && other != said)
        {
            Contradict(row, "target", SheetQuantity.Sign(other), "comparator", SheetQuantity.Sign(said));
        }

        return said;
    }

    string Unit(SheetRow row, params ReadOnlySpan<SheetQuantity?> quantities)
    {
        string unit = row.Text("unit");
        foreach (var quantity in quantities)
        {
            if (quantity is not { Unit.Length: > 0 })
            {
                continue;
            }

            if (unit.Length > 0 && unit != quantity.Unit)
            {
                Contradict(row, "unit", unit, "target", quantity.Unit);
            }

            unit = unit.Length > 0 ? unit : quantity.Unit;
        }

        return unit;
    }

    decimal? Single(SheetRow row, string column, SheetQuantity? quantity)
    {
        if (quantity?.Upper is not null)
        {
            findings.Add(ProblemCode.CellRange, At(row, column), quantity.ToString(), ("unit", "–"), ("plain", "25"), ("sample", "25"));
        }

        return quantity?.Value;
    }

    void Contradict(SheetRow row, string column, string value, string other, string otherValue) =>
        findings.Add(ProblemCode.FormContradiction, At(row, column), value,
            ("other", row.Declaration.Column(other).Title.Zh), ("other_value", otherValue));

    Spot At(SheetRow row, string column) => new Source(file).At(row.Line, row.Declaration.Column(column).Title.Zh);
}
