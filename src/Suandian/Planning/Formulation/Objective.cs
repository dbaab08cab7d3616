using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Annual cost, yuan/a: annuities of what is built, upkeep of what stands, operation, penalties, less export revenue.</summary>
/// <remarks>
/// Sets        i ∈ components with a capacity z(i) between existing(i) and max(i); t ∈ snapshots
/// Parameters  A(i) annual cost of new capacity, B(i) upkeep of existing [yuan/unit/a]; w(t) weight [h/a]; prices [yuan/MWh]
/// Upkeep is a constant: what stands is not taken down; where a smallest capacity is said it may be, and saves its annual cost. CO2 is paid on generation and on imports.
/// </remarks>
static class Objective
{
    internal static void Minimise(LinearModel model, HourlyNetwork network, DemandPeriods periods, PlanningVariables x)
    {
        Investment(model, network, x);
        Generation(model, network, x.Generators);
        StorageDischarge(model, network, x.Storage);
        LinkCharge(model, network, x.Links);
        Trade(model, network, x.Trades);
        DemandCharge(model, periods, x.Trades);
        Shedding(model, network, x.Shed);
        WorkUndone(model, network, x.Work);
        WorkWait(model, network, x.Work);
        Stores(model, network, x.Stores);
        StorageLevels(model, network, x.Storage);
        Commitment.Costs(model, network, x.Units);
    }

    static void Investment(LinearModel model, HourlyNetwork n, PlanningVariables x)
    {
        var (g, s, e, l, a, c, f) = (n.Generators, n.StorageUnits, n.Stores, n.Links, n.Lines, n.Clusters, n.Fibres);
        var computing = Enumerable.Range(0, c.Count).Select(i => c.HallCostYuanPerMw[i] + c.ServerCostYuanPerMw[i]).ToArray();
        Capacity(model, x.Generators.Capacity, (g.ExistingMw, g.MaxMw, g.MinMw), g.AnnualCostYuanPerMw, g.ExistingCostYuanPerMw);
        Capacity(model, x.Storage.Power, (s.ExistingMw, s.MaxMw, s.MinMw), s.AnnualCostYuanPerMw, s.ExistingCostYuanPerMw);
        Capacity(model, x.Storage.Energy, (s.ExistingMwh, s.MaxMwh, null), s.AnnualCostYuanPerMwh, new double[s.Count]);
        Capacity(model, x.Stores.Energy, (e.ExistingMwh, e.MaxMwh, e.MinMwh), e.AnnualCostYuanPerMwh, e.ExistingCostYuanPerMwh);
        Capacity(model, x.Links.Capacity, (l.ExistingMw, l.MaxMw, l.MinMw), l.AnnualCostYuanPerMw, l.ExistingCostYuanPerMw);
        Capacity(model, x.Lines.Capacity, (a.ExistingMw, a.MaxMw, a.MinMw), a.AnnualCostYuanPerMw, a.ExistingCostYuanPerMw);
        Capacity(model, x.Computing.Capacity, (c.ExistingItMw, c.MaxItMw, null), computing, c.ExistingCostYuanPerMw);
        Capacity(model, x.FibreCapacity, (f.ExistingGbitS, f.MaxGbitS, null), f.AnnualCostYuanPerGbitS, f.ExistingCostYuanPerGbitS);
    }

    /// <summary>Σ A(i) (z(i) − existing(i)) + B(i) existing(i)</summary>
    static void Capacity(
        LinearModel model, Variables z, (double[] Existing, double[] Max, double[]? Min) range, double[] annual, double[] upkeep)
    {
        var existing = range.Existing;
        model.Minimise(z.Block.Name, z.Block.Members, (i, _) => range.Min is not null || existing[i] < range.Max[i]
            ? annual[i] * z[i] + (upkeep[i] - annual[i]) * existing[i]
            : upkeep[i] * existing[i]);
    }

    /// <summary>Σ w(t) (marginal(g) + CO2 price × co2(g)) p(g,t)</summary>
    static void Generation(LinearModel model, HourlyNetwork network, GenerationVariables x)
    {
        var (generators, weight) = (network.Generators, network.Snapshots.WeightH);
        model.Minimise("generator_operation", x.Power.Block.Members, (g, t) =>
            weight[t] * (generators.MarginalCost(g, g * weight.Length + t) + network.Co2PriceYuanPerT * generators.Co2TPerMwh[g]) * x.Power[g, t]);
    }

    /// <summary>Σ w(t) marginal(s) discharge(s,t)</summary>
    static void StorageDischarge(LinearModel model, HourlyNetwork network, StorageVariables x) =>
        model.Minimise("storage_operation", x.Discharge.Block.Members, (s, t) =>
            network.Snapshots.WeightH[t] * network.StorageUnits.MarginalCost(s, s * network.Snapshots.Count + t) * x.Discharge[s, t]);

    /// <summary>Σ w(t) marginal(l) (forward(l,t) + backward(l,t))</summary>
    static void LinkCharge(LinearModel model, HourlyNetwork network, LinkVariables x) =>
        model.Minimise("link_operation", x.Forward.Block.Members, (l, t) =>
            network.Snapshots.WeightH[t] * network.Links.MarginalCost(l, l * network.Snapshots.Count + t) * (x.Forward[l, t] + x.Backward[l, t]));

    /// <summary>Σ w(t) (price(k,t) + CO2 price × co2(k)) x(k,t) over imports − Σ w(t) price(k,t) x(k,t) over exports</summary>
    static void Trade(LinearModel model, HourlyNetwork network, TradeVariables x)
    {
        var (trades, weight, T) = (network.Trades, network.Snapshots.WeightH, network.Snapshots.Count);
        model.Minimise("trade_energy", x.Power.Block.Members, (k, t) => weight[t] * (trades.IsImport[k]
            ? trades.PriceYuanPerMwh[k * T + t] + network.Co2PriceYuanPerT * trades.Co2TPerMwh[k]
            : -trades.PriceYuanPerMwh[k * T + t]) * x.Power[k, t]);
    }

    /// <summary>Σ charge(m) peak(m)</summary>
    static void DemandCharge(LinearModel model, DemandPeriods periods, TradeVariables x) =>
        model.Minimise("trade_demand", x.Peak.Block.Members, (m, _) => periods.ChargeYuanPerMw[m] * x.Peak[m]);

    /// <summary>Σ w(t) shed price × shed(b,t)</summary>
    static void Shedding(LinearModel model, HourlyNetwork network, Variables shed) =>
        model.Minimise("load_shed", shed.Block.Members, (b, t) =>
            network.Snapshots.WeightH[t] * (network.ShedPriceYuanPerMwh ?? 0) * shed[b, t]);

    /// <summary>Σ w(t) penalty(w) undone(w,t)</summary>
    static void WorkUndone(LinearModel model, HourlyNetwork network, WorkVariables x) =>
        model.Minimise("work_undone", x.Undone.Block.Members, (w, t) =>
            network.Snapshots.WeightH[t] * network.Workloads.PenaltyYuanPerGpuH[w] * x.Undone[w, t]);

    /// <summary>Σ w(t) waiting cost(w) backlog(w,t): what waits at the end of an hour waits for an hour</summary>
    static void WorkWait(LinearModel model, HourlyNetwork network, WorkVariables x) =>
        model.Minimise("work_wait", x.Backlog.Block.Members, (w, t) =>
            network.Snapshots.WeightH[t] * network.Workloads.WaitingCostYuanPerGpuHourH[w] * x.Backlog[w, t]);

    /// <summary>Σ w(t) (cost(e,t) output(e,t) + level cost(e,t) level(e,t))</summary>
    static void Stores(LinearModel model, HourlyNetwork network, StoreVariables x)
    {
        Hourly(model, "store_operation", network, x.Output, network.Stores.HourlyCostYuanPerMwh);
        Hourly(model, "store_keeping", network, x.Level, network.Stores.LevelCostYuanPerMwh);
    }

    /// <summary>Σ w(t) (level cost(s,t) level(s,t) + spill cost(s,t) spill(s,t))</summary>
    static void StorageLevels(LinearModel model, HourlyNetwork network, StorageVariables x)
    {
        Hourly(model, "storage_keeping", network, x.Level, network.StorageUnits.LevelCostYuanPerMwh);
        Hourly(model, "storage_spilling", network, x.Spill, network.StorageUnits.SpillCostYuanPerMwh);
    }

    /// <summary>Σ w(t) cost(i,t) x(i,t), where there is such a cost</summary>
    static void Hourly(LinearModel model, string name, HourlyNetwork network, Variables x, double[]? cost)
    {
        if (cost is not null)
        {
            model.Minimise(name, x.Block.Members, (i, t) => network.Snapshots.WeightH[t] * cost[i * network.Snapshots.Count + t] * x[i, t]);
        }
    }
}
