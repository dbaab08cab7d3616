using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Suandian.Cases;
using Suandian.Cases.Workbooks;

namespace Suandian.Operations.Programme.Sheets;

public sealed class SheetBookTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-book-").FullName;

    string Book => Path.Combine(_folder, "a.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_template_prints_one_page_wide_in_landscape_with_its_guide()
    {
        SheetBook.Template(Book, SignIns.Declaration);

        using var document = SpreadsheetDocument.Open(Book, false);
        var set = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Elements<PageSetup>());

        Assert.Equal(2, set.Count(p => p.Orientation?.Value == OrientationValues.Landscape && p.FitToWidth?.Value == 1)); // table and 填写说明
    }

    [Fact]
    public void The_template_has_codes_drop_downs_an_example_and_a_guide_and_no_rows()
    {
        SheetBook.Template(Book, SignIns.Declaration);
        using var document = SpreadsheetDocument.Open(Book, false);
        var sheets = SheetCells.Sheets(document).ToDictionary(s => s.Name, s => (s.IsConcealed, Rows: s.Rows.ToArray()));
        var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!.Value!);

        Assert.Equal(["签到", "填写说明", "选项"], sheets.Keys);
        Assert.Equal([false, false, true], sheets.Values.Select(s => s.IsConcealed));
        Assert.Equal(("日期*", "day", "例：2024-07-15"), (sheets["签到"].Rows[0].Cells[0], sheets["签到"].Rows[1].Cells[0], sheets["签到"].Rows[2].Cells[0]));
        Assert.True(part.Worksheet!.Descendants<Row>().Single(r => r.RowIndex! == 2u).Hidden!.Value);
        Assert.Equal(["选项!$A$1:$A$3", "\"是,否\""], part.Worksheet.Descendants<DataValidation>().Select(v => v.Formula1!.Text));
        Assert.Contains(sheets["填写说明"].Rows, r => r.Cells.Any(c => c.Contains("个人信息", StringComparison.Ordinal)));
        Assert.Equal([ProblemCode.NoRows], SheetImport.Read(Book, SignIns.Declaration).Problems.Select(p => p.Code));
    }

    [Fact]
    public void What_is_written_is_read_back_from_workbook_and_CSV()
    {
        var before = Reading("2024-07-15,园区,实习实训,学员甲,000-00000000,是,2,200.5,12.5,3-5家,照片.jpg；名单.xlsx", "2024-07-16,园区,研学,学员乙,,,,,,,");
        var table = new SheetTable(SignIns.Declaration, [.. before.Rows.Select(r => r.Values)]);
        string csv = Path.Combine(_folder, "b.csv");
        SheetBook.Write(Book, [table]);
        File.WriteAllBytes(csv, SheetCsv.Write(table));

        foreach (var after in (SheetReading[])[SheetImport.Read(Book, SignIns.Declaration), SheetImport.Read(csv, SignIns.Declaration)])
        {
            Assert.Empty(after.Problems);
            Assert.Equal(before.Rows.Select(Plain), after.Rows.Select(Plain));
        }
    }

    [Fact]
    public void CSV_has_a_byte_order_mark_unless_a_program_asks_for_none()
    {
        var table = new SheetTable(SignIns.Declaration, []);

        Assert.Equal([0xEF, 0xBB, 0xBF], SheetCsv.Write(table)[..3]);
        Assert.Equal("日"u8.ToArray(), SheetCsv.Write(table, hasMark: false)[..3]);
    }

    [Fact]
    public void Personal_data_are_masked_on_demand()
    {
        var before = Reading("2024-07-15,园区,研学,学员甲,010-00001234,,,,,,");

        string text = System.Text.Encoding.UTF8.GetString(SheetCsv.Write(new SheetTable(SignIns.Declaration, [before.Rows[0].Values]) { IsMasked = true }));

        Assert.Contains("学**,***1234", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_error_file_is_the_same_sheet_with_painted_cells_and_a_last_column_and_imports_again_once_mended(bool fromWorkbook)
    {
        string csv = Csv("2024-07-15,园区,研学,学员甲,,,1,,,,", "七月,园区,研学,学员乙,,,3人,,,,");
        string original = csv;
        if (fromWorkbook)
        {
            original = Path.Combine(_folder, "original.xlsx");
            var rows = Cases.Tables.Csv.Read(File.ReadAllBytes(csv));
            BookWriter.Write([new BookSheet
            {
                Name = "签到",
                Cells = [.. rows.Rows.Prepend(new Cases.Tables.RawRow(1, [.. rows.Header])).SelectMany(r => r.Cells.Select((c, i) => new BookCell(r.Line, i, c, new BookStyle { IsBold = true })))],
            }], original);
        }

        var reading = SheetImport.Read(original, SignIns.Declaration);
        SheetErrors.Write(reading, original, Book);

        using (var document = SpreadsheetDocument.Open(Book, true))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
            var sheet = SheetCells.Sheets(document).Single();
            Assert.Equal("错误说明", sheet.Rows.First().Cells[11]);
            string words = sheet.Rows.Single(r => r.Line == 3).Cells[11];
            Assert.Contains("日期：不是日期", words, StringComparison.Ordinal);
            Assert.Contains("人次：单位不符", words, StringComparison.Ordinal);
            Assert.Equal(["A3", "G3"], Painted(document));
            Mend(document, "A3", "2024-07-16");
            Mend(document, "G3", "3");
        }

        var again = SheetImport.Read(Book, SignIns.Declaration);
        Assert.Empty(again.Problems);
        Assert.Equal(2, again.Rows.Length);
    }

    static IEnumerable<string> Painted(SpreadsheetDocument document)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var fills = styles.Fills!.Elements<Fill>().ToArray();
        var formats = styles.CellFormats!.Elements<CellFormat>().ToArray();
        return document.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Cell>()
            .Where(c => fills[(int)(formats[(int)(c.StyleIndex?.Value ?? 0)].FillId?.Value ?? 0)].PatternFill?.ForegroundColor?.Rgb?.Value == "FFFFC7CE")
            .Select(c => c.CellReference!.Value!);
    }

    static void Mend(SpreadsheetDocument document, string address, string text)
    {
        var cell = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Single(c => c.CellReference == address);
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text));
    }

    [Fact]
    public void Days_that_a_spreadsheet_keeps_as_numbers_are_days()
    {
        // 45488 days after 30 December 1899 is 15 July 2024
        BookWriter.Write([new BookSheet
        {
            Name = "签到",
            Cells = [.. "日期,地点,活动类别,姓名".Split(',').Select((t, i) => new BookCell(1, i, t, new BookStyle())),
                new BookCell(2, 0, 45488m, new BookStyle()), .. "园区,研学,学员甲".Split(',').Select((t, i) => new BookCell(2, i + 1, t, new BookStyle()))],
        }], Book);

        Assert.Equal(new DateOnly(2024, 7, 15), SheetImport.Read(Book, SignIns.Declaration).Rows.Single().Date("day"));
    }

    [Fact]
    public void A_calendar_that_begins_in_1904_is_followed()
    {
        BookWriter.Write([new BookSheet
        {
            Name = "签到",
            Cells = [.. "日期,地点,活动类别,姓名".Split(',').Select((t, i) => new BookCell(1, i, t, new BookStyle())),
                new BookCell(2, 0, 44026m, new BookStyle()), .. "园区,研学,学员甲".Split(',').Select((t, i) => new BookCell(2, i + 1, t, new BookStyle()))],
        }], Book);
        using (var document = SpreadsheetDocument.Open(Book, true))
        {
            document.WorkbookPart!.Workbook!.WorkbookProperties = new WorkbookProperties { Date1904 = true };
        }

        // 44026 = 45488 − 1462, the days from 30 December 1899 to 1 January 1904
        Assert.Equal(new DateOnly(2024, 7, 15), SheetImport.Read(Book, SignIns.Declaration).Rows.Single().Date("day"));
    }

    [Fact]
    public void The_error_file_of_a_table_with_a_wrong_title_says_so_in_its_first_row()
    {
        string csv = Path.Combine(_folder, "in.csv");
        File.WriteAllText(csv, "日期,地点,活动类型,姓名\n2024-07-15,园区,研学,学员甲\n");
        var reading = SheetImport.Read(csv, SignIns.Declaration);
        SheetErrors.Write(reading, csv, Book);
        using var document = SpreadsheetDocument.Open(Book, false);

        var first = SheetCells.Sheets(document).Single().Rows.First().Cells;

        Assert.StartsWith("错误说明\n", first[4], StringComparison.Ordinal);
        Assert.Contains("是不是想写 活动类别", first[4], StringComparison.Ordinal);
        Assert.Equal(["C1"], Painted(document));
    }

    [Fact]
    public void A_missing_sheet_is_told_with_those_there_are()
    {
        SheetBook.Write(Book, [new SheetTable(SignIns.Declaration with { Title = new Text("甲", "a") }, []), new SheetTable(SignIns.Declaration with { Title = new Text("乙", "b") }, [])]);

        var problem = Assert.Single(SheetImport.Read(Book, SignIns.Declaration).Problems);

        Assert.Equal(ProblemCode.SheetMissing, problem.Code);
        Assert.Contains("甲, 乙", problem.Expected.Zh, StringComparison.Ordinal);
    }

    static string Plain(SheetRow row) => string.Join('|', row.Values.Select(v => v is System.Collections.Immutable.ImmutableArray<string> list ? string.Join(';', list) : v?.ToString()));

    SheetReading Reading(params string[] rows) => SheetImport.Read(Csv(rows), SignIns.Declaration);

    string Csv(params string[] rows)
    {
        string path = Path.Combine(_folder, "in.csv");
        File.WriteAllText(path, SignIns.Csv(rows));
        return path;
    }
}
