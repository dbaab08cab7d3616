using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Suandian.Cases;

public sealed class WorkbookTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-book-").FullName;

    string Book => Path.Combine(_folder, "case.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(RoundTripTests.Examples), MemberType = typeof(RoundTripTests))]
    public void A_case_goes_into_a_workbook_and_back_unchanged(string name)
    {
        var before = CaseFolder.Read(Repository.File(name)).Case!;
        CopyWeather(Repository.File(name));

        Workbook.Write(before, Book);
        var after = Workbook.Read(Book);

        Assert.Empty(after.Problems.Select(p => $"{p.Code} {p.Cell} {p.Value} {p.Expected.En}"));
        Assert.Equal(RoundTripTests.Plain(before), RoundTripTests.Plain(after.Case!));
        CaseFolder.Write(after.Case!, Path.Combine(_folder, "again"), Path.Combine(_folder, "weather"));
        Assert.Equal(RoundTripTests.Plain(before), RoundTripTests.Plain(CaseFolder.Read(Path.Combine(_folder, "again")).Case!));
    }

    [Fact]
    public void The_same_case_gives_the_same_bytes()
    {
        var data = CaseFolder.Read(CleanCase.Folder).Case!;

        Workbook.Write(data, Book);
        byte[] first = File.ReadAllBytes(Book);
        Workbook.Write(data, Book);

        Assert.Equal(first, File.ReadAllBytes(Book));
    }

    [Fact]
    public void Workbooks_follow_the_standard_that_spreadsheets_read()
    {
        Workbook.Template(Book);
        using var template = SpreadsheetDocument.Open(Book, false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(template, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void The_template_has_notes_drop_downs_and_an_example_that_is_not_read()
    {
        Workbook.Template(Book);
        var reading = Workbook.Read(Book);

        Assert.All(reading.Problems, p => Assert.Contains(p.File, (string[])["case", "buses", "carriers"]));
        Assert.DoesNotContain(reading.Problems, p => p.Row > 1 && p.File != "case");
        using var template = SpreadsheetDocument.Open(Book, false);
        var generators = Sheet(template, "generators");
        Assert.Contains(generators.Worksheet!.Descendants<DataValidation>(), v => v.Formula1!.Text == "buses!$A$2:$A$1000");
        Assert.Equal(34, generators.WorksheetCommentsPart!.Comments!.CommentList!.Count()); // one per column
    }

    [Fact]
    public void Problems_name_the_cell_of_the_workbook()
    {
        var data = CaseFolder.Read(CleanCase.Folder).Case!;
        Workbook.Write(data, Book);
        using (var document = SpreadsheetDocument.Open(Book, true))
        {
            Put(Sheet(document, "buses"), "E2", "two hundred");
            Put(Sheet(document, "case"), "B9", "6");
            Put(Sheet(document, "series"), "C5", "none");
        }

        var problems = Workbook.Read(Book).Problems;

        Assert.Equal(
            ["SD0204 case!B9 6", "SD0202 buses!E2 two hundred", "SD0707 series!C5 none"],
            problems.Select(p => $"{p.Code} {p.Cell} {p.Value}"));
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    public void A_file_that_is_no_workbook_is_a_problem(string content)
    {
        File.WriteAllText(Book, content);

        Assert.Equal(ProblemCode.Unreadable, Assert.Single(Workbook.Read(Book).Problems).Code);
        Assert.Equal(ProblemCode.FolderMissing, Assert.Single(Workbook.Read(Book + ".not").Problems).Code);
    }

    void CopyWeather(string folder)
    {
        string from = Path.Combine(folder, "weather");
        if (!Directory.Exists(from))
            return;
        Directory.CreateDirectory(Path.Combine(_folder, "weather"));
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(_folder, "weather", Path.GetFileName(file)));
    }

    static WorksheetPart Sheet(SpreadsheetDocument document, string name)
    {
        var book = document.WorkbookPart!;
        string id = book.Workbook!.Descendants<Sheet>().Single(s => s.Name == name).Id!.Value!;
        return (WorksheetPart)book.GetPartById(id);
    }

    static void Put(WorksheetPart part, string address, string text)
    {
        var cell = part.Worksheet!.Descendants<Cell>().Single(c => c.CellReference == address);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.AppendChild(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)));
    }

    [Fact]
    public void Cells_are_read_as_spreadsheets_write_them()
    {
        Sheet("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
            <row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="inlineStr"><is><r><t xml:space="preserve"> 富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></is></c><c r="C3"/></row>
            <row/><row><c t="s"><v>9</v></c></row>
            """);
        using var document = SpreadsheetDocument.Open(Book, false);

        var rows = Workbooks.SheetCells.Sheets(document).Single().Rows.Select(r => $"{r.Line}:{string.Join('|', r.Cells)}");

        Assert.Equal(["1:共享||true|#N/A", "3:2|富文本|", "4:", "5:"], rows);
    }

    [Fact]
    public void A_cell_far_outside_of_any_sheet_is_refused_at_once()
    {
        Sheet("""<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>""");

        Assert.Contains(Workbook.Read(Book).Problems, p => p.Code == ProblemCode.Unreadable);
    }

    /// <summary>A workbook of one sheet with these rows and one shared string.</summary>
    void Sheet(string rows)
    {
        using var document = SpreadsheetDocument.Create(Book, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text("共享")));
        var part = book.AddNewPart<WorksheetPart>("sheet1");
        using (var stream = part.GetStream(FileMode.Create))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"""));
        }

        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "表", SheetId = 1, Id = "sheet1" }));
    }
}
