namespace Suandian.Scheduling.Placement.Policies;

/// <summary>Nodes that hold pods of the same kind: shares together, pods of as many whole GPUs together; the fuller the better.</summary>
/// <remarks>
/// Score = ⌊25 (G − gpu) / G⌋ + 75 where the node holds this kind alone, 50 where it holds others too, 25 where it is empty, 0 where it holds others only;
/// 0 without GPU. G is the GPU of the largest node, gpu what is free. The largest is chosen.
/// Source: the experiments of Weng et al., USENIX ATC 2023 (artifact, GpuClustering).
/// </remarks>
sealed class GpuClusteringPlacement(LargestNode largest) : CheapestPlacement
{
    internal override bool AsksKinds => true;

    internal override double Cost(NodeState before, in PodClass pod, NodeState after) =>
        pod.Gpus == 0 ? 0 : -(25 * (largest.GpuMilli - before.FreeMilli) / largest.GpuMilli + Company(before.Kinds, pod.Kind));

    static int Company(ulong kinds, ulong kind) => (kinds & kind) != 0 ? kinds == kind ? 75 : 50 : kinds == 0 ? 25 : 0;
}
