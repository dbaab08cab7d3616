using System.Collections.Immutable;

namespace Suandian.Scheduling.Shifting.Clusters;

/// <summary>What a job asks of the cluster where it runs.</summary>
/// <param name="DataGb">Data that have to be moved from the origin, GB, ≥ 0.</param>
/// <param name="LatencyLimitMs">Most latency from the origin, ms; null for no limit.</param>
/// <param name="Requires">Qualifications that the cluster has to have.</param>
/// <param name="Section">Section it belongs to; empty where it is not told.</param>
/// <param name="Named">Names of the clusters it may go to, its home first; empty for all.</param>
public readonly record struct JobDemand(double DataGb, double? LatencyLimitMs, ImmutableArray<string> Requires, string Section, ImmutableArray<string> Named)
{
    /// <summary>A job that asks nothing.</summary>
    public static JobDemand None { get; } = new(0, null, [], "", []);
}
