using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Makes a workbook of one sheet from rows of text; numbers become numbers, per cents get the style of per cents.</summary>
static class SheetFixture
{
    internal static void Write(string path, IEnumerable<string[]> rows, params string[] merges)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 10 }));
        var part = book.AddNewPart<WorksheetPart>("sheet");
        part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, r) => new Row(cells.Select((text, c) => CellOf(text, r, c))) { RowIndex = (uint)r + 1 })));
        if (merges.Length > 0)
            part.Worksheet.Append(new MergeCells(merges.Select(merge => new MergeCell { Reference = merge })));
        book.Workbook = new Workbook(new Sheets(new Sheet { Name = "自评表", SheetId = 1, Id = "sheet" }));
    }

    static Cell CellOf(string text, int row, int column)
    {
        string reference = $"{(char)('A' + column)}{row + 1}";
        if (text.EndsWith('%') && decimal.TryParse(text[..^1], CultureInfo.InvariantCulture, out decimal percent))
            return new Cell(new CellValue(percent / 100)) { CellReference = reference, StyleIndex = 1 };
        return decimal.TryParse(text, CultureInfo.InvariantCulture, out decimal number)
            ? new Cell(new CellValue(number)) { CellReference = reference }
            : new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text))) { CellReference = reference, DataType = CellValues.InlineString };
    }
}
