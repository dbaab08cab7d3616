using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Fibres: the data of work that runs away from its origin.</summary>
/// <remarks>
/// Sets        f ∈ fibres, p ∈ pairs of workload and cluster whose route uses f, t ∈ snapshots of 1 h
/// Parameters  data(w) [GB/GPU-h]; u(f) highest utilisation on average over an hour [pu]
/// Variables   z(f) = fibre_capacity [Gbit/s]; run(p,t) = work_run [GPU-h/h]
/// 1 GB/h = 8/3600 Gbit/s.
/// </remarks>
static class DataTransport
{
    const double GbitSPerGbH = 8.0 / 3600;

    internal static Variables Add(LinearModel model, HourlyNetwork network) =>
        model.Variables("fibre_capacity", Index.Annual(network.Fibres.Name),
            (f, _) => network.Fibres.ExistingGbitS[f], (f, _) => network.Fibres.MaxGbitS[f]);

    /// <summary>Σ(p over f) run(p,t) data(p) 8/3600 ≤ u(f) z(f)</summary>
    internal static void Limit(LinearModel model, HourlyNetwork network, Variables capacity, Variables run)
    {
        var (fibres, work) = (network.Fibres, network.Workloads);
        int[][] over = [.. Enumerable.Range(0, fibres.Count).Select(f => Index.Where(work.Pairs.Length,
            p => work.Pairs[p].Fibres.Contains(f) && work.DataGbPerGpuH[work.Pairs[p].Workload] > 0))];
        model.Subject("fibre_limit", Index.Hourly(fibres.Name, network.Snapshots, (f, _) => over[f].Length > 0), (f, t) =>
            Expression.Sum(over[f], p => GbitSPerGbH * work.DataGbPerGpuH[work.Pairs[p].Workload] * run[p, t])
                <= fibres.UtilisationMaxPu[f] * capacity[f]);
    }
}
