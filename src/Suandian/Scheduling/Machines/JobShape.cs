namespace Suandian.Scheduling.Machines;

/// <summary>What a job needs: equal parts, each on one node.</summary>
/// <param name="Parts">Number of parts, ≥ 1.</param>
/// <param name="IsApart">True where no two parts may share a node.</param>
/// <param name="Cpus">Processors of a part, ≥ 1.</param>
/// <param name="MemoryKiB">Memory of a part, KiB.</param>
/// <param name="Accelerators">Whole accelerators of a part.</param>
/// <param name="ShareMilli">Thousandths of one accelerator of a part that needs less than one; else 0.</param>
/// <param name="Eligible">Place of the list of nodes it may use.</param>
/// <remarks>
/// A job that names its nodes has as many parts, apart. One that needs whole accelerators and names no nodes has a part for each; one that needs less than one
/// accelerator has one part; any other has a part for each processor. What a part needs is rounded up.
/// </remarks>
readonly record struct JobShape(int Parts, bool IsApart, int Cpus, long MemoryKiB, int Accelerators, int ShareMilli, int Eligible)
{
    /// <summary>Thousandths of accelerators of a part.</summary>
    internal int Milli => Accelerators * Machine.Whole + ShareMilli;

    /// <summary>Power of a part on a node, mW.</summary>
    internal long PowerMilliwatt(MachineLayout layout, int node) => Cpus * layout.CpuMilliwatt[node] + layout.AcceleratorMilliwatt[node] * Milli / Machine.Whole;
}
