using System.Collections.Immutable;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Exact flows of all hours of a plan, measured against the limits of the grid. Hours are snapshots; "h" counts each with the hours of the year it stands for.</summary>
public sealed record HoursCheckSolution
{
    /// <summary>Snapshots computed.</summary>
    public required int Snapshots { get; init; }

    /// <summary>Snapshots for which no voltages were found that carry the powers.</summary>
    public required int[] Unsolved { get; init; }

    /// <summary>Buses with load or generation that no slack reaches.</summary>
    public int[] Dark { get; init; } = [];

    /// <summary>Voltages, in the order of the buses.</summary>
    public required ImmutableArray<BusCheck> Buses { get; init; }

    /// <summary>Loadings, in the order of the branches.</summary>
    public required ImmutableArray<BranchCheck> Branches { get; init; }

    /// <summary>Losses of all branches by current [T], MW; NaN where unsolved.</summary>
    public required double[] LossMw { get; init; }

    /// <summary>What shunts take, the iron losses of transformers among them [T], MW; NaN where unsolved.</summary>
    public required double[] ShuntMw { get; init; }

    /// <summary>Power that the slacks give to the grid, loads and shunts at their own buses included [T], MW; NaN where unsolved.</summary>
    public required double[] SlackMw { get; init; }

    /// <summary>Losses of all branches by current in the year, MWh/a.</summary>
    public required double LossMwh { get; init; }

    /// <summary>What shunts take in the year, MWh/a.</summary>
    public required double ShuntMwh { get; init; }

    /// <summary>Power that the slacks give over the year, less what they take, MWh/a.</summary>
    public required double SlackMwh { get; init; }

    /// <summary>True where all hours are solved and no limit is broken.</summary>
    public bool Fits => KeepsLimits && Dark.Length == 0;

    /// <summary>True where all hours have a solution and what has supply stays within its limits.</summary>
    public bool KeepsLimits => Unsolved.Length == 0 && Buses.All(b => !b.IsOutside) && Branches.All(b => !b.IsOver);
}

/// <summary>Voltage of a bus over all hours. Snapshots are −1 and numbers NaN for a bus that is left out.</summary>
/// <param name="LowestPu">Lowest voltage, pu.</param>
/// <param name="LowestAt">Snapshot of the lowest voltage.</param>
/// <param name="HighestPu">Highest voltage, pu.</param>
/// <param name="HighestAt">Snapshot of the highest voltage.</param>
/// <param name="LowH">Hours of the year below the band, h/a.</param>
/// <param name="HighH">Hours of the year above the band, h/a.</param>
/// <param name="FirstOutside">First snapshot outside the band; −1 where there is none.</param>
/// <param name="SumPu">Upper and lower deviation together, of one sign the larger, pu.</param>
/// <param name="IsSumBroken">True where that is more than allowed.</param>
public sealed record BusCheck(
    double LowestPu, int LowestAt, double HighestPu, int HighestAt, double LowH, double HighH, int FirstOutside, double SumPu, bool IsSumBroken)
{
    /// <summary>True where a limit of voltage is broken.</summary>
    public bool IsOutside => FirstOutside >= 0 || IsSumBroken;
}

/// <summary>Loading of a branch over all hours.</summary>
/// <param name="PeakPu">Highest apparent power over the rating, pu; NaN without a rating or out of service.</param>
/// <param name="PeakMva">Highest apparent power at the end that carries more, MVA.</param>
/// <param name="PeakAt">Snapshot of the highest apparent power.</param>
/// <param name="OverH">Hours of the year above the limit, h/a.</param>
/// <param name="FirstOver">First snapshot above the limit; −1 where there is none.</param>
/// <param name="LossMwh">Losses by current, without the iron losses of a transformer, MWh/a.</param>
/// <param name="ReverseH">Hours of the year in which power flows from the second to the first bus, in a transformer from the low to the high side, h/a.</param>
/// <param name="ReverseMw">Most power in that direction, at the first bus, MW.</param>
public sealed record BranchCheck(
    double PeakPu, double PeakMva, int PeakAt, double OverH, int FirstOver, double LossMwh, double ReverseH, double ReverseMw)
{
    /// <summary>True where it is loaded above the limit.</summary>
    public bool IsOver => FirstOver >= 0;
}
