using System.Collections.Immutable;

namespace Suandian.Scheduling.Shifting.Clusters;

/// <summary>Clusters and demands for tests.</summary>
static class TwoClusters
{
    /// <summary>A cluster by prices in yuan/kWh.</summary>
    internal static ShiftCluster Priced(string name, int? cpus, params double[] price) =>
        new() { Name = name, CapacityCpus = cpus, Series = new ShiftSeries { Hours = price.Length, PriceYuanPerKwh = price } };

    /// <summary>A trace whose jobs ask something.</summary>
    internal static ShiftTrace Asking(ShiftTrace trace, params JobDemand[] demands) => trace with { Demands = [.. demands] };

    /// <summary>A random instance of whole hours: jobs, two clusters at which moving data costs and takes hours, and what the jobs ask.</summary>
    internal static (ShiftTrace Trace, ImmutableArray<ShiftCluster> Clusters) Random(int seed, int jobs, int hours)
    {
        var random = new Random(seed);
        var trace = ShiftTraces.Of([.. Enumerable.Range(0, jobs).Select(i => (i / 2 * ShiftTraces.Hour, ShiftTraces.Hour * random.Next(1, 3), random.Next(1, 3)))]);
        double[] Prices() => [.. Enumerable.Range(0, hours).Select(_ => (double)random.Next(1, 30))];
        ImmutableArray<ShiftCluster> clusters =
        [
            Priced("near", 3, Prices()) with { LatencyMs = 1 },
            Priced("far", 2, Prices()) with { LatencyMs = 30, DataYuanPerGb = random.Next(6), DataGbPerH = 1, Qualifications = ["green"] },
        ];
        var demands = Enumerable.Range(0, jobs).Select(_ => new JobDemand(random.Next(2), random.Next(4) == 0 ? 20 : null, random.Next(5) == 0 ? ["green"] : [], "", []));
        return (Asking(trace, [.. demands.Select(d => d.Requires.IsEmpty ? d : d with { LatencyLimitMs = null })]), clusters);
    }

    /// <summary>The least cost over every choice of cluster and whole hours; what begins and ends with hours has an optimum of this kind.</summary>
    internal static double Least(ShiftTrace trace, ImmutableArray<ShiftCluster> clusters, ShiftOptions options)
    {
        double Search(int job, int[][] free)
        {
            if (job == trace.Count)
            {
                return 0;
            }

            var (least, demand) = (double.PositiveInfinity, trace.Demands[job]);
            for (var p = 0; p < clusters.Length; p++)
            {
                var cluster = clusters[p];
                if (cluster.LatencyMs > (demand.LatencyLimitMs ?? 1e9) || demand.Requires.Any(t => !cluster.Qualifications.Contains(t)))
                {
                    continue;
                }

                var first = trace.Arrival[job] / ShiftTraces.Hour + (cluster.DataGbPerH is { } rate ? (int)(demand.DataGb / rate) : 0);
                var last = trace.Job(job, options).Deadline / ShiftTraces.Hour;
                for (var set = 0; set < 1 << Math.Max(0, last - first); set++)
                {
                    int[] hours = [.. Enumerable.Range(0, Math.Max(0, last - first)).Where(k => (set >> k & 1) == 1).Select(k => first + k)];
                    if (hours.Length != trace.Length[job] / ShiftTraces.Hour || hours.Any(h => free[p][h] < trace.Cpus[job]))
                    {
                        continue;
                    }

                    int[][] rest = [.. free.Select((f, q) => q == p ? f.Select((n, h) => hours.Contains(h) ? n - trace.Cpus[job] : n).ToArray() : f)];
                    least = Math.Min(least, hours.Sum(h => cluster.Series.PriceYuanPerKwh![h]) * trace.Cpus[job] + demand.DataGb * cluster.DataYuanPerGb + Search(job + 1, rest));
                }
            }

            return least;
        }

        return Search(0, [.. clusters.Select(c => Enumerable.Repeat(c.CapacityCpus!.Value, c.Series.Hours).ToArray())]);
    }
}
