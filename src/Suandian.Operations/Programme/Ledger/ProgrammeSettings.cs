using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger;

/// <summary>Name and service period of a programme: the one row of the register programme.</summary>
public sealed record ProgrammeSettings
{
    /// <summary>Id of that row.</summary>
    public const string Id = "programme";

    /// <summary>Name.</summary>
    public required Text Name { get; init; }

    /// <summary>First day of the service period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the service period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>What the document says about the start where it says two things.</summary>
    public required string StartNote { get; init; }

    /// <summary>Marked as demonstration on every page.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>The settings of a state; null where there are none yet.</summary>
    public static ProgrammeSettings? Of(LedgerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Row("programme", Id) is { } row
            ? new ProgrammeSettings
            {
                Name = row.Name, Start = row.Date("start")!.Value, End = row.Date("end")!.Value,
                StartNote = row["start_note"], IsDemonstration = row.Is("demonstration"),
            }
            : null;
    }
}
