namespace Suandian.Reports.Figures;

/// <summary>Data moved by computing, Gbit/s.</summary>
static class DataRates
{
    /// <summary>Gbit/s of one GB per hour: 8 Gbit over 3600 s.</summary>
    internal const double GbitSPerGbH = 8.0 / 3600;

    /// <summary>Use of a fibre by hour [T], all workloads whose route passes it.</summary>
    internal static double[] OfFibre(RunView run, int fibre) =>
        Sum(run, p => run.Network.Workloads.Pairs[p].Fibres.Contains(fibre));

    /// <summary>What leaves the origin of a workload by hour [T].</summary>
    internal static double[] OfWorkload(RunView run, int workload) =>
        Sum(run, p => run.Network.Workloads.Pairs[p].Workload == workload && !run.Network.Workloads.Pairs[p].Fibres.IsEmpty);

    static double[] Sum(RunView run, Func<int, bool> counts)
    {
        var work = run.Network.Workloads;
        var rate = new double[run.T];
        for (var p = 0; p < work.Pairs.Length; p++)
        {
            if (counts(p))
            {
                RunView.Add(rate, run.Run.RunGpuH, p, work.DataGbPerGpuH[work.Pairs[p].Workload] * GbitSPerGbH);
            }
        }

        return rate;
    }
}
