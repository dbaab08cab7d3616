namespace Suandian.Scheduling.Placement.Policies;

/// <summary>The rule by which a pod is given a node; it sees the pod and the cluster as it is, never what comes.</summary>
abstract class PlacementPolicy
{
    /// <summary>True where the rule asks which kinds of pods are on a node.</summary>
    internal virtual bool AsksKinds => false;

    /// <summary>Where a pod goes.</summary>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="number">Number of the pod's class.</param>
    /// <returns>Null where no node holds it; a pod that fits somewhere is always placed.</returns>
    internal abstract Placing? Choose(ClusterState cluster, int number);
}
