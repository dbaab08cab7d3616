using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>Files that prove a row: its own, and those of the row it is listed under, as the sign-in sheet of an event proves everyone on it.</summary>
static class Proof
{
    /// <summary>SHA-256 of the files, each once.</summary>
    internal static ImmutableArray<string> Of(LedgerRow row, LedgerState state) =>
    [
        .. row.Evidence.Concat(RegisterSchema.Of(row.Address.Register).Fields.Where(f => f.IsProof)
            .SelectMany(f => state.Row(f.References, row[f.Name])?.Evidence ?? [])).Distinct(),
    ];

    /// <summary>Files that prove the counted rows of a figure, in the order of the rows.</summary>
    internal static ImmutableArray<string> Of(Figure? figure, LedgerState state) =>
        [.. (figure?.Rows ?? []).SelectMany(r => Of(r.Row, state)).Distinct()];
}
