using System.Text.Json;

namespace Suandian.Scenarios;

public class TraceTests
{
    /// <summary>Two jobs of an hour; hour 2 is the cheapest.</summary>
    const string Jobs = "job,submit_s,run_s,cpus,section,deadline_s\na,0,3600,1,market,3600\nb,0,3600,2,national,28800\n";

    const string Hours = "hour,carbon_g_per_kwh,green_mw\n1,500,0\n2,100,0.002\n3,200,0\n4,600,0\n5,600,0\n6,600,0\n7,600,0\n8,600,0\n";

    [Fact]
    public async Task A_log_is_described_in_both_languages_and_as_a_page()
    {
        using var scratch = await With(("jobs.csv", Jobs));

        var chinese = await CliProcess.Run(scratch.Folder, "trace", "jobs.csv", "--processors", "4", "--out", "stats");
        var english = await CliProcess.Run(scratch.Folder, "trace", "jobs.csv", "--lang", "en", "--json");

        Assert.Equal((0, 0, ""), (chinese.Code, english.Code, chinese.Error));
        Assert.Contains("2 个作业", chinese.Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(english.Out);
        Assert.Equal((2, 3.0), (document.RootElement.GetProperty("jobs").GetInt32(), document.RootElement.GetProperty("cpu_h").GetDouble())); // (1 + 2) × 1 h
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("processors").ValueKind);
        Assert.Equal(["demand.csv", "distributions.csv", "shares.csv", "trace.html"], Directory.GetFiles(scratch["stats"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Policies_of_both_families_are_compared_on_the_same_hours()
    {
        using var scratch = await With(("jobs.csv", Jobs), ("hours.csv", Hours));

        var result = await CliProcess.Run(scratch.Folder, "compare", "jobs.csv", "--processors", "3", "--policy", "easy,wait-awhile", "--series", "hours.csv", "--out", "compared", "--json", "--lang", "en");

        using var document = JsonDocument.Parse(result.Out);
        var policies = document.RootElement.GetProperty("policies").EnumerateArray().ToArray();
        Assert.Equal(["easy", "wait-awhile"], policies.Select(p => p.GetProperty("policy").GetString()));
        Assert.Equal([1.5, 0.7], policies.Select(p => Math.Round(p.GetProperty("carbon_kg").GetDouble(), 9))); // 3 cpu h at 500 g; 1 at 500 g, as job a may not wait, and 2 at 100 g
        Assert.Equal([Math.Round(1.5 / 0.7, 6), 1], policies.Select(p => Math.Round(p.GetProperty("carbon_to_bound").GetDouble(), 6)));
        Assert.Equal([0, 0], policies.Select(p => p.GetProperty("late").GetInt32())); // a has to end at its earliest end
        Assert.Contains("checked independently", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch["compared/compare.html"]));
        Assert.NotEmpty(Directory.GetFiles(scratch["compared"], "segments-*.csv"));
    }

    [Fact]
    public async Task Queues_alone_are_compared_on_hours_that_tell_no_goal()
    {
        using var scratch = await With(("jobs.csv", Jobs), ("hours.csv", "hour,price_yuan_per_kwh\n1,0.5\n2,0.1\n"), ("bare.csv", "hour,green_mw\n1,0.1\n"));

        var price = await CliProcess.Run(scratch.Folder, "compare", "jobs.csv", "--processors", "3", "--policy", "easy", "--series", "hours.csv", "--json");
        var green = await CliProcess.Run(scratch.Folder, "compare", "jobs.csv", "--processors", "3", "--policy", "easy", "--series", "bare.csv", "--json");
        var shift = await CliProcess.Run(scratch.Folder, "compare", "jobs.csv", "--processors", "3", "--policy", "easy,now", "--series", "hours.csv", "--lang", "en");

        Assert.Equal((0, 0, 1), (price.Code, green.Code, shift.Code));
        using var document = JsonDocument.Parse(price.Out);
        Assert.Equal(1.5, document.RootElement.GetProperty("policies")[0].GetProperty("cost_yuan").GetDouble(), 1e-9); // 3 cpu h in hour 1
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("policies")[0].GetProperty("carbon_kg").ValueKind);
        Assert.Contains("SD1652", shift.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_that_ends_before_the_last_deadline_and_wrong_jobs_are_told_at_once()
    {
        using var scratch = await With(("jobs.csv", Jobs), ("wrong.csv", Jobs + "c,0,-1,9,army,\n"), ("hours.csv", "hour,carbon_g_per_kwh\n1,5\n2,5\n"));

        var brief = await CliProcess.Run(scratch.Folder, "compare", "jobs.csv", "--policy", "now", "--series", "hours.csv", "--lang", "en");
        var wrong = await CliProcess.Run(scratch.Folder, "trace", "wrong.csv", "--lang", "en");
        var dropped = await CliProcess.Run(scratch.Folder, "trace", "wrong.csv", "--lang", "en", "--invalid", "drop");

        Assert.Equal((1, 1, 0), (brief.Code, wrong.Code, dropped.Code));
        Assert.Contains("SD1730", brief.Out, StringComparison.Ordinal);
        Assert.Contains("SD1726", wrong.Out, StringComparison.Ordinal);
        Assert.Contains("1 job left out", dropped.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare", "--policy", "lottery")]
    [InlineData("compare", "--policy", "guided")] // without hours
    [InlineData("compare", "--max-wait", "6")]
    [InlineData("trace", "--format", "xls")]
    [InlineData("trace", "--processors", "0")]
    public async Task Wrong_options_are_usage(string command, string option, string value)
    {
        using var scratch = await With(("jobs.csv", Jobs));

        Assert.Equal(2, (await CliProcess.Run(scratch.Folder, command, "jobs.csv", option, value)).Code);
    }

    [Fact]
    public async Task Jobs_of_a_case_are_written_once_for_simulate_shift_and_compare()
    {
        using var scratch = new Scratch();
        scratch.Copy("first-steps");

        var made = await CliProcess.Run(scratch.Folder, "export", "jobs", "first-steps", "jobs.csv", "--cluster", "hall", "--share", "1%", "--days", "1", "--seed", "7", "--json");
        var simulated = await CliProcess.Run(scratch.Folder, "simulate", "jobs.csv", "--processors", "1000", "--policy", "easy", "--out", "plans");
        await File.WriteAllTextAsync(scratch["hours.csv"], "hour,carbon_g_per_kwh\n" + string.Concat(Enumerable.Range(1, 24 * 20).Select(h => $"{h},{100 + h % 24}\n")), TestContext.Current.CancellationToken);
        var shifted = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv", "--policy", "now", "--out", "shifted");
        var (taken, nowhere) = (await CliProcess.Run(scratch.Folder, "export", "jobs", "first-steps", "jobs.csv", "--cluster", "hall"), await CliProcess.Run(scratch.Folder, "export", "jobs", "first-steps", "other.csv", "--cluster", "moon"));

        Assert.Equal((0, 0, 0, 2, 1), (made.Code, simulated.Code, shifted.Code, taken.Code, nowhere.Code));
        using var document = JsonDocument.Parse(made.Out);
        Assert.All(document.RootElement.GetProperty("workloads").EnumerateArray(), w => Assert.Equal(w.GetProperty("demand_card_h").GetDouble(), w.GetProperty("card_h").GetDouble(), 1.0 / 720));
        Assert.Contains("SD1735", nowhere.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch["plans/compare.html"]) && File.Exists(scratch["shifted/compare.html"]));
    }

    [Fact]
    public async Task A_plan_on_weeks_gives_a_year_of_hours_and_its_jobs_are_shifted_on_them()
    {
        using var scratch = new Scratch();
        scratch.Copy("first-steps");

        var study = await CliProcess.Run(scratch.Folder, "study", "first-steps", "--hours", "1,27", "--no-base", "--out", "results", "--quiet");
        var series = await CliProcess.Run(scratch.Folder, "export", "series", "results", "hours.csv", "--cluster", "hall", "--lang", "en");
        await CliProcess.Run(scratch.Folder, "export", "jobs", "first-steps", "jobs.csv", "--cluster", "hall", "--share", "1%", "--days", "2");
        await File.WriteAllTextAsync(scratch["clusters.csv"], "name,series,latency_ms\nhall,hours.csv,1\n", TestContext.Current.CancellationToken);
        var shifted = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--clusters", "clusters.csv", "--by", "market", "--policy", "now", "--json");

        Assert.Equal((0, 0, 0), (study.Code, series.Code, shifted.Code));
        Assert.Contains("SD1739", series.Out + series.Error, StringComparison.Ordinal);
        var hours = await File.ReadAllLinesAsync(scratch["hours.csv"], TestContext.Current.CancellationToken);
        Assert.Equal((8761, "hour,carbon_g_per_kwh,market_carbon_g_per_kwh,price_yuan_per_kwh,green_mw,power_limit_mw"), (hours.Length, hours[0].TrimStart('\uFEFF')));
        Assert.Equal(hours[1].Split(',')[1..], hours[1 + 168].Split(',')[1..]); // week 2 is week 1 again
        using var document = JsonDocument.Parse(shifted.Out);
        Assert.Equal(["market", "national"], document.RootElement.GetProperty("policies")[0].GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("section").GetString()).Order());
    }

    [Fact]
    public async Task What_sacct_prints_is_simulated()
    {
        using var scratch = await With(("sacct.txt", """
            JobID|Submit|Start|End|State|AllocCPUS|Timelimit
            7|2026-03-02T08:00:00|2026-03-02T08:00:00|2026-03-02T08:00:10|COMPLETED|3|00:01:00
            7.batch|2026-03-02T08:00:00|2026-03-02T08:00:00|2026-03-02T08:00:10|COMPLETED|3|
            8_1|2026-03-02T08:00:01|2026-03-02T08:00:30|2026-03-02T08:00:40|FAILED|2|00:01:00
            """));

        var result = await CliProcess.Run(scratch.Folder, "simulate", "sacct.txt", "--processors", "4", "--policy", "fifo", "--out", "plans");

        Assert.Equal(0, result.Code);
        Assert.Equal("job,submit_s,start_s,end_s,processors\n7,0,0,10,3\n8_1,1,10,20,2\n", await File.ReadAllTextAsync(scratch["plans/fifo.csv"], TestContext.Current.CancellationToken));
    }

    static async Task<Scratch> With(params (string Name, string Text)[] files)
    {
        var scratch = new Scratch();
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(scratch[name], text, TestContext.Current.CancellationToken);
        }

        return scratch;
    }
}
