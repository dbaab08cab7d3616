using System.Collections.Immutable;

namespace Suandian.Scheduling.Placement;

/// <summary>Pods of a log, from which arrivals are drawn.</summary>
public sealed record PodTrace
{
    /// <summary>Name, such as that of the file.</summary>
    public required string Name { get; init; }

    /// <summary>The pods, in the order of the file.</summary>
    public required ImmutableArray<Pod> Pods { get; init; }
}

/// <summary>A pod and what it needs.</summary>
/// <param name="Name">Name, unique in its log.</param>
/// <param name="CpuMilli">CPU, thousandths of a core, ≥ 0.</param>
/// <param name="MemoryMib">Main memory, MiB, ≥ 0.</param>
/// <param name="Gpus">GPUs, 0 to 64.</param>
/// <param name="GpuMilli">Thousandths of each GPU: 1 to 999 for a share of one GPU, 1000 for whole GPUs, 0 without GPU.</param>
/// <param name="Models">Models of GPU that will do, joined by |, in order; empty for any.</param>
public readonly record struct Pod(string Name, int CpuMilli, int MemoryMib, int Gpus, int GpuMilli, string Models)
{
    /// <summary>A whole GPU, thousandths.</summary>
    public const int WholeMilli = 1000;

    /// <summary>True for a share of one GPU.</summary>
    public bool IsShare => Gpus == 1 && GpuMilli < WholeMilli;

    /// <summary>GPU over all GPUs, thousandths.</summary>
    public int TotalMilli => Gpus * GpuMilli;
}
