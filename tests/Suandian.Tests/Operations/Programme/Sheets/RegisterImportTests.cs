using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Suandian.Cases;
using Suandian.Operations.Programme.Forms;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Operations.Programme.Sheets;

public sealed class RegisterImportTests : IDisposable
{
    const string Header = "日期,活动类别,人员代码,学历层次,姓名,电话,高校";

    readonly string _folder = Directory.CreateTempSubdirectory("suandian-import-").FullName;
    readonly ProgrammeFolder _programme;

    public RegisterImportTests()
    {
        string path = Path.Combine(_folder, "ledger");
        var changes = ProgrammeTemplate.Changes("yiwu-2024", "owner", ImmutableDictionary<string, string>.Empty);
        Assert.Empty(ProgrammeFolder.Create(path, null, new ChangeRequest { By = "owner", Why = "test", Changes = changes }, TimeProvider.System).Problems);
        _programme = ProgrammeFolder.Open(path, TimeProvider.System).Programme!;
        var university = SmallLedger.Row("universities", "id=jia", "name_zh=甲大学", "province=河南");
        Assert.Empty(_programme.Record(new ChangeRequest { By = "owner", Why = "test", Changes = [university] }).Problems);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_register_is_a_template_whose_example_row_is_not_read()
    {
        foreach (var register in RegisterSchema.All.Where(r => r.Name != RegisterSchema.Evidence))
        {
            string path = Path.Combine(_folder, register.Name + ".xlsx");
            var declared = RegisterSheet.Declare(register, _programme.State);
            SheetBook.Write(path, [new SheetTable(declared, [])]);

            var reading = SheetImport.Read(path, declared);

            Assert.Equal([(register.Name, ProblemCode.NoRows)], reading.Problems.Select(p => (register.Name, p.Code)));
            Assert.Equal(declared.Columns.Length, declared.Columns.Select(c => c.Title.Zh).Distinct().Count());
        }
    }

    [Fact]
    public void The_template_offers_the_rows_a_reference_may_name()
    {
        var university = RegisterSheet.Declare(RegisterSchema.Of("visits"), _programme.State).Column("university");

        Assert.Equal("甲大学", Assert.Single(university.Offered));
        Assert.Equal("甲大学", university.Example);
    }

    [Fact]
    public void One_mistake_stops_all_rows_and_every_mistake_of_cells_and_references_is_told_at_once()
    {
        string path = Gb18030("2024-05-18,研学,S1,本科生,,,甲大学", "五月,研学,S2,本科生,,,", "2024-05-18,研学,S3,本科生,,,乙大学", "2024-05-18,游学,S4,,,,丙大学");

        var imported = Import(path);

        Assert.Equal(
            [(3, "日期", ProblemCode.CellNotADate), (4, "高校", ProblemCode.LedgerReference), (5, "学历层次", ProblemCode.CellEmpty), (5, "活动类别", ProblemCode.NotAChoice), (5, "高校", ProblemCode.LedgerReference)],
            imported.Problems.Select(p => (p.Row!.Value, p.Column!, p.Code)).OrderBy(p => p.Item1).ThenBy(p => p.Item3, StringComparer.Ordinal));
        Assert.Equal((0, 4), (_programme.State.Count("visits"), imported.Count(ChangeResult.Refused)));
    }

    [Fact]
    public void The_error_file_of_a_row_longer_than_the_titles_is_a_sound_workbook()
    {
        string path = Gb18030("2024-05-18,研学,S1,本科生,,,甲大学,多一列"), errors = Path.Combine(_folder, "longer.xlsx");

        SheetErrors.Write(Import(path).Reading, Import(path).Problems, path, errors);

        using var document = SpreadsheetDocument.Open(errors, false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        var references = document.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Cell>().Select(c => c.CellReference!.Value).ToList();
        Assert.Equal(references.Distinct(), references);
        Assert.Contains("H2", references); // the cell too many
        Assert.Contains("I2", references); // what is wrong
    }

    [Fact]
    public void A_row_that_stands_in_the_sheet_twice_with_other_content_is_told_by_its_line_and_by_the_heads_of_columns()
    {
        string path = Gb18030("2024-05-18,研学,S1,本科生,,,甲大学", "2024-05-18,研学,S1,研究生,,,甲大学");

        var problem = Assert.Single(Import(path).Problems);

        Assert.Equal((ProblemCode.LedgerKnownRow, 3, Path.GetFileName(path) + ":2"), (problem.Code, problem.Row, problem.Value));
        Assert.EndsWith("不同的字段：学历层次（level）", problem.Expected.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_of_a_shifted_row_are_told_masked_and_its_error_file_is_for_its_owner_alone()
    {
        string path = Gb18030("研学,2024-05-18,S1,联系人甲,本科生,000-00000000,", "2024-05-18,游学,S2,本科生,,,"), errors = Path.Combine(_folder, "shifted.xlsx");

        var imported = Import(path);
        SheetErrors.Write(imported.Reading, imported.Problems, path, errors);

        Assert.Contains(imported.Problems, p => p is { Row: 2, Column: "学历层次", Value: "联***" });
        Assert.Contains(imported.Problems, p => p is { Row: 3, Value: "游学" }); // one wrong word is no shifted row
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(errors));
        }
    }

    [Fact]
    public void Rows_about_people_in_clear_are_written_for_their_owner_alone_and_masked_or_empty_ones_for_everybody()
    {
        Assert.Empty(Import(Gb18030("2024-05-18,研学,S1,本科生,,,甲大学")).Problems);
        var (state, visits) = (_programme.State, RegisterSchema.Of("visits"));
        SheetTable clear = RegisterSheet.Table(visits, state, Rights.Of(state, "owner")), masked = RegisterSheet.Table(visits, state, Rights.Of(state, "nobody"));

        Assert.True(clear.IsPersonal);
        Assert.False(masked.IsPersonal || (clear with { Rows = [] }).IsPersonal);
        foreach (string name in (string[])["rows.csv", "rows.xlsx"])
        {
            string path = Path.Combine(_folder, name);
            Save(clear, path);
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), name);
        }
    }

    static void Save(SheetTable table, string path)
    {
        if (path.EndsWith(".csv", StringComparison.Ordinal))
        {
            SheetCsv.Save(table, path);
        }
        else
        {
            SheetBook.Write(path, [table]);
        }
    }

    [Fact]
    public void A_file_that_is_stored_already_gets_the_kind_that_is_named()
    {
        string path = Path.Combine(_folder, "scan.txt");
        File.WriteAllText(path, "签到表");
        var request = new ChangeRequest { By = "owner", Why = "test", Changes = [] };

        _programme.AddEvidence(request, path, "", []);
        var (id, recorded) = _programme.AddEvidence(request, path, "sign_in", []);

        Assert.Empty(recorded.Problems);
        Assert.Equal("sign_in", _programme.State.Row(RegisterSchema.Evidence, id)!["kind"]);
    }

    [Fact]
    public void A_document_in_place_of_a_table_is_told_as_such()
    {
        string path = Path.Combine(_folder, "text.docx");
        using (var document = WordprocessingDocument.Create(path, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new DocumentFormat.OpenXml.Wordprocessing.Body());
        }

        Assert.Equal([ProblemCode.SheetOtherKind], FormInput.Read(path).Problems.Select(p => p.Code));
    }

    [Fact]
    public void The_error_file_mended_is_taken_and_a_second_time_adds_nothing()
    {
        string path = Gb18030("2024-05-18,研学,S1,本科生,,,乙大学"), errors = Path.Combine(_folder, "errors.xlsx");
        var imported = Import(path);
        SheetErrors.Write(imported.Reading, imported.Problems, path, errors);
        var university = SmallLedger.Row("universities", "id=yi", "name_zh=乙大学", "province=新疆");
        _programme.Record(new ChangeRequest { By = "owner", Why = "test", Changes = [university] });

        Assert.Equal((1, 0), (Import(errors).Count(ChangeResult.Added), Import(errors).Count(ChangeResult.Added)));
        Assert.Equal("yi", _programme.State.Rows("visits").Single()["university"]);
    }

    [Fact]
    public void Row_by_row_takes_the_sound_rows_and_a_file_given_with_them_proves_each()
    {
        string path = Gb18030("2024-05-18,研学,S1,本科生,,,", "五月,研学,S2,本科生,,,", "2024-05-19,研学,S1,本科生,,,", "2024-05-19,研学,S3,本科生,,,丙大学");
        string scan = Path.Combine(_folder, "scan.txt");
        File.WriteAllText(scan, "演示签到表");

        var imported = Import(path, Acceptance.RowByRow, evidence: scan);

        Assert.Equal((2, 2), (imported.Count(ChangeResult.Added), imported.Count(ChangeResult.Refused)));
        Assert.All(_programme.State.Rows("visits"), row => Assert.Single(row.Evidence));
        Assert.Equal("scan.txt", _programme.State.Rows("evidence").Single()["file"]);
    }

    [Fact]
    public void A_file_is_not_stored_where_no_row_is_taken_that_it_proves()
    {
        string scan = Path.Combine(_folder, "scan.txt");
        File.WriteAllText(scan, "演示签到表");

        Import(Gb18030("2024-05-18,研学,S1,本科生,,,丙大学"), evidence: scan);

        Assert.False(Directory.Exists(Path.Combine(_programme.Path, "evidence")) && Directory.EnumerateFiles(Path.Combine(_programme.Path, "evidence"), "*", SearchOption.AllDirectories).Any());
    }

    [Theory]
    [InlineData(KnownRows.Refuse, "undergraduate", 1)]
    [InlineData(KnownRows.Keep, "undergraduate", 0)]
    [InlineData(KnownRows.Change, "graduate", 0)]
    public void A_row_that_is_there_with_other_content_is_refused_kept_or_changed(KnownRows known, string level, int problems)
    {
        Import(Gb18030("2024-05-18,研学,S1,本科生,,,"));

        var imported = Import(Gb18030("2024-05-18,研学,S1,研究生,,,"), known: known);

        Assert.Equal((level, problems), (_programme.State.Rows("visits").Single()["level"], imported.Problems.Length));
    }

    [Fact]
    public void Rows_go_to_a_sheet_and_back_without_a_change_and_without_people_for_those_who_may_not_see_them()
    {
        Import(Gb18030("2024-05-18,研学,S1,本科生,学员甲,000-00000000,甲大学"));
        string full = Path.Combine(_folder, "full.xlsx");
        SheetBook.Write(full, [RegisterSheet.Table(RegisterSchema.Of("visits"), _programme.State, Rights.Of(_programme.State, "owner"))]);
        var masked = RegisterSheet.Table(RegisterSchema.Of("visits"), _programme.State, Rights.Of(_programme.State, "nobody"));

        Assert.Equal(1, Import(full).Count(ChangeResult.Same));
        Assert.Equal(["date", "activity", "level", "university", "place", "organisation"], masked.Declaration.Columns.Select(c => c.Code));
    }

    [Fact]
    public void An_area_in_Chinese_notation_becomes_square_metres()
    {
        string path = Path.Combine(_folder, "b.csv");
        File.WriteAllText(path, "编号,中文名称,用途,建筑面积,竣工验收日期\nb1,一号楼,产业用房,2.4万平米,2024年9月30日\n");

        RegisterImport.Run(_programme, RegisterSchema.Of("buildings"), path, Request());

        Assert.Equal(("24000", "2024-09-30"), (_programme.State.Row("buildings", "b1")!["floor_area_m2"], _programme.State.Row("buildings", "b1")!["accepted_on"]));
    }

    ImportedRows Import(string path, Acceptance acceptance = Acceptance.AllOrNothing, KnownRows known = KnownRows.Refuse, string? evidence = null) =>
        RegisterImport.Run(_programme, RegisterSchema.Of("visits"), path, Request() with { Acceptance = acceptance, Known = known }, evidence);

    static ChangeRequest Request() => new() { By = "owner", Why = "test", Changes = [] };

    string Gb18030(params string[] rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = Path.Combine(_folder, "visits.csv");
        File.WriteAllBytes(path, Encoding.GetEncoding("GB18030").GetBytes(string.Join("\r\n", rows.Prepend(Header))));
        return path;
    }
}
