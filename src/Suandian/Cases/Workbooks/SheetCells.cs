using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Workbooks;

/// <summary>Cells of the sheets of a workbook as text, row by row.</summary>
static class SheetCells
{
    /// <summary>Every sheet with its name, whether it is concealed, and its rows, which are read when they are asked for.</summary>
    internal static IEnumerable<SheetText> Sheets(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart ?? throw new InvalidDataException("no workbook part");
        string[] shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Plain) ?? []];
        foreach (var sheet in book.Workbook?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part)
                yield return new SheetText(sheet.Name?.Value ?? "", sheet.State is { } state && state != SheetStateValues.Visible, SheetRows.Read(part, shared));
        }
    }

    /// <summary>Header and rows with any text, without example rows.</summary>
    internal static (ImmutableArray<string> Header, ImmutableArray<RawRow> Rows) Table(IEnumerable<RawRow> all)
    {
        ImmutableArray<string> header = [];
        var rows = ImmutableArray.CreateBuilder<RawRow>();
        foreach (var row in all)
        {
            if (row.Line == 1)
                header = [.. row.Cells];
            else if (row.Cells.Any(c => c.Length > 0) && !ExampleRow.Is(row.Cells[0]))
                rows.Add(row);
        }

        return (header, [.. rows.Select(r => r with { Cells = Fitted(r.Cells, header.Length) })]);
    }

    /// <summary>Text of a shared string without phonetic hints.</summary>
    static string Plain(SharedStringItem item) =>
        item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));

    /// <summary>Empty cells at the end of a row are not stored in the file.</summary>
    static string[] Fitted(string[] cells, int width)
    {
        int used = cells.Length;
        while (used > width && cells[used - 1].Length == 0)
            used--;
        return [.. cells.Take(used), .. Enumerable.Repeat("", Math.Max(0, width - used))];
    }
}

/// <summary>A sheet as text.</summary>
/// <param name="Name">Name on the tab.</param>
/// <param name="IsConcealed">True where the tab is not shown.</param>
/// <param name="Rows">Rows as stored, empty ones left out or not; cells trimmed.</param>
sealed record SheetText(string Name, bool IsConcealed, IEnumerable<RawRow> Rows);
