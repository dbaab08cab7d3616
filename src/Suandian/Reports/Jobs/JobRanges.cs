using Suandian.Scheduling;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Jobs;

/// <summary>The ranges into which sizes, times and shares are parted for pictures and tables.</summary>
static class JobRanges
{
    const double Minute = 60, Hour = 3600, Day = 86_400;

    static readonly (double FromS, string Name)[] Times =
    [
        (0, "<1 s"), (1, "1 s"), (10, "10 s"), (Minute, "1 min"), (10 * Minute, "10 min"), (Hour, "1 h"), (3 * Hour, "3 h"), (12 * Hour, "12 h"), (Day, "1 d"), (3 * Day, "3 d"), (7 * Day, "7 d"),
    ];

    /// <summary>Processors by powers of two: 1, 2, 3–4, 5–8, ….</summary>
    internal static JobRange[] Sizes(JobTrace trace)
    {
        var (ends, names) = (new List<double> { 1 }, new List<string>());
        for (var most = 1L; names.Count == 0 || most / 2 < trace.Processors.Max(); most *= 2)
        {
            var least = most / 2 + 1;
            names.Add(least == most ? $"{most}" : $"{least}–{most}");
            ends.Add(most + 1);
        }

        return Parted(Enumerable.Range(0, trace.Count).Select(j => ((double)trace.Processors[j], trace.CpuH(j))), [.. ends], [.. names]);
    }

    /// <summary>Run times by the least of each range.</summary>
    internal static JobRange[] Runs(JobTrace trace) => Spans(Enumerable.Range(0, trace.Count).Select(j => ((double)trace.RunS[j], trace.CpuH(j))));

    /// <summary>Times from one arrival to the next.</summary>
    internal static JobRange[] Between(Spread timesS) => Spans(timesS.Sorted.ToArray().Select(s => (s, 0.0)));

    /// <summary>Tenths of 0 … 1.</summary>
    internal static JobRange[] Tenths(Spread shares) => Parted(shares.Sorted.ToArray().Select(s => (s, 0.0)), [.. Enumerable.Range(0, 11).Select(i => i / 10.0)], [.. Enumerable.Range(0, 10).Select(i => $"{10 * i}–{10 * (i + 1)}%")]);

    /// <summary>Empty ranges at both ends are left out.</summary>
    static JobRange[] Spans(IEnumerable<(double S, double CpuH)> times)
    {
        var parted = Parted(times, [.. Times.Select(t => t.FromS), double.MaxValue], [.. Times.Select((t, i) => i == 0 ? t.Name : $"≥{t.Name}")]);
        var (first, last) = (Array.FindIndex(parted, p => p.Count > 0), Array.FindLastIndex(parted, p => p.Count > 0));
        return first < 0 ? parted : parted[first..(last + 1)];
    }

    /// <summary>The lower end belongs to a range; the last holds its upper end too.</summary>
    static JobRange[] Parted(IEnumerable<(double Value, double CpuH)> of, double[] ends, string[] names)
    {
        var (counts, hours) = (new int[names.Length], new double[names.Length]);
        foreach (var (value, cpuH) in of)
        {
            var at = Array.BinarySearch(ends, value);
            var range = Math.Clamp(at < 0 ? ~at - 1 : at, 0, names.Length - 1);
            counts[range]++;
            hours[range] += cpuH;
        }

        return [.. names.Select((name, i) => new JobRange(name, counts[i], hours[i]))];
    }
}

/// <summary>A range of sizes or times.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many lie in it.</param>
/// <param name="CpuH">Their processor hours.</param>
readonly record struct JobRange(string Name, int Count, double CpuH);
