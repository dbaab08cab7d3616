namespace Suandian.Scheduling.Machines;

/// <summary>One row of nodes.csv: nodes that are alike; columns and ranges in Cases/schema/machine/nodes.csv.</summary>
public sealed record MachineNode
{
    /// <summary>Name of the row; its nodes are NAME-1, NAME-2 and so on, or NAME where there is one.</summary>
    public required string Name { get; init; }

    /// <summary>Cluster the nodes belong to.</summary>
    public string? Cluster { get; init; }

    /// <summary>Partitions the nodes are in, separated by semicolons; none if empty.</summary>
    public string? Partitions { get; init; }

    /// <summary>How many nodes the row has.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Processors of one node.</summary>
    public required int Cpus { get; init; }

    /// <summary>Memory of one node, GiB; not counted if empty.</summary>
    public double? MemoryGib { get; init; }

    /// <summary>Accelerators of one node.</summary>
    public int Accelerators { get; init; }

    /// <summary>Chip of the accelerators, or of the processors where there are none.</summary>
    public string? Chip { get; init; }

    /// <summary>Power of one node on which nothing runs [W].</summary>
    public double IdleW { get; init; }

    /// <summary>Power that one processor adds while a job holds it [W].</summary>
    public double CpuW { get; init; }

    /// <summary>Power that one accelerator adds while a job holds all of it [W].</summary>
    public double AcceleratorW { get; init; }
}
