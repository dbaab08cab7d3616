using System.IO.Compression;
using System.Text.Json;

namespace Suandian.Scenarios;

public class ProgrammeFormTests
{
    const string Header = "编号,二级指标,三级指标,指标值,实际完成值,分值,佐证资料,偏差原因分析及改进措施,目标表述,完成情况,达成比例";

    /// <summary>Ninety points in three rows: 3.6 of 4 by 2,700 of 3,000, 56 and 30 in full.</summary>
    static readonly string[] Rows =
    [
        "T04,数量,研学人次,≥3000人次,2700,4,签到表.xlsx,暑期两批取消；次年补办,,,",
        "T11,数量,产业用房,2万平米,20150,56,竣工验收证书.pdf,,,,",
        "T16,社会效益,自治区示范,,,30,批复.pdf,,列入示范,已列入,100",
    ];

    [Theory]
    [InlineData("xlsx", "xl/worksheets/")]
    [InlineData("docx", "word/document.xml")]
    public async Task A_table_of_indicators_becomes_a_scored_form(string ending, string part)
    {
        using var scratch = new Scratch();
        await Table(scratch, Rows);

        var result = await CliProcess.Run(
            scratch.Folder, "programme", "form", "rows.csv", "--out", "form." + ending, "--project", "示例项目", "--year", "2024", "--json", "--lang", "en");

        Assert.Equal(0, result.Code);
        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((89.6m, 10m), (document.RootElement.GetProperty("total").GetDecimal(), document.RootElement.GetProperty("open_points").GetDecimal()));
        using var zip = ZipFile.OpenRead(scratch["form." + ending]);
        Assert.Contains(zip.Entries, e => e.FullName.StartsWith(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Problems_are_told_all_at_once_and_nothing_is_written()
    {
        using var scratch = new Scratch();
        await Table(scratch,
        [
            Rows[0].Replace("暑期两批取消；次年补办", "", StringComparison.Ordinal), Rows[1].Replace("20150", "", StringComparison.Ordinal),
            Rows[2].Replace(",30,", ",31,", StringComparison.Ordinal),
        ]);

        var result = await CliProcess.Run(scratch.Folder, "programme", "form", "rows.csv", "--out", "form.xlsx", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.Contains("rows.csv:2: error SD1402", result.Out, StringComparison.Ordinal);
        Assert.Contains("rows.csv:3: error SD1403", result.Out, StringComparison.Ordinal);
        Assert.Contains("error SD1401 weight = '101'", result.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch["form.xlsx"]));
    }

    [Theory]
    [InlineData("empty.xlsx")]
    [InlineData("empty.csv")]
    public async Task The_empty_table_says_that_it_has_no_rows_yet(string name)
    {
        using var scratch = new Scratch();

        var template = await CliProcess.Run(scratch.Folder, "programme", "form", "--template", "--out", name);
        var form = await CliProcess.Run(scratch.Folder, "programme", "form", name, "--out", "form.xlsx");

        Assert.Equal((0, 1), (template.Code, form.Code));
        Assert.Contains("SD0110", form.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_goes_from_one_layout_into_another()
    {
        using var scratch = new Scratch();
        await Table(scratch, Rows);

        await CliProcess.Run(scratch.Folder, "programme", "form", "rows.csv", "--out", "a.xlsx", "--year", "2024");
        var sichuan = await CliProcess.Run(scratch.Folder, "programme", "form", "a.xlsx", "--layout", "sichuan", "--out", "b.html", "--quiet");
        var again = await CliProcess.Run(scratch.Folder, "programme", "form", "a.xlsx", "--out", "b.html");
        var hubei = await CliProcess.Run(scratch.Folder, "programme", "form", "a.xlsx", "--layout", "hubei", "--fit-weights", "--out", "c.csv", "--no-bom");

        Assert.Equal((0, 2, 0), (sichuan.Code, again.Code, hubei.Code));
        Assert.Contains("部门预算项目支出绩效自评表", await File.ReadAllTextAsync(scratch["b.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("编"u8.ToArray(), (await File.ReadAllBytesAsync(scratch["c.csv"], TestContext.Current.CancellationToken))[..3]);
    }

    [Theory]
    [InlineData("xinjiang")]
    [InlineData("national")]
    [InlineData("sichuan")]
    [InlineData("yunnan")]
    [InlineData("hubei")]
    public async Task A_form_that_another_program_has_saved_is_read_back_without_loss(string layout)
    {
        LibreOffice.Require();
        using var scratch = new Scratch();
        await Table(scratch, Rows);
        Directory.CreateDirectory(scratch["saved"]);

        await CliProcess.Run(scratch.Folder, "programme", "form", "rows.csv", "--layout", layout, "--fit-weights", "--out", "form.xlsx", "--year", "2024");
        await LibreOffice.Convert(scratch["form.xlsx"], "xlsx", scratch["saved"]);
        var before = await CliProcess.Run(scratch.Folder, "programme", "form", "form.xlsx", "--layout", layout, "--out", "before.csv", "--json");
        var after = await CliProcess.Run(scratch.Folder, "programme", "form", "saved/form.xlsx", "--layout", layout, "--out", "after.csv", "--json");

        Assert.Equal((0, 0), (before.Code, after.Code));
        Assert.Equal(before.Out.Replace("before.csv", "after.csv", StringComparison.Ordinal), after.Out);
        Assert.Equal(
            await File.ReadAllTextAsync(scratch["before.csv"], TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(scratch["after.csv"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("programme form")]
    [InlineData("programme form --out a.xlsx")]
    [InlineData("programme form nothing.csv --out a.xlsx")]
    [InlineData("programme form rows.csv --out a.pdf")]
    [InlineData("programme form rows.csv --template --out a.xlsx")]
    [InlineData("programme form --template --out a.docx")]
    [InlineData("programme form rows.csv --layout mars --out a.xlsx")]
    public async Task Wrong_usage_is_told(string words)
    {
        using var scratch = new Scratch();
        await Table(scratch, Rows);

        var result = await CliProcess.Run(scratch.Folder, words.Split(' '));

        Assert.Equal(2, result.Code);
        Assert.DoesNotContain("cli.", result.Error, StringComparison.Ordinal);
    }

    static Task Table(Scratch scratch, string[] rows) =>
        File.WriteAllLinesAsync(scratch["rows.csv"], rows.Prepend(Header), TestContext.Current.CancellationToken);
}
