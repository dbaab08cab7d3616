using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Words = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Suandian.Operations.Programme.Documents;

public class DocumentReaderTests
{
    const string Promise = "全年新建公路120公里。";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16 with mark", "gb18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_read_in_every_usual_encoding(string encoding)
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = encoding switch
        {
            "utf-8 with mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Promise)],
            "utf-16 with mark" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Promise)],
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Promise),
            _ => Encoding.UTF8.GetBytes(Promise),
        };
        File.WriteAllBytes(folder["a.txt"], bytes);

        var reading = await Read(folder["a.txt"]);

        Assert.Equal([Promise], reading.Document!.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task A_page_becomes_lines_and_table_rows_without_scripts()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.html"], """
            <html><head><title>x</title><script>var a = 1;</script></head><body><h2>一、目标</h2><div>甲<b>乙</b><br>丙</div>
            <ol><li>丁</li><li>戊</li></ol><table><tr><th rowspan="2">己</th><td>庚</td></tr><tr><td>辛</td></tr></table></body></html>
            """);

        var lines = (await Read(folder["a.html"])).Document!.Lines;

        Assert.Equal(["一、目标", "甲乙", "丙", "1. 丁", "2. 戊", "己\t庚", "己\t辛"], lines.Select(line => line.Text));
        Assert.Equal([2, 0, 0, 0, 0, 0, 0], lines.Select(line => line.Heading));
        Assert.Equal([null, null, null, null, null, 1, 1], lines.Select(line => line.Table));
    }

    [Fact]
    public async Task A_Word_file_gives_headings_rows_merged_cells_and_the_numbers_Word_counts()
    {
        using var folder = new TemporaryFolder();
        using (var word = WordprocessingDocument.Create(folder["a.docx"], WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.ChineseCounting },
                    new LevelText { Val = "（%1）" })
                { LevelIndex = 0 })
                { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 7 });
            main.Document = new Document(new Body(
                Heading("任务"),
                Counted("甲"),
                Counted("乙"),
                new Table(Row(Cell("丙", MergedCellValues.Restart), Cell("丁", null)), Row(Cell("", MergedCellValues.Continue), Cell("戊", null)))));
        }

        var lines = (await Read(folder["a.docx"])).Document!.Lines;

        Assert.Equal(["任务", "（一）甲", "（二）乙", "丙\t丁", "丙\t戊"], lines.Select(line => line.Text));
        Assert.Equal(1, lines[0].Heading);
    }

    [Theory]
    [InlineData("none.docx", null, "SD1201")]
    [InlineData("a.doc", "x", "SD1202")]
    [InlineData("a.wps", "x", "SD1202")]
    [InlineData("a.txt", "", "SD1203")]
    [InlineData("a.docx", "not a package", "SD1205")]
    [InlineData("a.txt", "  \n\n", "SD1207")]
    public async Task A_wrong_file_is_a_problem_with_its_code_in_both_languages(string name, string? content, string code)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
            File.WriteAllText(folder[name], content);

        var reading = await Read(folder[name]);

        var problem = Assert.Single(reading.Problems);
        Assert.Null(reading.Document);
        Assert.Equal(code, problem.Code);
        Assert.DoesNotContain('{', problem.Expected.Zh + problem.Expected.En + problem.Remedy.Zh + problem.Remedy.En);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_as_such()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.txt"], [0xC4, 0x00, 0xFF, 0xFE, 0x81]);

        Assert.Equal("SD1206", Assert.Single((await Read(folder["a.txt"])).Problems).Code);
    }

    [Fact]
    public async Task A_machine_without_the_program_for_PDF_is_told_what_to_install()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.pdf"], "%PDF-1.4");

        var reading = await DocumentReader.Read(folder["a.pdf"], "no-such-program-for-pdf", TestContext.Current.CancellationToken);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal("SD1204", problem.Code);
        Assert.Contains("poppler-utils", problem.Remedy.En, StringComparison.Ordinal);
    }

    static Task<DocumentReading> Read(string path) => DocumentReader.Read(path, cancellation: TestContext.Current.CancellationToken);

    static Paragraph Heading(string text) => new(new ParagraphProperties(new OutlineLevel { Val = 0 }), new Run(new Words(text)));

    static Paragraph Counted(string text) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 7 })), new Run(new Words(text)));

    static TableRow Row(params TableCell[] cells) => new(cells);

    static TableCell Cell(string text, MergedCellValues? merge)
    {
        var cell = new TableCell(new Paragraph(new Run(new Words(text))));
        if (merge is { } how)
            cell.PrependChild(new TableCellProperties(new VerticalMerge { Val = how }));
        return cell;
    }
}
