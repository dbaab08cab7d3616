using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Cases.Workbooks;

/// <summary>Writes sheets as an .xlsx file (ISO/IEC 29500); the same sheets give the same bytes.</summary>
static class WorkbookWriter
{
    internal static void Write(IEnumerable<Sheet> sheets, string path)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
            Fill(document, sheets);
        OfficePackage.Save(memory, path);
    }

    static void Fill(SpreadsheetDocument document, IEnumerable<Sheet> sheets)
    {
        var book = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "book");
        var styles = book.AddNewPart<WorkbookStylesPart>("styles");
        styles.Stylesheet = WorkbookStyles.Sheet();
        var list = new Sheets();
        uint id = 1;
        foreach (var sheet in sheets)
        {
            var part = book.AddNewPart<WorksheetPart>($"sheet{id}");
            if (sheet.Notes.Length > 0)
                SheetNotes.Add(part, sheet.Notes);
            WriteSheet(part, sheet);
            list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = id, Id = $"sheet{id}" });
            id++;
        }

        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
    }

    static void WriteSheet(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        {
            WorkbookViewId = 0,
        }));
        if (sheet.Widths.Length > 0)
            writer.WriteElement(new Columns(sheet.Widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        uint row = 1;
        foreach (var cells in sheet.Rows)
            WriteRow(writer, sheet, cells, row++);
        writer.WriteEndElement();
        if (sheet.Lists.Length > 0)
            writer.WriteElement(DropDowns(sheet));
        if (sheet.Notes.Length > 0)
            writer.WriteElement(new LegacyDrawing { Id = SheetNotes.DrawingId });
        writer.WriteEndElement();
    }

    static void WriteRow(OpenXmlWriter writer, Sheet sheet, IReadOnlyList<string> cells, uint row)
    {
        bool example = row > 1 && cells.Count > 0 && ExampleRow.Is(cells[0]);
        writer.WriteStartElement(new Row { RowIndex = row });
        for (int i = 0; i < cells.Count; i++)
        {
            uint style = row == 1 ? sheet.Required.Contains(i) ? WorkbookStyles.RequiredHeader : WorkbookStyles.Header
                : example ? WorkbookStyles.Example : WorkbookStyles.Plain;
            if (cells[i].Length == 0 && style == WorkbookStyles.Plain)
                continue;
            writer.WriteElement(MakeCell(sheet, cells[i], i, (row, style)));
        }

        writer.WriteEndElement();
    }

    static Cell MakeCell(Sheet sheet, string text, int column, (uint Row, uint Style) at)
    {
        bool number = at.Row > 1 && (sheet.IsNumber.IsDefault || sheet.IsNumber[column]) && Tables.Cell.IsPlainNumber(text, out _);
        string reference = $"{Tables.Source.Letters(column)}{at.Row}";
        return number
            ? new Cell { CellReference = reference, StyleIndex = at.Style, CellValue = new CellValue(text) }
            : new Cell
            {
                CellReference = reference,
                StyleIndex = at.Style == WorkbookStyles.Plain ? WorkbookStyles.Words : at.Style,
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }),
            };
    }

    static DataValidations DropDowns(Sheet sheet) => new(sheet.Lists.Select(list => new DataValidation
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = false,
        SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Tables.Source.Letters(list.Column)}2:{Tables.Source.Letters(list.Column)}2000" },
        Formula1 = new Formula1(list.List),
    }))
    {
        Count = (uint)sheet.Lists.Length,
    };
}

/// <summary>Rows that only show how a row looks.</summary>
static class ExampleRow
{
    /// <summary>True where the first cell begins with 例 or e.g. and a blank or colon.</summary>
    internal static bool Is(string first) =>
        first is "例" || first.StartsWith("例 ", StringComparison.Ordinal) || first.StartsWith("例：", StringComparison.Ordinal)
        || first.StartsWith("例:", StringComparison.Ordinal) || first.StartsWith("e.g.", StringComparison.OrdinalIgnoreCase);
}
