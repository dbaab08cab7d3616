namespace Suandian.Scheduling.Placement.Policies;

/// <summary>GPUs that are in use first, then free GPUs of nodes in use, then empty nodes.</summary>
/// <remarks>
/// Score, the largest is chosen: on GPUs in use max(50, 100 − r/10), r the free per cent of those it takes; with n free GPUs on a node in use max(33, 50 − n);
/// on a node whose N GPUs are all free max(N, 33 − N); 0 without GPU. Whole numbers throughout.
/// Source: the experiments of Weng et al., USENIX ATC 2023 (artifact, GpuPacking).
/// </remarks>
sealed class GpuPackingPlacement : CheapestPlacement
{
    internal override double Cost(NodeState before, in PodClass pod, NodeState after) => pod.Gpus == 0 ? 0 : -Score(before, pod);

    static int Score(NodeState before, in PodClass pod)
    {
        var count = before.GpuMilli.Length;
        if (before.GpuMilli[0] == Pod.WholeMilli)
        {
            return Math.Max(count, 33 - count);
        }

        var first = Array.FindIndex(before.GpuMilli, FreeFor(pod.GpuMilli));
        var taken = before.GpuMilli.AsSpan(first, pod.Gpus);
        var free = taken.Count((short)Pod.WholeMilli);
        return free > 0 ? Math.Max(33, 50 - free) : Math.Max(50, 100 - taken[0] * 100 / Pod.WholeMilli / 10);
    }

    static Predicate<short> FreeFor(int milli) => free => free >= milli;
}
