namespace Suandian.Scheduling;

/// <summary>What a schedule is like for those who wait and for those who own the machine.</summary>
/// <remarks>The formulas: docs/explanation/scheduling.md.</remarks>
public sealed record ScheduleMetrics
{
    /// <summary>Run times below this count as this much in the bounded slowdown, s (D. G. Feitelson et al., JSSPP 1997, doi:10.1007/3-540-63574-2_14).</summary>
    public const double SlowdownThresholdS = 10;

    /// <summary>Number of jobs.</summary>
    public required int Jobs { get; init; }

    /// <summary>Mean of start less arrival, s.</summary>
    public required double MeanWaitS { get; init; }

    /// <summary>Median of start less arrival, s.</summary>
    public required double MedianWaitS { get; init; }

    /// <summary>The longest wait, s.</summary>
    public required double LongestWaitS { get; init; }

    /// <summary>Mean of max(1, (wait + run) / max(run, 10 s)).</summary>
    public required double MeanBoundedSlowdown { get; init; }

    /// <summary>From the first arrival to the last end, s.</summary>
    public required double MakespanS { get; init; }

    /// <summary>Processor seconds used, as a share of processors × makespan.</summary>
    public required double UtilisationPu { get; init; }

    /// <summary>Measures a schedule.</summary>
    public static ScheduleMetrics Of(JobTrace trace, ScheduleSolution schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(schedule);
        var waits = new long[trace.Count];
        var (wait, slowdown, used, last) = (0.0, 0.0, 0.0, 0L);
        for (var job = 0; job < waits.Length; job++)
        {
            waits[job] = schedule.StartS[job] - trace.SubmitS[job];
            wait += waits[job];
            slowdown += Math.Max(1, (waits[job] + trace.RunS[job]) / Math.Max(trace.RunS[job], SlowdownThresholdS));
            used += (double)trace.Processors[job] * trace.RunS[job];
            last = Math.Max(last, schedule.StartS[job] + trace.RunS[job]);
        }

        Array.Sort(waits);
        var (count, makespan) = (Math.Max(1, waits.Length), waits.Length == 0 ? 0 : last - trace.SubmitS[0]);
        return new ScheduleMetrics
        {
            Jobs = waits.Length,
            MeanWaitS = wait / count,
            MedianWaitS = waits.Length == 0 ? 0 : 0.5 * (waits[(waits.Length - 1) / 2] + waits[waits.Length / 2]),
            LongestWaitS = waits.Length == 0 ? 0 : waits[^1],
            MeanBoundedSlowdown = slowdown / count,
            MakespanS = makespan,
            UtilisationPu = makespan > 0 ? used / ((double)schedule.Processors * makespan) : 0,
        };
    }
}
