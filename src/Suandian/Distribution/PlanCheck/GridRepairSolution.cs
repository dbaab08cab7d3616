using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Distribution.PlanCheck;

/// <summary>A first estimate of what makes a plan fit its grid.</summary>
public sealed record GridRepairSolution
{
    /// <summary>Measures in the order of the tables; settings of taps among them.</summary>
    public required ImmutableArray<GridMeasure> Measures { get; init; }

    /// <summary>The hours after all measures.</summary>
    public required HoursCheckSolution After { get; init; }

    /// <summary>Times that all hours were computed anew.</summary>
    public required int Rounds { get; init; }

    /// <summary>Cost of all measures, yuan, in the money of the grid.</summary>
    public double CostYuan => Measures.Sum(m => m.CostYuan);
}

/// <summary>What is done to a line or transformer.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="IsLine">True for a row of grid_lines.csv, false for one of grid_transformers.csv.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What called for it first.</param>
/// <param name="Change">Type, number and tap before and after.</param>
/// <param name="CostYuan">Cost, yuan; 0 for a setting.</param>
/// <param name="CostStatus">Standing of the cost per unit; null for a setting.</param>
/// <param name="CostSource">Source of the cost per unit; empty for a setting.</param>
public sealed record GridMeasure(
    GridMeasureKind Kind, bool IsLine, string Name, GridMeasureReason Reason, EquipmentChange Change, double CostYuan, Status? CostStatus, Text CostSource);

/// <summary>Equipment of a row before and after.</summary>
/// <param name="TypeBefore">Type before.</param>
/// <param name="TypeAfter">Type after.</param>
/// <param name="CountBefore">Circuits or units before.</param>
/// <param name="CountAfter">Circuits or units after.</param>
/// <param name="TapBefore">Tap before; 0 for a line.</param>
/// <param name="TapAfter">Tap after; 0 for a line.</param>
public sealed record EquipmentChange(string TypeBefore, string TypeAfter, int CountBefore, int CountAfter, int TapBefore, int TapAfter);

/// <summary>What is done.</summary>
public enum GridMeasureKind
{
    /// <summary>A tap is set otherwise for all hours; costs nothing.</summary>
    Tap,

    /// <summary>Circuits or units of the same type are added.</summary>
    Parallel,

    /// <summary>A larger conductor or larger units in place of those there are.</summary>
    Larger,

    /// <summary>A larger type, and more of it.</summary>
    LargerAndMore,
}

/// <summary>What called for a measure.</summary>
public enum GridMeasureReason
{
    /// <summary>Loaded above its rating.</summary>
    Overload,

    /// <summary>A voltage below its limit.</summary>
    LowVoltage,

    /// <summary>A voltage above its limit.</summary>
    HighVoltage,

    /// <summary>Hours without any solution.</summary>
    NoSolution,
}
