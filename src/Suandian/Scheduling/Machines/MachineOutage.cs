namespace Suandian.Scheduling.Machines;

/// <summary>One row of outages.csv: nodes that are down for a while.</summary>
public sealed record MachineOutage
{
    /// <summary>A row of nodes.csv (all its nodes) or one node, such as gpu-3.</summary>
    public string? Node { get; init; }

    /// <summary>A partition, all of whose nodes are down.</summary>
    public string? Partition { get; init; }

    /// <summary>Begin, hours of the trace [h].</summary>
    public required double FromH { get; init; }

    /// <summary>End, hours of the trace, excluded [h].</summary>
    public required double ToH { get; init; }

    /// <summary>Whether it is known beforehand: nodes are drained for it, that is, no job starts there whose estimate reaches into it.</summary>
    public bool Announced { get; init; }
}
