using System.Text;
using System.Text.Json;

namespace Suandian.Scenarios;

public class DocumentTests
{
    /// <summary>An invented plan: three promises, one of them cumulative without a start.</summary>
    const string Plan = """
        青山县2025年工作计划

        （一）交通建设。6月底前新建公路120公里，改造桥梁9座。

        （二）人才培养。来县研学累计达到3000人次。
        """;

    [Fact]
    public async Task A_plan_becomes_a_table_of_drafts_that_spreadsheets_read()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["plan.txt"], Plan, TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "programme", "read", "plan.txt", "--out", "drafts.csv", "--lang", "en");

        var bytes = await File.ReadAllBytesAsync(scratch["drafts.csv"], TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("confirm,id,section,name,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(",R01,(一),新建公路,交通建设,number,>=,120,,公里,2025-06-30,stated_month,", lines[1], StringComparison.Ordinal);
        Assert.Contains("R03", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_holds_each_row_with_its_place_and_remarks_in_both_languages()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["plan.txt"], Plan, TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "programme", "read", "plan.txt", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var rows = document.RootElement.GetProperty("targets").EnumerateArray().ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal((5, "人次", 3000), (rows[2].GetProperty("places")[0].GetProperty("line").GetInt32(), rows[2].GetProperty("unit").GetString(),
            rows[2].GetProperty("value").GetInt32()));
        Assert.Contains("counted up without a start", rows[2].GetProperty("remark").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Contains("累计", rows[2].GetProperty("remark").GetProperty("zh").GetString(), StringComparison.Ordinal);
    }

    /// <summary>What stands in no row is told at the end, for people and for machines.</summary>
    [Fact]
    public async Task Figures_that_were_not_read_are_told_with_line_and_words()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["plan.txt"], "青山县2025年工作计划\n新建球场4座。\n目前全县有商户140家。\n", TestContext.Current.CancellationToken);

        var said = await CliProcess.Run(scratch.Folder, "programme", "read", "plan.txt", "--lang", "en");
        var result = await CliProcess.Run(scratch.Folder, "programme", "read", "plan.txt", "--json");

        Assert.EndsWith("line 3: 目前全县有商户140家", said.Out.TrimEnd(), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(result.Out);
        var place = Assert.Single(document.RootElement.GetProperty("figures_not_read").EnumerateArray());
        Assert.Equal((3, "目前全县有商户140家"), (place.GetProperty("line").GetInt32(), place.GetProperty("quote").GetString()));
    }

    [Fact]
    public async Task An_edited_table_is_never_written_over()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["plan.txt"], Plan, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(scratch["drafts.csv"], "edited", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "programme", "read", "plan.txt", "--out", "drafts.csv");

        Assert.Equal(2, result.Code);
        Assert.Equal("edited", await File.ReadAllTextAsync(scratch["drafts.csv"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_checked_document_names_line_rule_and_what_to_write_and_ends_with_1()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["plan.txt"], Plan + "\n\n根据青政函(2025)3号。", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "programme", "check", "plan.txt", "--lang", "en");

        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains("plan.txt:5: medium D17:", result.Out, StringComparison.Ordinal);
        Assert.Contains("plan.txt:7: low D03:", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_nothing_but_slight_faults_ends_with_0()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["a.txt"], "根据青政函(2025)3号办理。", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "programme", "check", "a.txt", "--json");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((0, "D03", "low"), (result.Code, document.RootElement.GetProperty("findings")[0].GetProperty("id").GetString(),
            document.RootElement.GetProperty("findings")[0].GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task A_form_with_a_wrong_sum_is_told_with_its_cell()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["form.csv"], """
            一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因
            产出,数量指标,培训,≥10场,10场,30,30,
            效益,社会效益,受益人数,≥100人,120人,70,70,
            总分,,,,,100,98,
            """, TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "programme", "check-form", "form.csv", "--most-points", "70", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.Contains("form.csv:G4: high F05: The total says 98, the scores make 100", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("F09", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read", "none.docx", "SD1201")]
    [InlineData("read", "plan.doc", "SD1202")]
    [InlineData("check", "plan.docx", "SD1205")]
    [InlineData("check-form", "plan.txt", "SD1221")]
    public async Task A_wrong_file_is_a_problem_of_the_data(string command, string file, string code)
    {
        using var scratch = new Scratch();
        foreach (var name in (string[])["plan.doc", "plan.docx", "plan.txt"])
        {
            await File.WriteAllTextAsync(scratch[name], Plan, TestContext.Current.CancellationToken);
        }

        var result = await CliProcess.Run(scratch.Folder, "programme", command, file, "--json");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((1, code), (result.Code, document.RootElement.GetProperty("problems")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_PDF_with_text_is_read_with_its_pages()
    {
        using var scratch = new Scratch();
        var paragraphs = Plan.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{line}</p>");
        await File.WriteAllTextAsync(scratch["plan.html"], "<meta charset='utf-8'>" + string.Join("<div style='page-break-before:always'></div>", paragraphs),
            TestContext.Current.CancellationToken);
        await Chromium.Run(scratch["profile"], new Uri(scratch["plan.html"]).AbsoluteUri, "--no-pdf-header-footer", $"--print-to-pdf={scratch["plan.pdf"]}");

        var result = await CliProcess.Run(scratch.Folder, "programme", "read", "plan.pdf", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var rows = document.RootElement.GetProperty("targets").EnumerateArray().ToList();
        Assert.Equal([120, 9, 3000], rows.Select(row => row.GetProperty("value").GetInt32()));
        Assert.Equal([2, 2, 3], rows.Select(row => row.GetProperty("places")[0].GetProperty("page").GetInt32()));
    }

    [Fact]
    public async Task A_table_in_a_PDF_is_named_as_not_read_and_gives_no_nonsense()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["plan.html"], """
            <meta charset='utf-8'><p>青山县2025年工作计划</p><table width='100%'><tr><td>指标</td><td>目标值</td><td>单位</td><td>时限</td></tr>
            <tr><td>公路</td><td>120</td><td>公里</td><td>6月底</td></tr><tr><td>桥梁</td><td>9</td><td>座</td><td>年底</td></tr></table>
            <p>（一）新增学位360个。</p>
            """, TestContext.Current.CancellationToken);
        await Chromium.Run(scratch["profile"], new Uri(scratch["plan.html"]).AbsoluteUri, "--no-pdf-header-footer", $"--print-to-pdf={scratch["plan.pdf"]}");

        var result = await CliProcess.Run(scratch.Folder, "programme", "read", "plan.pdf", "--json");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((0, 1, "SD1208"), (result.Code, document.RootElement.GetProperty("warnings").GetInt32(),
            document.RootElement.GetProperty("problems")[0].GetProperty("code").GetString()));
        Assert.Equal([360], document.RootElement.GetProperty("targets").EnumerateArray().Select(row => row.GetProperty("value").GetInt32()));
    }
}
