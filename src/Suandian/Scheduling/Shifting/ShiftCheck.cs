using System.Collections.Immutable;

namespace Suandian.Scheduling.Shifting;

/// <summary>Checks a schedule against its trace by code that shares nothing with the policies and the measures.</summary>
/// <remarks>
/// Every time lies between arrival and deadline; times of a job do not overlap and add up to its length; a job has more than one only where it
/// may be suspended; never do more processors run than capacity and power limit let run.
/// </remarks>
public static class ShiftCheck
{
    const int SlotsPerHour = 3600 / 5;

    /// <summary>Every fault, by kind and job or hour; empty where the schedule is sound.</summary>
    public static ImmutableArray<ShiftFault> Of(ShiftTrace trace, ShiftSeries series, ShiftOptions options, ShiftSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schedule);
        var times = new List<(int From, int To)>[trace.Count];
        for (var j = 0; j < times.Length; j++)
        {
            times[j] = [];
        }

        foreach (var segment in schedule.Segments)
        {
            times[segment.Job].Add((segment.Start, segment.End));
        }

        var faults = new List<ShiftFault>();
        for (var j = 0; j < times.Length; j++)
        {
            times[j].Sort();
            faults.AddRange(OfJob(trace, options, j, times[j]).Select(kind => new ShiftFault(kind, j)));
        }

        faults.AddRange(OverLimit(trace, series, options, times));
        return [.. faults.OrderBy(f => f.Kind).ThenBy(f => f.Where)];
    }

    static IEnumerable<ShiftFaultKind> OfJob(ShiftTrace trace, ShiftOptions options, int job, List<(int From, int To)> times)
    {
        var run = times.Sum(t => t.To - t.From);
        if (run != trace.Length[job] || times.Exists(t => t.To <= t.From))
        {
            yield return ShiftFaultKind.WrongLength;
        }

        if (times.Exists(t => t.From < trace.Arrival[job]))
        {
            yield return ShiftFaultKind.BeforeArrival;
        }

        var waitH = trace.Length[job] * 5 < 7200 ? options.ShortWaitH : options.LongWaitH;
        if (times.Count > 0 && times[^1].To > trace.Arrival[job] + trace.Length[job] + waitH * SlotsPerHour + 1e-6)
        {
            yield return ShiftFaultKind.AfterDeadline;
        }

        for (var i = 1; i < times.Count; i++)
        {
            if (times[i].From < times[i - 1].To)
            {
                yield return ShiftFaultKind.TwiceAtOnce;
            }

            if (times[i].From > times[i - 1].To && options.Suspension == Suspension.Never)
            {
                yield return ShiftFaultKind.Suspended;
            }
        }
    }

    /// <summary>One fault an hour in which too many run: counted from the starts and ends within it.</summary>
    static IEnumerable<ShiftFault> OverLimit(ShiftTrace trace, ShiftSeries series, ShiftOptions options, List<(int From, int To)>[] times)
    {
        if (options.CapacityCpus is null && series.PowerLimitMw is null)
        {
            yield break;
        }

        var change = new Dictionary<int, List<(int Slot, int Cpus)>>();
        void Add(int hour, int slot, int cpus)
        {
            change.TryAdd(hour, []);
            change[hour].Add((slot, cpus));
        }

        for (var j = 0; j < times.Length; j++)
        {
            foreach (var (from, to) in times[j])
            {
                for (var hour = from / SlotsPerHour; hour * SlotsPerHour < to; hour++)
                {
                    Add(hour, Math.Max(from, hour * SlotsPerHour), trace.Cpus[j]);
                    Add(hour, Math.Min(to, (hour + 1) * SlotsPerHour), -trace.Cpus[j]);
                }
            }
        }

        foreach (var (hour, changes) in change)
        {
            var (running, most) = (0, 0);
            foreach (var (_, cpus) in changes.OrderBy(c => c.Slot).ThenBy(c => c.Cpus))
            {
                running += cpus;
                most = Math.Max(most, running);
            }

            var isTooMuchPower = series.PowerLimitMw is { } mw && (hour >= mw.Length || most * options.KilowattPerCpu > mw[hour] * 1000 * (1 + 1e-8));
            if (most > (options.CapacityCpus ?? int.MaxValue) || isTooMuchPower)
            {
                yield return new ShiftFault(ShiftFaultKind.OverLimit, hour);
            }
        }
    }
}

/// <summary>What is wrong in a schedule, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Where">Place of the job in its trace; the hour for <see cref="ShiftFaultKind.OverLimit"/>.</param>
public readonly record struct ShiftFault(ShiftFaultKind Kind, int Where);

/// <summary>What can be wrong in a schedule.</summary>
public enum ShiftFaultKind
{
    /// <summary>The times of a job do not add up to its length.</summary>
    WrongLength,

    /// <summary>A job runs before it arrives.</summary>
    BeforeArrival,

    /// <summary>Two times of a job overlap.</summary>
    TwiceAtOnce,

    /// <summary>A job is suspended that may not be.</summary>
    Suspended,

    /// <summary>A job ends after its deadline.</summary>
    AfterDeadline,

    /// <summary>More processors run than may in an hour.</summary>
    OverLimit,
}
