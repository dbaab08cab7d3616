using System.Collections.Immutable;

namespace Suandian.Cases.Variations;

/// <summary>One thing of a case that is varied: the cells it writes and the values it takes.</summary>
public sealed record Variation
{
    /// <summary>Name as the user wrote it, such as <c>wind.capital_cost</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the column that holds its values in results; the unit stands at its end, <c>_factor</c> where the case is multiplied.</summary>
    public required string Column { get; init; }

    /// <summary>Unit of the values, such as <c>yuan/kW</c>; empty for words and factors.</summary>
    public required string Unit { get; init; }

    /// <summary>What it means, for people.</summary>
    public required Text Meaning { get; init; }

    /// <summary>Values in the order given.</summary>
    public required ImmutableArray<VariedValue> Values { get; init; }

    /// <summary>True where the values are words, such as the name of a chip.</summary>
    public bool IsWords => Values.Any(v => double.IsNaN(v.Number));

    /// <summary>True where the values multiply what the case holds.</summary>
    public required bool IsFactor { get; init; }

    /// <summary>Cells it writes.</summary>
    internal ImmutableArray<VariedCell> Cells { get; init; } = [];

    /// <summary>How a value becomes the text of a cell.</summary>
    internal VariationRule Rule { get; init; }

    /// <summary>Words: nothing. Set: how many units of the cell one unit of the value is. Multiply: what the present cells together come to in the unit of the values.</summary>
    internal double Scale { get; init; } = 1;
}

/// <summary>One value of a variation.</summary>
/// <param name="Number">Value in the unit of the variation; NaN for a word.</param>
/// <param name="Text">The word, or the number in its shortest form.</param>
public sealed record VariedValue(double Number, string Text);

/// <summary>How a value becomes the text of a cell.</summary>
enum VariationRule
{
    /// <summary>The cell gets the word.</summary>
    Words,

    /// <summary>The cell gets the number times the scale.</summary>
    Set,

    /// <summary>The cell gets what it holds times the number over the scale.</summary>
    Multiply,
}

/// <summary>A cell that is varied.</summary>
/// <param name="Table">Table; <c>case</c> for a setting.</param>
/// <param name="Line">Line of the row; 0 for a setting.</param>
/// <param name="Column">Column, or key of the setting.</param>
/// <param name="Present">Number it holds, its default where it is empty; NaN where it holds none.</param>
/// <param name="Unit">Unit of the cell.</param>
sealed record VariedCell(string Table, int Line, string Column, double Present, string Unit);
