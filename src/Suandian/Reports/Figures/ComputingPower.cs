using Suandian.Network;
using Suandian.Planning;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

/// <summary>Electricity of computing, handed down to the pairs of workload and cluster.</summary>
/// <remarks>
/// Power of a cluster = PUE(t) · IT power(t). It is shared among its workloads by the work they do in the hour;
/// in an hour without work (idle power) by the work they do in the year.
/// </remarks>
sealed class ComputingPower
{
    internal ComputingPower(HourlyNetwork network, PlanningSolution run, CostTags tags)
    {
        var t = network.Snapshots.Count;
        (Local, FixedLocal, FlexibleLocal) = (new double[t], new double[t], new double[t]);
        Pairs = new double[network.Workloads.Pairs.Length * t];
        ClusterMw = new double[network.Clusters.Count * t];
        for (var i = 0; i < ClusterMw.Length; i++)
        {
            ClusterMw[i] = network.Clusters.Pue[i] * run.ItMw[i];
        }

        for (var c = 0; c < network.Clusters.Count; c++)
        {
            int[] pairs = [.. Enumerable.Range(0, network.Workloads.Pairs.Length).Where(p => network.Workloads.Pairs[p].Cluster == c)];
            double[] yearly = [.. pairs.Select(p => Year.Sum(network, run.RunGpuH, p))];
            for (var h = 0; h < t; h++)
            {
                Share(network, run, pairs, yearly, (c * t) + h);
            }

            if (!tags.FarBus[network.Clusters.Bus[c]])
            {
                RunView.Add(Local, ClusterMw, c);
                foreach (var p in pairs.Where(p => network.Workloads.DeadlineH[network.Workloads.Pairs[p].Workload] > 0))
                {
                    RunView.Add(FlexibleLocal, Pairs, p);
                }
            }
        }

        for (var h = 0; h < t; h++)
        {
            FixedLocal[h] = Math.Max(Local[h] - FlexibleLocal[h], 0);
        }
    }

    /// <summary>Power of each cluster at its bus [c × T], MW.</summary>
    internal double[] ClusterMw { get; }

    /// <summary>Power of each pair at the bus [p × T], MW.</summary>
    internal double[] Pairs { get; }

    /// <summary>Power of all local clusters [T], MW.</summary>
    internal double[] Local { get; }

    /// <summary>Part that cannot wait, with what no workload uses [T], MW.</summary>
    internal double[] FixedLocal { get; }

    /// <summary>Part that can wait [T], MW.</summary>
    internal double[] FlexibleLocal { get; }

    void Share(HourlyNetwork network, PlanningSolution run, int[] pairs, double[] yearly, int cell)
    {
        var t = network.Snapshots.Count;
        var hour = cell % t;
        var now = pairs.Sum(p => run.RunGpuH[(p * t) + hour]);
        var always = yearly.Sum();
        for (var i = 0; i < pairs.Length; i++)
        {
            var share = now > 1e-9 ? run.RunGpuH[(pairs[i] * t) + hour] / now : always > 0 ? yearly[i] / always : 0;
            Pairs[(pairs[i] * t) + hour] = share * ClusterMw[cell];
        }
    }
}
