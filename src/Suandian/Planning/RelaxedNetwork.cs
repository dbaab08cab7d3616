using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Networks with other limits.</summary>
public static class RelaxedNetwork
{
    /// <summary>Price of load not served where a relaxation allows shedding and the case states none, yuan/MWh.</summary>
    const double ShedPrice = 10_000;

    /// <summary>The network with the changes of a relaxation made.</summary>
    /// <exception cref="ArgumentException">A change names nothing in the network.</exception>
    public static HourlyNetwork Apply(HourlyNetwork network, ImmutableArray<LimitChange> changes)
    {
        ArgumentNullException.ThrowIfNull(network);
        return changes.Aggregate(network, Apply);
    }

    /// <summary>
    /// The network in which every capacity may grow without end, trades are bounded by their peak, load may be shed, and units
    /// that are on or off may run anywhere between nothing and their largest output.
    /// </summary>
    internal static HourlyNetwork Open(HourlyNetwork network)
    {
        var (units, trades) = (network.StorageUnits, network.Trades);
        network = WithoutUnits(network);
        return network with
        {
            Generators = network.Generators with { MaxMw = Endless(network.Generators.Count) },
            StorageUnits = units with { MaxMw = Endless(units.Count), MaxMwh = Endless(units.Count) },
            Stores = network.Stores with { MaxMwh = Endless(network.Stores.Count) },
            Links = network.Links with { MaxMw = Endless(network.Links.Count) },
            Lines = network.Lines with { MaxMw = Endless(network.Lines.Count) },
            Trades = trades with { MaxMw = Endless(trades.Count), DemandPeriods = [.. trades.DemandPeriods.Select(_ => 1)] },
            ShedPriceYuanPerMwh = network.ShedPriceYuanPerMwh ?? ShedPrice,
        };
    }

    /// <summary>Units without least output, times, starts and ramps; what is always on keeps its ramps.</summary>
    static HourlyNetwork WithoutUnits(HourlyNetwork network)
    {
        if (network.Commitments is not { } committed)
        {
            return network;
        }

        var T = network.Snapshots.Count;
        var (ofGenerators, ofLinks) = (Units(isLink: false), Units(isLink: true));
        double[]? Free(double[]? floor, HashSet<int> members) => floor is null ? null : [.. floor.Select((f, i) => members.Contains(i / T) ? Math.Min(0, f) : f)];
        return network with
        {
            Commitments = null,
            Ramps = network.Ramps is { } ramps ? AlwaysOn(ramps, T) : null,
            Links = network.Links with { FloorPu = Free(network.Links.FloorPu, ofLinks) },
            Generators = network.Generators with
            {
                FloorPu = Free(network.Generators.FloorPu, ofGenerators),
                MinimumPu = [.. network.Generators.MinimumPu.Select((m, g) => ofGenerators.Contains(g) ? 0 : m)],
            },
        };

        HashSet<int> Units(bool isLink) => [.. Enumerable.Range(0, committed.Count).Where(u => committed.IsLink[u] == isLink).Select(u => committed.Component[u])];
    }

    static Ramps AlwaysOn(Ramps ramps, int snapshots)
    {
        int[] kept = [.. Enumerable.Range(0, ramps.Count).Where(r => ramps.Unit[r] < 0)];
        T[] Of<T>(T[] all) => Array.ConvertAll(kept, r => all[r]);
        double[] Hours(double[] all) => [.. kept.SelectMany(r => all[(r * snapshots)..((r + 1) * snapshots)])];
        return ramps with
        {
            Name = Of(ramps.Name),
            IsLink = Of(ramps.IsLink),
            Component = Of(ramps.Component),
            InitialMw = Of(ramps.InitialMw),
            UpPu = Hours(ramps.UpPu),
            DownPu = Hours(ramps.DownPu),
            Unit = Of(ramps.Unit),
            StartPu = Of(ramps.StartPu),
            StopPu = Of(ramps.StopPu),
        };
    }

    static HourlyNetwork Apply(HourlyNetwork network, LimitChange change)
    {
        double[] Set(string[] names, double[] values) => Array.IndexOf(names, change.Name) is var i and >= 0
            ? [.. values.Select((v, k) => k == i ? change.To : v)]
            : throw new ArgumentException($"{change.Component} has no '{change.Name}'", nameof(change));

        var (g, s, trades) = (network.Generators, network.StorageUnits, network.Trades);
        return (change.Component, change.Column) switch
        {
            ("generators", "minimum_pu") when g.FloorPu is { } floor => network with { Generators = g with { FloorPu = Lowered(floor, Array.IndexOf(g.Name, change.Name), network.Snapshots.Count, change) } },
            ("generators", "minimum_pu") => network with { Generators = g with { MinimumPu = Set(g.Name, g.MinimumPu) } },
            ("generators", "e_sum_min") => network with { Generators = g with { EnergyMinMwh = Set(g.Name, g.EnergyMinMwh!) } },
            ("generators", "e_sum_max") => network with { Generators = g with { EnergyMaxMwh = Set(g.Name, g.EnergyMaxMwh!) } },
            ("global_constraints", _) => network with
            {
                GlobalLimits = [.. network.GlobalLimits.Select(l => l.Name == change.Name ? l with { Constant = change.To } : l)],
            },
            ("generators", _) => network with { Generators = g with { MaxMw = Set(g.Name, g.MaxMw) } },
            ("storage_units", "energy_max_mwh") => network with { StorageUnits = s with { MaxMwh = Set(s.Name, s.MaxMwh) } },
            ("storage_units", _) => network with { StorageUnits = Larger(s, Set(s.Name, s.MaxMw)) },
            ("stores", _) => network with { Stores = network.Stores with { MaxMwh = Set(network.Stores.Name, network.Stores.MaxMwh) } },
            ("links", _) => network with { Links = network.Links with { MaxMw = Set(network.Links.Name, network.Links.MaxMw) } },
            ("lines", _) => network with { Lines = network.Lines with { MaxMw = Set(network.Lines.Name, network.Lines.MaxMw) } },
            ("tariffs", _) => network with { Trades = trades with { MaxMw = Set(trades.Name, trades.MaxMw) } },
            ("annual_rules", _) => network with
            {
                Rules = [.. network.Rules.Select(r => r.Name == change.Name ? r with { Limit = change.To } : r)],
            },
            ("loads", _) => network with { ShedPriceYuanPerMwh = network.ShedPriceYuanPerMwh ?? ShedPrice },
            _ => throw new ArgumentException($"'{change.Component}' holds no limit", nameof(change)),
        };
    }

    /// <summary>The floor of a component in all hours, lowered by the share by which its highest is.</summary>
    static double[] Lowered(double[] floor, int component, int snapshots, LimitChange change) =>
        [.. floor.Select((f, i) => f > 0 && i / snapshots == component ? f * change.To / change.From : f)];

    static StorageUnits Larger(StorageUnits units, double[] power) => units with
    {
        MaxMw = power,
        MaxMwh = [.. units.MaxMwh.Select((energy, s) => units.SizedApart[s] ? energy : units.DurationH[s] * power[s])],
    };

    static double[] Endless(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.PositiveInfinity);
        return values;
    }
}
