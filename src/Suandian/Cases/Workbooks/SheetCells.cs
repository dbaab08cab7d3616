using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Workbooks;

/// <summary>Cells of a sheet as text, row by row.</summary>
static class SheetCells
{
    /// <summary>Header and rows with any text, without example rows.</summary>
    internal static (ImmutableArray<string> Header, ImmutableArray<RawRow> Rows) Read(WorksheetPart part, string[] shared)
    {
        ImmutableArray<string> header = [];
        var rows = ImmutableArray.CreateBuilder<RawRow>();
        using var reader = OpenXmlReader.Create(part);
        int line = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            line = row.RowIndex?.Value is { } index ? (int)index : line + 1;
            string[] cells = Texts(row, shared);
            if (line == 1)
                header = [.. cells];
            else if (cells.Any(c => c.Length > 0) && !ExampleRow.Is(cells[0]))
                rows.Add(new RawRow(line, cells));
        }

        return (header, [.. rows.Select(r => r with { Cells = Fitted(r.Cells, header.Length) })]);
    }

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
