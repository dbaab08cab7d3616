namespace Suandian.Network;

/// <summary>What is connected to each bus; arrays [b] of component indices, ascending.</summary>
public sealed class BusConnections
{
    /// <summary>Gathers the connections of a network.</summary>
    public BusConnections(HourlyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var buses = network.Buses.Length;
        Generators = Gather(buses, network.Generators.Bus);
        StorageUnits = Gather(buses, network.StorageUnits.Bus);
        Stores = Gather(buses, network.Stores.Bus);
        LinksAt0 = Gather(buses, network.Links.Bus0);
        LinksAt1 = Gather(buses, network.Links.Bus1);
        LinkOutputs = Gather(buses, network.Links.Outputs?.Bus ?? []);
        LinesAt0 = Gather(buses, network.Lines.Bus0);
        LinesAt1 = Gather(buses, network.Lines.Bus1);
        Imports = Gather(buses, network.Trades.Bus, k => network.Trades.IsImport[k]);
        Exports = Gather(buses, network.Trades.Bus, k => !network.Trades.IsImport[k]);
        Clusters = Gather(buses, network.Clusters.Bus);
        LoadMw = SumOfLoads(network);
    }

    /// <summary>Generators.</summary>
    public int[][] Generators { get; }

    /// <summary>Storage units.</summary>
    public int[][] StorageUnits { get; }

    /// <summary>Stores.</summary>
    public int[][] Stores { get; }

    /// <summary>Links whose bus 0 it is.</summary>
    public int[][] LinksAt0 { get; }

    /// <summary>Links whose bus 1 it is.</summary>
    public int[][] LinksAt1 { get; }

    /// <summary>Outputs of links beyond bus 1.</summary>
    public int[][] LinkOutputs { get; }

    /// <summary>Lines whose bus 0 it is.</summary>
    public int[][] LinesAt0 { get; }

    /// <summary>Lines whose bus 1 it is.</summary>
    public int[][] LinesAt1 { get; }

    /// <summary>Trades that bring power in.</summary>
    public int[][] Imports { get; }

    /// <summary>Trades that take power out.</summary>
    public int[][] Exports { get; }

    /// <summary>Clusters.</summary>
    public int[][] Clusters { get; }

    /// <summary>Sum of the fixed loads [b × T], MW.</summary>
    public double[] LoadMw { get; }

    static int[][] Gather(int buses, int[] busOf, Func<int, bool>? belongs = null)
    {
        var members = new List<int>[buses];
        for (var i = 0; i < busOf.Length; i++)
        {
            if (belongs is null || belongs(i))
            {
                (members[busOf[i]] ??= []).Add(i);
            }
        }

        return Array.ConvertAll(members, m => m is null ? [] : m.ToArray());
    }

    static double[] SumOfLoads(HourlyNetwork network)
    {
        var snapshots = network.Snapshots.Count;
        var sum = new double[network.Buses.Length * snapshots];
        var loads = network.Loads;
        for (var d = 0; d < loads.Count; d++)
        {
            var bus = sum.AsSpan(loads.Bus[d] * snapshots, snapshots);
            var load = loads.PowerMw.AsSpan(d * snapshots, snapshots);
            for (var t = 0; t < snapshots; t++)
            {
                bus[t] += load[t];
            }
        }

        return sum;
    }
}
