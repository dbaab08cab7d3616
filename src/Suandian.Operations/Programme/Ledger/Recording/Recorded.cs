using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>What a request of changes comes to: all its problems, and the entries to be kept.</summary>
public sealed record Recorded
{
    /// <summary>Every problem of every change.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>What became of each change, in order.</summary>
    public required ImmutableArray<ChangeOutcome> Outcomes { get; init; }

    /// <summary>Entries to append, one for each row that is new, other or gone.</summary>
    public required ImmutableArray<Entry> Entries { get; init; }

    /// <summary>Personal values of these entries.</summary>
    public required ImmutableArray<Seal> Seals { get; init; }

    /// <summary>The state after them.</summary>
    public required LedgerState After { get; init; }

    /// <summary>How many changes ended so.</summary>
    public int Count(ChangeResult result) => Outcomes.Count(o => o.Result == result);
}

/// <summary>What became of a change.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Address">The row; null where it was refused before it had one.</param>
/// <param name="Line">Line of the file it came from.</param>
public sealed record ChangeOutcome(ChangeResult Result, RowAddress? Address, int? Line);

/// <summary>How a change ended.</summary>
public enum ChangeResult
{
    /// <summary>A new row.</summary>
    Added,

    /// <summary>A row with other values.</summary>
    Changed,

    /// <summary>The row was taken out.</summary>
    Removed,

    /// <summary>Its personal values were taken out for good.</summary>
    Erased,

    /// <summary>The row was there already; nothing was written.</summary>
    Same,

    /// <summary>It has problems.</summary>
    Refused,
}
