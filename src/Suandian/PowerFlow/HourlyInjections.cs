namespace Suandian.PowerFlow;

/// <summary>Generation less load of every bus and hour; the shunts of the grid come on top.</summary>
/// <param name="Hours">Number of hours, ≥ 1.</param>
/// <param name="ActiveMw">Active power into the bus, MW; without meaning at slacks. Shape [buses × hours], row-major.</param>
/// <param name="ReactiveMvar">Reactive power into the bus, Mvar; without meaning at slacks and PV buses. Shape [buses × hours], row-major.</param>
public sealed record HourlyInjections(int Hours, double[] ActiveMw, double[] ReactiveMvar);

/// <summary>Which hourly arrays are kept; voltages are kept always.</summary>
[Flags]
public enum HourlyArrays
{
    /// <summary>Magnitudes, losses and slack powers only.</summary>
    Voltages = 0,

    /// <summary>Angles.</summary>
    Angles = 1,

    /// <summary>Powers at both ends of branches.</summary>
    Flows = 2,

    /// <summary>All.</summary>
    All = Angles | Flows,
}

/// <summary>How the hours are computed.</summary>
public enum HourlyMethod
{
    /// <summary>By sweep where the grid allows it, else by Newton.</summary>
    Fastest,

    /// <summary>Newton–Raphson.</summary>
    Newton,

    /// <summary>Backward and forward sweep: radial grids with constant powers, without tap, shift or PV bus.</summary>
    Sweep,
}

/// <summary>Power flows of many hours. Arrays are row-major, one row a component; empty where they were not asked for.</summary>
public sealed record HourlyFlowSolution
{
    /// <summary>Number of hours.</summary>
    public required int Hours { get; init; }

    /// <summary>True where the hour was solved; elsewhere its numbers are NaN. Shape [hours].</summary>
    public required bool[] IsSolved { get; init; }

    /// <summary>Voltage magnitude, pu; NaN at buses left out. Shape [buses × hours].</summary>
    public required double[] VoltagePu { get; init; }

    /// <summary>Voltage angle, degrees. Shape [buses × hours].</summary>
    public required double[] AngleDeg { get; init; }

    /// <summary>Active power into the branch at its from end, MW. Shape [branches × hours].</summary>
    public required double[] FromMw { get; init; }

    /// <summary>Reactive power into the branch at its from end, Mvar. Shape [branches × hours].</summary>
    public required double[] FromMvar { get; init; }

    /// <summary>Active power into the branch at its to end, MW. Shape [branches × hours].</summary>
    public required double[] ToMw { get; init; }

    /// <summary>Reactive power into the branch at its to end, Mvar. Shape [branches × hours].</summary>
    public required double[] ToMvar { get; init; }

    /// <summary>Sum of all branch losses, MW. Shape [hours].</summary>
    public required double[] LossMw { get; init; }

    /// <summary>Active power that the slacks together give to the grid, MW. Shape [hours].</summary>
    public required double[] SlackMw { get; init; }

    /// <summary>Reactive power that the slacks together give to the grid, Mvar. Shape [hours].</summary>
    public required double[] SlackMvar { get; init; }

    /// <summary>What the shunt of a bus takes in an hour, g V², MW; NaN where the hour has no solution.</summary>
    internal double ShuntMw(GridBuses buses, int bus, int hour)
    {
        var v = VoltagePu[(bus * Hours) + hour];
        return buses.ShuntMw[bus] * v * v;
    }
}
