using System.Collections.Immutable;

namespace Suandian.Scheduling.Comparison;

/// <summary>When the jobs of a trace run under one policy, whichever family it is of.</summary>
/// <param name="Key">Word for the policy in files.</param>
/// <param name="Name">Name of the policy for people.</param>
/// <param name="Segments">Times without a break, by job and then by time.</param>
public sealed record ComparedSchedule(string Key, Text Name, ImmutableArray<JobSegment> Segments)
{
    /// <summary>Times and processors held.</summary>
    internal IEnumerable<(long StartS, long EndS, int Processors)> Held(JobTrace trace) => Segments.Select(s => (s.StartS, s.EndS, trace.Processors[s.Job]));

    /// <summary>The schedule of a queue policy: each job runs once from its start to its end.</summary>
    public static ComparedSchedule Of(string key, Text name, JobTrace trace, ScheduleSolution schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(schedule);
        return new ComparedSchedule(key, name, [.. Enumerable.Range(0, trace.Count).Select(job => new JobSegment(job, schedule.StartS[job], schedule.StartS[job] + trace.RunS[job]))]);
    }
}

/// <summary>A time in which a job runs without a break.</summary>
/// <param name="Job">Place of the job in its trace.</param>
/// <param name="StartS">Start, s.</param>
/// <param name="EndS">End, s.</param>
public readonly record struct JobSegment(int Job, long StartS, long EndS);
