using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Workloads: work that waits, within its deadline.</summary>
/// <remarks>
/// Sets        w ∈ workloads, p ∈ pairs of workload and cluster, t ∈ snapshots of 1 h, cyclic within their block
/// Parameters  arrival(w,t) [GPU-h/h]; W(w) deadline [h]; G(w) the most work per MWh of busy IT energy among the
///             clusters of w [GPU-h/MWh]: divided by it the row is in MW, so that its violation is judged as power
/// Variables   run(p,t) = work_run, undone(w,t) = work_undone [GPU-h/h] ≥ 0;
///             backlog(w,t) = work_backlog [GPU-h, end of the hour], 0 ≤ backlog(w,t) ≤ Σ(τ = t−W+1 … t) arrival(w,τ)
/// Why the bound is the deadline: served first in, first out, what waits at the end of hour t is what arrived last. None of
/// it is late exactly when all of it arrived after hour t−W, so when it is no more than the arrivals of the W hours t−W+1 … t.
/// W = 0: nothing waits. A window longer than its block is the block: the work waits one turn of the block at most.
/// Source      docs/adr/0009-rolling-deadlines.md; bounded-backlog form of deadlines as in network calculus.
/// </remarks>
static class Backlogs
{
    internal static WorkVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (work, T) = (network.Workloads, network.Snapshots.Count);
        var most = DeadlineWindows.ArrivalsGpuH(network);
        return new(
            model.Variables("work_backlog", Index.Hourly(work.Name, network.Snapshots, (w, _) => work.DeadlineH[w] > 0),
                0, (w, t) => most[w * T + t]),
            model.Variables("work_undone", Index.Hourly(work.Name, network.Snapshots), 0, double.PositiveInfinity),
            [.. Enumerable.Range(0, work.Count).Select(w => Index.Where(work.Pairs.Length, p => work.Pairs[p].Workload == w))]);
    }

    /// <summary>[backlog(w,t) − backlog(w,t−1) + Σ(p of w) run(p,t) + undone(w,t)] / G(w) = arrival(w,t) / G(w)</summary>
    internal static void Balance(LinearModel model, HourlyNetwork network, WorkVariables x, Variables run)
    {
        var (work, previous, T) = (network.Workloads, network.Snapshots.Previous, network.Snapshots.Count);
        double[] share = [.. x.PairsOf.Select(pairs => Share(network, pairs))];
        model.Subject("work_balance", Index.Hourly(work.Name, network.Snapshots), (w, t) =>
            share[w] * (x.Backlog[w, t] - x.Backlog[w, previous[t]] + Expression.Sum(x.PairsOf[w], run, t) + x.Undone[w, t])
                == share[w] * work.ArrivalGpuH[w * T + t]);
    }

    /// <summary>1 / G(w) [MWh/GPU-h]; 1 for a workload that no cluster serves.</summary>
    static double Share(HourlyNetwork network, int[] pairs) => pairs.Length == 0
        ? 1
        : 1 / pairs.Max(p => network.Clusters.GpuHoursPerMwh[network.Workloads.Pairs[p].Cluster]);
}

/// <summary>Variables of workloads.</summary>
/// <param name="Backlog">[w × T], GPU-h at the end of the hour; none where the deadline is 0.</param>
/// <param name="Undone">[w × T], GPU-h/h given up.</param>
/// <param name="PairsOf">Pairs of each workload.</param>
sealed record WorkVariables(Variables Backlog, Variables Undone, int[][] PairsOf);
