using System.Collections.Immutable;
using System.Diagnostics;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Benchmarks;

/// <summary>Day-ahead plan of 100 000 jobs at two clusters over a year, bound, check and measures included; "once shift" prints it.</summary>
static class ShiftTimes
{
    const int Jobs = 100_000, Hours = 8760;

    internal static void Once(TextWriter answer)
    {
        foreach (var room in (double[])[2, 1.55])
        {
            var (trace, clusters) = Year(room);
            var (cpu, wall) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            var solution = ShiftStudy.Run(trace, clusters, new ShiftOptions(), [ShiftPolicyKind.DayAhead]);
            var (run, bound) = (solution.Runs[0], solution.Bounds[ShiftGoal.Carbon]);
            answer.WriteLine($"{Jobs} jobs, {clusters.Length} clusters, {Hours} h, processors {room} times the mean demand: {wall.Elapsed.TotalSeconds:F1} s wall, "
                + $"{(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:F1} s CPU, {run.Metrics.Of(ShiftGoal.Carbon) / bound.Value:F4} of the bound, {run.Metrics.Late} late");
        }
    }

    /// <summary>Lengths between 1 min and 30 h, even in their logarithm, 1 to 16 processors of which few are common; days and weeks of carbon with noise.</summary>
    internal static (ShiftTrace Trace, ImmutableArray<ShiftCluster> Clusters) Year(double room)
    {
        var random = new Random(1);
        int[] arrival = [.. Enumerable.Range(0, Jobs).Select(_ => random.Next((Hours - 80) * ShiftTrace.SlotsPerHour)).Order()];
        int[] length = [.. arrival.Select(_ => (int)(12 * Math.Exp(random.NextDouble() * Math.Log(1800))))];
        int[] cpus = [.. arrival.Select(_ => 1 << (int)(5 * Math.Pow(random.NextDouble(), 3)))];
        var trace = new ShiftTrace
        {
            Name = "year", Id = [.. arrival.Select((_, i) => $"{i}")], Arrival = arrival, Length = length, Cpus = cpus,
            MeanShort = (int)length.Where(l => l < ShiftTrace.LongFrom).Average(), MeanLong = (int)length.Where(l => l >= ShiftTrace.LongFrom).Average(),
        };
        var each = (int)Math.Ceiling(trace.CpuHours / Hours * room / 2);
        double Carbon(int hour) => 280 + 90 * Math.Sin(2 * Math.PI * hour / 24) + 60 * Math.Sin(2 * Math.PI * hour / 168) + 20 * random.NextDouble();
        return (trace, [.. Enumerable.Range(0, 2).Select(p => new ShiftCluster
        {
            Name = $"{p}", CapacityCpus = each, Series = new ShiftSeries { Hours = Hours, CarbonGPerKwh = [.. Enumerable.Range(0, Hours).Select(h => Carbon(h + 7 * p))] },
        })]);
    }
}
