namespace Suandian.Scheduling.Machines;

/// <summary>One row of users.csv: the section of a user, for traces that name no sections, and its share.</summary>
public sealed record MachineUser
{
    /// <summary>User as the trace names it.</summary>
    public required string User { get; init; }

    /// <summary>Section of its jobs where the trace does not say it.</summary>
    public required string Section { get; init; }

    /// <summary>Share in the fair share, against the other users of its section.</summary>
    public double Weight { get; init; } = 1;
}
