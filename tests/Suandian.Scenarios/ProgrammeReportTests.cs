using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Suandian.Scenarios;

/// <summary>From the ledger to the papers a county hands in: import, form, reports, demonstration.</summary>
public class ProgrammeReportTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static readonly string[] ByOwner = ["--by", "owner", "--why", "test"];

    [Fact]
    public async Task The_demonstration_produces_every_form_and_report_marked_as_such()
    {
        using var scratch = new Scratch();

        var made = await Run(scratch, "programme", "demo", "demo");
        var status = await Run(scratch, "programme", "status", "demo", "--date", "2024-12-31", "--strict");
        var audit = await Run(scratch, "programme", "audit", "demo");

        Assert.Equal(20, made.GetProperty("files").GetArrayLength()); // five layouts and five reports, each in two formats
        Assert.All(made.GetProperty("files").EnumerateArray(), f => Assert.Contains("演示", Words(scratch[f.GetString()!]), StringComparison.Ordinal));
        Assert.Equal((28, 1, 2), Standings(status)); // T04 is late by 300 visits, T16 and T27 name no number
        Assert.Equal("done", audit.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_form_of_the_demonstration_counts_its_points_and_leaves_money_open()
    {
        using var scratch = new Scratch();
        await Run(scratch, "programme", "demo", "demo");

        var form = await Run(scratch, "programme", "form", "demo", "--strict", "--out", "form.xlsx");

        // T04 2700 / 3000 of 4 = 3.60, T16 85 % of 4 = 3.40: one point less than the 90 of the rows; the 10 of the money are open.
        Assert.Equal((89.00m, 10m), (form.GetProperty("total").GetDecimal(), form.GetProperty("open_points").GetDecimal()));
        Assert.Equal((2700m, 3.60m), Row(form, "T04"));

        (decimal, decimal) Row(JsonElement document, string code)
        {
            var row = document.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == code);
            return (row.GetProperty("rate").GetDecimal() * 3000, row.GetProperty("score").GetDecimal());
        }
    }

    [Theory]
    [InlineData("xinjiang")]
    [InlineData("national")]
    [InlineData("sichuan")]
    [InlineData("yunnan")]
    [InlineData("hubei")]
    public async Task The_checker_of_filled_forms_finds_nothing_wrong_with_a_form_of_ours(string layout)
    {
        using var scratch = new Scratch();
        await Run(scratch, "programme", "demo", "demo");

        var check = await Run(scratch, "programme", "check-form", $"demo/reports/form-{layout}.xlsx");

        Assert.Equal(0, check.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task Price_and_green_share_come_from_a_study_where_one_is_given()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["study/tables"]);
        await File.WriteAllTextAsync(scratch["study/tables/summary.csv"], "key,item_zh,item_en,unit,base,plan\nenergy_price,,,yuan/MWh,351.2,262.4\nlocal_green_share,,,pu,0,0.7125\n", Stop);

        await Run(scratch, "programme", "demo", "demo", "--study", "study");
        var price = await Run(scratch, "programme", "show", "demo", "T17", "--date", "2024-12-31");
        var form = await Run(scratch, "programme", "form", "demo", "--out", "form.csv");

        Assert.Equal((0.2624m, 0.3512m), (price.GetProperty("target").GetProperty("figure").GetDecimal(), price.GetProperty("target").GetProperty("value").GetDecimal()));
        Assert.Equal(71.25m / 60, form.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "G01").GetProperty("rate").GetDecimal());
    }

    [Fact]
    public async Task A_row_below_its_full_score_without_a_reason_stops_the_form_and_the_way_out_is_told()
    {
        using var scratch = new Scratch();
        await Run(scratch, "programme", "demo", "demo");
        await Run(scratch, ["programme", "change", "demo", "form_rows/T04", "reason=", .. ByOwner]);

        var refused = await CliProcess.Run(scratch.Folder, "programme", "form", "demo", "--out", "form.docx", "--lang", "en");

        Assert.Equal(1, refused.Code);
        Assert.Contains("SD1402", refused.Out, StringComparison.Ordinal);
        Assert.Contains("programme change demo form_rows/T04", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch["form.docx"]));
    }

    [Fact]
    public async Task Weights_go_out_to_Excel_and_come_back_changed()
    {
        using var scratch = new Scratch();
        await Run(scratch, "programme", "demo", "demo");
        await Run(scratch, "programme", "template", "demo", "form_rows", "weights.csv", "--rows");
        string table = await File.ReadAllTextAsync(scratch["weights.csv"], Stop);
        await File.WriteAllTextAsync(scratch["weights.csv"], string.Join('\n', table.Split('\n').Select(l => l.StartsWith("T01,", StringComparison.Ordinal) ? l.Replace(",3,", ",4,", StringComparison.Ordinal) : l)), Stop);

        var imported = await Run(scratch, ["programme", "import", "demo", "form_rows", "weights.csv", "--known", "change", .. ByOwner]);
        var form = await CliProcess.Run(scratch.Folder, "programme", "form", "demo", "--out", "form.xlsx", "--lang", "en");

        Assert.Equal((1, 29), (imported.GetProperty("rows").GetProperty("changed").GetInt32(), imported.GetProperty("rows").GetProperty("same").GetInt32()));
        Assert.Contains("SD1401 weight = '101'", form.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_of_a_table_come_back_as_the_same_sheet_and_nothing_is_taken()
    {
        using var scratch = new Scratch();
        await Run(scratch, "programme", "new", "ledger", "--template", "yiwu-2024", "--by", "owner");
        await File.WriteAllTextAsync(scratch["visits.csv"], "日期,活动类别,人员代码,学历层次\n2024-05-18,研学,S1,本科生\n五月,研学,S2,本科生\n", Stop);

        var refused = await CliProcess.Run(scratch.Folder, ["programme", "import", "ledger", "visits", "visits.csv", "--errors", "mistakes.xlsx", .. ByOwner, "--json"]);
        var list = await Run(scratch, "programme", "list", "ledger", "visits");

        Assert.Equal((1, 0), (refused.Code, list.GetProperty("rows").GetArrayLength()));
        Assert.Contains("错误说明", Words(scratch["mistakes.xlsx"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_has_its_number_its_date_and_the_state_of_the_quarter()
    {
        using var scratch = new Scratch();
        await Run(scratch, "programme", "demo", "demo");

        await Run(scratch, "programme", "report", "demo", "2024Q2", "q2.html", "--number", "示算办[2024]5号", "--date", "2024-07-05");
        string page = await File.ReadAllTextAsync(scratch["q2.html"], Stop);

        Assert.Contains("示算办〔2024〕5号", page, StringComparison.Ordinal);
        Assert.Contains("截至2024年6月30日", page, StringComparison.Ordinal);
        Assert.Contains("2024年7月5日", page, StringComparison.Ordinal);
        Assert.Contains("1,200人次", page, StringComparison.Ordinal); // 300 visits a month from March to June
    }

    static (int Done, int Late, int Unclear) Standings(JsonElement status)
    {
        var standings = status.GetProperty("targets").EnumerateArray().Select(t => t.GetProperty("standing").GetString()).ToList();
        return (standings.Count(s => s == "done"), standings.Count(s => s == "late"), standings.Count(s => s == "unclear"));
    }

    /// <summary>The text parts of a file: a package is opened.</summary>
    static string Words(string path)
    {
        if (path.EndsWith(".html", StringComparison.Ordinal))
        {
            return File.ReadAllText(path);
        }

        using var zip = ZipFile.OpenRead(path);
        var words = new StringBuilder();
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            words.Append(reader.ReadToEnd());
        }

        return words.ToString();
    }

    static async Task<JsonElement> Run(Scratch scratch, params string[] command)
    {
        var result = await CliProcess.Run(scratch.Folder, [.. command, "--json", "--lang", "zh"]);
        Assert.True(result.Code == 0, result.Out + result.Error);
        using var document = JsonDocument.Parse(result.Out);
        return document.RootElement.Clone();
    }
}
