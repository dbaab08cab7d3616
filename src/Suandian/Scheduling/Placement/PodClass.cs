using System.Collections.Immutable;

namespace Suandian.Scheduling.Placement;

/// <summary>Pods that need the same; what a policy knows of a pod.</summary>
/// <param name="CpuMilli">CPU, thousandths of a core.</param>
/// <param name="MemoryMib">Main memory, MiB.</param>
/// <param name="Gpus">GPUs.</param>
/// <param name="GpuMilli">Thousandths of each GPU.</param>
/// <param name="Models">A bit for each model of the cluster that will do; all bits where any will.</param>
readonly record struct PodClass(int CpuMilli, int MemoryMib, int Gpus, int GpuMilli, ulong Models)
{
    /// <summary>Any model.</summary>
    internal const ulong AnyModel = ulong.MaxValue;

    /// <summary>True for a share of one GPU.</summary>
    internal bool IsShare => Gpus == 1 && GpuMilli < Pod.WholeMilli;

    /// <summary>GPU over all GPUs, thousandths.</summary>
    internal int TotalMilli => Gpus * GpuMilli;

    /// <summary>Its kind for clustering: a bit for shares, one for each number of whole GPUs; 0 without GPU.</summary>
    internal ulong Kind => Gpus == 0 ? 0 : IsShare ? 1 : 1UL << Math.Min(Gpus, 63);

    /// <summary>True where a model will do.</summary>
    internal bool Allows(int model) => (Models >> model & 1) != 0;

    /// <summary>What a pod needs, its models as bits of the models of a cluster; a model that the cluster lacks has no bit.</summary>
    internal static PodClass Of(Pod pod, ImmutableArray<string> models) => new(pod.CpuMilli, pod.MemoryMib, pod.Gpus, pod.GpuMilli,
        pod.Models.Length == 0 ? AnyModel : pod.Models.Split('|').Select(m => models.IndexOf(m)).Where(m => m >= 0).Aggregate(0UL, (bits, m) => bits | 1UL << m));
}
