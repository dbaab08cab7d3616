using System.Globalization;
using System.Text.Json;

namespace Suandian.Scenarios;

public class ShiftTests
{
    /// <summary>Two jobs of an hour; hour 2 is the cheapest, hour 3 the next.</summary>
    const string Jobs = "id,arrival_time,length,cpus\na,0,3600,1\nb,0,3600,2\n";

    static readonly string Hours = "hour,carbon_g_per_kwh,price_yuan_per_kwh,green_mw\n1,500,0.5,0\n2,100,0.1,0.002\n3,200,0.2,0.001\n"
        + string.Concat(Enumerable.Range(4, 45).Select(h => string.Create(CultureInfo.InvariantCulture, $"{h},600,0.6,0\n")));

    [Fact]
    public async Task Jobs_are_shifted_under_every_policy_in_both_languages()
    {
        using var scratch = await With(Jobs, Hours);

        var chinese = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv");
        var english = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv", "--lang", "en");

        Assert.Equal((0, 0, "", ""), (chinese.Code, english.Code, chinese.Error, english.Error));
        Assert.Contains("2 个作业", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("run now\t1.500\t", english.Out, StringComparison.Ordinal); // 3 cpu h at 500 g
        Assert.Contains("wait awhile\t0.300\t-80.00\t1.0000\t", english.Out, StringComparison.Ordinal); // 3 cpu h at 100 g
        Assert.Contains("bound of carbon at the place: 0.300 kg", english.Out, StringComparison.Ordinal);
        Assert.Contains("checked independently", english.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capacity_is_kept_by_cost_and_the_times_are_in_the_folder()
    {
        using var scratch = await With(Jobs, Hours);

        var result = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv", "--by", "cost", "--capacity", "2", "--policy", "now,guided,ahead", "--out", "shifted", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var policies = document.RootElement.GetProperty("policies").EnumerateArray().ToArray();
        Assert.Equal(["now", "guided", "ahead"], policies.Select(p => p.GetProperty("policy").GetString()));
        Assert.Equal([1, 0, 0], policies.Select(p => p.GetProperty("hours_over_limit").GetInt32()));
        Assert.Equal(JsonValueKind.Null, policies[0].GetProperty("cost_to_bound").ValueKind); // 3 processors where there are 2: the bound does not hold for it
        Assert.Equal(0.4, policies[2].GetProperty("cost_yuan").GetDouble(), 1e-9); // b in hour 2 for 0.1, a in hour 3 for 0.2: 2 · 0.1 + 0.2
        Assert.Equal(0.4, document.RootElement.GetProperty("bounds")[1].GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal("job,start_s,end_s,processors\na,7200,10800,1\nb,3600,7200,2\n", await Text(scratch, "segments-ahead.csv"));
        Assert.StartsWith("<?xml", await Text(scratch, "load.zh.svg"), StringComparison.Ordinal);
        Assert.StartsWith("hour,price_yuan_per_kwh,now_cpus,guided_cpus,ahead_cpus,capacity_price_per_cpu_h\n1,0.5,3,", await Text(scratch, "hours.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_jobs_and_hours_are_listed_at_once_or_left_out_and_counted()
    {
        using var scratch = await With(Jobs + "a,10,3600,1\nc,20,-5,1\nd,200000,60,1\n", Hours);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "holes.csv"), "hour,carbon_g_per_kwh\n1,5\n3,nan\n", TestContext.Current.CancellationToken);

        var refused = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "holes.csv", "--lang", "en");
        var dropped = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv", "--lang", "en", "--invalid", "drop");

        Assert.Equal((1, 0), (refused.Code, dropped.Code));
        Assert.All(["SD1605", "SD1609", "SD1649", "SD1650"], code => Assert.Contains(code, refused.Error + refused.Out, StringComparison.Ordinal));
        Assert.Contains("3 jobs left out", dropped.Out, StringComparison.Ordinal);
        Assert.Contains("1: series too short for the job", dropped.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_go_to_the_cluster_where_they_cost_least_with_their_data_and_the_files_tell_where()
    {
        using var scratch = await With("id,arrival_time,length,cpus,data_gb,section,qualifications\na,0,3600,1,0,市场,\nb,0,3600,2,1,政府,\nc,0,3600,1,0,政府,gov\n", Hours);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "west.csv"), Hours.Replace("2,100,0.1", "2,50,0.05", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "clusters.csv"), "name,series,cpus,data_yuan_per_gb,qualifications\n东,hours.csv,4,0,gov\nwest,west.csv,2,0.2,\n", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--clusters", "clusters.csv", "--by", "cost", "--policy", "now,guided,ahead", "--out", "shifted", "--json");
        var chinese = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--clusters", "clusters.csv", "--by", "cost");

        // a goes west for 0.05; moving b would cost 0.2 and save 0.1, so that it stays for 2 · 0.1; c may not go west: 0.1
        using var document = JsonDocument.Parse(result.Out);
        var ahead = document.RootElement.GetProperty("policies")[2];
        Assert.Equal(0.35, ahead.GetProperty("cost_yuan").GetDouble(), 1e-9);
        Assert.Contains("Where and when work runs", await Text(scratch, "clusters.html"), StringComparison.Ordinal);
        Assert.Equal((1, 0.0), (ahead.GetProperty("away").GetInt32(), ahead.GetProperty("data_cost_yuan").GetDouble()));
        Assert.Equal(["government", "market"], ahead.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("section").GetString()));
        Assert.Equal(0.35, document.RootElement.GetProperty("bounds")[1].GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal("job,start_s,end_s,processors,cluster\na,3600,7200,1,west\nb,3600,7200,2,东\nc,3600,7200,1,东\n", await Text(scratch, "segments-ahead.csv"));
        Assert.StartsWith("cluster,hour,price_yuan_per_kwh,now_cpus", await Text(scratch, "hours.csv"), StringComparison.Ordinal);
        Assert.Contains("ahead,west,1,1,", await Text(scratch, "clusters.csv"), StringComparison.Ordinal);
        Assert.StartsWith("policy,section,jobs,cpu_h,mean_wait_h", await Text(scratch, "sections.csv"), StringComparison.Ordinal);
        Assert.Contains("west", await Text(scratch, "load-2.en.svg"), StringComparison.Ordinal);
        Assert.Equal((0, ""), (chinese.Code, chinese.Error));
        Assert.Contains("2 个集群：东, west", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("资质、时延", chinese.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_an_operator_is_shifted_as_it_is()
    {
        using var scratch = await With("", Hours);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "log.swf"), "; MaxProcs: 4\n1 0 0 3600 1 -1 -1 1 -1 -1 1 1 1 -1 1 -1 -1 -1\n2 0 0 3600 2 -1 -1 2 -1 -1 1 1 1 -1 1 -1 -1 -1\n3 0 0 2 9 -1 -1 9 -1 -1 1 1 1 -1 1 -1 -1 -1\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "sacct.txt"), "JobID|Submit|State|AllocCPUS|Elapsed\n1|2026-03-02T08:00:00|COMPLETED|1|01:00:00\n2|2026-03-02T08:00:00|COMPLETED|2|01:00:00\n", TestContext.Current.CancellationToken);

        var swf = await CliProcess.Run(scratch.Folder, "shift", "log.swf", "--series", "hours.csv", "--policy", "now,wait-awhile", "--invalid", "drop", "--lang", "en");
        var sacct = await CliProcess.Run(scratch.Folder, "shift", "sacct.txt", "--format", "sacct", "--series", "hours.csv", "--policy", "now,wait-awhile", "--lang", "en");
        var wrong = await CliProcess.Run(scratch.Folder, "shift", "sacct.txt", "--format", "xls", "--series", "hours.csv");

        Assert.Equal((0, 0, 2), (swf.Code, sacct.Code, wrong.Code));
        Assert.All([swf, sacct], r => Assert.Contains("wait awhile\t0.300\t-80.00\t", r.Out, StringComparison.Ordinal)); // 3 cpu h at 100 g
        Assert.Contains("1 job left out (--invalid drop), 0.166% of the processor hours", swf.Out, StringComparison.Ordinal); // though it has two faults
        Assert.Contains("1: run time below one slot", swf.Out, StringComparison.Ordinal);
        Assert.Contains("1: job larger than the machine", swf.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_clusters_hours_and_jobs_are_told_at_once()
    {
        using var scratch = await With(Jobs + "d,5,-3,1\n", Hours);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "clusters.csv"), "name,series,pue\nA,hours.csv,0.5\nB,none.csv,1\n", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--clusters", "clusters.csv", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.All(["SD1640", "SD1605", "SD1662"], code => Assert.Contains(code, result.Error + result.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--series", "hours.csv", "exactly one of")]
    [InlineData("--capacity", "9", "goes with --series only")]
    public async Task Hours_or_capacity_beside_clusters_are_usage(string option, string value, string why)
    {
        using var scratch = await With(Jobs, Hours);

        var result = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--clusters", "clusters.csv", option, value, "--lang", "en");

        Assert.Equal(2, result.Code);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await CliProcess.Run(scratch.Folder, "shift", "jobs.csv")).Code);
    }

    [Fact]
    public async Task What_a_checkpoint_adds_is_run_by_every_policy_that_suspends()
    {
        using var scratch = await With("id,arrival_time,length,cpus\na,0,10800,1\n", Hours.Replace("\n3,200,", "\n3,700,", StringComparison.Ordinal).Replace("\n4,600,", "\n4,90,", StringComparison.Ordinal).Replace("\n5,600,", "\n5,80,", StringComparison.Ordinal));

        var result = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv", "--checkpoint-cost", "600", "--policy", "wait-awhile,ahead,guided", "--json");

        using var document = JsonDocument.Parse(result.Out);
        // 3 h in hours of 500, 100, 700, 90, 80, 600 …: hours 2, 4 and 5 with one pause, and 10 min more at 500 g; one run of hours 4 to 6 emits 770 g
        Assert.All(document.RootElement.GetProperty("policies").EnumerateArray(), p => Assert.Equal((Math.Round(0.100 + 0.090 + 0.080 + 0.500 / 6, 9), 1), (Math.Round(p.GetProperty("carbon_kg").GetDouble(), 9), p.GetProperty("resumptions").GetInt32())));
    }

    [Theory]
    [InlineData("--policy", "lottery")]
    [InlineData("--capacity", "0")]
    [InlineData("--max-wait", "6")]
    [InlineData("--max-wait", "6,-1")]
    [InlineData("--forecast-error", "200%")]
    [InlineData("--by", "luck")]
    [InlineData("--suspend", "perhaps")]
    [InlineData("--checkpoint-cost", "3601")]
    public async Task Wrong_options_are_usage(string option, string value)
    {
        using var scratch = await With(Jobs, Hours);

        Assert.Equal(2, (await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv", option, value)).Code);
    }

    [Fact]
    public async Task A_policy_that_suspends_is_refused_where_jobs_may_not_be_suspended()
    {
        using var scratch = await With(Jobs, Hours);

        var result = await CliProcess.Run(scratch.Folder, "shift", "jobs.csv", "--series", "hours.csv", "--suspend", "no", "--policy", "now,threshold", "--lang", "en");

        Assert.Equal(2, result.Code);
        Assert.Contains("needs suspension", result.Error, StringComparison.Ordinal);
    }

    static async Task<string> Text(Scratch scratch, string file) =>
        (await File.ReadAllTextAsync(Path.Combine(scratch.Folder, "shifted", file), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimStart('\uFEFF');

    static async Task<Scratch> With(string jobs, string hours)
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "jobs.csv"), jobs);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "hours.csv"), hours);
        return scratch;
    }
}
