namespace Suandian.Distribution.Reinforcement;

/// <summary>Kinds of measures.</summary>
public enum MeasureKind
{
    /// <summary>A second line beside a branch.</summary>
    ParallelLine,

    /// <summary>A larger conductor, cable or transformer in place of a branch.</summary>
    LargerConductor,

    /// <summary>A regulator of fixed ratio at the end of a branch nearer to the slack: V behind it = V before it / ratio.</summary>
    Regulator,

    /// <summary>A capacitor, connected always.</summary>
    Capacitor,

    /// <summary>A battery that levels the load of its feeder within each day.</summary>
    Storage,

    /// <summary>Inverters of a bus that take reactive power in proportion to their active power.</summary>
    SmartInverter,

    /// <summary>Computing load that is moved within each day to level the load of its feeder.</summary>
    FlexibleCompute,
}

/// <summary>One thing that can be built at one place; it is built or not.</summary>
public sealed record Measure
{
    /// <summary>Name of its type.</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Branch of lines, conductors and regulators; bus of all others.</summary>
    public required int Site { get; init; }

    /// <summary>Investment, yuan, ≥ 0.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Lifetime, a, &gt; 0.</summary>
    public required double LifetimeYears { get; init; }

    /// <summary>Series resistance of the new line or conductor, pu of the grid.</summary>
    public double ResistancePu { get; init; }

    /// <summary>Series reactance of the new line or conductor, pu of the grid.</summary>
    public double ReactancePu { get; init; }

    /// <summary>Rating of the new line or conductor, MVA; 0 where there is none.</summary>
    public double RatingMva { get; init; }

    /// <summary>Ratio of a regulator, 0.8 … 1.2; below 1 it raises the voltage behind it.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>Reactive power of a capacitor at 1 pu, Mvar.</summary>
    public double Mvar { get; init; }

    /// <summary>Power of storage, or computing load that can be moved, MW.</summary>
    public double Mw { get; init; }

    /// <summary>Energy of storage, or that can wait within a day, MWh.</summary>
    public double Mwh { get; init; }

    /// <summary>Energy that comes back of what is stored, pu, 0 … 1; 1 for computing.</summary>
    public double Efficiency { get; init; } = 1;

    /// <summary>Reactive power taken by inverters over the active power of the bus's generation, pu.</summary>
    public double ReactiveShare { get; init; }

    /// <summary>True where it stands at a branch.</summary>
    public bool IsAtBranch => Kind is MeasureKind.ParallelLine or MeasureKind.LargerConductor or MeasureKind.Regulator;

    /// <summary>True where it changes the impedance of a branch; one of these at most is built at a branch.</summary>
    internal bool IsConductor => Kind is MeasureKind.ParallelLine or MeasureKind.LargerConductor;

    /// <summary>Annuity, yuan/a: cost · i / (1 − (1 + i)^−lifetime), or cost / lifetime without interest.</summary>
    public double AnnualYuan(double rate) => rate > 0 ? CostYuan * rate / (1 - Math.Pow(1 + rate, -LifetimeYears)) : CostYuan / LifetimeYears;
}

/// <summary>How measures are chosen.</summary>
public sealed record ReinforcementOptions
{
    /// <summary>Interest for annuities, pu/a, ≥ 0; 0.06.</summary>
    public double Rate { get; init; } = 0.06;

    /// <summary>Most that the linear model is taken to be wrong by in V², pu²; what it was seen to be wrong by, three times over, counts where that is less. 0.01.</summary>
    public double VoltageMargin { get; init; } = 0.01;

    /// <summary>The same in loadings, share of the rating; 0.03.</summary>
    public double LoadingMargin { get; init; } = 0.03;

    /// <summary>Most sets that are computed exactly, ≥ 1; 200.</summary>
    public int MostSets { get; init; } = 200;

    /// <summary>Growth of all loads, pu/a; 0.</summary>
    public double Growth { get; init; }

    /// <summary>Years from now that are planned for, ≥ 0; 0 plans for the hours as they are.</summary>
    public int Years { get; init; }

    /// <summary>Threads, ≥ 1.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>How a choice ended.</summary>
public enum ReinforcementStatus
{
    /// <summary>Nothing is needed.</summary>
    NothingNeeded,

    /// <summary>The set keeps all limits in all hours, and no cheaper one does, provided the linear model is not wrong by more than its margins.</summary>
    Cheapest,

    /// <summary>No set keeps all limits in all hours, provided the linear model is not wrong by more than its margins.</summary>
    NoneSuffices,

    /// <summary>None was found among as many sets as were allowed.</summary>
    NotFound,
}

/// <summary>A measure that is built.</summary>
/// <param name="Measure">Which.</param>
/// <param name="Year">Years from now in which it is needed.</param>
public sealed record PlannedMeasure(Measure Measure, int Year);

/// <summary>The measures of least annual cost, checked in every hour.</summary>
public sealed record ReinforcementSolution
{
    /// <summary>How it ended.</summary>
    public required ReinforcementStatus Status { get; init; }

    /// <summary>What is built, by year of need; empty without a set.</summary>
    public required PlannedMeasure[] Measures { get; init; }

    /// <summary>Annuities of all, yuan/a.</summary>
    public required double AnnualYuan { get; init; }

    /// <summary>Investment of all, yuan.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Hours outside the limits in the last year planned for, without measures.</summary>
    public required FeederExcess Before { get; init; }

    /// <summary>The same with the measures; without a set those of the set that came closest.</summary>
    public required FeederExcess After { get; init; }

    /// <summary>Sets that were computed exactly.</summary>
    public required int Sets { get; init; }

    /// <summary>The grid with the measures of branches and capacitors.</summary>
    public required PowerFlow.PowerGrid Grid { get; init; }
}

/// <summary>What lies outside the limits.</summary>
/// <param name="Hours">Hours with anything outside, or without solution.</param>
/// <param name="LowPu">Most that a voltage lies below its limit, pu.</param>
/// <param name="HighPu">Most that a voltage lies above its limit, pu.</param>
/// <param name="Loading">Most that a branch carries over its rating, share of it.</param>
/// <param name="Unsolved">Hours without solution.</param>
/// <param name="Worst">Hours in which something is worst, for the model.</param>
public sealed record FeederExcess(int Hours, double LowPu, double HighPu, double Loading, int Unsolved, int[] Worst)
{
    /// <summary>True where everything is within limits.</summary>
    public bool IsNone => Hours == 0;
}
