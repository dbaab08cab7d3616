using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Whether the arrays of a plan fit the network and hold finite numbers.</summary>
static class ReplayShapes
{
    /// <summary>Notes every array that does not fit; false when one does not.</summary>
    internal static bool Fit(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var fits = true;
        foreach (var (name, values, length) in Capacities(network, plan).Concat(Hourly(network, plan)))
        {
            if (values is null || values.Length != length || !Array.TrueForAll(values, double.IsFinite))
            {
                ledger.Note(ReplayKind.Shape, 1, name, values is null ? -1 : FirstWrong(values, length, network.Snapshots.Count));
                fits = false;
            }
        }

        return fits;
    }

    static int FirstWrong(double[] values, int length, int snapshots) =>
        values.Length != length || length % snapshots != 0 ? -1 : Array.FindIndex(values, v => !double.IsFinite(v)) % snapshots;

    static IEnumerable<(string Name, double[] Values, int Length)> Capacities(HourlyNetwork network, PlanningSolution plan) =>
    [
        ("generator_capacity_mw", plan.GeneratorCapacityMw, network.Generators.Count),
        ("storage_power_mw", plan.StoragePowerMw, network.StorageUnits.Count),
        ("storage_energy_mwh", plan.StorageEnergyMwh, network.StorageUnits.Count),
        ("store_energy_mwh", plan.StoreEnergyMwh, network.Stores.Count),
        ("link_capacity_mw", plan.LinkCapacityMw, network.Links.Count),
        ("line_capacity_mw", plan.LineCapacityMw, network.Lines.Count),
        ("cluster_it_mw", plan.ClusterItMw, network.Clusters.Count),
        ("fibre_gbit_s", plan.FibreGbitS, network.Fibres.Count),
    ];

    static IEnumerable<(string Name, double[] Values, int Length)> Hourly(HourlyNetwork network, PlanningSolution plan)
    {
        var t = network.Snapshots.Count;
        var (storages, stores, links) = (network.StorageUnits.Count * t, network.Stores.Count * t, network.Links.Count * t);
        return
        [
            ("generator_mw", plan.GeneratorMw, network.Generators.Count * t),
            ("charge_mw", plan.ChargeMw, storages),
            ("discharge_mw", plan.DischargeMw, storages),
            ("level_mwh", plan.LevelMwh, storages),
            ("spill_mw", plan.SpillMw, storages),
            ("store_level_mwh", plan.StoreLevelMwh, stores),
            ("store_mw", plan.StoreMw, stores),
            ("link_forward_mw", plan.LinkForwardMw, links),
            ("link_backward_mw", plan.LinkBackwardMw, links),
            ("line_mw", plan.LineMw, network.Lines.Count * t),
            ("trade_mw", plan.TradeMw, network.Trades.Count * t),
            ("shed_mw", plan.ShedMw, network.Buses.Length * t),
            ("it_mw", plan.ItMw, network.Clusters.Count * t),
            ("run_gpu_h", plan.RunGpuH, network.Workloads.Pairs.Length * t),
            ("backlog_gpu_h", plan.BacklogGpuH, network.Workloads.Count * t),
            ("undone_gpu_h", plan.UndoneGpuH, network.Workloads.Count * t),
            ("unit_on", plan.UnitOn, (network.Commitments?.Count ?? 0) * t),
        ];
    }
}
