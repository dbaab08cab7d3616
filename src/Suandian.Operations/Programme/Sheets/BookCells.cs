using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Suandian.Cases.Tables;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Cells of a sheet that exists, by place.</summary>
sealed class BookCells
{
    readonly SheetData _data;
    readonly SortedDictionary<int, Row> _rows = [];

    internal BookCells(SheetData data)
    {
        _data = data;
        int line = 0;
        foreach (var row in data.Elements<Row>())
        {
            line = row.RowIndex?.Value is { } index ? (int)index : line + 1;
            row.RowIndex = (uint)line;
            _rows[line] = row;
        }
    }

    /// <summary>Numbers of the rows that are stored.</summary>
    internal int[] Lines => [.. _rows.Keys];

    /// <summary>The cell of a place, made where there is none.</summary>
    internal Cell At(int line, int column)
    {
        var row = RowOf(line);
        string wanted = string.Create(CultureInfo.InvariantCulture, $"{Source.Letters(column)}{line}");
        int place = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            int at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : place;
            if (at == column)
            {
                return cell;
            }

            if (at > column)
            {
                return row.InsertBefore(new Cell { CellReference = wanted }, cell)!;
            }

            place = at + 1;
        }

        return row.AppendChild(new Cell { CellReference = wanted })!;
    }

    /// <summary>Writes text into a cell; an empty text only clears one that is there.</summary>
    internal void Say(int line, int column, string text)
    {
        if (text.Length == 0 && !RowOf(line).Elements<Cell>().Any(c => c.CellReference?.Value is { } r && ColumnOf(r) == column))
        {
            return;
        }

        var cell = At(line, column);
        cell.CellFormula = null;
        cell.CellValue = null;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    Row RowOf(int line)
    {
        if (_rows.TryGetValue(line, out var row))
        {
            return row;
        }

        row = new Row { RowIndex = (uint)line };
        var next = _rows.FirstOrDefault(r => r.Key > line).Value;
        if (next is null)
        {
            _data.Append(row);
        }
        else
        {
            _data.InsertBefore(row, next);
        }

        return _rows[line] = row;
    }

    static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => sum * 26 + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;
}
