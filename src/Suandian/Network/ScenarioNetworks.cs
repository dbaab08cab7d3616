using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>Joins the networks of several scenarios into one: the same components and capacities, the snapshots one after another.</summary>
/// <remarks>
/// What is hourly is laid one after another, and energy sums and global limits hold in each scenario. Of capacities the tightest limits
/// hold, as there is one plan; their annual costs, and the costs of starts, are expectations.
/// </remarks>
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

        var (first, join) = (networks[0], new ScenarioArrays(probability, networks));
        var start = Starts(networks);
        return first with
        {
            Snapshots = Joined(name, probability, [.. networks.Select(n => n.Snapshots)], start),
            Generators = Generators(first.Generators, join),
            StorageUnits = StorageUnits(first.StorageUnits, join),
            Stores = Stores(first.Stores, join),
            Links = Links(first.Links, join),
            Lines = Lines(first.Lines, join),
            Loads = first.Loads with { PowerMw = join.Hours(n => n.Loads.PowerMw) },
            Trades = first.Trades with
            {
                PriceYuanPerMwh = join.Hours(n => n.Trades.PriceYuanPerMwh),
                EnergyPriceYuanPerMwh = join.Hours(n => n.Trades.EnergyPriceYuanPerMwh),
            },
            Clusters = first.Clusters with { Pue = join.Hours(n => n.Clusters.Pue) },
            Workloads = first.Workloads with { ArrivalGpuH = join.Hours(n => n.Workloads.ArrivalGpuH) },
            Commitments = first.Commitments is null ? null : Joined(networks, first.Commitments, join),
            Ramps = first.Ramps is null ? null : first.Ramps with { UpPu = join.Hours(n => n.Ramps!.UpPu), DownPu = join.Hours(n => n.Ramps!.DownPu) },
            GlobalLimits = [.. networks.SelectMany((n, s) => Limits(n.GlobalLimits, first.GlobalLimits, s, (name[s], start[s])))],
            ObjectiveConstantYuan = first.ObjectiveConstantYuan is null ? null : networks.Select((n, s) => probability[s] * n.ObjectiveConstantYuan!.Value).Sum(),
        };
    }

    static Generators Generators(Generators first, ScenarioArrays join) => first with
    {
        MinMw = join.Largest(n => n.Generators.MinMw),
        MaxMw = join.Least(n => n.Generators.MaxMw),
        AnnualCostYuanPerMw = join.Expected(n => n.Generators.AnnualCostYuanPerMw),
        AvailabilityPu = join.Hours(n => n.Generators.AvailabilityPu),
        FloorPu = join.Hours(n => n.Generators.FloorPu, 0),
        HourlyCostYuanPerMwh = join.Hours(n => n.Generators.HourlyCostYuanPerMwh, 0),
        FixedMw = join.Hours(n => n.Generators.FixedMw, double.NaN),
        EnergyMinMwh = join.Each(n => n.Generators.EnergyMinMwh),
        EnergyMaxMwh = join.Each(n => n.Generators.EnergyMaxMwh),
    };

    static StorageUnits StorageUnits(StorageUnits first, ScenarioArrays join) => first with
    {
        MinMw = join.Largest(n => n.StorageUnits.MinMw),
        MaxMw = join.Least(n => n.StorageUnits.MaxMw),
        MaxMwh = join.Least(n => n.StorageUnits.MaxMwh),
        AnnualCostYuanPerMw = join.Expected(n => n.StorageUnits.AnnualCostYuanPerMw),
        AnnualCostYuanPerMwh = join.Expected(n => n.StorageUnits.AnnualCostYuanPerMwh),
        ChargeMaxPu = join.Hours(n => n.StorageUnits.ChargeMaxPu, 1),
        DischargeMaxPu = join.Hours(n => n.StorageUnits.DischargeMaxPu, 1),
        HourlyChargeEfficiency = join.Hours(n => n.StorageUnits.HourlyChargeEfficiency, 1),
        HourlyDischargeEfficiency = join.Hours(n => n.StorageUnits.HourlyDischargeEfficiency, 1),
        SpillCostYuanPerMwh = join.Hours(n => n.StorageUnits.SpillCostYuanPerMwh, 0),
        KeepPu = join.Hours(n => n.StorageUnits.KeepPu, 1),
        FixedLevelMwh = join.Hours(n => n.StorageUnits.FixedLevelMwh, double.NaN),
        FixedMw = join.Hours(n => n.StorageUnits.FixedMw, double.NaN),
        HourlyCostYuanPerMwh = join.Hours(n => n.StorageUnits.HourlyCostYuanPerMwh, 0),
        LevelCostYuanPerMwh = join.Hours(n => n.StorageUnits.LevelCostYuanPerMwh, 0),
        InflowMw = join.Hours(n => n.StorageUnits.InflowMw),
    };

    static Stores Stores(Stores first, ScenarioArrays join) => first with
    {
        MinMwh = join.Largest(n => n.Stores.MinMwh),
        MaxMwh = join.Least(n => n.Stores.MaxMwh),
        AnnualCostYuanPerMwh = join.Expected(n => n.Stores.AnnualCostYuanPerMwh),
        FloorPu = join.Hours(n => n.Stores.FloorPu, 0),
        CeilingPu = join.Hours(n => n.Stores.CeilingPu, 1),
        KeepPu = join.Hours(n => n.Stores.KeepPu, 1),
        FixedLevelMwh = join.Hours(n => n.Stores.FixedLevelMwh, double.NaN),
        FixedMw = join.Hours(n => n.Stores.FixedMw, double.NaN),
        HourlyCostYuanPerMwh = join.Hours(n => n.Stores.HourlyCostYuanPerMwh, 0),
        LevelCostYuanPerMwh = join.Hours(n => n.Stores.LevelCostYuanPerMwh, 0),
    };

    static Links Links(Links first, ScenarioArrays join) => first with
    {
        MinMw = join.Largest(n => n.Links.MinMw),
        MaxMw = join.Least(n => n.Links.MaxMw),
        AnnualCostYuanPerMw = join.Expected(n => n.Links.AnnualCostYuanPerMw),
        FloorPu = join.Hours(n => n.Links.FloorPu, 0),
        CeilingPu = join.Hours(n => n.Links.CeilingPu, 1),
        HourlyEfficiency = join.Hours(n => n.Links.HourlyEfficiency, 1),
        HourlyCostYuanPerMwh = join.Hours(n => n.Links.HourlyCostYuanPerMwh, 0),
        FixedMw = join.Hours(n => n.Links.FixedMw, double.NaN),
        Outputs = first.Outputs is null ? null : first.Outputs with { EfficiencyPu = join.Hours(n => n.Links.Outputs!.EfficiencyPu) },
    };

    static Lines Lines(Lines first, ScenarioArrays join) => first with
    {
        MinMw = join.Largest(n => n.Lines.MinMw),
        MaxMw = join.Least(n => n.Lines.MaxMw),
        AnnualCostYuanPerMw = join.Expected(n => n.Lines.AnnualCostYuanPerMw),
        CeilingPu = join.Hours(n => n.Lines.CeilingPu, 1),
        FixedMw = join.Hours(n => n.Lines.FixedMw, double.NaN),
    };

    /// <summary>Units of all scenarios: starts and stops cost their expectation, and no output is above the largest bound.</summary>
    static Commitments Joined(HourlyNetwork[] networks, Commitments first, ScenarioArrays join) => first with
    {
        StartCostYuan = join.Weighted(n => n.Commitments!.StartCostYuan),
        StopCostYuan = join.Weighted(n => n.Commitments!.StopCostYuan),
        StandByYuanPerH = join.Hours(n => n.Commitments!.StandByYuanPerH),
        BoundMw = [.. first.BoundMw.Select((_, u) => networks.Max(n => n.Commitments!.BoundMw[u]))],
    };

    /// <summary>The limits of a scenario, on its own snapshots; of capacities alone only where they are not those of the first.</summary>
    static IEnumerable<GlobalLimit> Limits(
        ImmutableArray<GlobalLimit> limits, ImmutableArray<GlobalLimit> first, int scenario, (string Name, int Start) of) => limits
        .Where(limit => scenario == 0 || !first.Any(known => AreSame(known, limit)) || limit.Terms.Any(term => term.Snapshot >= 0))
        .Select(limit => limit with
        {
            Name = $"{limit.Name} {of.Name}",
            Terms = [.. limit.Terms.Select(term => term.Snapshot < 0 ? term : term with { Snapshot = of.Start + term.Snapshot })],
        });

    static bool AreSame(GlobalLimit one, GlobalLimit other) =>
        (one.Name, one.Kind, one.Sense, one.Constant) == (other.Name, other.Kind, other.Sense, other.Constant) && one.Terms.SequenceEqual(other.Terms);

    static int[] Starts(HourlyNetwork[] networks)
    {
        var start = new int[networks.Length];
        for (var s = 1; s < networks.Length; s++)
        {
            start[s] = start[s - 1] + networks[s - 1].Snapshots.Count;
        }

        return start;
    }

    static Snapshots Joined(string[] name, double[] probability, Snapshots[] parts, int[] start) => new()
    {
        HourOfYear = [.. parts.SelectMany(p => p.HourOfYear)],
        WeightH = [.. parts.SelectMany((p, s) => p.WeightH.Select(w => probability[s] * w))],
        EnergyWeightH = parts[0].EnergyWeightH is null ? null : [.. parts.SelectMany(p => p.EnergyWeightH!)],
        StepH = parts[0].StepH is null ? null : [.. parts.SelectMany(p => p.StepH!)],
        Previous = [.. parts.SelectMany((p, s) => p.Previous.Select(t => start[s] + t))],
        BlockStarts = [.. parts.SelectMany((p, s) => p.BlockStarts.Select(t => start[s] + t))],
        Month = [.. parts.SelectMany(p => p.Month)],
        Scenarios = new ScenarioBlocks { Name = name, ProbabilityPu = probability, Start = start },
    };
}
