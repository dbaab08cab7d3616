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

    /// <summary>A battery that levels, within each day, the load of its feeder or the load behind a branch on its way to the slack (<see cref="Measure.LevelledBranch"/>).</summary>
    Storage,

    /// <summary>Inverters of a bus that take reactive power in proportion to their active power.</summary>
    SmartInverter,

    /// <summary>Computing load that is moved within each day to level load as storage does: away from an hour at most what the bus takes in it.</summary>
    FlexibleCompute,

    /// <summary>A line between two buses that no branch joins.</summary>
    NewLine,

    /// <summary>A branch that is out of service and is closed for good.</summary>
    CloseTie,
}

/// <summary>One thing that can be built at one place; it is built or not.</summary>
public sealed record Measure
{
    /// <summary>Name of its type.</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Branch of parallel lines, conductors, regulators and ties; bus of all others, of a new line that at its beginning.</summary>
    public required int Site { get; init; }

    /// <summary>Bus at the end of a new line.</summary>
    public int EndBus { get; init; }

    /// <summary>Investment, yuan, ≥ 0.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Lifetime, a, &gt; 0.</summary>
    public required double LifetimeYears { get; init; }

    /// <summary>Series resistance of the new line or conductor, pu of the grid.</summary>
    public double ResistancePu { get; init; }

    /// <summary>Series reactance of the new line or conductor, pu of the grid.</summary>
    public double ReactancePu { get; init; }

    /// <summary>Charging of a parallel or new line, pu of the grid, negative where a transformer is magnetised; 0 where it is not known.</summary>
    public double ChargingPu { get; init; }

    /// <summary>Rating of the new line or conductor, MVA; 0 where there is none.</summary>
    public double RatingMva { get; init; }

    /// <summary>Ratio of a regulator, 0.8 … 1.2; below 1 it raises the voltage behind it.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>Reactive power of a capacitor at 1 pu, Mvar.</summary>
    public double Mvar { get; init; }

    /// <summary>Power of storage; most computing load that can be moved into an hour, and out of it where the bus takes as much, MW.</summary>
    public double Mw { get; init; }

    /// <summary>Energy of storage, or that can wait within a day, MWh.</summary>
    public double Mwh { get; init; }

    /// <summary>Energy that comes back of what is stored, pu, 0 … 1; 1 for computing.</summary>
    public double Efficiency { get; init; } = 1;

    /// <summary>Reactive power taken by inverters over the active power of the bus's generation, pu.</summary>
    public double ReactiveShare { get; init; }

    /// <summary>Branch whose load behind it the schedule of storage or computing levels within each day; −1 for the load of the feeder.</summary>
    public int LevelledBranch { get; init; } = -1;

    /// <summary>Place in the catalogue of storage or computing with several schedules, of which one at most is built; −1 where there is one.</summary>
    internal int Row { get; init; } = -1;

    /// <summary>True where it stands at a branch.</summary>
    public bool IsAtBranch => Kind is MeasureKind.ParallelLine or MeasureKind.LargerConductor or MeasureKind.Regulator or MeasureKind.CloseTie;

    /// <summary>True where it joins buses that were not joined before.</summary>
    public bool IsNewRoute => Kind is MeasureKind.NewLine or MeasureKind.CloseTie;

    /// <summary>True where it changes the impedance of a branch; one of these at most is built at a branch.</summary>
    internal bool IsConductor => Kind is MeasureKind.ParallelLine or MeasureKind.LargerConductor;

    /// <summary>True where it follows a schedule over the hours, which no case of MATPOWER holds.</summary>
    public bool IsScheduled => Kind is MeasureKind.Storage or MeasureKind.SmartInverter or MeasureKind.FlexibleCompute;

    /// <summary>True where its schedule levels load within each day.</summary>
    internal bool IsLevelling => Kind is MeasureKind.Storage or MeasureKind.FlexibleCompute;

    /// <summary>Annuity, yuan/a: cost · i / (1 − (1 + i)^−lifetime), or cost / lifetime without interest.</summary>
    public double AnnualYuan(double rate) => rate > 0 ? CostYuan * rate / (1 - Math.Pow(1 + rate, -LifetimeYears)) : CostYuan / LifetimeYears;
}
