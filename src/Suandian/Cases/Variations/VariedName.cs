using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Variations;

/// <summary>What the left side of <c>name=values</c> stands for.</summary>
/// <param name="Cells">Cells it names; at least one.</param>
/// <param name="Schema">Column of the cells.</param>
/// <param name="Column">Name in results, unit last.</param>
/// <param name="Unit">Unit in which values are written.</param>
sealed record VariedName(ImmutableArray<VariedCell> Cells, ColumnSchema Schema, string Column, string Unit)
{
    /// <summary>What the present cells together come to in the unit of the values, where a value is shared out among them; null where each cell gets the value.</summary>
    internal double? Total { get; init; }

    /// <summary>How many units of the cell one unit of the value is.</summary>
    internal double Scale { get; init; } = 1;

    /// <summary>True where the cells differ in unit, so that only factors make sense.</summary>
    internal bool IsMixed => Cells.Select(c => c.Unit).Distinct().Count() > 1;

    /// <summary>True where the cells hold numbers.</summary>
    internal bool IsNumeric => Schema.Type is ColumnType.Number or ColumnType.Integer;
}
