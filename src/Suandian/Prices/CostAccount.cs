using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Prices;

/// <summary>The annual cost of a plan, item by item.</summary>
/// <remarks>
/// Sum over items = Σ new · annual cost + Σ existing · upkeep + Σ weight · (variable cost · energy) + Σ starts · cost of a start + Σ peak · demand charge
/// + penalties + waiting − revenue,
/// the objective of the planning model (docs/reference/formulation.md). Items of zero are left out.
/// Checked against: the objective of a case solved by hand, 1e-12 relative.
/// </remarks>
public static class CostAccount
{
    /// <summary>Items of the annual cost, in the order of the tables.</summary>
    /// <param name="network">Network the plan was solved on.</param>
    /// <param name="plan">Plan with a solution.</param>
    /// <param name="tags">Parts and regions.</param>
    public static ImmutableArray<CostItem> Of(HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var items = new List<CostItem>();
        Generators(items, network, plan, tags);
        Storage(items, network, plan, tags);
        Stores(items, network, plan, tags);
        Connections(items, network, plan, tags);
        Trades(items, network, plan, tags);
        Clusters(items, network, plan, tags);
        Fibres(items, network, plan, tags);
        Penalties(items, network, plan, tags);
        return [.. items.Where(i => i.YuanPerYear != 0)];
    }

    static void Generators(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var g = network.Generators;
        for (var i = 0; i < g.Count; i++)
        {
            void Add(CostKind kind, double yuan) =>
                items.Add(new("generators", g.Name[i], tags.Generators[i], kind, yuan) { IsFar = tags.FarBus[g.Bus[i]] });
            Add(CostKind.NewCapacity, (plan.GeneratorCapacityMw[i] - g.ExistingMw[i]) * g.AnnualCostYuanPerMw[i]);
            Add(CostKind.ExistingCapacity, g.ExistingMw[i] * g.ExistingCostYuanPerMw[i]);
            var energy = Year.Sum(network, plan.GeneratorMw, i);
            Add(CostKind.Operation, g.MarginalCostYuanPerMwh[i] * energy);
            Add(CostKind.Co2, network.Co2PriceYuanPerT * g.Co2TPerMwh[i] * energy);
            Add(CostKind.Starts, Starts(network, plan, (false, i)));
        }
    }

    /// <summary>Cost of starts, stops and being on where the generator or link is committable.</summary>
    static double Starts(HourlyNetwork network, PlanningSolution plan, (bool IsLink, int Index) of) => network.Commitments is not { } units ? 0
        : Enumerable.Range(0, units.Count).Where(u => (units.IsLink[u], units.Component[u]) == of).Sum(u => UnitStates.CostYuan(network, plan.UnitOn, u));

    static void Storage(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var s = network.StorageUnits;
        for (var i = 0; i < s.Count; i++)
        {
            void Add(CostKind kind, double yuan) =>
                items.Add(new("storage_units", s.Name[i], tags.StorageUnits[i], kind, yuan) { IsFar = tags.FarBus[s.Bus[i]] });
            Add(CostKind.NewCapacity, (plan.StoragePowerMw[i] - s.ExistingMw[i]) * s.AnnualCostYuanPerMw[i]);
            if (s.SizedApart[i])
            {
                Add(CostKind.NewEnergy, (plan.StorageEnergyMwh[i] - s.ExistingMwh[i]) * s.AnnualCostYuanPerMwh[i]);
            }

            Add(CostKind.ExistingCapacity, s.ExistingMw[i] * s.ExistingCostYuanPerMw[i]);
            Add(CostKind.Operation, s.MarginalCostYuanPerMwh[i] * Year.Sum(network, plan.DischargeMw, i));
        }
    }

    static void Stores(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var e = network.Stores;
        for (var i = 0; i < e.Count; i++)
        {
            void Add(CostKind kind, double yuan) =>
                items.Add(new("stores", e.Name[i], tags.Stores[i], kind, yuan) { IsFar = tags.FarBus[e.Bus[i]] });
            Add(CostKind.NewCapacity, (plan.StoreEnergyMwh[i] - e.ExistingMwh[i]) * e.AnnualCostYuanPerMwh[i]);
            Add(CostKind.ExistingCapacity, e.ExistingMwh[i] * e.ExistingCostYuanPerMwh[i]);
        }
    }

    static void Connections(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var k = network.Links;
        for (var i = 0; i < k.Count; i++)
        {
            var far = tags.FarBus[k.Bus0[i]] && tags.FarBus[k.Bus1[i]];
            void Add(CostKind kind, double yuan) => items.Add(new("links", k.Name[i], tags.Links[i], kind, yuan) { IsFar = far });
            Add(CostKind.NewCapacity, (plan.LinkCapacityMw[i] - k.ExistingMw[i]) * k.AnnualCostYuanPerMw[i]);
            Add(CostKind.ExistingCapacity, k.ExistingMw[i] * k.ExistingCostYuanPerMw[i]);
            var sent = Year.Sum(network, plan.LinkForwardMw, i) + Year.Sum(network, plan.LinkBackwardMw, i);
            Add(CostKind.Operation, k.MarginalCostYuanPerMwh[i] * sent);
            Add(CostKind.Starts, Starts(network, plan, (true, i)));
        }

        var l = network.Lines;
        for (var i = 0; i < l.Count; i++)
        {
            var far = tags.FarBus[l.Bus0[i]] && tags.FarBus[l.Bus1[i]];
            void Add(CostKind kind, double yuan) => items.Add(new("lines", l.Name[i], PricePart.Network, kind, yuan) { IsFar = far });
            Add(CostKind.NewCapacity, (plan.LineCapacityMw[i] - l.ExistingMw[i]) * l.AnnualCostYuanPerMw[i]);
            Add(CostKind.ExistingCapacity, l.ExistingMw[i] * l.ExistingCostYuanPerMw[i]);
        }
    }

    static void Trades(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var k = network.Trades;
        for (var i = 0; i < k.Count; i++)
        {
            void Add(PricePart part, CostKind kind, double yuan) =>
                items.Add(new("tariffs", k.Name[i], part, kind, yuan) { IsFar = tags.FarBus[k.Bus[i]] });
            var paid = Year.Sum(network, plan.TradeMw, k.PriceYuanPerMwh, i);
            if (!k.IsImport[i])
            {
                Add(PricePart.ExportRevenue, CostKind.Energy, -paid);
                continue;
            }

            var energy = Year.Sum(network, plan.TradeMw, k.EnergyPriceYuanPerMwh, i);
            Add(PricePart.ImportEnergy, CostKind.Energy, energy);
            Add(PricePart.ImportNetwork, CostKind.NetworkCharge, paid - energy);
            Add(PricePart.ImportNetwork, CostKind.Co2, network.Co2PriceYuanPerT * k.Co2TPerMwh[i] * Year.Sum(network, plan.TradeMw, i));
            Add(PricePart.DemandCharge, CostKind.DemandCharge, DemandCharge(k, plan, i));
        }
    }

    /// <summary>Demand charge of a year; where months have no snapshot, the computed months stand for the year.</summary>
    static double DemandCharge(Trades k, PlanningSolution plan, int i)
    {
        var periods = k.DemandPeriods[i];
        var peaks = plan.TradePeakMw.AsSpan(12 * i, 12)[..periods].ToArray().Where(p => !double.IsNaN(p)).ToArray();
        return peaks.Length == 0 ? 0 : k.DemandChargeYuanPerMw[i] * peaks.Sum() * periods / peaks.Length;
    }

    static void Clusters(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var c = network.Clusters;
        for (var i = 0; i < c.Count; i++)
        {
            void Add(PricePart part, CostKind kind, double yuan) =>
                items.Add(new("clusters", c.Name[i], part, kind, yuan) { IsFar = tags.FarBus[c.Bus[i]] });
            var built = plan.ClusterItMw[i] - c.ExistingItMw[i];
            var upkeep = tags.HallUpkeepYuanPerMw[i] + tags.ServerUpkeepYuanPerMw[i];
            Add(PricePart.Servers, CostKind.Servers, built * (c.ServerCostYuanPerMw[i] - tags.ServerUpkeepYuanPerMw[i]));
            Add(PricePart.Halls, CostKind.NewCapacity, built * (c.HallCostYuanPerMw[i] - tags.HallUpkeepYuanPerMw[i]));
            Add(PricePart.ComputingUpkeep, CostKind.Upkeep, built * upkeep);
            Add(PricePart.ComputingUpkeep, CostKind.ExistingCapacity, c.ExistingItMw[i] * c.ExistingCostYuanPerMw[i]);
        }
    }

    static void Fibres(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var f = network.Fibres;
        for (var i = 0; i < f.Count; i++)
        {
            var far = tags.FarBus[f.Bus0[i]] && tags.FarBus[f.Bus1[i]];
            void Add(CostKind kind, double yuan) => items.Add(new("fibres", f.Name[i], PricePart.Fibre, kind, yuan) { IsFar = far });
            Add(CostKind.NewCapacity, (plan.FibreGbitS[i] - f.ExistingGbitS[i]) * f.AnnualCostYuanPerGbitS[i]);
            Add(CostKind.ExistingCapacity, f.ExistingGbitS[i] * f.ExistingCostYuanPerGbitS[i]);
        }
    }

    static void Penalties(List<CostItem> items, HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        for (var b = 0; b < network.Buses.Length && network.ShedPriceYuanPerMwh is { } price; b++)
        {
            items.Add(new("buses", network.Buses[b].Name, PricePart.Shedding, CostKind.Penalty, price * Year.Sum(network, plan.ShedMw, b))
            {
                IsFar = tags.FarBus[b],
            });
        }

        var w = network.Workloads;
        for (var i = 0; i < w.Count; i++)
        {
            void Add(PricePart part, CostKind kind, double yuan) =>
                items.Add(new("workloads", w.Name[i], part, kind, yuan) { IsFar = tags.FarBus[w.Origin[i]] });
            Add(PricePart.UndoneWork, CostKind.Penalty, w.PenaltyYuanPerGpuH[i] * Year.Sum(network, plan.UndoneGpuH, i));
            Add(PricePart.Waiting, CostKind.Waiting, w.WaitingCostYuanPerGpuHourH[i] * Year.Sum(network, plan.BacklogGpuH, i));
        }
    }
}
