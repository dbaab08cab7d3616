using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Suandian.Cases.Tables;
using Suandian.Cases.Workbooks;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Writes sheets as an .xlsx file (ISO/IEC 29500); the same sheets give the same bytes.</summary>
static class BookWriter
{
    /// <summary>Writes the workbook aside, then under its name.</summary>
    internal static void Write(IReadOnlyList<BookSheet> sheets, string path, bool isPrivate = false)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            Fill(document, sheets);
        }

        OfficePackage.Save(memory, path, isPrivate);
    }

    static void Fill(SpreadsheetDocument document, IReadOnlyList<BookSheet> sheets)
    {
        var book = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "book");
        var stylesPart = book.AddNewPart<WorkbookStylesPart>("styles");
        var styles = new BookStyles();
        var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        for (int i = 0; i < sheets.Count; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"sheet{i + 1}");
            book.AddNewPart<WorksheetPart>(id).Worksheet = Worksheet(sheets[i], styles, isFirst: i == 0);
            var entry = new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id };
            if (sheets[i].IsConcealed)
            {
                entry.State = SheetStateValues.Hidden;
            }

            list.Append(entry);
        }

        stylesPart.Stylesheet = styles.Sheet();
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
        var names = sheets.SelectMany(Names).ToArray();
        if (names.Length > 0)
        {
            book.Workbook.Append(new DefinedNames(names));
        }
    }

    static IEnumerable<DefinedName> Names(BookSheet sheet, int index)
    {
        if (sheet.Print is not { } print)
        {
            yield break;
        }

        string name = $"'{sheet.Name}'!";
        if (print.Area is { } area)
        {
            yield return new DefinedName($"{name}${Source.Letters(area.Column)}${area.Row}:${Source.Letters(area.LastColumn)}${area.LastRow}")
            {
                Name = "_xlnm.Print_Area",
                LocalSheetId = (uint)index,
            };
        }

        if (print.FirstHeadRow > 0)
        {
            yield return new DefinedName($"{name}${print.FirstHeadRow}:${print.LastHeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index };
        }
    }

    static Worksheet Worksheet(BookSheet sheet, BookStyles styles, bool isFirst)
    {
        var page = new Worksheet();
        if (sheet.Print is not null)
        {
            page.Append(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        }

        page.Append(new SheetViews(View(sheet, isFirst)));
        if (Columns(sheet, styles) is { } columns)
        {
            page.Append(columns);
        }

        page.Append(Rows(sheet, styles));
        if (sheet.Merged.Length > 0)
        {
            page.Append(new MergeCells(sheet.Merged.Select(m => new MergeCell { Reference = m.Address })) { Count = (uint)sheet.Merged.Length });
        }

        if (sheet.Lists.Length > 0)
        {
            page.Append(new DataValidations(sheet.Lists.Select(List)) { Count = (uint)sheet.Lists.Length });
        }

        if (sheet.Print is not null)
        {
            page.Append(
                new PrintOptions { HorizontalCentered = true },
                new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.25, Footer = 0.25 },
                new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
                new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        }

        return page;
    }

    static SheetView View(BookSheet sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = sheet.Print is null || sheet.ShowsGrid };
        if (isFirst)
        {
            view.TabSelected = true;
        }

        if (sheet.Frozen > 0)
        {
            view.Append(new Pane
            {
                VerticalSplit = sheet.Frozen,
                TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"A{sheet.Frozen + 1}"),
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            });
        }

        return view;
    }

    static Columns? Columns(BookSheet sheet, BookStyles styles) => sheet.Widths.IsEmpty ? null : new Columns(sheet.Widths.Select((w, i) =>
    {
        var column = new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true };
        if (sheet.ConcealedColumns.Contains(i))
        {
            column.Hidden = true;
        }

        if (i < sheet.Looks.Length)
        {
            column.Style = styles.IndexOf(sheet.Looks[i]);
        }

        return column;
    }));

    static SheetData Rows(BookSheet sheet, BookStyles styles)
    {
        var data = new SheetData();
        foreach (var cells in sheet.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key))
        {
            var row = new Row(cells.OrderBy(c => c.Column).Select(c => Made(c, styles))) { RowIndex = (uint)cells.Key };
            if (sheet.HeightsPt.TryGetValue(cells.Key, out double height))
            {
                row.Height = height;
                row.CustomHeight = true;
            }

            if (sheet.ConcealedRows.Contains(cells.Key))
            {
                row.Hidden = true;
            }

            data.Append(row);
        }

        return data;
    }

    static Cell Made(BookCell cell, BookStyles styles)
    {
        var made = new Cell
        {
            CellReference = string.Create(CultureInfo.InvariantCulture, $"{Source.Letters(cell.Column)}{cell.Row}"),
            StyleIndex = styles.IndexOf(cell.Style),
        };
        if (cell.Number is { } number)
        {
            made.CellValue = new CellValue(number);
        }
        else if (cell.Text.Length > 0)
        {
            made.DataType = CellValues.InlineString;
            made.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(cell.Text) { Space = SpaceProcessingModeValues.Preserve });
        }

        return made;
    }

    static DataValidation List(BookList list) => new(new Formula1(list.Formula))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = list.IsStrict,
        SequenceOfReferences = new ListValue<StringValue> { InnerText = list.Area.Address },
    };
}
