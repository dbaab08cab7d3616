using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Rebuilds the annual cost, item by item.</summary>
static class ReplayMoney
{
    internal static List<CostReplay> Costs(HourlyNetwork network, PlanningSolution plan) =>
        [.. Capacity(network, plan), .. Operation(network, plan), .. Units(network, plan), .. Trade(network, plan), .. Losses(network, plan)];

    static IEnumerable<CostReplay> Capacity(HourlyNetwork network, PlanningSolution plan)
    {
        var (g, s, e) = (network.Generators, network.StorageUnits, network.Stores);
        var (l, c, f) = (network.Links, network.Clusters, network.Fibres);
        var servers = c.HallCostYuanPerMw.Zip(c.ServerCostYuanPerMw, (hall, server) => hall + server).ToArray();
        var energyCost = s.AnnualCostYuanPerMwh.Select((cost, i) => s.SizedApart[i] ? cost : 0).ToArray();
        return
        [
            .. Build(g.Name, plan.GeneratorCapacityMw, g.ExistingMw, g.AnnualCostYuanPerMw, g.ExistingCostYuanPerMw),
            .. Build(s.Name, plan.StoragePowerMw, s.ExistingMw, s.AnnualCostYuanPerMw, s.ExistingCostYuanPerMw),
            .. Build(s.Name, plan.StorageEnergyMwh, s.ExistingMwh, energyCost, new double[s.Count]),
            .. Build(e.Name, plan.StoreEnergyMwh, e.ExistingMwh, e.AnnualCostYuanPerMwh, e.ExistingCostYuanPerMwh),
            .. Build(l.Name, plan.LinkCapacityMw, l.ExistingMw, l.AnnualCostYuanPerMw, l.ExistingCostYuanPerMw),
            .. Build(network.Lines.Name, plan.LineCapacityMw, network.Lines.ExistingMw,
                network.Lines.AnnualCostYuanPerMw, network.Lines.ExistingCostYuanPerMw),
            .. Build(c.Name, plan.ClusterItMw, c.ExistingItMw, servers, c.ExistingCostYuanPerMw),
            .. Build(f.Name, plan.FibreGbitS, f.ExistingGbitS, f.AnnualCostYuanPerGbitS, f.ExistingCostYuanPerGbitS),
        ];
    }

    /// <summary>Annuity and upkeep of what is new, upkeep of what exists.</summary>
    static IEnumerable<CostReplay> Build(string[] name, double[] capacity, double[] existing, double[] annual, double[] upkeep)
    {
        for (var i = 0; i < name.Length; i++)
        {
            yield return new(ReplayCost.NewCapacity, name[i], annual[i] == 0 ? 0 : annual[i] * (capacity[i] - existing[i]));
            yield return new(ReplayCost.Upkeep, name[i], upkeep[i] * existing[i]);
        }
    }

    static IEnumerable<CostReplay> Operation(HourlyNetwork network, PlanningSolution plan)
    {
        var (g, s, l) = (network.Generators, network.StorageUnits, network.Links);
        var (trades, co2) = (network.Trades, network.Co2PriceYuanPerT);
        return
        [
            .. Hourly(network, ReplayCost.Co2, g.Name, plan.GeneratorMw, (i, _) => co2 * g.Co2TPerMwh[i]),
            .. Hourly(network, ReplayCost.Co2, trades.Name, plan.TradeMw,
                (k, _) => trades.IsImport[k] ? co2 * trades.Co2TPerMwh[k] : 0),
            .. Hourly(network, ReplayCost.Variable, g.Name, plan.GeneratorMw, g.MarginalCost),
            .. Hourly(network, ReplayCost.Variable, s.Name, plan.DischargeMw, s.MarginalCost),
            .. Hourly(network, ReplayCost.Variable, l.Name, plan.LinkForwardMw, l.MarginalCost),
            .. Hourly(network, ReplayCost.Variable, l.Name, plan.LinkBackwardMw, l.MarginalCost),
            .. Hourly(network, ReplayCost.Variable, s.Name, plan.LevelMwh, Price(s.LevelCostYuanPerMwh)),
            .. Hourly(network, ReplayCost.Variable, s.Name, plan.SpillMw, Price(s.SpillCostYuanPerMwh)),
            .. Hourly(network, ReplayCost.Variable, network.Stores.Name, plan.StoreMw, Price(network.Stores.HourlyCostYuanPerMwh)),
            .. Hourly(network, ReplayCost.Variable, network.Stores.Name, plan.StoreLevelMwh, Price(network.Stores.LevelCostYuanPerMwh)),
        ];
    }

    /// <summary>A price by the hour; 0 where there is none.</summary>
    static Func<int, int, double> Price(double[]? hourly) => (_, i) => hourly is null ? 0 : hourly[i];

    /// <summary>Starts and stops, as the states tell them, and hours on.</summary>
    static IEnumerable<CostReplay> Units(HourlyNetwork network, PlanningSolution plan)
    {
        for (var u = 0; u < (network.Commitments?.Count ?? 0); u++)
        {
            yield return new(ReplayCost.Units, network.Commitments!.Name[u], UnitStates.CostYuan(network, plan.UnitOn, u));
        }
    }

    static IEnumerable<CostReplay> Trade(HourlyNetwork network, PlanningSolution plan)
    {
        var (trades, snapshots) = (network.Trades, network.Snapshots.Count);
        var energy = Hourly(network, ReplayCost.ImportEnergy, trades.Name, plan.TradeMw,
            (k, i) => trades.IsImport[k] ? trades.PriceYuanPerMwh[i] : -trades.PriceYuanPerMwh[i]);
        foreach (var (cost, k) in energy.Select((cost, k) => (cost, k)))
        {
            yield return trades.IsImport[k] ? cost : cost with { Kind = ReplayCost.ExportRevenue };
            yield return new(ReplayCost.DemandCharge, trades.Name[k], DemandCharge(network, plan, k));
        }
    }

    /// <summary>Charge × highest powers of the periods; months without snapshots count as the mean of the others.</summary>
    static double DemandCharge(HourlyNetwork network, PlanningSolution plan, int k)
    {
        var (trades, periods) = (network.Trades, network.Trades.DemandPeriods[k]);
        var months = periods == 1 ? [1] : network.Snapshots.Month.Distinct().ToArray();
        return periods == 0 ? 0
            : trades.DemandChargeYuanPerMw[k] * periods * months.Average(m => plan.TradePeakMw[k * 12 + m - 1]);
    }

    static IEnumerable<CostReplay> Losses(HourlyNetwork network, PlanningSolution plan)
    {
        var (shed, w) = (network.ShedPriceYuanPerMwh ?? 0, network.Workloads);
        return
        [
            .. Hourly(network, ReplayCost.Shedding, [.. network.Buses.Select(b => b.Name)], plan.ShedMw, (_, _) => shed),
            .. Hourly(network, ReplayCost.UndoneWork, w.Name, plan.UndoneGpuH, (i, _) => w.PenaltyYuanPerGpuH[i]),
            .. Hourly(network, ReplayCost.Waiting, w.Name, plan.BacklogGpuH, (i, _) => w.WaitingCostYuanPerGpuHourH[i]),
        ];
    }

    /// <summary>Σ weight × price(component, hour) × amount of each component.</summary>
    static IEnumerable<CostReplay> Hourly(
        HourlyNetwork network, ReplayCost kind, string[] name, double[] amount, Func<int, int, double> price)
    {
        var (snapshots, weight) = (network.Snapshots.Count, network.Snapshots.WeightH);
        for (var i = 0; i < name.Length; i++)
        {
            var sum = 0.0;
            for (var t = 0; t < snapshots; t++)
            {
                sum += weight[t] * price(i, i * snapshots + t) * amount[i * snapshots + t];
            }

            yield return new(kind, name[i], sum);
        }
    }
}
