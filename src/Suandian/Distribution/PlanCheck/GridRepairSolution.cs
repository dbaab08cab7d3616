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
    public bool IsCheapest => After.KeepsLimits && CostYuan - AtLeastYuan <= 1e-9 * CostYuan;

    /// <summary>A grid with the measures.</summary>
    public CountyGrid On(CountyGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return GridMeasure.On(grid, Measures);
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
    GridMeasureKind Kind, bool IsLine, string Name, GridMeasureReason Reason, EquipmentChange Change, double CostYuan, Status? CostStatus, Text CostSource)
{
    /// <summary>A grid with measures; what is set beside a line or transformer is a further row of its name with _beside.</summary>
    internal static CountyGrid On(CountyGrid grid, ImmutableArray<GridMeasure> measures)
    {
        var of = measures.ToDictionary(m => (m.IsLine, m.Name));
        string Free(string name, IEnumerable<string> taken) => Enumerable.Range(1, int.MaxValue).Select(i => name + (i == 1 ? "_beside" : FormattableString.Invariant($"_beside{i}"))).First(n => !taken.Contains(n));
        GridLine Line(GridLine row) => of.TryGetValue((true, row.Name), out var m) && m.Kind != GridMeasureKind.Beside ? row with { Type = m.Change.TypeAfter, Circuits = m.Change.CountAfter } : row;
        GridTransformer Transformer(GridTransformer row) => !of.TryGetValue((false, row.Name), out var m) ? row
            : m.Kind == GridMeasureKind.Beside ? row with { Tap = m.Change.TapAfter } : row with { Type = m.Change.TypeAfter, Units = m.Change.CountAfter, Tap = m.Change.TapAfter };
        bool IsBeside(bool isLine, string name) => of.TryGetValue((isLine, name), out var m) && m.Kind == GridMeasureKind.Beside;
        return grid with
        {
            Lines =
            [
                .. grid.Lines.Select(Line),
                .. grid.Lines.Where(l => IsBeside(true, l.Name)).Select(l => l with { Name = Free(l.Name, grid.Lines.Select(o => o.Name)), Type = of[(true, l.Name)].Change.TypeAfter, Circuits = of[(true, l.Name)].Change.CountAfter }),
            ],
            Transformers =
            [
                .. grid.Transformers.Select(Transformer),
                .. grid.Transformers.Where(t => IsBeside(false, t.Name)).Select(t => of[(false, t.Name)].Change is var change
                    ? t with { Name = Free(t.Name, grid.Transformers.Select(o => o.Name)), Type = change.TypeAfter, Units = change.CountAfter, Tap = change.TapAfter } : t),
            ],
        };
    }
}

/// <summary>Equipment of a row before and after.</summary>
/// <param name="TypeBefore">Type before.</param>
/// <param name="TypeAfter">Type after; where something is set beside the row, its type.</param>
/// <param name="CountBefore">Circuits or units before.</param>
/// <param name="CountAfter">Circuits or units after; where something is set beside the row, how many of it.</param>
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

    /// <summary>Circuits or units of another type beside those there are.</summary>
    Beside,
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
