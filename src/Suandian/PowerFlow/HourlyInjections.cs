namespace Suandian.PowerFlow;

/// <summary>Generation less load of every bus and hour; the shunts of the grid come on top.</summary>
/// <param name="Hours">Number of hours, ≥ 1.</param>
/// <param name="ActiveMw">Active power into the bus, MW; without meaning at slacks. Shape [buses × hours], row-major.</param>
/// <param name="ReactiveMvar">Reactive power into the bus, Mvar; without meaning at slacks and PV buses. Shape [buses × hours], row-major.</param>
public sealed record HourlyInjections(int Hours, double[] ActiveMw, double[] ReactiveMvar)
{
    /// <summary>Some of the hours, in the order given.</summary>
    public HourlyInjections Chosen(int[] hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return new HourlyInjections(hours.Length, Chosen(ActiveMw, Hours, hours), Chosen(ReactiveMvar, Hours, hours));
    }

    /// <summary>Some columns of an array [rows × count].</summary>
    internal static double[] Chosen(double[] all, int count, int[] hours)
    {
        var some = new double[all.Length / count * hours.Length];
        for (var i = 0; i < some.Length; i++)
        {
            some[i] = all[i / hours.Length * count + hours[i % hours.Length]];
        }

        return some;
    }
}

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

    /// <summary>Apparent power of a branch at the end that carries more, MVA.</summary>
    /// <param name="at">Place in the arrays: branch × hours + hour.</param>
    internal double Mva(int at) => Math.Sqrt(Math.Max((FromMw[at] * FromMw[at]) + (FromMvar[at] * FromMvar[at]), (ToMw[at] * ToMw[at]) + (ToMvar[at] * ToMvar[at])));

    /// <summary>What the shunts take in each hour, Σ g V² of the buses with supply, iron losses of transformers among it, MW; NaN in hours without solution. Shape [hours].</summary>
    internal double[] ShuntsMw(GridBuses buses)
    {
        double[] sum = [.. IsSolved.Select(isSolved => isSolved ? 0 : double.NaN)];
        for (var b = 0; b < buses.Count; b++)
        {
            AddSquares(sum, buses.ShuntMw[b], b);
        }

        return sum;
    }

    /// <summary>What comes from above at the slacks: into their branches and shunts and to the loads at their own buses, less what is generated there [hours], MW.</summary>
    internal double[] SupplyMw(GridBuses buses, HourlyInjections injections) => Supply(buses, (SlackMw, buses.ShuntMw, injections.ActiveMw));

    /// <summary>The same of reactive power; a shunt gives it [hours], Mvar.</summary>
    internal double[] SupplyMvar(GridBuses buses, HourlyInjections injections) => Supply(buses, (SlackMvar, [.. buses.ShuntMvar.Select(b => -b)], injections.ReactiveMvar));

    double[] Supply(GridBuses buses, (double[] Branches, double[] Shunt, double[] Injection) power)
    {
        var supply = (double[])power.Branches.Clone();
        foreach (var b in Enumerable.Range(0, buses.Count).Where(b => buses.Kind[b] == GridBusKind.Slack))
        {
            AddSquares(supply, power.Shunt[b], b);
            for (var h = 0; h < Hours; h++)
            {
                supply[h] -= power.Injection[(b * Hours) + h];
            }
        }

        return supply;
    }

    /// <summary>Adds factor × V² of a bus to each hour in which it has supply.</summary>
    void AddSquares(double[] sum, double factor, int bus)
    {
        for (var h = 0; h < Hours && factor != 0; h++)
        {
            var v = VoltagePu[(bus * Hours) + h];
            sum[h] += double.IsNaN(v) ? 0 : factor * v * v;
        }
    }
}
