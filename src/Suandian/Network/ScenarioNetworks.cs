namespace Suandian.Network;

/// <summary>Joins the networks of several scenarios into one: the same components and capacities, the snapshots one after another.</summary>
public static class ScenarioNetworks
{
    /// <summary>One network whose snapshots are those of all scenarios, weighted by probability.</summary>
    /// <param name="name">Names of the scenarios.</param>
    /// <param name="probability">Their probabilities; the sum is 1.</param>
    /// <param name="networks">Their networks: the same components, any hourly values.</param>
    /// <exception cref="ArgumentException">No scenario, numbers of different length, or networks with different components.</exception>
    public static HourlyNetwork Join(string[] name, double[] probability, HourlyNetwork[] networks)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(probability);
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.Length == 0 || name.Length != networks.Length || probability.Length != networks.Length)
        {
            throw new ArgumentException($"{networks.Length} networks, {name.Length} names, {probability.Length} probabilities", nameof(networks));
        }

        var first = networks[0];
        double[] Hours(Func<HourlyNetwork, double[]> values) => Laid(networks, (n, _) => values(n));
        return first with
        {
            Snapshots = Joined(name, probability, [.. networks.Select(n => n.Snapshots)]),
            Generators = first.Generators with { AvailabilityPu = Hours(n => n.Generators.AvailabilityPu) },
            StorageUnits = first.StorageUnits with { InflowMw = Hours(n => n.StorageUnits.InflowMw) },
            Loads = first.Loads with { PowerMw = Hours(n => n.Loads.PowerMw) },
            Trades = first.Trades with
            {
                PriceYuanPerMwh = Hours(n => n.Trades.PriceYuanPerMwh),
                EnergyPriceYuanPerMwh = Hours(n => n.Trades.EnergyPriceYuanPerMwh),
            },
            Clusters = first.Clusters with { Pue = Hours(n => n.Clusters.Pue) },
            Workloads = first.Workloads with { ArrivalGpuH = Hours(n => n.Workloads.ArrivalGpuH) },
            Links = first.Links with { FloorPu = first.Links.FloorPu is null ? null : Hours(n => n.Links.FloorPu!) },
            Commitments = first.Commitments is null ? null : Joined(probability, networks, first.Commitments),
            Ramps = first.Ramps is null ? null : first.Ramps with { UpPu = Hours(n => n.Ramps!.UpPu), DownPu = Hours(n => n.Ramps!.DownPu) },
        };
    }

    /// <summary>Units of all scenarios: starts and stops cost their expectation, and no output is above the largest bound.</summary>
    static Commitments Joined(double[] probability, HourlyNetwork[] networks, Commitments first)
    {
        double[] Expected(Func<Commitments, double[]> yuan) =>
            Laid(networks, (n, s) => Array.ConvertAll(yuan(n.Commitments!), y => probability[s] * y));
        return first with
        {
            StartCostYuan = Expected(units => units.StartCostYuan),
            StopCostYuan = Expected(units => units.StopCostYuan),
            StandByYuanPerH = Laid(networks, (n, _) => n.Commitments!.StandByYuanPerH),
            BoundMw = [.. first.BoundMw.Select((_, u) => networks.Max(n => n.Commitments!.BoundMw[u]))],
        };
    }

    /// <summary>Rows of all scenarios, each laid one after another.</summary>
    static double[] Laid(HourlyNetwork[] networks, Func<HourlyNetwork, int, double[]> values)
    {
        var parts = networks.Select((n, s) => (Values: values(n, s), Hours: n.Snapshots.Count)).ToArray();
        var rows = parts[0].Values.Length / parts[0].Hours;
        if (parts.Any(p => p.Values.Length != rows * p.Hours))
        {
            throw new ArgumentException("the scenarios have different components", nameof(networks));
        }

        return [.. Enumerable.Range(0, rows).SelectMany(i => parts.SelectMany(p => p.Values[(i * p.Hours)..((i + 1) * p.Hours)]))];
    }

    static Snapshots Joined(string[] name, double[] probability, Snapshots[] parts)
    {
        var start = new int[parts.Length];
        for (var s = 1; s < parts.Length; s++)
        {
            start[s] = start[s - 1] + parts[s - 1].Count;
        }

        return new Snapshots
        {
            HourOfYear = [.. parts.SelectMany(p => p.HourOfYear)],
            WeightH = [.. parts.SelectMany((p, s) => p.WeightH.Select(w => probability[s] * w))],
            Previous = [.. parts.SelectMany((p, s) => p.Previous.Select(t => start[s] + t))],
            BlockStarts = [.. parts.SelectMany((p, s) => p.BlockStarts.Select(t => start[s] + t))],
            Month = [.. parts.SelectMany(p => p.Month)],
            Scenarios = new ScenarioBlocks { Name = name, ProbabilityPu = probability, Start = start },
        };
    }
}
