using Suandian.Cases;
using Suandian.Operations.Programme.Ledger.Figures;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>What must hold of an indicator: its register, filter and fields exist, and its unit counts what its formula counts.</summary>
static class IndicatorRules
{
    internal static void Check(RowDraft draft, LedgerRow row)
    {
        var indicator = Indicator.From(row);
        switch (indicator.Formula)
        {
            case Formula.Period:
                break;
            case Formula.Ratio:
                CheckRatio(draft, indicator);
                break;
            default:
                CheckRows(draft, indicator);
                break;
        }

        if (!CountingUnit.Of(indicator.Unit).Fits(indicator.Formula))
        {
            draft.Findings.Add(ProblemCode.LedgerUnitCounts, draft.Spot("unit"), indicator.Unit, ("formula", row["formula"]));
        }
    }

    static void CheckRatio(RowDraft draft, Indicator indicator)
    {
        if (draft.State.Row("indicators", indicator.Of) is not { } whole || Indicator.From(whole).Formula is not (Formula.Count or Formula.Distinct))
        {
            draft.Findings.Add(ProblemCode.LedgerWhole100, draft.Spot("of"), indicator.Of);
            return;
        }

        CheckFilter(draft, whole["register"], indicator.Filter);
        if (indicator.Filter.Length == 0)
        {
            draft.Findings.Add(ProblemCode.LedgerFormula, draft.Spot("filter"), null, ("what", "filter"), ("register", whole["register"]));
        }
    }

    static void CheckRows(RowDraft draft, Indicator indicator)
    {
        if (!RegisterSchema.Has(indicator.Register))
        {
            draft.Findings.Add(ProblemCode.LedgerFormula, draft.Spot("register"), Shown(indicator.Register), ("what", "register"), ("register", "–"));
            return;
        }

        CheckFilter(draft, indicator.Register, indicator.Filter);
        if (FieldPath.Parse(indicator.Register, indicator.Date)?.Field is not { Type: FieldType.Date })
        {
            draft.Findings.Add(ProblemCode.LedgerFormula, draft.Spot("date"), Shown(indicator.Date), ("what", "date"), ("register", indicator.Register));
        }

        bool isNeeded = indicator.Formula is Formula.Sum or Formula.Distinct;
        var field = indicator.Field.Length == 0 ? null : FieldPath.Parse(indicator.Register, indicator.Field);
        bool isNumber = field?.Field?.Type is FieldType.Number or FieldType.Whole;
        if ((field is null && (isNeeded || indicator.Field.Length > 0)) || (indicator.Formula == Formula.Sum && !isNumber))
        {
            draft.Findings.Add(ProblemCode.LedgerFormula, draft.Spot("field"), Shown(indicator.Field), ("what", "field"), ("register", indicator.Register));
        }
    }

    static void CheckFilter(RowDraft draft, string register, string text)
    {
        Filter.Parse(register, text, out var unsound);
        foreach (string condition in unsound)
        {
            draft.Findings.Add(ProblemCode.LedgerFormula, draft.Spot("filter"), condition, ("what", "filter"), ("register", register));
        }
    }

    static string? Shown(string text) => text.Length == 0 ? null : text;
}
