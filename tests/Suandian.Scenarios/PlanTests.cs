using System.Diagnostics;
using System.Text.Json;

namespace Suandian.Scenarios;

public class PlanTests
{
    static readonly string FirstSteps = Path.Combine(CliProcess.Root, "cases", "first-steps");

    [Fact]
    public async Task A_plan_states_its_cost_and_a_proof_that_holds()
    {
        var result = await CliProcess.Run("/", "plan", FirstSteps, "--json", "--quiet");

        using var document = JsonDocument.Parse(result.Out);
        var proof = document.RootElement.GetProperty("certificate");
        Assert.Equal((0, "optimal"), (result.Code, document.RootElement.GetProperty("plan_status").GetString()));
        Assert.True(proof.GetProperty("optimal").GetBoolean());
        Assert.True(proof.GetProperty("relative_gap").GetDouble() <= 1e-8);
    }

    [Theory]
    [InlineData("zh", "内存，可用 0.05 GiB")]
    [InlineData("en", "GiB of memory are needed, 0.05 GiB are there")]
    public async Task A_plan_that_needs_more_memory_than_there_is_says_so_before_it_begins(string language, string words)
    {
        var result = await CliProcess.Run("/", "plan", FirstSteps, "--memory", "0.05", "--json", "--lang", language);

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((4, "failed"), (result.Code, document.RootElement.GetProperty("status").GetString()));
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_method_is_the_one_the_help_names()
    {
        var chosen = await CliProcess.Run("/", "plan", FirstSteps, "--json", "--quiet");
        var named = await CliProcess.Run("/", "plan", FirstSteps, "--json", "--quiet", "--solver", "hourly-vertex"); // the case is small
        var help = await CliProcess.Run("/", "plan", "--help", "--lang", "en");

        Assert.Equal(Method(named), Method(chosen));
        Assert.Contains("hourly structured interior point (default; up to 20 000 rows moved to a vertex)", help.Out, StringComparison.Ordinal);

        static string? Method(CliResult result)
        {
            using var document = JsonDocument.Parse(result.Out);
            return document.RootElement.GetProperty("method").GetString();
        }
    }

    [Fact]
    public async Task Interior_point_and_simplex_find_the_same_cost()
    {
        var costs = new List<double>();
        foreach (var method in (string[])["hourly", "hourly-vertex", "ipm", "ipm-crossover", "simplex"])
        {
            var result = await CliProcess.Run("/", "plan", FirstSteps, "--solver", method, "--json", "--quiet");
            using var document = JsonDocument.Parse(result.Out);
            costs.Add(document.RootElement.GetProperty("objective_yuan").GetDouble());
        }

        Assert.All(costs, cost => Assert.Equal(1, cost / costs[0], 1e-7)); // the gap allowed inside is 1e-8 of the cost
    }

    [Fact]
    public async Task The_linear_programme_is_written_whole_and_names_its_rows()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "plan", FirstSteps, "--write-lp", "first.lp");

        Assert.Equal(0, result.Code);
        Assert.Equal(["first.lp"], Directory.EnumerateFileSystemEntries(scratch.Folder).Select(path => Path.GetFileName(path)));
        var text = await File.ReadAllTextAsync(scratch["first.lp"], TestContext.Current.CancellationToken);
        Assert.Contains("bus_balance(", text, StringComparison.Ordinal);
        Assert.EndsWith("end\n", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Out_of_time_without_a_plan_exits_3_and_says_what_to_try()
    {
        var result = await CliProcess.Run("/", "plan", Path.Combine(CliProcess.Root, "cases", "yiwu"), "--time-limit", "0.5", "--lang", "en");

        Assert.Equal(3, result.Code);
        Assert.Contains("--time-limit", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_exits_4_with_the_reason()
    {
        var result = await CliProcess.Run("/", "plan", FirstSteps, "--write-lp", "/proc/no/such.lp", "--lang", "en");

        Assert.Equal(4, result.Code);
        Assert.Contains("/proc/no", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupting_a_solve_stops_within_a_second_and_says_what_was_kept()
    {
        using var running = CliProcess.Start("/", "plan", Path.Combine(CliProcess.Root, "cases", "yiwu"), "--hours", "year", "--lang", "en", "--json");
        await running.ErrorShows("Building the linear programme");
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        var start = Stopwatch.GetTimestamp();
        running.Signal(2);
        var result = await running.Finish();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((130, "stopped"), (result.Code, document.RootElement.GetProperty("status").GetString()));
        Assert.Contains("Stopped as asked", result.Error, StringComparison.Ordinal);
        Assert.Contains("No file was written", result.Error, StringComparison.Ordinal);
        Assert.True(seconds < 1.5, $"stopped after {seconds} s"); // a second, and half of one for a busy machine
    }
}
