using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
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
                yield return new SheetText(sheet.Name?.Value ?? "", sheet.State is { } state && state != SheetStateValues.Visible, Rows(part, shared));
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

    static IEnumerable<RawRow> Rows(WorksheetPart part, string[] shared)
    {
        using var reader = OpenXmlReader.Create(part);
        int line = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            line = row.RowIndex?.Value is { } index ? (int)index : line + 1;
            yield return new RawRow(line, Texts(row, shared));
        }
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

    static string[] Texts(Row row, string[] shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
        {
            int column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(Tables.Cell.Trim(TextOf(cell, shared)));
        }

        return [.. cells];
    }

    static string TextOf(DocumentFormat.OpenXml.Spreadsheet.Cell cell, string[] shared)
    {
        string value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
            return int.TryParse(value, CultureInfo.InvariantCulture, out int at) && at < shared.Length ? shared[at] : "";
        if (type == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? "";
        return type == CellValues.Boolean ? value == "1" ? "true" : "false" : value;
    }

    /// <summary>A is 0, AA is 26.</summary>
    static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => sum * 26 + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;
}

/// <summary>A sheet as text.</summary>
/// <param name="Name">Name on the tab.</param>
/// <param name="IsConcealed">True where the tab is not shown.</param>
/// <param name="Rows">Rows as stored, empty ones left out or not; cells trimmed.</param>
sealed record SheetText(string Name, bool IsConcealed, IEnumerable<RawRow> Rows);
