using System.Collections.Immutable;

namespace Suandian.Scheduling.Placement;

/// <summary>Nodes on which pods are placed.</summary>
public sealed record GpuCluster
{
    /// <summary>Most GPUs of a node.</summary>
    public const int MostGpus = 64;

    /// <summary>Most models of GPU in a cluster.</summary>
    public const int MostModels = 64;

    /// <summary>Name, such as that of the file.</summary>
    public required string Name { get; init; }

    /// <summary>The nodes, in the order of the file.</summary>
    public required ImmutableArray<GpuNode> Nodes { get; init; }

    /// <summary>The models of the nodes that have GPUs, in the order of the file, each once.</summary>
    public ImmutableArray<string> Models => [.. Nodes.Where(n => n.Gpus > 0).Select(n => n.Model).Distinct()];

    /// <summary>GPU capacity, thousandths of a GPU.</summary>
    public long CapacityMilli => Nodes.Sum(n => (long)Pod.WholeMilli * n.Gpus);
}

/// <summary>A node.</summary>
/// <param name="Name">Name, unique in its cluster.</param>
/// <param name="CpuMilli">CPU, thousandths of a core, ≥ 0.</param>
/// <param name="MemoryMib">Main memory, MiB, ≥ 0.</param>
/// <param name="Gpus">GPUs, 0 to 64.</param>
/// <param name="Model">Model of the GPUs, all alike; empty where there are none.</param>
public sealed record GpuNode(string Name, int CpuMilli, int MemoryMib, int Gpus, string Model);
