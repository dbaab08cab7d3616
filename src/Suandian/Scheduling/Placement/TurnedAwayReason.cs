namespace Suandian.Scheduling.Placement;

/// <summary>Why a pod that no node holds is turned away.</summary>
/// <remarks>
/// No node has a model it asks for; else too large for every empty node; else a node of another model would hold it; else less GPU is free on its models than it needs; else what bars the most of
/// that free GPU: its pieces, the CPU beside it, or the memory (of nodes where both are short, the CPU). For a pod without GPU nodes are counted, not GPU.
/// </remarks>
static class TurnedAwayReason
{
    /// <summary>The reason.</summary>
    internal static TurnedAway Of(ClusterState state, GpuCluster cluster, in PodClass pod)
    {
        var (need, models) = (pod, cluster.Models);
        if (!cluster.Nodes.Any(n => n.CpuMilli >= need.CpuMilli && n.MemoryMib >= need.MemoryMib && n.Gpus >= need.Gpus && (need.Gpus == 0 || need.Allows(models.IndexOf(n.Model)))))
        {
            return need.Gpus > 0 && !models.Any(model => need.Allows(models.IndexOf(model))) ? TurnedAway.Model : TurnedAway.TooLarge;
        }

        var any = pod with { Models = PodClass.AnyModel };
        if (state.Live.Any(s => s.Holds(any)))
        {
            return TurnedAway.Model;
        }

        NodeState[] own = [.. state.Live.Where(s => need.Gpus == 0 || need.Allows(s.Model))];
        var barred = own.GroupBy(s => Bar(s, need)).OrderByDescending(g => g.Sum(s => (long)s.Nodes.Count * (need.Gpus == 0 ? 1 : s.FreeMilli))).ThenBy(g => g.Key);
        return own.Sum(s => (long)s.Nodes.Count * s.FreeMilli) < pod.TotalMilli ? TurnedAway.NoGpu : barred.First().Key;
    }

    /// <summary>What bars a node.</summary>
    static TurnedAway Bar(NodeState node, in PodClass pod) =>
        !node.HasGpus(pod) ? TurnedAway.Fragmented : node.CpuMilli < pod.CpuMilli ? TurnedAway.Cpu : TurnedAway.Memory;
}
