using Suandian.Cases;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>What must hold of a row of the form: the target says what was promised, the row says it only where no target does.</summary>
static class FormRowRules
{
    /// <summary>Id of the one row of the register form_head.</summary>
    internal const string HeadId = "form";

    internal static void Check(RowDraft draft, LedgerRow row)
    {
        if (draft.Schema.Name == "form_head")
        {
            if (row.Address.Id != HeadId)
            {
                draft.Findings.Add(ProblemCode.FormOneHead, draft.Spot("id"), row.Address.Id);
            }

            return;
        }

        bool isPromised = !row.List("targets").IsEmpty, isMeasured = row["indicator"].Length > 0;
        if (isPromised && isMeasured)
        {
            Refuse(draft, row, "indicator", "both");
        }

        foreach (string field in (ReadOnlySpan<string>)["cmp", "value", "upper"])
        {
            if (row[field].Length > 0 && (isPromised || !isMeasured))
            {
                Refuse(draft, row, field, isPromised ? "promised" : "words");
            }
        }

        bool isRange = row["cmp"] == "range";
        if (isMeasured && (isRange ? !(row.Number("upper") > row.Number("value")) : row["upper"].Length > 0))
        {
            Refuse(draft, row, "upper", isRange ? "range" : "no_range");
        }

        if (row.Number("weight") <= 0)
        {
            Refuse(draft, row, "weight", "weight");
        }
    }

    static void Refuse(RowDraft draft, LedgerRow row, string field, string what) => draft.Findings.Add(
        ProblemCode.FormRowFields, draft.Spot(field), row[field].Length > 0 ? row[field] : null, ("what", Phrases.Of("form.row." + what)));
}
