namespace Suandian.Scheduling.Placement;

/// <summary>What is free on a node. Nodes with the same are one state, so that what is worked out for it serves them all.</summary>
/// <param name="cpuMilli">Free CPU, thousandths of a core.</param>
/// <param name="memoryMib">Free memory, MiB.</param>
/// <param name="model">Number of the model of its GPUs.</param>
/// <param name="gpuMilli">Free thousandths of each GPU, ascending.</param>
/// <param name="kinds">Kinds of pods on it, bits of <see cref="PodClass.Kind"/>; 0 where the policy does not ask.</param>
sealed class NodeState(int cpuMilli, int memoryMib, int model, short[] gpuMilli, ulong kinds)
{
    internal int CpuMilli { get; } = cpuMilli;

    internal int MemoryMib { get; } = memoryMib;

    internal int Model { get; } = model;

    internal short[] GpuMilli { get; } = gpuMilli;

    internal ulong Kinds { get; } = kinds;

    /// <summary>Free thousandths of all GPUs.</summary>
    internal int FreeMilli { get; } = gpuMilli.Sum(g => g);

    /// <summary>Nodes in this state, as places in the order of the draw, ascending.</summary>
    internal List<int> Nodes { get; } = [];

    /// <summary>Place among the states that some node is in; −1 where none is.</summary>
    internal int Place { get; set; } = -1;

    /// <summary>Fragmentation, thousandths of a GPU; NaN until it is asked for.</summary>
    internal double Fragmentation { get; set; } = double.NaN;

    /// <summary>Potential, thousandths of a GPU; NaN until it is asked for.</summary>
    internal double Potential { get; set; } = double.NaN;

    /// <summary>The best that a class of pods can do here, by class; empty until it is asked for.</summary>
    internal NodeChoice[] Choices { get; set; } = [];

    /// <summary>True where a pod fits.</summary>
    internal bool Holds(in PodClass pod) => CpuMilli >= pod.CpuMilli && MemoryMib >= pod.MemoryMib && (pod.Gpus == 0 || pod.Allows(Model)) && HasGpus(pod);

    /// <summary>True where GPUs for a pod are free, whatever the model.</summary>
    internal bool HasGpus(in PodClass pod) => pod.Gpus == 0 || (GpuMilli.Length >= pod.Gpus && GpuMilli[^pod.Gpus] >= pod.GpuMilli);
}

/// <summary>What a class of pods can do best on nodes of a state.</summary>
/// <param name="Cost">Cost by the policy; the least is chosen.</param>
/// <param name="After">State of the node with the pod; null where it does not fit.</param>
/// <param name="Gpu">Place of the GPU among the free ones in ascending order; of the first for whole GPUs.</param>
/// <param name="IsKnown">False until it is worked out.</param>
readonly record struct NodeChoice(double Cost, NodeState? After, int Gpu, bool IsKnown);
