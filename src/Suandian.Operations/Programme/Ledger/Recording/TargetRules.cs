using System.Globalization;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>What must hold of a target: value, upper end and plan fit its comparator.</summary>
static class TargetRules
{
    internal static void Check(RowDraft draft, LedgerRow row)
    {
        string cmp = row["cmp"];
        bool isInterval = cmp == "interval";
        if (isInterval ? row.Date("value") is null || row.Date("max") is null || row.Date("value") > row.Date("max")
            : (row["value"].Length > 0 && row.Number("value") is null) || (row["max"].Length > 0 && row.Number("max") is null))
        {
            Refuse(draft, "value", row["value"], isInterval ? "interval" : "number");
        }
        else if (cmp == "range" ? row.Number("max") is null || row.Number("value") is null || row.Number("max") < row.Number("value") : !isInterval && row["max"].Length > 0)
        {
            Refuse(draft, "max", row["max"], cmp == "range" ? "range" : "no_range");
        }

        if (cmp is ">=" or "<=" or "=" && row["value"].Length == 0)
        {
            Refuse(draft, "value", null, "value");
        }

        CheckPlan(draft, row);
        foreach (string other in row.List("overlaps").Where(o => !FieldParser.IsName(o)))
        {
            Refuse(draft, "overlaps", other, "overlaps");
        }
    }

    static void CheckPlan(RowDraft draft, LedgerRow row)
    {
        var weights = row.List("plan_weights");
        bool areNumbers = weights.All(w => decimal.TryParse(w, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));
        bool isSound = areNumbers && row["plan"] switch
        {
            "seasonal" => weights.Length == 12,
            "each_quarter" => weights.Length <= 1,
            _ => weights.IsEmpty,
        };
        if (!isSound)
        {
            Refuse(draft, "plan_weights", row["plan_weights"], "weights");
        }

        bool isQuarterly = row["plan"] == "each_quarter" && Comparators.Of(row["cmp"]) is not (Comparator.AtLeast or Comparator.Equal or Comparator.CountOnly);
        if (isQuarterly)
        {
            Refuse(draft, "plan", row["plan"], "quarterly");
        }
    }

    static void Refuse(RowDraft draft, string field, string? value, string what) => draft.Findings.Add(
        ProblemCode.LedgerTarget, draft.Spot(field), value is { Length: > 0 } ? value : null, ("what", Texts.Phrases.Of("ledger.target." + what)));
}
