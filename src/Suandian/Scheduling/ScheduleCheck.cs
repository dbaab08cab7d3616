using System.Collections.Immutable;

namespace Suandian.Scheduling;

/// <summary>Checks a schedule against its trace by code that shares nothing with the simulator.</summary>
/// <remarks>
/// All policies: each job starts once, not before it arrives, and never are more processors held than there are.
/// In order of arrival: starts never fall. Shortest first: nobody starts while a shorter job waits.
/// EASY: from the moment a job is the first that waits, it starts no later than running jobs would let it by their estimates.
/// Conservative: nobody starts later than its first reservation would be on a machine where all before it had reserved; that is checked by the
/// weaker promise of EASY here, and by a schedule built second by second in the tests.
/// </remarks>
public static class ScheduleCheck
{
    /// <summary>Every fault of a schedule, in order of time; empty where it is sound.</summary>
    public static ImmutableArray<ScheduleFault> Of(JobTrace trace, ScheduleSolution schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(schedule);
        var faults = new List<ScheduleFault>();
        for (var job = 0; job < trace.Count; job++)
        {
            if (schedule.StartS[job] < trace.SubmitS[job])
            {
                faults.Add(new ScheduleFault(ScheduleFaultKind.BeforeArrival, trace.Number[job], schedule.StartS[job]));
            }
        }

        var byStart = Enumerable.Range(0, trace.Count).OrderBy(j => schedule.StartS[j]).ThenBy(j => j).ToArray();
        Capacity(trace, schedule, byStart, faults);
        switch (schedule.Policy)
        {
            case QueuePolicyKind.Fifo:
                Order(trace, schedule, faults);
                break;
            case QueuePolicyKind.ShortestFirst:
                Shortest(trace, schedule, byStart, faults);
                break;
            default:
                Promise(trace, schedule, byStart, faults);
                break;
        }

        return [.. faults.OrderBy(f => f.TimeS).ThenBy(f => f.Job)];
    }

    /// <summary>Processors held: +p at the start, −p at the end, ends first where both are at one instant.</summary>
    static void Capacity(JobTrace trace, ScheduleSolution schedule, int[] byStart, List<ScheduleFault> faults)
    {
        var ends = byStart.Where(j => trace.RunS[j] > 0).OrderBy(j => schedule.StartS[j] + trace.RunS[j]).ToArray();
        var (held, next) = (0L, 0);
        foreach (var job in byStart.Where(j => trace.RunS[j] > 0))
        {
            for (; next < ends.Length && schedule.StartS[ends[next]] + trace.RunS[ends[next]] <= schedule.StartS[job]; next++)
            {
                held -= trace.Processors[ends[next]];
            }

            held += trace.Processors[job];
            if (held > schedule.Processors)
            {
                faults.Add(new ScheduleFault(ScheduleFaultKind.TooManyProcessors, trace.Number[job], schedule.StartS[job]));
            }
        }
    }

    static void Order(JobTrace trace, ScheduleSolution schedule, List<ScheduleFault> faults)
    {
        for (var job = 1; job < trace.Count; job++)
        {
            if (schedule.StartS[job] < schedule.StartS[job - 1])
            {
                faults.Add(new ScheduleFault(ScheduleFaultKind.OutOfOrder, trace.Number[job], schedule.StartS[job]));
            }
        }
    }

    /// <summary>At each start, the shortest of those that have arrived and start later must not be shorter.</summary>
    static void Shortest(JobTrace trace, ScheduleSolution schedule, int[] byStart, List<ScheduleFault> faults)
    {
        var (waiting, arrived) = (new SortedSet<(long EstimateS, int Job)>(), 0);
        foreach (var group in byStart.GroupBy(j => schedule.StartS[j]))
        {
            for (; arrived < trace.Count && trace.SubmitS[arrived] <= group.Key; arrived++)
            {
                waiting.Add((trace.EstimateS[arrived], arrived));
            }

            waiting.ExceptWith(group.Select(j => (trace.EstimateS[j], j)));
            if (waiting.Count > 0)
            {
                faults.AddRange(group.Where(j => waiting.Min.CompareTo((trace.EstimateS[j], j)) < 0)
                    .Select(j => new ScheduleFault(ScheduleFaultKind.OutOfOrder, trace.Number[j], group.Key)));
            }
        }
    }

    /// <summary>The first job that waits starts no later than the jobs that run when it becomes first would let it by their estimates.</summary>
    static void Promise(JobTrace trace, ScheduleSolution schedule, int[] byStart, List<ScheduleFault> faults)
    {
        var (running, started, firstSince) = (new List<int>(), 0, long.MinValue);
        for (var job = 0; job < trace.Count; job++)
        {
            // the first that waits from when it has arrived and all before it have started
            firstSince = Math.Max(firstSince, trace.SubmitS[job]);
            for (; started < byStart.Length && schedule.StartS[byStart[started]] <= firstSince; started++)
            {
                running.Add(byStart[started]);
            }

            running.RemoveAll(j => schedule.StartS[j] + trace.RunS[j] <= firstSince);
            if (schedule.StartS[job] > firstSince && schedule.StartS[job] > Promised(trace, schedule, running, job, firstSince))
            {
                faults.Add(new ScheduleFault(ScheduleFaultKind.PromiseBroken, trace.Number[job], schedule.StartS[job]));
            }

            firstSince = Math.Max(firstSince, schedule.StartS[job]);
        }
    }

    static long Promised(JobTrace trace, ScheduleSolution schedule, List<int> running, int job, long now)
    {
        var free = schedule.Processors - running.Sum(j => trace.Processors[j]);
        foreach (var j in running.OrderBy(j => schedule.StartS[j] + trace.EstimateS[j]))
        {
            if (free >= trace.Processors[job])
            {
                break;
            }

            (free, now) = (free + trace.Processors[j], schedule.StartS[j] + trace.EstimateS[j]);
        }

        return now;
    }
}

/// <summary>What is wrong in a schedule, at which job and when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Job">Number of the job in its log.</param>
/// <param name="TimeS">Its start, s.</param>
public readonly record struct ScheduleFault(ScheduleFaultKind Kind, long Job, long TimeS);

/// <summary>What can be wrong in a schedule.</summary>
public enum ScheduleFaultKind
{
    /// <summary>A start before the arrival, or none at all.</summary>
    BeforeArrival,

    /// <summary>More processors are held than there are.</summary>
    TooManyProcessors,

    /// <summary>A job starts that should have waited for another.</summary>
    OutOfOrder,

    /// <summary>A job starts later than its reservation.</summary>
    PromiseBroken,
}
