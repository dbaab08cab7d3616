using System.Collections.Immutable;
using Suandian.Distribution.Grids;
using Suandian.Network;

namespace Suandian.Distribution.PlanCheck;

/// <summary>What makes a plan fit its grid.</summary>
public sealed record GridRepairSolution
{
    /// <summary>Measures in the order of the tables; settings of taps among them.</summary>
    public required ImmutableArray<GridMeasure> Measures { get; init; }

    /// <summary>The hours after all measures.</summary>
    public required HoursCheckSolution After { get; init; }

    /// <summary>Times that all hours were computed anew.</summary>
    public required int Rounds { get; init; }

    /// <summary>Sets of equipment that were computed exactly in ascending cost.</summary>
    public int Sets { get; init; }

    /// <summary>Lines and transformers that these sets chose from.</summary>
    public int Candidates { get; init; }

    /// <summary>No set of these candidates that fits costs less, yuan; 0 where none was computed.</summary>
    public double AtLeastYuan { get; init; }

    /// <summary>True where no cheaper set of the candidates fits.</summary>
    public bool IsCheapest => After.Fits && CostYuan - AtLeastYuan <= 1e-9 * CostYuan;

    /// <summary>A grid with the measures.</summary>
    public CountyGrid On(CountyGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var of = Measures.ToDictionary(m => (m.IsLine, m.Name), m => m.Change);
        return grid with
        {
            Lines = [.. grid.Lines.Select(l => of.TryGetValue((true, l.Name), out var now) ? l with { Type = now.TypeAfter, Circuits = now.CountAfter } : l)],
            Transformers = [.. grid.Transformers.Select(t => of.TryGetValue((false, t.Name), out var now) ? t with { Type = now.TypeAfter, Units = now.CountAfter, Tap = now.TapAfter } : t)],
        };
    }

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
