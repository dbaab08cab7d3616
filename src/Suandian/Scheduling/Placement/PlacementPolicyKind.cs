namespace Suandian.Scheduling.Placement;

/// <summary>Which node, and which GPU of it, a pod is given.</summary>
public enum PlacementPolicyKind
{
    /// <summary>Any node that holds it, any GPU.</summary>
    Random,

    /// <summary>The first node that holds it, the fullest GPU that does.</summary>
    FirstFit,

    /// <summary>The node where least CPU and GPU are left.</summary>
    BestFit,

    /// <summary>The node whose free CPU and GPU are least alike with what the pod needs.</summary>
    DotProduct,

    /// <summary>GPUs in use before free ones, nodes in use before empty ones.</summary>
    GpuPacking,

    /// <summary>Nodes that hold pods of the same kind.</summary>
    GpuClustering,

    /// <summary>The node whose fragmentation grows least.</summary>
    FragmentationGradient,

    /// <summary>Our own: the node whose potential falls least, at the prices of packing patterns.</summary>
    PatternPrices,
}
