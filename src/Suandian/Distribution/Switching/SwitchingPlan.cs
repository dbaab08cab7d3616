namespace Suandian.Distribution.Switching;

/// <summary>What a switching plan is sought for.</summary>
public sealed record SwitchingPlanOptions
{
    const int Year = 8760;

    /// <summary>Days of the months of a common year.</summary>
    static readonly int[] Days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>First hour of each period, ascending, the first 0; switches are changed between periods only.</summary>
    public required int[] PeriodStart { get; init; }

    /// <summary>Largest sum of the deviations to both sides over all hours, pu; null (default) for none. Plans are told that break it, not chosen by it. Shape [buses].</summary>
    public double[]? SpreadPu { get; init; }

    /// <summary>Most changes of the state within the hours, ≥ 0; 3.</summary>
    public int MostChanges { get; init; } = 3;

    /// <summary>How states of a load are sought; of each load the best <see cref="ReconfigurationOptions.Kept"/> become candidates.</summary>
    public ReconfigurationOptions Search { get; init; } = new() { Kept = 3, BoundTime = TimeSpan.Zero };

    /// <summary>Threads, ≥ 1; the numbers do not depend on them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>First hours of so many periods: months where twelve are asked of the 8760 hours of a common year, else as equal as they can be.</summary>
    public static int[] Periods(int hours, int count) => hours == Year && count == Days.Length
        ? [.. Enumerable.Range(0, count).Select(m => 24 * Days.Take(m).Sum())]
        : [.. Enumerable.Range(0, Math.Min(count, hours)).Select(p => (int)((long)p * hours / Math.Min(count, hours)))];
}

/// <summary>A plan: which state stands in each period.</summary>
/// <param name="State">Index among the candidates. Shape [periods].</param>
/// <param name="LossMwh">Losses of all hours, MWh.</param>
/// <param name="Changes">Times that the state changes; the first state is free.</param>
/// <param name="Operations">Switches opened or closed at those times.</param>
/// <param name="SpreadBuses">Buses at which the deviations to both sides over all hours of the plan come to more than is allowed.</param>
public sealed record SwitchingPlan(int[] State, double LossMwh, int Changes, int Operations, int SpreadBuses = 0);

/// <summary>Switching plans of least losses by the number of changes they may make.</summary>
public sealed record SwitchingPlanSolution
{
    /// <summary>States that were computed over all hours; their loss and voltage are those of the load they were found for.</summary>
    public required SwitchState[] Candidates { get; init; }

    /// <summary>Place of the grid as given among them; −1 where it is not radial.</summary>
    public required int Given { get; init; }

    /// <summary>Losses, MWh. Shape [candidates × periods], row-major.</summary>
    public required double[] LossMwh { get; init; }

    /// <summary>Hours outside the limits of voltage or loading, or without solution. Shape [candidates × periods].</summary>
    public required int[] HoursOutside { get; init; }

    /// <summary>The best plan with at most 0, 1, … changes that keeps all limits in all hours; empty where no candidate does in some period.</summary>
    public required SwitchingPlan[] Plans { get; init; }
}
