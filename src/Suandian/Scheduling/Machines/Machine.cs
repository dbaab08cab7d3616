using System.Collections.Immutable;

namespace Suandian.Scheduling.Machines;

/// <summary>A machine with partitions, nodes, accelerators, sections, outages and hours, as its tables describe it (docs/reference/machine.md).</summary>
public sealed record Machine
{
    /// <summary>Most partitions.</summary>
    internal const int MostPartitions = 64;

    internal const int Whole = 1000; // thousandths of an accelerator
    internal const int SecondsPerHour = 3600;

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Nodes, alike ones together; at least one.</summary>
    public required ImmutableArray<MachineNode> Nodes { get; init; }

    /// <summary>Outages; their nodes and partitions exist.</summary>
    public ImmutableArray<MachineOutage> Outages { get; init; } = [];

    /// <summary>Hours; empty where neither power, price nor carbon is known.</summary>
    public ImmutableArray<MachineHour> Hours { get; init; } = [];

    /// <summary>Sections; empty where all jobs are of one.</summary>
    public ImmutableArray<MachineSection> Sections { get; init; } = [];

    /// <summary>Users of sections.</summary>
    public ImmutableArray<MachineUser> Users { get; init; } = [];

    /// <summary>Processors of all nodes.</summary>
    public int Cpus => Nodes.Sum(n => n.Count * n.Cpus);

    /// <summary>Accelerators of all nodes.</summary>
    public int Accelerators => Nodes.Sum(n => n.Count * n.Accelerators);

    /// <summary>A machine of one partition of alike processors.</summary>
    /// <param name="nodes">Number of nodes, ≥ 1.</param>
    /// <param name="cpus">Processors of each, ≥ 1.</param>
    public static Machine Alike(int nodes, int cpus) => new() { Name = "alike", Nodes = [new MachineNode { Name = "node", Count = nodes, Cpus = cpus }] };

    /// <summary>Partitions of a row of nodes.</summary>
    public static string[] PartitionsOf(MachineNode node) =>
        (node.Partitions ?? "").Split([';', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All partitions, in the order of the table.</summary>
    internal string[] PartitionNames() => [.. Nodes.SelectMany(PartitionsOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Names of the nodes of a row.</summary>
    internal static IEnumerable<string> NamesOf(MachineNode node) =>
        node.Count == 1 ? [node.Name] : Enumerable.Range(1, node.Count).Select(k => FormattableString.Invariant($"{node.Name}-{k}"));
}
