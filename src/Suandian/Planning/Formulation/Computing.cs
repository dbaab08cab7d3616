using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Clusters: work turned into IT power and IT power into electric power.</summary>
/// <remarks>
/// Sets        c ∈ clusters, p ∈ pairs of workload and cluster, t ∈ snapshots
/// Parameters  G(c) work per busy IT energy [GPU-h/MWh]; idle(c) idle over full power [pu]; PUE(c,t) [pu]
/// Variables   z(c) = cluster_capacity [MW of IT]; run(p,t) = work_run [GPU-h/h] ≥ 0
/// busy(c,t) = Σ(p of c) run(p,t) / G(c) [MW]; IT power = idle z + (1 − idle) busy; electric power = PUE × IT power.
/// Source      PUE: ISO/IEC 30134-2; server power linear in load: X. Fan, W.-D. Weber, L. A. Barroso, Power provisioning for
///             a warehouse-sized computer, ISCA 2007, doi:10.1145/1250662.1250665.
/// </remarks>
static class Computing
{
    internal static ComputingVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (clusters, pairs) = (network.Clusters, network.Workloads.Pairs);
        var names = pairs.Select(p => $"{network.Workloads.Name[p.Workload]} at {clusters.Name[p.Cluster]}").ToArray();
        return new(
            model.Variables("cluster_capacity", Index.Annual(clusters.Name),
                (c, _) => clusters.ExistingItMw[c], (c, _) => clusters.MaxItMw[c]),
            model.Variables("work_run", Index.Hourly(names, network.Snapshots), 0, double.PositiveInfinity),
            [.. Enumerable.Range(0, clusters.Count).Select(c => Index.Where(pairs.Length, p => pairs[p].Cluster == c))]);
    }

    /// <summary>busy(c,t) ≤ z(c)</summary>
    internal static void Limit(LinearModel model, HourlyNetwork network, ComputingVariables x) =>
        model.Subject("cluster_limit",
            Index.Hourly(network.Clusters.Name, network.Snapshots, (c, _) => x.PairsOf[c].Length > 0),
            (c, t) => Busy(network.Clusters, x, c, t) <= x.Capacity[c]);

    /// <summary>PUE(c,t) (idle z(c) + (1 − idle) busy(c,t)), MW at the bus, over all clusters of a bus.</summary>
    internal static Expression Electric(Clusters clusters, ComputingVariables x, int[] members, int t)
    {
        Expression electric = 0;
        foreach (var c in members)
        {
            var (pue, idle) = (clusters.Pue[c * x.Run.Block.Members.Snapshots + t], clusters.IdlePu[c]);
            electric = electric + pue * idle * x.Capacity[c] + pue * (1 - idle) * Busy(clusters, x, c, t);
        }

        return electric;
    }

    /// <summary>Σ(p of c) run(p,t) / G(c), MW.</summary>
    static Expression Busy(Clusters clusters, ComputingVariables x, int c, int t) =>
        1 / clusters.GpuHoursPerMwh[c] * Expression.Sum(x.PairsOf[c], x.Run, t);
}

/// <summary>Variables of clusters.</summary>
/// <param name="Capacity">z [c], MW of IT.</param>
/// <param name="Run">[p × T], GPU-h/h.</param>
/// <param name="PairsOf">Pairs of each cluster.</param>
sealed record ComputingVariables(Variables Capacity, Variables Run, int[][] PairsOf);
