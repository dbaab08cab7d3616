using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>The hours of a grid, each computed exactly, and what they mean for buses, branches and the supply.</summary>
public sealed record FeederYearSolution
{
    /// <summary>Voltages and flows of every hour.</summary>
    public required HourlyFlowSolution Flow { get; init; }

    /// <summary>Limits against which it was held.</summary>
    public required FeederLimits Limits { get; init; }

    /// <summary>The ways from the slacks, which tell what flows backwards.</summary>
    public required FeederPaths Paths { get; init; }

    /// <summary>Voltages of each bus over the hours. Shape [buses].</summary>
    public required BusYear[] Buses { get; init; }

    /// <summary>Loadings, losses and reverse flows of each branch over the hours. Shape [branches].</summary>
    public required BranchYear[] Branches { get; init; }

    /// <summary>Load of all buses with supply but the slacks, in the hours with solution, MWh.</summary>
    public required double LoadMwh { get; init; }

    /// <summary>What generators, PV and wind at these buses gave in these hours, MWh; negative loads of the case count here.</summary>
    public required double GenerationMwh { get; init; }

    /// <summary>Losses of all branches, MWh.</summary>
    public required double LossMwh { get; init; }

    /// <summary>What shunts take at these buses, such as the iron losses of transformers, MWh; with it load + losses + shunts = generation + import − export.</summary>
    public required double ShuntMwh { get; init; }

    /// <summary>Energy that the slacks gave in the hours in which they gave, MWh.</summary>
    public required double ImportMwh { get; init; }

    /// <summary>Energy that the slacks took in the hours in which they took, MWh.</summary>
    public required double ExportMwh { get; init; }

    /// <summary>Hours without solution.</summary>
    public required int[] Unsolved { get; init; }

    /// <summary>Number of hours in which some voltage or branch is beyond its limit.</summary>
    public required int HoursBeyond { get; init; }

    /// <summary>Hours in which the slacks together take power.</summary>
    public int ExportHours => Flow.SlackMw.Count(p => p < 0);
}

/// <summary>Voltages of a bus over the hours; hours are indices, −1 where nothing was solved.</summary>
/// <param name="LowestPu">Lowest voltage, pu; NaN at buses left out.</param>
/// <param name="LowestHour">Its hour.</param>
/// <param name="HighestPu">Highest voltage, pu.</param>
/// <param name="HighestHour">Its hour.</param>
/// <param name="MeanPu">Mean voltage, pu.</param>
/// <param name="HoursLow">Hours below the limit.</param>
/// <param name="HoursHigh">Hours above the limit.</param>
/// <param name="IsSpread">True where the deviations to both sides together are more than the standard allows from 35 kV up.</param>
public readonly record struct BusYear(double LowestPu, int LowestHour, double HighestPu, int HighestHour, double MeanPu, int HoursLow, int HoursHigh, bool IsSpread);

/// <summary>A branch over the hours; hours are indices, −1 where there is none.</summary>
/// <param name="PeakMva">Largest apparent power at the end that carries more, MVA.</param>
/// <param name="PeakHour">Its hour.</param>
/// <param name="PeakLoadingPu">Over the rating; NaN where there is no rating.</param>
/// <param name="HoursOver">Hours above the rating.</param>
/// <param name="LossMwh">Losses, MWh.</param>
/// <param name="ReverseHours">Hours in which active power flows towards the slack; 0 where both ends are equally far from it.</param>
/// <param name="MostReverseMw">Largest power towards the slack, MW.</param>
/// <param name="MostReverseHour">Its hour.</param>
public readonly record struct BranchYear(
    double PeakMva, int PeakHour, double PeakLoadingPu, int HoursOver, double LossMwh, int ReverseHours, double MostReverseMw, int MostReverseHour);

/// <summary>A voltage or loading beyond its limit in one hour.</summary>
/// <param name="Kind">What is beyond.</param>
/// <param name="Index">Bus or branch.</param>
/// <param name="Hour">Index of the hour.</param>
/// <param name="Value">Voltage, pu; or apparent power, MVA.</param>
/// <param name="Limit">Its limit, in the same unit.</param>
public readonly record struct FeederViolation(ViolationKind Kind, int Index, int Hour, double Value, double Limit);

/// <summary>What is beyond a limit.</summary>
public enum ViolationKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Voltage below the lowest.</summary>
    LowVoltage,

    /// <summary>Voltage above the highest.</summary>
    HighVoltage,

    /// <summary>Branch above its rating.</summary>
    Overload,

    /// <summary>The equations have no solution.</summary>
    NoSolution,
}
