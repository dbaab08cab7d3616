using System.Text;
using System.Text.Json;

namespace Suandian.Scenarios;

/// <summary>From an announcement to figures: read, confirm, register, look. The county and its plan are invented.</summary>
public class AnnouncementRoadTests
{
    const string Plan = """
        青山县2025年算力惠民工作计划

        （一）人才培养。来县研学累计达到40人次，全年培训干部不少于60人次。

        （二）产业培育。6月底前引进算力企业2-3家，每季度举办一次招商活动。

        （三）服务环境。新建算力服务站3个。
        """;

    static readonly string[] ByOwner = ["--by", "owner", "--why", "test", "--lang", "en"];

    [Fact]
    public async Task What_a_person_confirms_of_an_announcement_becomes_targets_and_nothing_else_does()
    {
        using var scratch = new Scratch();
        await Programme(scratch);
        await Run(scratch, "programme", "read", "plan.txt", "--out", "drafts.csv");

        var unread = await Confirm(scratch);
        await Decide(scratch, line => line.Contains("研学", StringComparison.Ordinal) || line.Contains("招商", StringComparison.Ordinal) ? "yes"
            : line.Contains("服务站", StringComparison.Ordinal) ? "no" : "");
        var confirmed = await Confirm(scratch);
        var again = await Confirm(scratch);
        var status = await Run(scratch, "programme", "status", "p", "--date", "2025-12-31");

        Assert.Equal((0, 5), (unread.GetProperty("rows").GetArrayLength(), unread.GetProperty("open").GetInt32()));
        Assert.Equal((2, 2), (confirmed.GetProperty("rows").GetArrayLength(), confirmed.GetProperty("open").GetInt32()));
        Assert.All(again.GetProperty("rows").EnumerateArray(), row => Assert.Equal("same", row.GetProperty("result").GetString()));
        Assert.Equal([("R01", "visits", 40m), ("R04", "promotion", 4m)], status.GetProperty("targets").EnumerateArray()
            .Select(t => (t.GetProperty("target").GetString(), t.GetProperty("indicator").GetString(), t.GetProperty("value").GetDecimal())));
    }

    [Fact]
    public async Task The_figure_of_a_confirmed_target_comes_from_rows_registered_after_it()
    {
        using var scratch = new Scratch();
        await Programme(scratch);
        await Run(scratch, "programme", "read", "plan.txt", "--out", "drafts.csv");
        await Decide(scratch, line => line.Contains("招商", StringComparison.Ordinal) ? "是" : "");
        await Confirm(scratch);

        foreach (string day in (string[])["2025-02-11", "2025-05-20", "2025-11-03"])
        {
            await Run(scratch, ["programme", "add", "p", "events", $"id=e{day[5..7]}", "title=招商推介", "kind=promotion", "in_county=yes", $"held_on={day}", .. ByOwner]);
        }

        var shown = await Run(scratch, "programme", "show", "p", "R04", "--date", "2025-12-31");
        var row = await CliProcess.Run(scratch.Folder, "programme", "show", "p", "targets/R04", "--lang", "en");

        // Three quarters of four have their event; the third has none, which nothing later mends.
        Assert.Equal((3, "late"), (shown.GetProperty("target").GetProperty("figure").GetInt32(), shown.GetProperty("target").GetProperty("standing").GetString()));
        Assert.Contains("Q3", shown.GetProperty("target").GetProperty("reason").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Contains("plan.txt", row.Out, StringComparison.Ordinal);
        Assert.Contains("每季度", row.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_saved_by_a_Chinese_spreadsheet_is_confirmed_and_a_wrong_cell_is_named_with_its_row()
    {
        using var scratch = new Scratch();
        await Programme(scratch);
        await Run(scratch, "programme", "read", "plan.txt", "--out", "drafts.csv");
        await Decide(scratch, _ => "是");
        string table = await File.ReadAllTextAsync(scratch["drafts.csv"], TestContext.Current.CancellationToken);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = Encoding.GetEncoding("GB18030");

        await File.WriteAllTextAsync(scratch["drafts.csv"], table.Replace(",40,", ",四十,", StringComparison.Ordinal), gb, TestContext.Current.CancellationToken);
        var wrong = await CliProcess.Run(scratch.Folder, ["programme", "confirm", "p", "drafts.csv", .. ByOwner]);
        await File.WriteAllTextAsync(scratch["drafts.csv"], table, gb, TestContext.Current.CancellationToken);
        var right = await Confirm(scratch);

        Assert.Equal(1, wrong.Code);
        Assert.Contains("SD1212", wrong.Out, StringComparison.Ordinal);
        Assert.Contains("drafts.csv:2", wrong.Out, StringComparison.Ordinal);
        Assert.Equal(5, right.GetProperty("rows").GetArrayLength());
    }

    /// <summary>An empty programme with two indicators, and the plan beside it.</summary>
    static async Task Programme(Scratch scratch)
    {
        await File.WriteAllTextAsync(scratch["plan.txt"], Plan, TestContext.Current.CancellationToken);
        await Run(scratch, "programme", "new", "p", "--by", "owner", "--name", "青山县算力惠民", "--owner", "县发展改革局", "--start", "2025-01-01", "--end", "2025-12-31");
        await Run(scratch, ["programme", "add", "p", "indicators", "id=visits", "name_zh=研学", "formula=count", "register=visits", "field=person", "date=date", "unit=人次",
            "keywords=研学", .. ByOwner]);
        await Run(scratch, ["programme", "add", "p", "indicators", "id=promotion", "name_zh=招商活动", "formula=count", "register=events", "filter=kind=promotion",
            "date=held_on", "unit=次", "keywords=招商活动", .. ByOwner]);
    }

    static Task<JsonElement> Confirm(Scratch scratch) => Run(scratch, ["programme", "confirm", "p", "drafts.csv", .. ByOwner]);

    /// <summary>Fills in the first column, as a person does.</summary>
    static async Task Decide(Scratch scratch, Func<string, string> decision)
    {
        string[] lines = await File.ReadAllLinesAsync(scratch["drafts.csv"], TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(scratch["drafts.csv"], lines.Select((line, i) => i == 0 ? line : decision(line) + line), TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a command that must end well; its document.</summary>
    static async Task<JsonElement> Run(Scratch scratch, params string[] words)
    {
        var result = await CliProcess.Run(scratch.Folder, [.. words, "--json"]);
        Assert.True(result.Code == 0, result.Out + result.Error);
        return JsonDocument.Parse(result.Out).RootElement;
    }
}
