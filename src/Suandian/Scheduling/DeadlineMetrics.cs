using System.Collections.Immutable;

namespace Suandian.Scheduling;

/// <summary>How the deadlines of a group of jobs were kept.</summary>
/// <param name="Section">Section of the jobs; null for all, empty for those of which nobody says one.</param>
/// <param name="Jobs">Jobs with a deadline.</param>
/// <param name="Missed">Those of them that ended after it, or never.</param>
/// <param name="LargestLatenessS">Largest end less deadline of a job that ended, s; 0 where none ended after its deadline.</param>
public sealed record DeadlineMetrics(string? Section, int Jobs, int Missed, double LargestLatenessS)
{
    /// <summary>Measures a schedule: all jobs first, then each section that the trace tells, in the order of first mention; none where no job has a deadline.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="schedule">When they start.</param>
    public static ImmutableArray<DeadlineMetrics> Of(JobTrace trace, ScheduleSolution schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(schedule);
        if (trace.DeadlineS is not { } deadlines)
        {
            return [];
        }

        int[] jobs = [.. Enumerable.Range(0, trace.Count).Where(job => deadlines[job] >= 0)];
        DeadlineMetrics Group(string? section, IEnumerable<int> members) => Of(section, members.Select(job => ((double)deadlines[job], (double?)(schedule.StartS[job] + trace.RunS[job]))));
        return trace.Section is not { } sections ? [Group(null, jobs)]
            : [Group(null, jobs), .. sections.Names.Append("").Select(name => Group(name, jobs.Where(job => (sections[job] ?? "") == name))).Where(group => group.Section!.Length > 0 || group.Jobs > 0)];
    }

    /// <summary>Measures a group.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="jobs">Deadline and end of each job that has a deadline, s; null for one that never ended.</param>
    internal static DeadlineMetrics Of(string? section, IEnumerable<(double DeadlineS, double? EndS)> jobs)
    {
        var (all, missed, largest) = (0, 0, 0.0);
        foreach (var (deadline, end) in jobs)
        {
            all++;
            missed += end <= deadline ? 0 : 1;
            largest = Math.Max(largest, end - deadline ?? 0);
        }

        return new DeadlineMetrics(section, all, missed, largest);
    }
}
