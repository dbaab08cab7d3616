using System.Collections.Immutable;

namespace Suandian.Cases.Workbooks;

/// <summary>A sheet before it is written: rows of text, and how its columns behave.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Rows">Rows, the header first.</param>
sealed record Sheet(string Name, IEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>Whether plain numbers of a column are written as numbers; all columns where default.</summary>
    public ImmutableArray<bool> IsNumber { get; init; }

    /// <summary>Width of each column in characters.</summary>
    public ImmutableArray<double> Widths { get; init; } = [];

    /// <summary>Drop-downs: column and the formula of its list.</summary>
    public ImmutableArray<(int Column, string List)> Lists { get; init; } = [];

    /// <summary>Notes on header cells: column and text.</summary>
    public ImmutableArray<(int Column, string Note)> Notes { get; init; } = [];

    /// <summary>Columns whose header is marked as required.</summary>
    public ImmutableArray<int> Required { get; init; } = [];
}
