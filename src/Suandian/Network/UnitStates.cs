namespace Suandian.Network;

/// <summary>What the states of a unit that is on or off say of its starts and stops, and what these cost.</summary>
public static class UnitStates
{
    /// <summary>Starts and stops of a unit in each snapshot [T], in machines.</summary>
    /// <param name="network">The network.</param>
    /// <param name="on">Machines that are on [u × T]; taken as the whole numbers they are nearest to.</param>
    /// <param name="unit">Index among the committable units.</param>
    public static (double[] Starts, double[] Stops) Changes(HourlyNetwork network, double[] on, int unit)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(on);
        var change = Enumerable.Range(0, network.Snapshots.Count).Select(t => On(network, on, unit, t) - Before(network, on, unit, t)).ToArray();
        return (Array.ConvertAll(change, c => Math.Max(0, c)), Array.ConvertAll(change, c => Math.Max(0, -c)));
    }

    /// <summary>Cost of starts, stops and being on of a unit, yuan/a.</summary>
    /// <inheritdoc cref="Changes"/>
    public static double CostYuan(HourlyNetwork network, double[] on, int unit)
    {
        var ((starts, stops), T) = (Changes(network, on, unit), network.Snapshots.Count);
        var (units, weight) = (network.Commitments!, network.Snapshots.WeightH);
        return Enumerable.Range(0, T).Sum(t => units.StartCostYuan[unit * T + t] * starts[t] + units.StopCostYuan[unit * T + t] * stops[t]
            + weight[t] * units.StandByYuanPerH[unit * T + t] * On(network, on, unit, t));
    }

    /// <summary>Machines that are on in a snapshot.</summary>
    internal static double On(HourlyNetwork network, double[] on, int unit, int t) => Math.Round(on[unit * network.Snapshots.Count + t]);

    /// <summary>Machines that are on in the snapshot before.</summary>
    internal static double Before(HourlyNetwork network, double[] on, int unit, int t) => network.Commitments!.IsCyclic
        ? On(network, on, unit, network.Snapshots.Previous[t])
        : !network.Snapshots.IsBeginning(t) ? On(network, on, unit, t - 1) : network.Commitments.IsOnBefore(unit) ? 1 : 0;
}
