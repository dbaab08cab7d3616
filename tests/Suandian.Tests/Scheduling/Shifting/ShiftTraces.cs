using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting;

/// <summary>Traces for tests.</summary>
static class ShiftTraces
{
    internal const int Hour = ShiftTrace.SlotsPerHour;

    /// <summary>Jobs by arrival and length (slots) and processors.</summary>
    internal static ShiftTrace Of(params (int Arrival, int Length, int Cpus)[] jobs) => new()
    {
        Name = "trace",
        Id = [.. jobs.Select((_, i) => $"{i}")],
        Arrival = [.. jobs.Select(j => j.Arrival)],
        Length = [.. jobs.Select(j => j.Length)],
        Cpus = [.. jobs.Select(j => j.Cpus)],
        MeanShort = Mean(jobs, isLong: false),
        MeanLong = Mean(jobs, isLong: true),
    };

    /// <summary>Random jobs of at most 8 h, one about every half hour.</summary>
    internal static ShiftTrace Random(int seed, int count)
    {
        var (random, arrival) = (new Random(seed), 0);
        return Of([.. Enumerable.Range(0, count).Select(_ => (arrival += random.Next(Hour), 1 + (int)Math.Exp(random.NextDouble() * Math.Log(8 * Hour)), random.Next(1, 4)))]);
    }

    /// <summary>Carbon by hour, g/kWh.</summary>
    internal static ShiftSeries Carbon(params double[] carbon) => new() { Hours = carbon.Length, CarbonGPerKwh = carbon };

    /// <summary>A random series of some hours, equal neighbours among them.</summary>
    internal static ShiftSeries RandomSeries(int seed, int hours)
    {
        var random = new Random(seed);
        return Carbon([.. Enumerable.Range(0, hours).Select(_ => 50 + random.Next(20) * 17.3)]);
    }

    /// <summary>What a policy chooses at one cluster under a signal.</summary>
    internal static ShiftSchedule Schedule(ShiftPolicyKind policy, ShiftTrace trace, HourlySignal signal, ShiftOptions options) =>
        ShiftStudy.Schedule(policy, new ShiftQuestion(ClusterChoice.Anywhere(trace, options), [signal], [null]), TestContext.Current.CancellationToken);

    static int Mean((int Arrival, int Length, int Cpus)[] jobs, bool isLong) =>
        Math.Max(1, (int)jobs.Where(j => j.Length >= ShiftTrace.LongFrom == isLong).Select(j => (double)j.Length).DefaultIfEmpty().Average());
}
