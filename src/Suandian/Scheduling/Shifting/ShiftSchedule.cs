using System.Collections.Immutable;

namespace Suandian.Scheduling.Shifting;

/// <summary>When the jobs of a trace run.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Segments">Its times, by job and then by time; two of one job do not touch.</param>
public sealed record ShiftSchedule(ShiftPolicyKind Policy, ImmutableArray<ShiftSegment> Segments)
{
    /// <summary>Cluster of each job, −1 where it never runs. Shape [jobs]; empty where all run at the first.</summary>
    public ImmutableArray<int> Cluster { get; init; } = [];

    /// <summary>Cluster where a job runs.</summary>
    public int ClusterOf(int job) => Cluster.IsEmpty ? 0 : Cluster[job];

    /// <summary>A schedule of times in any order; those of one job that touch become one.</summary>
    internal static ShiftSchedule Of(ShiftPolicyKind policy, List<ShiftSegment> segments, ImmutableArray<int> cluster = default)
    {
        var joined = ImmutableArray.CreateBuilder<ShiftSegment>(segments.Count);
        foreach (var segment in segments.Where(s => s.End > s.Start).OrderBy(s => s.Job).ThenBy(s => s.Start))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Job == segment.Job && last.End == segment.Start)
            {
                joined[^1] = last with { End = segment.End };
            }
            else
            {
                joined.Add(segment);
            }
        }

        return new ShiftSchedule(policy, joined.ToImmutable()) { Cluster = cluster.IsDefault ? [] : cluster };
    }
}

/// <summary>How the time of a job is chosen.</summary>
public enum ShiftPolicyKind
{
    /// <summary>At its arrival.</summary>
    RunNow,

    /// <summary>In the lowest slot that it may wait for.</summary>
    LowestSlot,

    /// <summary>Where its expected length costs least, tried hour by hour from its arrival.</summary>
    LowestWindow,

    /// <summary>Where most is saved for each hour until its end (GAIA's Carbon-Time).</summary>
    CarbonTime,

    /// <summary>While the signal is below the 30 % quantile of the day to come, or no wait is left (Ecovisor).</summary>
    ThresholdSuspend,

    /// <summary>In the lowest slots until its deadline (Wait Awhile).</summary>
    WaitAwhile,

    /// <summary>By the signal and the shadow prices of capacity, planned again every hour; arrivals to come are not known.</summary>
    PriceGuided,

    /// <summary>The same, planned once with all arrivals known.</summary>
    DayAhead,
}
