using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suandian.Operations.Programme.Forms.Official;

public sealed class OfficialDocumentTests : IDisposable
{
    /// <summary>One grey pixel.</summary>
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-official-").FullName;

    string File => Path.Combine(_folder, "a.docx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static OfficialDocument Sample { get; } = new()
    {
        Number = new DocumentNumber("示算办", 2024, 5),
        Title = "关于示例项目验收情况的报告",
        Addressee = "示例县人民政府",
        Blocks =
        [
            new OfficialHeading(1, "概况"), new OfficialParagraph("第一段 <文字> & 符号。"), new OfficialHeading(2, "人才"), new OfficialHeading(3, "引进"),
            new OfficialHeading(4, "博士后"), new OfficialHeading(4, "研究生"), new OfficialHeading(2, "研究"), new OfficialHeading(1, "完成"),
            new OfficialTable("指标", [new OfficialColumn("名称", 2), new OfficialColumn("数", 1, IsNumber: true)], [["培训", "330"]]),
            new OfficialBars("进度", "完成率", [new OfficialBar("研学人次", 0.9m, "90%"), new OfficialBar("算力入户", 2, "200%")]), new OfficialTable("其他", [new OfficialColumn("名称", 1)], [["无"]]),
        ],
        Attachments = ["自评表", "清单"],
        Signatory = "示例县商务局",
        Date = new DateOnly(2024, 4, 1),
    };

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    public void Chinese_numbers_are_written_as_in_headings(int number, string written) => Assert.Equal(written, HeadingNumbers.Chinese(number));

    [Fact]
    public void Headings_tables_and_figures_are_numbered_in_the_official_order()
    {
        string[] lines = Lines(Sample);

        Assert.Equal(
        [
            "示算办〔2024〕5号", "关于示例项目验收情况的报告", "示例县人民政府：", "一、概况", "第一段 <文字> & 符号。", "（一）人才", "1.引进", "（1）博士后", "（2）研究生",
            "（二）研究", "二、完成", "表1　指标", "图1　进度", "表2　其他", "附件：1.自评表", "　　　2.清单", "示例县商务局", "2024年4月1日",
        ], lines);
    }

    [Fact]
    public void The_page_says_the_same_in_the_same_order()
    {
        string page = OfficialPage.Write(Sample);

        int at = 0;
        foreach (string line in Lines(Sample))
        {
            string escaped = System.Net.WebUtility.HtmlEncode(line);
            int found = page.IndexOf(escaped, at, StringComparison.Ordinal);
            Assert.True(found >= at, line);
            at = found;
        }
    }

    [Fact]
    public void In_English_headings_have_decimal_numbers()
    {
        string[] lines = Lines(Sample with { Language = Language.En, Number = null, Addressee = "County" });

        Assert.Equal(["County:", "1 概况", "1.1 人才", "1.1.1 引进", "1.1.1.1 博士后", "Table 1　指标", "Table 2　其他", "1 April 2024"],
            lines.Where(l => l[0] is '1' or 'T' or 'C').Where(l => !l.Contains("研究", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_measures_of_the_standard_stand_in_the_file()
    {
        OfficialWord.Write(Sample, File);
        using var document = WordprocessingDocument.Open(File, false);
        var body = document.MainDocumentPart!.Document!.Body!;
        var section = body.GetFirstChild<SectionProperties>()!;
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        var text = body.Descendants<Paragraph>().Single(p => p.InnerText.StartsWith("第一段", StringComparison.Ordinal));

        // 20ths of a point: 37 mm = 2098, 35 mm = 1984, 28 mm = 1587, 26 mm = 1474
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((2098, 1984, 1587u, 1474u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        Assert.Equal(579, section.GetFirstChild<DocGrid>()!.LinePitch!.Value);
        Assert.Equal(("仿宋_GB2312", "32", -5), (text.Descendants<RunFonts>().First().EastAsia!.Value!, text.Descendants<FontSize>().First().Val!.Value!, text.Descendants<Spacing>().First().Val!.Value));
        Assert.Equal(["黑体", "楷体_GB2312"], body.Descendants<Paragraph>().Where(p => p.InnerText is "一、概况" or "（一）人才").Select(p => p.Descendants<RunFonts>().First().EastAsia!.Value!));
        Assert.Equal((4 * 315).ToString(System.Globalization.CultureInfo.InvariantCulture), body.Descendants<Paragraph>().Single(p => p.InnerText == "2024年4月1日").ParagraphProperties!.Indentation!.Right!.Value);
    }

    [Fact]
    public void Page_numbers_stand_right_on_odd_pages_and_left_on_even_ones()
    {
        OfficialWord.Write(Sample, File);
        using var document = WordprocessingDocument.Open(File, false);
        var main = document.MainDocumentPart!;
        var references = main.Document!.Body!.GetFirstChild<SectionProperties>()!.Elements<FooterReference>().ToDictionary(
            r => r.Type!.Value == HeaderFooterValues.Even ? "even" : "odd", r => ((FooterPart)main.GetPartById(r.Id!.Value!)).Footer!);

        Assert.Equal(JustificationValues.Right, references["odd"].Descendants<Justification>().Single().Val!.Value);
        Assert.Equal(JustificationValues.Left, references["even"].Descendants<Justification>().Single().Val!.Value);
        Assert.All(references.Values, f => Assert.Equal("— 1 —", string.Concat(f.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(t => t.Text))));
        Assert.NotNull(main.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>());
    }

    [Fact]
    public void The_document_follows_the_standard_that_Word_and_WPS_read_and_is_the_same_every_time()
    {
        OfficialWord.Write(Sample, File);
        byte[] first = System.IO.File.ReadAllBytes(File);
        OfficialWord.Write(Sample, File);
        using var document = WordprocessingDocument.Open(File, false);

        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void Bars_stand_in_the_document_as_numbers_and_on_the_page_as_lengths_cut_at_half_above_the_target()
    {
        OfficialWord.Write(Sample, File);
        using var document = WordprocessingDocument.Open(File, false);
        var chart = document.MainDocumentPart!.ChartParts.Single().ChartSpace!;
        string page = OfficialPage.Write(Sample);

        Assert.Equal(["0.9", "1.5"], chart.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>().Select(p => p.InnerText));
        Assert.Equal(["研学人次 90%", "算力入户 200%"], chart.Descendants<DocumentFormat.OpenXml.Drawing.Charts.StringPoint>().Select(p => p.InnerText));
        Assert.Contains("width:60%", page, StringComparison.Ordinal); // 0.9 / 1.5
        Assert.Contains("width:100%\"></span></span><span>200%", page, StringComparison.Ordinal);
    }

    /// <summary>Paragraphs outside tables that say anything.</summary>
    string[] Lines(OfficialDocument sample)
    {
        OfficialWord.Write(sample, File);
        using var document = WordprocessingDocument.Open(File, false);
        return [.. document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0)];
    }
}
