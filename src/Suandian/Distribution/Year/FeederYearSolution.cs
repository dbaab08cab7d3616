using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>The hours of a grid, each computed exactly, and what they mean for buses, branches and the supply.</summary>
public sealed record FeederYearSolution
{
    /// <summary>Voltages and flows of every hour.</summary>
    public required HourlyFlowSolution Flow { get; init; }

    /// <summary>Hours of the year that each stands for; energies and hours below count so. Shape [hours].</summary>
    public required double[] WeightH { get; init; }

    /// <summary>Limits against which it was held.</summary>
    public required FeederLimits Limits { get; init; }

    /// <summary>The ways from the slacks, which tell what flows backwards.</summary>
    public required FeederPaths Paths { get; init; }

    /// <summary>Voltages of each bus over the hours. Shape [buses].</summary>
    public required BusYear[] Buses { get; init; }

    /// <summary>Loadings, losses and reverse flows of each branch over the hours. Shape [branches].</summary>
    public required BranchYear[] Branches { get; init; }

    /// <summary>Load of all buses with supply, MW; this and the next are NaN in hours without solution. In each hour load + losses + shunts = generation + supply. Shape [hours].</summary>
    public required double[] LoadMw { get; init; }

    /// <summary>Load of the buses without supply, which is in none of these numbers.</summary>
    public required UnsuppliedLoad Unsupplied { get; init; }

    /// <summary>What generators, PV and wind within the grid give, MW; negative loads of the case count here. Shape [hours].</summary>
    public required double[] GenerationMw { get; init; }

    /// <summary>What shunts take, such as the iron losses of transformers, MW. Shape [hours].</summary>
    public required double[] ShuntMw { get; init; }

    /// <summary>What comes from above at the slacks, MW; negative where it goes back. Shape [hours].</summary>
    public required double[] SupplyMw { get; init; }

    /// <summary>The same of reactive power, Mvar. Shape [hours].</summary>
    public required double[] SupplyMvar { get; init; }

    /// <summary>Hours without solution.</summary>
    public required int[] Unsolved { get; init; }

    /// <summary>Number of hours in which some voltage or branch is beyond its limit.</summary>
    public required int HoursBeyond { get; init; }

    /// <summary>The same counted by the hours of the year that they stand for, h.</summary>
    public required double BeyondH { get; init; }

    /// <summary>Energy of the load in the hours with solution, MWh.</summary>
    public double LoadMwh => Energy(LoadMw, p => p);

    /// <summary>Energy generated within the grid in these hours, MWh.</summary>
    public double GenerationMwh => Energy(GenerationMw, p => p);

    /// <summary>Losses of all branches, MWh.</summary>
    public double LossMwh => Energy(Flow.LossMw, p => p);

    /// <summary>Energy that shunts take, MWh.</summary>
    public double ShuntMwh => Energy(ShuntMw, p => p);

    /// <summary>Energy from above in the hours in which it comes, MWh.</summary>
    public double ImportMwh => Energy(SupplyMw, p => Math.Max(p, 0));

    /// <summary>Energy back to the grid above in the hours in which it goes back, MWh.</summary>
    public double ExportMwh => Energy(SupplyMw, p => Math.Max(-p, 0));

    /// <summary>Hours in which power goes back.</summary>
    public double ExportHours => HourSum.Told(SupplyMw.Zip(WeightH).Where(p => p.First < 0).Sum(p => p.Second));

    double Energy(double[] mw, Func<double, double> part) => mw.Zip(WeightH).Where(p => double.IsFinite(p.First)).Sum(p => part(p.First) * p.Second);
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
public readonly record struct BusYear(double LowestPu, int LowestHour, double HighestPu, int HighestHour, double MeanPu, double HoursLow, double HoursHigh, bool IsSpread)
{
    /// <summary>The deviations to both sides together as GB/T 12325 counts them, pu.</summary>
    public double SpreadPu => VoltageStandard.Spread(LowestPu, HighestPu);
}

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
    double PeakMva, int PeakHour, double PeakLoadingPu, double HoursOver, double LossMwh, double ReverseHours, double MostReverseMw, int MostReverseHour);

/// <summary>A voltage or loading beyond its limit in one hour.</summary>
/// <param name="Kind">What is beyond.</param>
/// <param name="Index">Bus or branch.</param>
/// <param name="Hour">Index of the hour; −1 for all together.</param>
/// <param name="Value">Voltage or sum of deviations, pu; or apparent power, MVA.</param>
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

    /// <summary>The deviations of a bus to both sides, over all hours, together beyond the standard.</summary>
    SumOfDeviations,
}
