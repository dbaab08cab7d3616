using System.Text.Json;

namespace Suandian.Scenarios;

public class SweepTests
{
    static readonly string FirstSteps = Path.Combine(CliProcess.Root, "cases", "first-steps");

    static readonly string[] Six = ["--set", "wind.capital_cost=4300..4700:3", "--set", "compute_demand=5,8"];

    [Fact]
    public async Task A_variant_that_changes_nothing_shows_the_numbers_of_the_study()
    {
        using var scratch = new Scratch();

        var sweep = await CliProcess.Run(scratch.Folder, "sweep", FirstSteps, "--set", "wind.capital_cost=4400,4500", "--json");
        var study = await CliProcess.Run(scratch.Folder, "study", FirstSteps, "--no-base", "--json");

        using var swept = JsonDocument.Parse(sweep.Out);
        using var studied = JsonDocument.Parse(study.Out);
        var row = swept.RootElement.GetProperty("results")[1];
        Assert.Equal((0, "optimal", 4500), (sweep.Code, row.GetProperty("status").GetString(), row.GetProperty("wind.capital_cost_yuan_per_kw").GetDouble()));
        Assert.All(studied.RootElement.GetProperty("study").GetProperty("figures").EnumerateObject(),
            figure => Assert.Equal(figure.Value.GetProperty("plan").GetDouble(), row.GetProperty(figure.Name).GetDouble()));
        Assert.All(studied.RootElement.GetProperty("study").GetProperty("new").EnumerateArray(),
            built => Assert.Equal(built.GetProperty("mw").GetDouble(), row.GetProperty($"new_{built.GetProperty("technology").GetString()}_mw").GetDouble()));
    }

    [Fact]
    public async Task Any_number_of_processes_gives_the_same_bytes()
    {
        using var scratch = new Scratch();

        var one = await CliProcess.Run(scratch.Folder, ["sweep", FirstSteps, .. Six, "--out", "one", "--processes", "1", "--lang", "zh"]);
        var many = await CliProcess.Run(scratch.Folder, ["sweep", FirstSteps, .. Six, "--out", "many", "--processes", "4", "--threads", "2", "--lang", "en"]);

        Assert.Equal((0, 0), (one.Code, many.Code));
        Assert.Equal(SweepFiles.Hashes(scratch["one"]), SweepFiles.Hashes(scratch["many"]));
        Assert.Equal(7, (await File.ReadAllLinesAsync(scratch["one/results.csv"], TestContext.Current.CancellationToken)).Length);
        Assert.DoesNotContain(Directory.EnumerateFiles(scratch["one"], "*", SearchOption.AllDirectories), file => file.Contains(".part-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stopped_sweep_goes_on_without_computing_anything_twice()
    {
        using var scratch = new Scratch();
        string[] sweep = ["sweep", FirstSteps, .. Six, "--hours", "1,14,27,40", "--out", "sweep", "--processes", "1", "--lang", "en"];

        using var running = CliProcess.Start(scratch.Folder, sweep);
        await running.ErrorShows("2/6");
        running.Signal(2);
        var stopped = await running.Finish();
        var kept = Directory.GetFiles(scratch["sweep/variants"], "*.json").ToDictionary(file => file, File.GetLastWriteTimeUtc);
        var again = await CliProcess.Run(scratch.Folder, [.. sweep, "--json"]);
        var third = await CliProcess.Run(scratch.Folder, [.. sweep, "--json"]);

        Assert.Equal(130, stopped.Code);
        Assert.Contains("The finished variants stay in sweep", stopped.Error, StringComparison.Ordinal);
        Assert.InRange(kept.Count, 2, 5);
        Assert.Equal((0, 6 - kept.Count), (again.Code, Computed(again)));
        Assert.Equal((0, 0), (third.Code, Computed(third)));
        Assert.All(kept, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
    }

    [Fact]
    public async Task A_broken_worker_costs_its_variant_and_the_next_run_makes_up_for_it()
    {
        using var scratch = new Scratch();
        string[] sweep = ["sweep", FirstSteps, "--set", "wind.capital_cost=4000..5000:4", "--hours", "1,9,17,25,33,41", "--out", "sweep", "--processes", "1", "--lang", "en", "--json"];

        using var running = CliProcess.Start(scratch.Folder, sweep);
        await running.ErrorShows("1/4");
        CliProcess.KillChild(Assert.Single(running.Children()));
        var broken = await running.Finish();
        var table = await File.ReadAllLinesAsync(scratch["sweep/results.csv"], TestContext.Current.CancellationToken);
        var again = await CliProcess.Run(scratch.Folder, sweep);

        Assert.Equal((4, 3), (broken.Code, Computed(broken)));
        Assert.Contains("variant 2 has no result", broken.Error, StringComparison.Ordinal);
        Assert.EndsWith(",missing" + new string(',', table[0].Split(',').Length - 3), table[2], StringComparison.Ordinal);
        Assert.Equal((0, 1), (again.Code, Computed(again)));
    }

    [Fact]
    public async Task Results_of_another_case_or_other_values_are_refused_until_a_fresh_start()
    {
        using var scratch = new Scratch();
        var copy = scratch.Copy("first-steps");
        string[] sweep = ["sweep", copy, "--set", "wind.capital_cost=4300,4500", "--out", "sweep", "--lang", "en"];
        await CliProcess.Run(scratch.Folder, sweep);
        var costs = Path.Combine(copy, "costs.csv");
        await File.WriteAllTextAsync(costs, (await File.ReadAllTextAsync(costs, TestContext.Current.CancellationToken)).Replace("3600000", "3500000", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var refused = await CliProcess.Run(scratch.Folder, [.. sweep, "--hours", "7"]);
        var fresh = await CliProcess.Run(scratch.Folder, [.. sweep, "--hours", "7", "--fresh", "--json"]);

        Assert.Equal((2, ""), (refused.Code, refused.Out));
        Assert.Contains("files of the case: costs.csv", refused.Error, StringComparison.Ordinal);
        Assert.Contains("hours=7 now", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, 2), (fresh.Code, Computed(fresh)));
    }

    [Theory]
    [InlineData("zh", "是不是想写")]
    [InlineData("en", "Did you mean")]
    public async Task Every_wrong_name_and_value_is_listed_before_anything_is_computed(string language, string hint)
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "sweep", FirstSteps, "--set", "wind.capitl_cost=3800", "--set", "discount_rate=0.05..0.06", "--set", "loads.town.power_mw=-3", "--lang", language);
        var variants = await CliProcess.Run(scratch.Folder, "sweep", FirstSteps, "--set", "discount_rate=0.05,0.5,0.7", "--lang", language);

        Assert.Equal((1, 1), (result.Code, variants.Code));
        Assert.Contains("SD1002", result.Out, StringComparison.Ordinal);
        Assert.Contains("SD1003", result.Out, StringComparison.Ordinal);
        Assert.Contains("wind.capital_cost", result.Out, StringComparison.Ordinal);
        Assert.Contains(hint, result.Out, StringComparison.Ordinal);
        Assert.Equal(2, variants.Out.Split("SD0204").Length - 1);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Folder));
    }

    [Fact]
    public async Task A_workbook_is_varied_like_a_folder()
    {
        using var scratch = new Scratch();
        await CliProcess.Run(scratch.Folder, "export", "xlsx", FirstSteps, "case.xlsx");

        var book = await CliProcess.Run(scratch.Folder, ["sweep", "case.xlsx", .. Six, "--out", "book", "--lang", "en"]);
        var folder = await CliProcess.Run(scratch.Folder, ["sweep", FirstSteps, .. Six, "--out", "folder", "--lang", "en"]);

        Assert.Equal((0, 0), (book.Code, folder.Code));
        Assert.Equal(await File.ReadAllTextAsync(scratch["folder/results.csv"], TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(scratch["book/results.csv"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_variant_without_a_plan_is_a_result_and_no_failure()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "sweep", FirstSteps, "--set", "wind.capital_cost=4500", "--hours", "year", "--time-limit", "0.05", "--out", "sweep", "--lang", "en");

        Assert.Equal(0, result.Code);
        Assert.Equal("1,4500,stopped", (await File.ReadAllLinesAsync(scratch["sweep/results.csv"], TestContext.Current.CancellationToken))[1]);
        Assert.Contains("No variant has a plan", await File.ReadAllTextAsync(scratch["sweep/index.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    static int Computed(CliResult result)
    {
        using var document = JsonDocument.Parse(result.Out);
        return document.RootElement.GetProperty("computed").GetInt32();
    }
}
