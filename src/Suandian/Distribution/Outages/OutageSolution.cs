using Suandian.Distribution.Year;

namespace Suandian.Distribution.Outages;

/// <summary>What the loss of each branch in service means, one branch at a time.</summary>
public sealed record OutageSolution
{
    /// <summary>Hours that were computed, by index: those with the largest load first, then those with the largest injection.</summary>
    public required int[] Hours { get; init; }

    /// <summary>Hours among those chosen that have no solution with all branches in service, by index; left out.</summary>
    public required int[] Unsolved { get; init; }

    /// <summary>How many of the hours chosen were taken for their injection; the others were taken for their load.</summary>
    public required int ByInjection { get; init; }

    /// <summary>Number of outages that leave a part with a loop dark, for which restoration was not looked for.</summary>
    public int Meshed => Ties.Length == 0 ? 0 : Outages.Count(o => o.PeakMw > 0 && o.Restoration is null);

    /// <summary>Branches that may be closed.</summary>
    public required int[] Ties { get; init; }

    /// <summary>One for each branch in service that carries anything, in their order.</summary>
    public required BranchOutage[] Outages { get; init; }

    /// <summary>Exact power flows that were computed without those of restoration.</summary>
    public required long Flows { get; init; }
}

/// <summary>The loss of one branch. Limits that do not hold with all branches in service count only where they become worse.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Dark">Buses without supply.</param>
/// <param name="PeakMw">Load without supply in the hour in which it is largest, MW.</param>
/// <param name="PeakHour">That hour, by index.</param>
/// <param name="MeanMw">Mean over the hours, MW.</param>
/// <param name="HoursBeyond">Hours in which some other voltage or branch is beyond its limit.</param>
/// <param name="HoursUnsolved">Hours in which what is left has no solution.</param>
/// <param name="Worst">What is farthest beyond its limit; of kind None where nothing is.</param>
public sealed record BranchOutage(
    int Branch, int[] Dark, double PeakMw, int PeakHour, double MeanMw, int HoursBeyond, int HoursUnsolved, FeederViolation Worst)
{
    /// <summary>True where no load is lost and no limit is crossed.</summary>
    public bool IsHarmless => PeakMw <= 0 && HoursBeyond == 0 && HoursUnsolved == 0;

    /// <summary>How load comes back; null where no load is dark or nothing was looked for.</summary>
    public Restoration? Restoration { get; init; }
}

/// <summary>Switching after an outage by which load comes back without any limit crossed in any of the hours; what was dark hangs on one tie each, so that no loop is made.</summary>
/// <param name="Close">Branches to close; empty where no load comes back.</param>
/// <param name="Open">Branches to open before.</param>
/// <param name="RestoredMw">Load that comes back, in the hour in which the outage takes most, MW.</param>
/// <param name="Dark">Buses that stay dark.</param>
/// <param name="DarkMw">Their load in that hour, MW.</param>
/// <param name="IsProved">True where all switchings with so many actions that would bring back more were computed and crossed a limit.</param>
/// <param name="Trials">Switchings that were computed.</param>
public sealed record Restoration(int[] Close, int[] Open, double RestoredMw, int[] Dark, double DarkMw, bool IsProved, int Trials)
{
    /// <summary>False where no branch that may be closed joins the dark part with the lit one, so that there was nothing to try.</summary>
    public bool HasTie { get; init; } = true;

    /// <summary>Number of switch actions.</summary>
    public int Actions => Close.Length + Open.Length;
}
