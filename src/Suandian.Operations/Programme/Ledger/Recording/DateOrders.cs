using System.Collections.Frozen;
using System.Collections.Immutable;
using Suandian.Cases;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>Which day of a row cannot lie before which other: schema/date_orders.csv.</summary>
static class DateOrders
{
    static readonly FrozenDictionary<string, ImmutableArray<(string Earlier, string Later)>> Known = RegisterSchema.Sheet("date_orders")
        .GroupBy(row => row["register"]).ToFrozenDictionary(group => group.Key, group => group.Select(row => (row["earlier"], row["later"])).ToImmutableArray());

    internal static void Check(RowDraft draft, LedgerRow row)
    {
        foreach (var (earlier, later) in Known.GetValueOrDefault(draft.Schema.Name, []))
        {
            if (row.Date(earlier) is { } first && row.Date(later) is { } second && second < first)
            {
                draft.Findings.Add(ProblemCode.LedgerDates, draft.Spot(later), row[later], ("start", row[earlier]));
            }
        }
    }
}
