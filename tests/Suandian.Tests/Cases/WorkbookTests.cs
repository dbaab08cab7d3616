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
}
