using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting;

/// <summary>Checks a schedule against its trace by code that shares nothing with the policies and the measures.</summary>
/// <remarks>
/// Every job runs at a cluster that it may go to, not before its data are there, and ends before its deadline; its times do not overlap and add
/// up to its length and what resumptions add; it has more than one only where it may be suspended; at each cluster never do more processors
/// run than capacity and power limit let run.
/// </remarks>
public static class ShiftCheck
{
    const int SlotsPerHour = 3600 / 5;

    /// <summary>Every fault at one cluster, by kind and job or hour; empty where the schedule is sound.</summary>
    public static ImmutableArray<ShiftFault> Of(ShiftTrace trace, ShiftSeries series, ShiftOptions options, ShiftSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        return Of(trace with { Demands = [] }, [new ShiftCluster { Name = "", Series = series, CapacityCpus = options.CapacityCpus }], options, schedule);
    }

    /// <summary>Every fault, by kind and job or hour; empty where the schedule is sound.</summary>
    public static ImmutableArray<ShiftFault> Of(ShiftTrace trace, ImmutableArray<ShiftCluster> clusters, ShiftOptions options, ShiftSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schedule);
        List<(int From, int To)>[] times = [.. trace.Id.Select(_ => new List<(int, int)>())];
        foreach (var segment in schedule.Segments)
        {
            times[segment.Job].Add((segment.Start, segment.End));
        }

        var faults = new List<ShiftFault>();
        for (var j = 0; j < times.Length; j++)
        {
            times[j].Sort();
            var place = schedule.Cluster.Length > 0 ? schedule.Cluster[j] : 0;
            var kinds = place < 0 || place >= clusters.Length ? [ShiftFaultKind.Nowhere] : OfJob(trace, options, j, times[j]).Concat(OfPlace(trace, clusters[place], j, times[j]));
            faults.AddRange(kinds.Select(kind => new ShiftFault(kind, j, place)));
        }

        for (var p = 0; p < clusters.Length; p++)
        {
            var here = p;
            var own = times.Select((t, j) => (Cpus: trace.Cpus[j], Times: t, Place: schedule.Cluster.Length > 0 ? schedule.Cluster[j] : 0)).Where(t => t.Place == here);
            faults.AddRange(OverLimit([.. own.SelectMany(t => t.Times.Select(x => (x.From, x.To, t.Cpus)))], clusters[p], options).Select(hour => new ShiftFault(ShiftFaultKind.OverLimit, hour, here)));
        }

        return [.. faults.OrderBy(f => f.Kind).ThenBy(f => f.Cluster).ThenBy(f => f.Where)];
    }

    static IEnumerable<ShiftFaultKind> OfJob(ShiftTrace trace, ShiftOptions options, int job, List<(int From, int To)> times)
    {
        var pauses = Enumerable.Range(1, Math.Max(0, times.Count - 1)).Count(i => times[i].From > times[i - 1].To);
        var added = (int)Math.Ceiling(options.CheckpointTimeS / 5.0) * pauses;
        if (times.Sum(t => t.To - t.From) != trace.Length[job] + added || times.Exists(t => t.To <= t.From))
        {
            yield return ShiftFaultKind.WrongLength;
        }

        if (times.Exists(t => t.From < trace.Arrival[job]))
        {
            yield return ShiftFaultKind.BeforeArrival;
        }

        var waitH = trace.WaitSlots.Length > 0 && trace.WaitSlots[job] >= 0 ? trace.WaitSlots[job] / 720.0 : trace.Length[job] * 5 < 7200 ? options.ShortWaitH : options.LongWaitH;
        if (times.Count > 0 && times[^1].To > trace.Arrival[job] + trace.Length[job] + waitH * SlotsPerHour + 1e-6)
        {
            yield return ShiftFaultKind.AfterDeadline;
        }

        if (Enumerable.Range(1, Math.Max(0, times.Count - 1)).Any(i => times[i].From < times[i - 1].To))
        {
            yield return ShiftFaultKind.TwiceAtOnce;
        }

        if (pauses > 0 && options.Suspension == Suspension.Never)
        {
            yield return ShiftFaultKind.Suspended;
        }
    }

    /// <summary>What is wrong with the place of a job.</summary>
    static IEnumerable<ShiftFaultKind> OfPlace(ShiftTrace trace, ShiftCluster cluster, int job, List<(int From, int To)> times)
    {
        if (trace.Demands.Length == 0)
        {
            yield break;
        }

        var demand = trace.Demands[job];
        if (demand.Named.Length > 0 && !demand.Named.Contains(cluster.Name))
        {
            yield return ShiftFaultKind.NotNamed;
        }

        if (demand.Requires.Length > 0 && !demand.Requires.Select(t => t.ToUpperInvariant()).ToHashSet().IsSubsetOf(cluster.Qualifications.Select(t => t.ToUpperInvariant())))
        {
            yield return ShiftFaultKind.NotQualified;
        }

        if (demand.LatencyLimitMs is { } limit && cluster.LatencyMs > limit)
        {
            yield return ShiftFaultKind.TooFar;
        }

        if (cluster.DataGbPerH is { } rate && times.Count > 0 && (times[0].From - trace.Arrival[job]) * 5 < demand.DataGb / rate * 3600 - 1e-3)
        {
            yield return ShiftFaultKind.BeforeData;
        }
    }

    /// <summary>The hours in which too many run: counted from the starts and ends within each.</summary>
    static IEnumerable<int> OverLimit(List<(int From, int To, int Cpus)> times, ShiftCluster cluster, ShiftOptions options)
    {
        var (series, change) = (cluster.Series, new Dictionary<int, List<(int Slot, int Cpus)>>());
        if (cluster.CapacityCpus is null && series.PowerLimitMw is null)
        {
            yield break;
        }

        void Add(int hour, int slot, int cpus)
        {
            change.TryAdd(hour, []);
            change[hour].Add((slot, cpus));
        }

        foreach (var (from, to, cpus) in times)
        {
            for (var hour = from / SlotsPerHour; hour * SlotsPerHour < to; hour++)
            {
                Add(hour, Math.Max(from, hour * SlotsPerHour), cpus);
                Add(hour, Math.Min(to, (hour + 1) * SlotsPerHour), -cpus);
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

            var kilowatt = most * options.KilowattPerCpu * (series.Pue is { } pue ? pue[Math.Min(hour, pue.Length - 1)] : 1);
            var isTooMuchPower = series.PowerLimitMw is { } mw && (hour >= mw.Length || kilowatt > mw[hour] * 1000 * (1 + 1e-8));
            if (most > (cluster.CapacityCpus ?? int.MaxValue) || isTooMuchPower)
            {
                yield return hour;
            }
        }
    }
}
