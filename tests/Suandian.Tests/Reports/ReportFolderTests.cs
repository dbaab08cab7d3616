using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Parquet;
using Suandian.Reports.Tables;

namespace Suandian.Reports;

public sealed class ReportFolderTests : IDisposable
{
    readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("suandian-report-");

    string Folder => Path.Combine(_place.FullName, "report");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void The_folder_holds_page_workbook_store_certificate_lock_and_tables()
    {
        ReportFolder.Write(TinyStudy.Study(), Folder);

        Assert.Equal(ReportFiles.TopEntries.Remove("scenarios.html").Remove("stages.html").Remove("grid").Order(StringComparer.Ordinal), Names(Folder)); // those with scenarios, stages or a grid only
        Assert.Contains("hourly.parquet", Names(Path.Combine(Folder, "tables")));
        Assert.Equal(["report"], Names(_place.FullName));
    }

    [Fact]
    public void Equal_studies_give_equal_bytes_in_every_file()
    {
        ReportFolder.Write(TinyStudy.Study(), Folder);
        ReportFolder.Write(TinyStudy.Study(), Folder + "2");

        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var other = Path.Combine(Folder + "2", Path.GetRelativePath(Folder, file));
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(other)), file);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(29)]
    public void A_disk_that_fills_up_leaves_the_earlier_report_as_it_was(int filesThatFit)
    {
        ReportFolder.Write(TinyStudy.Study(), Folder);
        var before = Contents(Folder);
        var files = ReportFiles.Of(TinyStudy.Study() with { Base = null }, StudyFigures.From(TinyStudy.Study() with { Base = null }));
        var opened = 0;

        var trouble = Assert.Throws<ReportNotWrittenException>(() => ReportFolder.Write(
            files, Folder, path => opened++ < filesThatFit ? File.Create(path) : new FullDisk()));

        Assert.Contains("No space left", trouble.Words.En, StringComparison.Ordinal);
        Assert.Equal(before, Contents(Folder));
        Assert.Equal(["report"], Names(_place.FullName));
    }

    [Fact]
    public void A_first_report_that_fails_leaves_nothing_under_its_name()
    {
        var files = ReportFiles.Of(TinyStudy.Study(), StudyFigures.From(TinyStudy.Study()));

        Assert.Throws<ReportNotWrittenException>(() => ReportFolder.Write(files, Folder, _ => new FullDisk()));

        Assert.Empty(Names(_place.FullName));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_in_both_languages()
    {
        File.WriteAllText(Path.Combine(_place.FullName, "file"), "");

        var trouble = Assert.Throws<ReportNotWrittenException>(() => ReportFolder.Write(TinyStudy.Study(), Path.Combine(_place.FullName, "file", "report")));

        Assert.Contains("报告无法写入", trouble.Words.Zh, StringComparison.Ordinal);
        Assert.Contains("cannot be written", trouble.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_files_of_others_is_refused_and_kept()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "thesis.docx"), "years of work");

        var trouble = Assert.Throws<ReportNotWrittenException>(() => ReportFolder.Write(TinyStudy.Study(), Folder));

        Assert.Contains("thesis.docx", trouble.Words.En, StringComparison.Ordinal);
        Assert.Equal(["thesis.docx"], Names(Folder));
    }

    [Fact]
    public void Workbook_tables_and_store_hold_the_same_numbers()
    {
        var figures = ReportFolder.Write(TinyStudy.Study(), Folder);

        var csv = File.ReadAllLines(Path.Combine(Folder, "tables", "summary.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        var sheet = Cells("摘要 Summary");
        var stored = StudyFigures.From(StudyStore.ReadFolder(Folder)).Comparison.Data.Rows;
        Assert.Equal(stored.Length, csv.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            var (plan, row) = (stored[i].Value.Plan, (i + 5).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(figures.Comparison.Data.Rows[i].Value.Plan, plan);
            Assert.Equal(plan, double.Parse(csv[i][^1], CultureInfo.InvariantCulture));
            Assert.Equal(plan, double.Parse(sheet["E" + row], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Hourly_Parquet_holds_what_the_CSV_holds()
    {
        ReportFolder.Write(TinyStudy.Study(), Folder);

        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, "tables", "hourly.csv"), TestContext.Current.CancellationToken);
        await using var reader = await ParquetReader.CreateAsync(Path.Combine(Folder, "tables", "hourly.parquet"), cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var fields = reader.Schema.GetDataFields();
        Assert.Equal(lines[0].Split(','), fields.Select(f => f.Name));
        for (var c = 0; c < fields.Length; c++)
        {
            var values = new double[group.RowCount];
            await group.ReadAsync<double>(fields[c], values, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(lines.Skip(1).Select(l => double.Parse(l.Split(',')[c], CultureInfo.InvariantCulture)), values);
        }
    }

    [Fact]
    public void The_workbook_is_valid_has_no_formulas_and_all_its_sheets()
    {
        ReportFolder.Write(TinyStudy.Study(), Folder);

        using var book = SpreadsheetDocument.Open(Path.Combine(Folder, "results.xlsx"), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => e.Description + e.Path?.XPath));
        Assert.Equal(
            ["摘要 Summary", "建设清单 Build", "价格 Prices", "逐时 Hourly", "算力 Computing", "影子价格 Shadow prices", "假设 Assumptions", "说明 Notes"],
            book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
        Assert.All(book.WorkbookPart.WorksheetParts, part => Assert.Empty(part.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public void The_lock_names_the_hash_of_every_file_and_figure()
    {
        var figures = ReportFolder.Write(TinyStudy.Study(), Folder);

        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "run.lock")));
        var files = json.RootElement.GetProperty("files").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString());
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("run.lock", StringComparison.Ordinal)))
        {
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
            Assert.Equal(hash, files[Path.GetRelativePath(Folder, file).Replace('\\', '/')]);
        }

        Assert.Equal(figures.Map.Sha256, json.RootElement.GetProperty("figures").GetProperty("map").GetString());
    }

    [Fact]
    public void The_reference_page_names_every_table_and_column()
    {
        var page = File.ReadAllText(Repository.File("docs/reference/report-folder.md"));
        var tables = ReportTables.Of(TinyStudy.Study(), StudyFigures.From(TinyStudy.Study()));

        Assert.All(tables, t => Assert.Contains($"### {t.Name}\n", page, StringComparison.Ordinal));
        Assert.All(
            tables.Where(t => t.Name != "components").SelectMany(t => t.Columns),
            c => Assert.Contains($"| `{c.Name}` | {c.Title.Zh} | {c.Title.En} |", page, StringComparison.Ordinal));
    }

    Dictionary<string, string> Cells(string sheet)
    {
        using var book = SpreadsheetDocument.Open(Path.Combine(Folder, "results.xlsx"), isEditable: false);
        var id = book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == sheet).Id!.Value!;
        return ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c => c.InnerText);
    }

    static string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal)];

    static string[] Contents(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(folder, f) + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))),
    ];

    /// <summary>A file on a disk without room.</summary>
    sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
