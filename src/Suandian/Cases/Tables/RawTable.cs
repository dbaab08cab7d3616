using System.Collections.Immutable;

namespace Suandian.Cases.Tables;

/// <summary>A table as text, before any cell is understood; from a CSV file or from a sheet.</summary>
/// <param name="Schema">What it should be.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Header">Column names as written.</param>
/// <param name="Rows">Rows with at least one text.</param>
sealed record RawTable(TableSchema Schema, Source Source, ImmutableArray<string> Header, ImmutableArray<RawRow> Rows)
{
    /// <summary>A table that is not there: no column, no row.</summary>
    internal static RawTable Absent(TableSchema schema) => new(schema, new Source(schema.File), [], []);

    /// <summary>Text of a cell, empty where the column or the cell is missing.</summary>
    internal string Cell(RawRow row, string column)
    {
        int at = Header.IndexOf(column);
        return at >= 0 && at < row.Cells.Length ? row.Cells[at] : "";
    }
}

/// <summary>One row as text.</summary>
/// <param name="Line">Line of the file or row of the sheet, the header being 1.</param>
/// <param name="Cells">Cells, trimmed.</param>
sealed record RawRow(int Line, string[] Cells);

/// <summary>Where text was found: a file of the folder or a sheet of the workbook.</summary>
/// <param name="Name">Path inside the case folder, or name of the sheet.</param>
/// <param name="SheetColumns">Columns of the sheet from A on; default for a file.</param>
sealed record Source(string Name, ImmutableArray<string> SheetColumns = default)
{
    /// <summary>The whole file.</summary>
    internal Spot Whole => new(Name, null, null, null);

    /// <summary>A row, or one cell of it.</summary>
    internal Spot At(int? row, string? column = null) => new(Name, row, column, Address(row, column));

    string? Address(int? row, string? column)
    {
        if (SheetColumns.IsDefault)
            return null;
        int at = column is null ? 0 : Math.Max(0, SheetColumns.IndexOf(column));
        return $"{Name}!{Letters(at)}{row ?? 1}";
    }

    /// <summary>0 is A, 25 is Z, 26 is AA.</summary>
    internal static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}

/// <summary>The place of a problem.</summary>
readonly record struct Spot(string File, int? Row, string? Column, string? Cell);
