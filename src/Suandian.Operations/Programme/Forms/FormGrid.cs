using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Forms;

/// <summary>A scored form set in a layout: the same cells for workbook, document and page. Rows and columns count from 0.</summary>
sealed record FormGrid
{
    /// <summary>The layout.</summary>
    internal required FormLayout Layout { get; init; }

    /// <summary>Title, with 演示 where the form only shows how forms look.</summary>
    internal required string Title { get; init; }

    /// <summary>（2024年度）.</summary>
    internal required string Subtitle { get; init; }

    /// <summary>Cells, none over another.</summary>
    internal required ImmutableArray<GridCell> Cells { get; init; }

    /// <summary>Cells as a page breaks them: words that run beside titles and rows stand in the titles, which every page repeats; the part beside the rows stays empty.</summary>
    internal IEnumerable<GridCell> Printed => Cells.SelectMany(cell => IndicatorFirst - cell.Row is > 0 and var titles && cell.Row >= HeadFirst && cell.RowSpan > titles
        ? (GridCell[])[cell with { RowSpan = titles }, cell with { Row = IndicatorFirst, RowSpan = cell.RowSpan - titles, Value = new GridValue("") }]
        : [cell]);

    /// <summary>Number of rows.</summary>
    internal required int Rows { get; init; }

    /// <summary>First row of the titles of indicators.</summary>
    internal required int HeadFirst { get; init; }

    /// <summary>First row of an indicator.</summary>
    internal required int IndicatorFirst { get; init; }

    /// <summary>Codes of the indicators, one for each row from <see cref="IndicatorFirst"/> on.</summary>
    internal required ImmutableArray<string> Codes { get; init; }

    /// <summary>Remarks below the form.</summary>
    internal required ImmutableArray<string> Notes { get; init; }
}

/// <summary>A cell of the form.</summary>
/// <param name="Row">First row.</param>
/// <param name="Column">First column.</param>
/// <param name="RowSpan">Rows it takes.</param>
/// <param name="ColumnSpan">Columns it takes.</param>
/// <param name="Value">What it shows.</param>
/// <param name="Field">Field of the layout; null for fixed words.</param>
/// <param name="Code">Code of the indicator whose field it is; null elsewhere.</param>
sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, GridValue Value, string? Field, string? Code)
{
    /// <summary>True for words of the layout.</summary>
    internal bool IsLabel => Field is null or "first" or "second";
}

/// <summary>What a cell shows: text, or a number with its format.</summary>
readonly record struct GridValue(string Text, decimal? Number = null, string Format = "")
{
    /// <summary>True for a cell that waits for an amount nobody has named.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>True for text that reads better from the left.</summary>
    internal bool IsLong { get; init; }

    internal static GridValue Open => new("待填") { IsOpen = true };

    internal static GridValue Words(string text) => new(text) { IsLong = true };

    internal static GridValue Points(decimal? points) => points is { } given ? new(FormNumbers.Shown(given, 2), given, "0.00") : Open;

    internal static GridValue Share(decimal? share) =>
        share is { } given ? new(FormNumbers.Shown(given * 100, 2) + "%", given, "0.00%") : new("");
}
