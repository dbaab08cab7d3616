namespace Suandian.Scheduling.Statistics;

/// <summary>What part of a trace belongs to one user, partition or section.</summary>
/// <param name="Name">Its word in the trace; empty for jobs that name none.</param>
/// <param name="Jobs">Number of jobs.</param>
/// <param name="CpuH">Processor hours.</param>
public sealed record TraceShare(string Name, int Jobs, double CpuH)
{
    /// <summary>The shares by some label, the largest first; empty where no job has one.</summary>
    internal static TraceShare[] Of(JobTrace trace, JobLabels? labels) => labels is null ? [] :
    [
        .. Enumerable.Range(0, trace.Count).GroupBy(job => labels[job] ?? "").Select(group => new TraceShare(group.Key, group.Count(), group.Sum(trace.CpuH)))
            .OrderByDescending(share => share.CpuH).ThenBy(share => share.Name, StringComparer.Ordinal),
    ];
}
