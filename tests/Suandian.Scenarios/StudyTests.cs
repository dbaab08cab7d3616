using System.Security.Cryptography;
using System.Text.Json;

namespace Suandian.Scenarios;

public class StudyTests
{
    static readonly string FirstSteps = Path.Combine(CliProcess.Root, "cases", "first-steps");
    static readonly string Yiwu = Path.Combine(CliProcess.Root, "cases", "yiwu");

    [Fact]
    public async Task A_study_answers_on_the_terminal_and_writes_a_whole_report()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--lang", "en");

        Assert.Equal(0, result.Code);
        Assert.Contains("price of delivered power", result.Out, StringComparison.Ordinal);
        Assert.Contains("Certificate: checked independently", result.Out, StringComparison.Ordinal);
        Assert.Contains("reports/first-steps/index.html", result.Out, StringComparison.Ordinal);
        Assert.Contains("Solving the plan", result.Error, StringComparison.Ordinal);
        AssertWhole(scratch["reports/first-steps"]);
    }

    [Fact]
    public async Task The_document_is_one_and_states_answer_proof_and_report()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--json", "--quiet", "--hours", "1,27", "--no-base");

        using var document = JsonDocument.Parse(result.Out);
        var study = document.RootElement.GetProperty("study");
        Assert.Equal(("done", 0), (document.RootElement.GetProperty("status").GetString(), result.Code));
        Assert.Equal(2 * 168, study.GetProperty("snapshots").GetInt32());
        Assert.True(study.GetProperty("certificate").GetProperty("holds").GetBoolean());
        Assert.Equal(JsonValueKind.Null, study.GetProperty("figures").GetProperty("annual_cost_yuan").GetProperty("base").ValueKind);
        Assert.True(File.Exists(scratch[document.RootElement.GetProperty("report").GetString()!]));
    }

    [Fact]
    public async Task The_same_input_gives_byte_equal_reports_with_any_number_of_threads_and_when_rendered_again()
    {
        using var scratch = new Scratch();

        await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--out", "first");
        await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--out", "second", "--threads", "2", "--lang", "en");
        var again = await CliProcess.Run(scratch.Folder, "report", "first", "--out", "third");

        Assert.Equal(0, again.Code);
        Assert.Equal(Hashes(scratch["first"]), Hashes(scratch["second"]));
        Assert.Equal(Hashes(scratch["first"]), Hashes(scratch["third"]));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told_before_the_solve()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["note"], "mine", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--out", "note/report", "--lang", "en");

        Assert.Equal(4, result.Code);
        Assert.DoesNotContain("Solving", result.Error, StringComparison.Ordinal);
        Assert.Equal(["note"], Directory.EnumerateFileSystemEntries(scratch.Folder).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task A_folder_with_other_files_in_it_is_left_alone()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["thesis"]);
        await File.WriteAllTextAsync(scratch["thesis/chapter.txt"], "mine", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--out", "thesis", "--lang", "en");

        Assert.Equal(4, result.Code);
        Assert.Contains("chapter.txt", result.Error, StringComparison.Ordinal);
        Assert.Equal(["chapter.txt"], Directory.EnumerateFileSystemEntries(scratch["thesis"]).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task A_killed_study_leaves_the_earlier_report_or_a_whole_new_one()
    {
        using var scratch = new Scratch();
        await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--out", "report");

        for (var kill = 0; kill < 6; kill++)
        {
            using var running = CliProcess.Start(scratch.Folder, "study", FirstSteps, "--out", "report", "--hours", $"{kill + 1}", "--lang", "en");
            await running.ErrorShows("Verifying by replay");
            await Task.Delay(200 * kill, TestContext.Current.CancellationToken);
            running.Signal(9);
            await running.Finish();

            AssertWhole(scratch["report"]);
        }
    }

    [Fact]
    public async Task An_interrupted_study_keeps_the_earlier_report_and_says_so()
    {
        using var scratch = new Scratch();
        await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--out", "report");
        var before = Hashes(scratch["report"]);

        using var running = CliProcess.Start(scratch.Folder, "study", Yiwu, "--out", "report", "--lang", "en");
        await running.ErrorShows("Building the linear programme");
        running.Signal(2);
        var result = await running.Finish();

        Assert.Equal(130, result.Code);
        Assert.Contains("The earlier report is untouched: report", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Hashes(scratch["report"]));
    }

    [Theory]
    [InlineData("zh", "原因：", "下列任一项改动即可有解：")]
    [InlineData("en", "Why:", "Any one of these changes would make a plan possible:")]
    public async Task A_case_without_a_plan_exits_3_and_says_what_would_give_one(string language, string why, string relax)
    {
        using var scratch = new Scratch();
        Isolate(scratch.Copy("first-steps"));

        var result = await CliProcess.Run(scratch.Folder, "study", "first-steps", "--lang", language, "--json");

        using var document = JsonDocument.Parse(result.Out);
        var explanation = document.RootElement.GetProperty("explanation");
        Assert.Equal((3, "no_solution"), (result.Code, document.RootElement.GetProperty("status").GetString()));
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
        Assert.Contains(relax, result.Error, StringComparison.Ordinal);
        Assert.Contains(explanation.GetProperty("relax").EnumerateArray(), r => r.GetProperty("changes")[0].GetProperty("name").GetString() == "grid");
        Assert.False(Directory.Exists(scratch["reports/first-steps"]));
    }

    [Fact]
    public async Task Results_that_are_none_are_told_as_such()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "report", ".", "--out", "again", "--lang", "en");

        Assert.Equal(4, result.Code);
        Assert.Contains("solution.json", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Cuts the case off: the grid gives 1 MW where 10 MW and more are needed in calm nights, nothing stores, nothing may be shed.</summary>
    static void Isolate(string folder)
    {
        Edit("case.yaml", text => string.Concat(text.Split('\n').Where(line => !line.StartsWith("shed_price", StringComparison.Ordinal)).Select(line => line + "\n")));
        Edit("tariffs.csv", text => text.Replace(",60,", ",1,", StringComparison.Ordinal));
        Edit("storage_units.csv", text => text.Replace(",true,", ",false,", StringComparison.Ordinal));

        void Edit(string file, Func<string, string> change) =>
            File.WriteAllText(Path.Combine(folder, file), change(File.ReadAllText(Path.Combine(folder, file))));
    }

    /// <summary>Every file that run.lock names is there with the hash it names, and nothing is left aside.</summary>
    static void AssertWhole(string report)
    {
        using var run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(report, "run.lock")));
        var named = run.RootElement.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString());
        var found = Hashes(report);
        found.Remove("run.lock");
        Assert.Equal(new SortedDictionary<string, string?>(named, StringComparer.Ordinal), found.ToDictionary(file => file.Key, string? (file) => file.Value));
    }

    static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
            file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
