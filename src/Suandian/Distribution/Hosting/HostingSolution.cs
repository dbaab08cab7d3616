using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

/// <summary>How much each bus can take, one bus at a time.</summary>
public sealed record HostingSolution
{
    /// <summary>What was asked.</summary>
    public required HostingOptions Options { get; init; }

    /// <summary>Answer of each bus; null at slacks, at buses that hold their voltage and at buses without supply. Shape [buses].</summary>
    public required BusHosting?[] Buses { get; init; }

    /// <summary>Kind of each bus in the flows. Shape [buses].</summary>
    public required GridBusKind[] Kind { get; init; }

    /// <summary>With shiftable computing; empty where it was not asked. Shape [buses].</summary>
    public required FlexibleHosting?[] Flexible { get; init; }

    /// <summary>Hours in which every answer was computed and held the limits, by index.</summary>
    public required int[] Hours { get; init; }

    /// <summary>Hours left out, as the grid has no solution in them without addition, by index.</summary>
    public required int[] Unsolved { get; init; }

    /// <summary>Where the search ended, MW.</summary>
    public required double MostMw { get; init; }

    /// <summary>Hours, buses and branches beyond a limit before anything is added; such a limit counts only where it becomes worse.</summary>
    public required int BrokenBefore { get; init; }

    /// <summary>Exact power flows that were computed.</summary>
    public required long Flows { get; init; }

    /// <summary>Why a bus has no answer.</summary>
    public HostingAbsence Absence(int bus) => Buses[bus] is not null ? HostingAbsence.None
        : Kind[bus] switch { GridBusKind.Slack => HostingAbsence.Slack, GridBusKind.Pv => HostingAbsence.HoldsVoltage, _ => HostingAbsence.NoSupply };
}

/// <summary>Why a bus has no answer.</summary>
public enum HostingAbsence
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The supply from above.</summary>
    Slack,

    /// <summary>Generators hold its voltage.</summary>
    HoldsVoltage,

    /// <summary>No way leads there from a slack.</summary>
    NoSupply,
}

/// <summary>The most that a bus can take.</summary>
/// <param name="Mw">Installed MW; every hour was computed with it and holds the limits. One step of the search more, at most 10 W or a millionth, breaks one.</param>
/// <param name="Limit">What would be broken; of kind None where the search ended first.</param>
public sealed record BusHosting(double Mw, FeederViolation Limit)
{
    /// <summary>True where nothing in the grid limits it below the end of the search.</summary>
    public bool IsOpen => Limit.Kind == ViolationKind.None;
}

/// <summary>The most PV or wind that a bus can take beside computing.</summary>
/// <param name="FlatMw">With the computing at the same power in all hours, MW; NaN where the bus cannot carry the computing.</param>
/// <param name="ShiftedMw">With the computing shifted within each day, its energy kept, MW; NaN likewise.</param>
public sealed record FlexibleHosting(double FlatMw, double ShiftedMw)
{
    /// <summary>MW of PV or wind that each MW of shiftable computing makes room for, against none of it.</summary>
    public double RoomPerMw(double aloneMw, double flexibleMw) => (ShiftedMw - aloneMw) / flexibleMw;

    /// <summary>The part of it that shifting brings, against the same computing at even power.</summary>
    public double ShiftPerMw(double flexibleMw) => (ShiftedMw - FlatMw) / flexibleMw;
}
