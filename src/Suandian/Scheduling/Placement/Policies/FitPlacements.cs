namespace Suandian.Scheduling.Placement.Policies;

/// <summary>The first node in the order of the draw, and the fullest of its GPUs that holds the pod.</summary>
sealed class FirstFitPlacement : CheapestPlacement
{
    internal override double Cost(NodeState before, in PodClass pod, NodeState after) => 0;
}

/// <summary>The node where least is left: half the CPU and half the GPU left, each as a share of the largest node.</summary>
/// <remarks>
/// Score = ⌊100 (1 − ½ cpu'/C − ½ gpu'/G)⌋, the largest is chosen.
/// Source: the experiments of Weng et al., USENIX ATC 2023 (artifact, BestFit).
/// </remarks>
sealed class BestFitPlacement(LargestNode largest) : CheapestPlacement
{
    internal override double Cost(NodeState before, in PodClass pod, NodeState after) =>
        -Math.Floor(100 * (1 - 0.5 * after.CpuMilli / largest.CpuMilli - 0.5 * after.FreeMilli / largest.GpuMilli));
}

/// <summary>The node whose free CPU and GPU, as a vector, has the least product with what the pod needs.</summary>
/// <remarks>
/// Score = ⌊100 (1 − ½ (cpu/C · p/C + gpu/G · q/G))⌋, the largest is chosen; the fullest GPU that holds the pod.
/// Source: Grandl et al., SIGCOMM 2014, doi:10.1145/2619239.2626334, in the form of the experiments of Weng et al., USENIX ATC 2023 (artifact, DotProd, merge, max).
/// </remarks>
sealed class DotProductPlacement(LargestNode largest) : CheapestPlacement
{
    internal override double Cost(NodeState before, in PodClass pod, NodeState after) => -Math.Floor(100 * (1 - 0.5 * (
        (double)before.CpuMilli / largest.CpuMilli * pod.CpuMilli / largest.CpuMilli + (double)before.FreeMilli / largest.GpuMilli * pod.TotalMilli / largest.GpuMilli)));
}

/// <summary>The most CPU and the most GPU that a node of the cluster has.</summary>
/// <param name="CpuMilli">CPU, thousandths of a core, ≥ 1.</param>
/// <param name="GpuMilli">GPU, thousandths, ≥ 1.</param>
readonly record struct LargestNode(int CpuMilli, int GpuMilli)
{
    internal static LargestNode Of(GpuCluster cluster) =>
        new(Math.Max(1, cluster.Nodes.Max(n => n.CpuMilli)), Math.Max(1, Pod.WholeMilli * cluster.Nodes.Max(n => n.Gpus)));
}
