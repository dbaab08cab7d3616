namespace Suandian.Scheduling.Placement;

/// <summary>Why a pod that no node holds is turned away: what would have to be different, the nearest first.</summary>
static class TurnedAwayReason
{
    /// <summary>The reason.</summary>
    internal static TurnedAway Of(ClusterState state, GpuCluster cluster, in PodClass pod)
    {
        var (need, models) = (pod, cluster.Models);
        if (!cluster.Nodes.Any(n => n.CpuMilli >= need.CpuMilli && n.MemoryMib >= need.MemoryMib && n.Gpus >= need.Gpus && (need.Gpus == 0 || need.Allows(models.IndexOf(n.Model)))))
        {
            return TurnedAway.TooLarge;
        }

        var any = pod with { Models = PodClass.AnyModel };
        if (state.Live.Any(s => s.Holds(any)))
        {
            return TurnedAway.Model;
        }

        NodeState[] able = [.. state.Live.Where(s => (need.Gpus == 0 || need.Allows(s.Model)) && s.HasGpus(need))];
        if (able.Length > 0)
        {
            return able.Any(s => s.CpuMilli >= need.CpuMilli) ? TurnedAway.Memory : TurnedAway.Cpu;
        }

        var free = Enumerable.Range(0, models.Length).Where(need.Allows).Sum(m => state.FreeMilliOfModel[m]);
        return free >= pod.TotalMilli ? TurnedAway.Fragmented : TurnedAway.NoGpu;
    }
}
