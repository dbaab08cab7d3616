using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays clusters and fibres.</summary>
static class ReplayComputing
{
    const double GigabitsPerGigabyte = 8;
    const double SecondsPerHour = 3600;

    internal static void Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        Clusters(network, plan, ledger);
        Fibres(network, plan, ledger);
        Signs(network, plan, ledger);
    }

    /// <summary>busy = Σ work / GPU-hours per MWh ≤ capacity; IT power = idle × capacity + (1 − idle) × busy.</summary>
    static void Clusters(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (clusters, snapshots) = (network.Clusters, network.Snapshots.Count);
        var busy = new double[clusters.Count * snapshots];
        foreach (var (pair, cluster, t) in PairHours(network))
        {
            busy[cluster * snapshots + t] += plan.RunGpuH[pair * snapshots + t] / clusters.GpuHoursPerMwh[cluster];
        }

        for (var c = 0; c < clusters.Count; c++)
        {
            var (name, capacity, idle) = (clusters.Name[c], plan.ClusterItMw[c], clusters.IdlePu[c]);
            ledger.Within(ReplayKind.ClusterCapacity, capacity, (clusters.ExistingItMw[c], clusters.MaxItMw[c]), name);
            for (var t = 0; t < snapshots; t++)
            {
                var i = c * snapshots + t;
                ledger.Within(ReplayKind.ClusterBusy, busy[i], (0, capacity), name, t);
                var expected = idle * capacity + (1 - idle) * busy[i];
                ledger.Note(ReplayKind.ClusterPower, Math.Abs(plan.ItMw[i] - expected), name, t);
            }
        }
    }

    /// <summary>Σ data per GPU-hour × work × 8 / 3600 ≤ usable share × capacity.</summary>
    static void Fibres(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (fibres, workloads, snapshots) = (network.Fibres, network.Workloads, network.Snapshots.Count);
        var rate = new double[fibres.Count * snapshots];
        foreach (var (pair, _, t) in PairHours(network))
        {
            var data = workloads.DataGbPerGpuH[workloads.Pairs[pair].Workload] * plan.RunGpuH[pair * snapshots + t];
            foreach (var fibre in workloads.Pairs[pair].Fibres)
            {
                rate[fibre * snapshots + t] += data * GigabitsPerGigabyte / SecondsPerHour;
            }
        }

        for (var f = 0; f < fibres.Count; f++)
        {
            var (name, capacity) = (fibres.Name[f], plan.FibreGbitS[f]);
            ledger.Within(ReplayKind.FibreCapacity, capacity, (fibres.ExistingGbitS[f], fibres.MaxGbitS[f]), name);
            for (var t = 0; t < snapshots; t++)
            {
                ledger.Within(ReplayKind.FibreRate, rate[f * snapshots + t],
                    (double.NegativeInfinity, fibres.UtilisationMaxPu[f] * capacity), name, t);
            }
        }
    }

    static void Signs(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (workloads, snapshots) = (network.Workloads, network.Snapshots.Count);
        foreach (var (pair, _, t) in PairHours(network))
        {
            ledger.Within(ReplayKind.WorkSign, plan.RunGpuH[pair * snapshots + t],
                (0, double.PositiveInfinity), workloads.Name[workloads.Pairs[pair].Workload], t);
        }

        for (var i = 0; i < plan.UndoneGpuH.Length; i++)
        {
            ledger.Within(ReplayKind.WorkSign, plan.UndoneGpuH[i],
                (0, double.PositiveInfinity), workloads.Name[i / snapshots], i % snapshots);
        }
    }

    static IEnumerable<(int Pair, int Cluster, int Snapshot)> PairHours(HourlyNetwork network)
    {
        var pairs = network.Workloads.Pairs;
        for (var p = 0; p < pairs.Length; p++)
        {
            for (var t = 0; t < network.Snapshots.Count; t++)
            {
                yield return (p, pairs[p].Cluster, t);
            }
        }
    }
}
