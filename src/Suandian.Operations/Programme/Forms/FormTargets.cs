using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Forms;

/// <summary>The targets that a row of the form speaks of: each is named by its own id, or by the indicator that computes it, whatever its id is.</summary>
static class FormTargets
{
    /// <summary>Ids of the targets, and the names that fit none.</summary>
    /// <param name="state">State of the ledger.</param>
    /// <param name="row">Row of the register <c>form_rows</c>.</param>
    internal static (string[] Known, string[] Unknown) Of(LedgerState state, LedgerRow row)
    {
        var named = row.List("targets").Select(name => (Name: name, Targets: Named(state, name))).ToArray();
        return ([.. named.SelectMany(n => n.Targets).Distinct()], [.. named.Where(n => n.Targets.Length == 0).Select(n => n.Name)]);
    }

    /// <summary>Indicators of the row that compute several targets, so that the row does not say which of them it speaks of.</summary>
    internal static IEnumerable<(string Indicator, string[] Targets)> Doubtful(LedgerState state, LedgerRow row) =>
        row.List("targets").Select(name => (name, Named(state, name))).Where(n => n.Item2.Length > 1);

    /// <summary>The targets of a row with the first target in place of each doubtful indicator, as a person may write them.</summary>
    internal static string Chosen(LedgerState state, LedgerRow row) =>
        string.Join(';', row.List("targets").Select(name => Named(state, name) is [var first, _, ..] ? first : name));

    static string[] Named(LedgerState state, string name) => state.Row("targets", name) is not null
        ? [name]
        : [.. state.Rows("targets").Where(t => t["indicator"] == name).Select(t => t.Address.Id)];
}
