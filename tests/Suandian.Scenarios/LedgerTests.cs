using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Suandian.Scenarios;

/// <summary>The ledger of a programme as a user keeps it, from an empty folder on.</summary>
public class LedgerTests
{
    static readonly string[] ByOwner = ["--by", "owner", "--why", "test", "--lang", "en"];

    [Fact]
    public async Task From_an_empty_folder_to_a_figure_with_its_rows_and_files()
    {
        using var scratch = new Scratch();
        await Confirmed(scratch);
        await Write(scratch["scan.txt"], "signed and sealed");

        var university = await Run(scratch, ["programme", "add", "p", "universities", "id=zzu", "name_zh=甲大学", "province=河南", .. ByOwner]);
        var agreement = await Run(scratch, ["programme", "add", "p", "agreements", "kind=research", "title=科研合作协议", "university=zzu", "signed_on=2024-03-01", "--json", .. ByOwner]);
        string row = agreement.GetProperty("rows")[0].GetProperty("row").GetString()!;
        var evidence = await Run(scratch, ["programme", "evidence", "p", "scan.txt", row, "--kind", "agreement", "--json", .. ByOwner]);
        var shown = await Run(scratch, ["programme", "show", "p", "T02", "--date", "2024-12-31", "--strict", "--json", "--quiet"]);
        var text = await CliProcess.Run(scratch.Folder, "programme", "show", "p", "T02", "--date", "2024-12-31", "--lang", "en");

        Assert.Equal("done", university.GetProperty("status").GetString());
        string id = evidence.GetProperty("sha256").GetString()!;
        Assert.Equal(1, shown.GetProperty("target").GetProperty("figure").GetInt32());
        Assert.Equal((row, id), (shown.GetProperty("rows")[0].GetProperty("row").GetString(), shown.GetProperty("rows")[0].GetProperty("evidence")[0].GetString()));
        Assert.Contains($"SHA-256 {id}", text.Out, StringComparison.Ordinal);
        Assert.Contains("Counts universities, not agreements", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_target_of_the_document_stands_somewhere_and_those_without_a_number_are_unclear()
    {
        using var scratch = new Scratch();
        await Confirmed(scratch);

        var status = await Run(scratch, ["programme", "status", "p", "--date", "2024-12-31", "--json", "--quiet"]);

        var standings = status.GetProperty("targets").EnumerateArray().ToDictionary(t => t.GetProperty("target").GetString()!, t => t.GetProperty("standing").GetString());
        Assert.Equal(31, standings.Count);
        Assert.Equal(["T15a", "T15b", "T15c", "T15d", "T16", "T17", "T27"], standings.Where(s => s.Value == "unclear").Select(s => s.Key));
        Assert.Equal("done", standings["T28"]);
    }

    [Fact]
    public async Task Every_problem_of_a_row_is_told_at_once_with_exit_code_1()
    {
        using var scratch = new Scratch();
        await Confirmed(scratch);

        var result = await CliProcess.Run(scratch.Folder, ["programme", "add", "p", "visits", "date=2024-02-30", "activity=walk", "colour=red", .. ByOwner]);

        Assert.Equal(1, result.Code);
        Assert.All((string[])["SD1302", "SD1303", "SD1304", "SD1308"], code => Assert.Contains(code, result.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Personal_values_are_told_to_a_role_that_needs_them_and_nowhere_else()
    {
        using var scratch = new Scratch();
        await Confirmed(scratch);
        await Run(scratch, ["programme", "add", "p", "visits", "date=2024-03-01", "activity=study_tour", "person=00000020240301", "level=undergraduate", "name=联系人甲", "phone=000-00000000", .. ByOwner]);
        var list = await CliProcess.Run(scratch.Folder, "programme", "list", "p", "visits", "--json");
        string row = "visits/" + JsonDocument.Parse(list.Out).RootElement.GetProperty("rows")[0].GetProperty("id").GetString();

        string[][] commands =
        [
            ["list", "p", "visits", "--lang", "en"], ["list", "p", "visits", "--json"], ["show", "p", row, "--lang", "zh"], ["show", "p", row, "--json"],
            ["show", "p", "T04", "--all", "--lang", "en"], ["show", "p", "T04", "--json"], ["status", "p", "--json"], ["audit", "p", "--json"],
            ["export", "p", "history.jsonl"], ["anchor", "p", "anchor.json"],
            ["add", "p", "visits", "date=2024-03-01", "activity=study_tour", "person=00000020240301", "level=graduate", .. ByOwner],
        ];
        var told = new System.Text.StringBuilder();
        foreach (string[] words in commands)
        {
            var result = await CliProcess.Run(scratch.Folder, ["programme", .. words]);
            told.Append(result.Out).Append(result.Error);
        }

        told.Append(await File.ReadAllTextAsync(scratch["history.jsonl"], TestContext.Current.CancellationToken));
        var owner = await CliProcess.Run(scratch.Folder, "programme", "list", "p", "visits", "--by", "owner", "--lang", "en");
        Assert.All((string[])["联系人甲", "000-00000000", "00000020240301"], value => Assert.DoesNotContain(value, told.ToString(), StringComparison.Ordinal));
        Assert.All((string[])["SD1315", "联***"], value => Assert.Contains(value, told.ToString(), StringComparison.Ordinal));
        Assert.All((string[])["联系人甲", "000-00000000", "00000020240301"], value => Assert.Contains(value, owner.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_who_asks_for_it_is_erased_and_the_figure_stays()
    {
        using var scratch = new Scratch();
        await Confirmed(scratch);
        await Run(scratch, ["programme", "add", "p", "visits", "date=2024-03-01", "activity=study_tour", "person=S1", "level=undergraduate", "name=联系人甲", .. ByOwner]);
        var added = await Run(scratch, ["programme", "add", "p", "visits", "date=2024-03-02", "activity=study_tour", "person=S1", "level=undergraduate", .. ByOwner]);
        string row = added.GetProperty("rows")[0].GetProperty("row").GetString()!;

        var erased = await Run(scratch, ["programme", "erase", "p", row, .. ByOwner]);

        var owner = await CliProcess.Run(scratch.Folder, "programme", "list", "p", "visits", "--by", "owner", "--lang", "en");
        var shown = await Run(scratch, ["programme", "show", "p", "T04", "--date", "2024-12-31"]);
        var audit = await CliProcess.Run(scratch.Folder, "programme", "audit", "p", "--lang", "en");
        Assert.Equal(["erased", "erased"], erased.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("result").GetString()));
        Assert.DoesNotContain("联系人甲", owner.Out, StringComparison.Ordinal);
        Assert.Equal((2, 0), (shown.GetProperty("target").GetProperty("figure").GetInt32(), audit.Code));
    }

    [Fact]
    public async Task A_row_altered_behind_the_program_is_named_by_the_audit_and_a_backup_brings_it_back()
    {
        using var scratch = new Scratch();
        await Confirmed(scratch);
        await Run(scratch, ["programme", "anchor", "p", "anchor.json", "--lang", "en"]);
        await Run(scratch, ["programme", "backup", "p", "backup.zip", "--lang", "en"]);
        var whole = await CliProcess.Run(scratch.Folder, "programme", "audit", "p", "--anchor", "anchor.json", "--lang", "en");

        await using (var connection = new SqliteConnection($"Data Source={scratch["p"]}/ledger.db;Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE rows SET fields = replace(fields, '\"3000\"', '\"3001\"') WHERE register = 'targets' AND id = 'T04'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var altered = await CliProcess.Run(scratch.Folder, "programme", "audit", "p", "--lang", "en");
        await Run(scratch, ["programme", "restore", "backup.zip", "r", "--lang", "en"]);
        var restored = await CliProcess.Run(scratch.Folder, "programme", "audit", "r", "--anchor", "anchor.json", "--lang", "en");

        Assert.Equal((0, 1, 0), (whole.Code, altered.Code, restored.Code));
        Assert.Contains("targets/T04", altered.Out, StringComparison.Ordinal);
        Assert.Contains("SD1355", altered.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_programme_a_blank_one_without_a_name_and_a_password_in_the_open_are_refused()
    {
        using var scratch = new Scratch();

        var nothing = await CliProcess.Run(scratch.Folder, "programme", "status", "nowhere", "--lang", "en");
        var blank = await CliProcess.Run(scratch.Folder, "programme", "new", "b", "--by", "owner", "--lang", "en");
        var open = await CliProcess.Run(scratch.Folder, "programme", "new", "b", "--by", "owner", "--store", "Host=127.0.0.1;Password=x", "--lang", "en");

        Assert.Equal((1, 1, 2), (nothing.Code, blank.Code, open.Code));
        Assert.Contains("SD1342", nothing.Out, StringComparison.Ordinal);
        Assert.Contains("SD1303", blank.Out, StringComparison.Ordinal);
        Assert.Contains("PGPASSWORD", open.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch["b"]));
    }

    /// <summary>A programme of the template with every draft confirmed.</summary>
    static async Task Confirmed(Scratch scratch)
    {
        await Run(scratch, ["programme", "new", "p", "--template", "yiwu-2024", "--by", "owner", "--lang", "en"]);
        string drafts = scratch["p/drafts.csv"];
        string[] lines = await File.ReadAllLinesAsync(drafts, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(drafts, lines.Select((line, i) => i == 0 ? line : "yes" + line),
            TestContext.Current.CancellationToken);
        await Run(scratch, ["programme", "confirm", "p", "p/drafts.csv", .. ByOwner]);
    }

    /// <summary>Runs a command that must end well; its document where --json asks for one.</summary>
    static async Task<JsonElement> Run(Scratch scratch, string[] words)
    {
        var result = await CliProcess.Run(scratch.Folder, words.Contains("--json") ? words : [.. words, "--json"]);
        Assert.True(result.Code == 0, result.Out + result.Error);
        return JsonDocument.Parse(result.Out).RootElement;
    }

    static Task Write(string file, string text) => File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
}
