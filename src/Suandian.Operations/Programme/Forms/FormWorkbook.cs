using System.Collections.Immutable;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>The form as an .xlsx file: merged cells, numbers as numbers, A4 landscape; and concealed tables that keep what the layout does not show.</summary>
static class FormWorkbook
{
    /// <summary>Rows above the grid: title and year.</summary>
    internal const int Above = 2;

    /// <summary>What the concealed cell beside the title says before the code of the layout.</summary>
    internal const string Mark = "layout:";

    const double LinePt = 14;

    static readonly BookStyle Body = new() { SizePt = 10, HasBorder = true, Wraps = true, Align = BookAlign.Centre };
    static readonly BookStyle Label = Body with { IsBold = true };
    static readonly BookStyle Words = Body with { Align = BookAlign.Left };
    static readonly BookStyle Open = Body with { Ground = "FFF2CC", Colour = "C00000" };
    static readonly BookStyle Title = new() { SizePt = 18, IsBold = true, Align = BookAlign.Centre };
    static readonly BookStyle Subtitle = new() { SizePt = 11, Align = BookAlign.Centre };
    static readonly BookStyle Note = new() { SizePt = 9, Wraps = true };
    static readonly BookStyle Concealed = new() { SizePt = 8, Colour = "888888" };

    /// <summary>Writes the workbook.</summary>
    internal static void Write(ScoredForm scored, FormLayout layout, string path)
    {
        var tables = FormTables.Of(scored.Form).Select(t => t with { IsConcealed = true }).ToImmutableArray();
        BookWriter.Write([Sheet(FormGridBuilder.Build(scored, layout)), .. tables.Select(t => SheetBook.Sheet(t, tables))], path);
    }

    static BookSheet Sheet(FormGrid grid)
    {
        int columns = grid.Layout.Widths.Length;
        var cells = ImmutableArray.CreateBuilder<BookCell>();
        cells.Add(new BookCell(1, 0, grid.Title, Title));
        cells.Add(new BookCell(1, columns, Mark + grid.Layout.Code, Concealed));
        cells.Add(new BookCell(2, 0, grid.Subtitle, Subtitle));
        foreach (var cell in grid.Printed)
        {
            Add(cell, cells);
        }

        for (int i = 0; i < grid.Codes.Length; i++)
        {
            cells.Add(new BookCell(grid.IndicatorFirst + i + Above + 1, columns, grid.Codes[i], Concealed));
        }

        for (int i = 0; i < grid.Notes.Length; i++)
        {
            cells.Add(new BookCell(NoteRow(grid, i), 0, grid.Notes[i], Note));
        }

        return new BookSheet
        {
            Name = "自评表",
            Cells = cells.ToImmutable(),
            Merged = [Across(1, columns), Across(2, columns), .. grid.Notes.Select((_, i) => Across(NoteRow(grid, i), columns)), .. grid.Printed.Where(IsMerged).Select(Area)],
            Widths = [.. grid.Layout.Widths, 8],
            ConcealedColumns = [columns],
            HeightsPt = Heights(grid),
            Print = new BookPrint(new BookArea(1, 0, grid.Rows + Above + grid.Notes.Length, columns - 1), grid.HeadFirst + Above + 1, grid.IndicatorFirst + Above),
        };
    }

    static int NoteRow(FormGrid grid, int index) => grid.Rows + Above + 1 + index;

    static BookArea Across(int row, int columns) => new(row, 0, row, columns - 1);

    static bool IsMerged(GridCell cell) => cell.RowSpan > 1 || cell.ColumnSpan > 1;

    static BookArea Area(GridCell cell) => new(cell.Row + Above + 1, cell.Column, cell.Row + Above + cell.RowSpan, cell.Column + cell.ColumnSpan - 1);

    /// <summary>The cell, and empty ones with the same lines under the rest of a merged area.</summary>
    static void Add(GridCell cell, ImmutableArray<BookCell>.Builder cells)
    {
        var style = Look(cell);
        var area = Area(cell);
        for (int r = area.Row; r <= area.LastRow; r++)
        {
            for (int c = area.Column; c <= area.LastColumn; c++)
            {
                bool isFirst = r == area.Row && c == area.Column;
                cells.Add(isFirst && cell.Value.Number is { } number ? new BookCell(r, c, number, style) : new BookCell(r, c, isFirst ? cell.Value.Text : "", style));
            }
        }
    }

    static BookStyle Look(GridCell cell) => cell switch
    {
        { IsLabel: true } => Label,
        { Value.IsOpen: true } => Open,
        { Value.IsLong: true } => Words,
        _ => Body with { Format = cell.Value.Format },
    };

    /// <summary>Heights that hold the text, since spreadsheets do not fit rows with merged cells by themselves.</summary>
    static ImmutableDictionary<int, double> Heights(FormGrid grid)
    {
        var heights = ImmutableDictionary.CreateBuilder<int, double>();
        (heights[1], heights[2]) = (30, 18);
        GridCell[] printed = [.. grid.Printed];
        for (int row = 0; row < grid.Rows; row++)
        {
            int lines = printed.Where(c => c.Row == row && c.RowSpan == 1).Select(c => Lines(c.Value.Text, Width(grid, c))).DefaultIfEmpty(1).Max();
            heights[row + Above + 1] = Math.Min(400, Math.Max(20, lines * LinePt + 6));
        }

        foreach (var label in printed.Where(c => c.RowSpan > 1 && c.Row >= grid.HeadFirst && c.Row + c.RowSpan == grid.IndicatorFirst))
        {
            double lacking = (Lines(label.Value.Text, Width(grid, label)) * LinePt) + 6 - Enumerable.Range(label.Row, label.RowSpan).Sum(row => heights[row + Above + 1]);
            heights[grid.IndicatorFirst + Above] += Math.Max(0, lacking);
        }

        for (int i = 0; i < grid.Notes.Length; i++)
        {
            heights[NoteRow(grid, i)] = Math.Max(15, Lines(grid.Notes[i], grid.Layout.Widths.Sum()) * 13);
        }

        return heights.ToImmutable();
    }

    static double Width(FormGrid grid, GridCell cell) => grid.Layout.Widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum();

    /// <summary>Lines a text takes in a column; letters of 10 points are about as wide as the digits a width counts.</summary>
    static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => (int)Math.Max(1, Math.Ceiling(SheetBook.Digits(line) / Math.Max(2, width))));
}
