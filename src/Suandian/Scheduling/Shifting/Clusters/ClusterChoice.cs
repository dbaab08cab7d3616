using System.Collections.Immutable;

namespace Suandian.Scheduling.Shifting.Clusters;

/// <summary>Where each job may run, from when, and what moving its data there adds.</summary>
/// <remarks>
/// A job may go to a cluster that it names (to all where it names none), that has every qualification it requires, whose latency is within its
/// limit, that has its processors, and to which its data come in time: ready = arrival + data / rate, rounded up to slots, at most arrival +
/// longest wait. The deadline is the same everywhere. Home is the first that it names and may go to, else the first of all.
/// </remarks>
public sealed class ClusterChoice
{
    const int Nowhere = -1;

    readonly ShiftTrace _trace;
    readonly ShiftOptions _options;
    readonly ImmutableArray<ShiftCluster> _clusters; // none where there is nothing to choose by
    readonly int[] _ready; // [jobs × clusters]; Nowhere where a job may not go
    readonly int[] _home;

    /// <summary>The choice among clusters.</summary>
    public ClusterChoice(ShiftTrace trace, ImmutableArray<ShiftCluster> clusters, ShiftOptions options)
        : this(trace, clusters, clusters.Length, options)
    {
    }

    ClusterChoice(ShiftTrace trace, ImmutableArray<ShiftCluster> clusters, int places, ShiftOptions options)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        (_trace, _options, _clusters, Count) = (trace, options, clusters, places);
        (_ready, _home) = (new int[trace.Count * places], new int[trace.Count]);
        for (var j = 0; j < trace.Count; j++)
        {
            var (job, demand) = (trace.Job(j, options), trace.Demand(j));
            for (var p = 0; p < places; p++)
            {
                var isOpen = clusters.IsEmpty || Refusal(job, demand, clusters[p]) == ClusterRefusal.None;
                _ready[j * places + p] = isOpen ? job.Arrival + (clusters.IsEmpty ? 0 : clusters[p].TransferSlots(demand.DataGb)) : Nowhere;
            }

            _home[j] = Home(j, demand);
        }
    }

    /// <summary>Number of clusters.</summary>
    public int Count { get; }

    /// <summary>The jobs.</summary>
    internal ShiftTrace Trace => _trace;

    /// <summary>What is asked.</summary>
    internal ShiftOptions Options => _options;

    /// <summary>A choice in which every job may go everywhere at no cost.</summary>
    internal static ClusterChoice Anywhere(ShiftTrace trace, ShiftOptions options, int places = 1) => new(trace, [], places, options);

    /// <summary>Why a job may not go to a cluster; the first reason of the list.</summary>
    public static ClusterRefusal Refusal(in ShiftJob job, in JobDemand demand, ShiftCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return !demand.Named.IsEmpty && !demand.Named.Contains(cluster.Name, StringComparer.Ordinal) ? ClusterRefusal.NotNamed
            : demand.Requires.Any(tag => !cluster.Qualifications.Contains(tag, StringComparer.OrdinalIgnoreCase)) ? ClusterRefusal.Qualification
            : cluster.LatencyMs > demand.LatencyLimitMs ? ClusterRefusal.Latency
            : job.Cpus > cluster.CapacityCpus ? ClusterRefusal.Size
            : cluster.TransferSlots(demand.DataGb) > job.Wait ? ClusterRefusal.Transfer
            : ClusterRefusal.None;
    }

    /// <summary>True where a job may run at a cluster.</summary>
    public bool Allows(int job, int cluster) => _ready[job * Count + cluster] != Nowhere;

    /// <summary>The cluster to which a job belongs; −1 where it may go nowhere.</summary>
    public int Home(int job) => _home[job];

    /// <summary>A job as it is seen at a cluster: it arrives when its data are there, and may wait the less.</summary>
    public ShiftJob At(int job, int cluster)
    {
        var there = _trace.Job(job, _options);
        var ready = _ready[job * Count + cluster];
        return there with { Arrival = ready, Wait = there.Wait - (ready - there.Arrival) };
    }

    /// <summary>First slot in which a job may run at a cluster to which it may go.</summary>
    internal int Ready(int job, int cluster) => _ready[job * Count + cluster];

    /// <summary>True where data of a job are under way from its arrival, so that it has to know its cluster then.</summary>
    internal bool IsSentOnArrival(int job) => !_clusters.IsEmpty && _trace.Demand(job).DataGb > 0 && Count > 1;

    /// <summary>What moving the data of a job to a cluster adds to what a goal minimises, yuan or g.</summary>
    internal double Move(int job, int cluster, ShiftGoal goal) => _clusters.IsEmpty ? 0 : _clusters[cluster].Move(_trace.Demand(job).DataGb, goal);

    int Home(int job, in JobDemand demand)
    {
        foreach (var name in demand.Named)
        {
            var named = Enumerable.Range(0, Count).FirstOrDefault(p => !_clusters.IsEmpty && _clusters[p].Name == name && Allows(job, p), Nowhere);
            if (named != Nowhere)
            {
                return named;
            }
        }

        return Enumerable.Range(0, Count).FirstOrDefault(p => Allows(job, p), Nowhere);
    }
}
