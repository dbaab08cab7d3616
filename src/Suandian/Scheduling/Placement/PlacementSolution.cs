namespace Suandian.Scheduling.Placement;

/// <summary>Where each pod that arrived went.</summary>
/// <param name="Policy">Who was given what.</param>
/// <param name="Seed">Seed of order and draw.</param>
/// <param name="Pods">Number of each pod in its trace, in the order of arrival.</param>
/// <param name="Nodes">Node of each, in the order of the cluster; −1 where it was turned away.</param>
/// <param name="Gpus">A bit for each GPU of its node that it has.</param>
/// <param name="Reasons">Why each was turned away; <see cref="TurnedAway.No"/> where it was not.</param>
public sealed record PlacementSolution(PlacementPolicyKind Policy, int Seed, int[] Pods, int[] Nodes, ulong[] Gpus, TurnedAway[] Reasons);

/// <summary>Why a pod found no node.</summary>
public enum TurnedAway
{
    /// <summary>It found one.</summary>
    No,

    /// <summary>No node of the cluster could hold it, were it empty.</summary>
    TooLarge,

    /// <summary>A node would hold it whose model it does not take.</summary>
    Model,

    /// <summary>Free GPUs of its models are fewer than it needs.</summary>
    NoGpu,

    /// <summary>There is enough free GPU in sum; most of it lies in pieces that are too small or too few on a node.</summary>
    Fragmented,

    /// <summary>Most of the free GPU lies on nodes with too little CPU.</summary>
    Cpu,

    /// <summary>Most of the free GPU lies on nodes with too little memory.</summary>
    Memory,
}
