using System.Text.Json;

namespace Suandian.Scenarios;

public class SimulateTests
{
    const string Log = """
        ; MaxProcs: 4
        1 0 0 10 3 -1 -1 3 10 -1 1 1 1 -1 1 -1 -1 -1
        2 1 0 10 2 -1 -1 2 10 -1 1 1 1 -1 1 -1 -1 -1
        3 2 0 5 4 -1 -1 4 5 -1 1 1 1 -1 1 -1 -1 -1
        4 3 0 30 1 -1 -1 1 30 -1 1 1 1 -1 1 -1 -1 -1
        """;

    [Fact]
    public async Task A_log_is_simulated_under_every_policy_in_both_languages()
    {
        using var scratch = await With(Log);

        var (chinese, english) = (await CliProcess.Run(scratch.Folder, "simulate", "log.swf"), await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--lang", "en"));

        Assert.Equal((0, 0, "", ""), (chinese.Code, english.Code, chinese.Error, english.Error));
        Assert.Contains("4 个作业，4 个处理器", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("EASY 回填\t", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("conservative backfilling\t", english.Out, StringComparison.Ordinal);
        Assert.Contains("checked independently", english.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_policies_are_in_the_document_and_their_schedules_in_the_folder()
    {
        using var scratch = await With(Log);

        var result = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--policy", "easy,fifo", "--out", "plans", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var policies = document.RootElement.GetProperty("policies");
        Assert.Equal(["easy", "fifo"], policies.EnumerateArray().Select(p => p.GetProperty("policy").GetString()));
        Assert.Equal((0 + 9 + 18 + 22) / 4.0, policies[1].GetProperty("mean_wait_s").GetDouble()); // worked out by hand: starts 0, 10, 20, 25
        Assert.Equal("job,submit_s,start_s,end_s,processors\n1,0,0,10,3\n2,1,10,20,2\n3,2,33,38,4\n4,3,3,33,1\n", await File.ReadAllTextAsync(Path.Combine(scratch.Folder, "plans", "easy.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Jobs_that_cannot_be_simulated_refuse_the_log_or_are_left_out_and_counted()
    {
        using var scratch = await With(Log + "\n5 4 0 -1 1 -1 -1 1 30 -1 1 1 1 -1 1 -1 -1 -1\n6 5 0 10 5 -1 -1 5 30 -1 1 1 1 -1 1 -1 -1 -1\n");

        var refused = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--lang", "en");
        var dropped = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--lang", "en", "--invalid", "drop");

        Assert.Equal((1, 0), (refused.Code, dropped.Code));
        Assert.Contains("SD1605", refused.Error + refused.Out, StringComparison.Ordinal);
        Assert.Contains("SD1607", refused.Error + refused.Out, StringComparison.Ordinal);
        Assert.Contains("2 jobs left out", dropped.Out, StringComparison.Ordinal);
        Assert.Contains("1: job larger than the machine", dropped.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--policy", "lottery")]
    [InlineData("--processors", "0")]
    [InlineData("--invalid", "perhaps")]
    public async Task Wrong_options_are_usage(string option, string value)
    {
        using var scratch = await With(Log);

        Assert.Equal(2, (await CliProcess.Run(scratch.Folder, "simulate", "log.swf", option, value)).Code);
    }

    [Fact]
    public async Task A_machine_of_tables_is_simulated_in_both_languages_with_pieces_and_hours()
    {
        using var scratch = await With(Log);
        await Machine(scratch, ("nodes.csv", "name,partitions,count,cpus,cpu_w\nn,1,2,2,1000\n"), ("hours.csv", "hour,pue,price_yuan_per_kwh\n1,1.2,0.5\n"),
            ("sections.csv", "name,is_default\nmarket,yes\n"));

        var chinese = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine");
        var english = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine", "--lang", "en");
        var json = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine", "--policy", "easy,fair", "--out", "plans", "--json");

        Assert.Equal((0, 0, "", ""), (chinese.Code, english.Code, chinese.Error, english.Error));
        Assert.Contains("机器 machine：2 个节点、4 个处理器", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("公平份额\tmarket\t", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("checked independently", english.Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Out);
        var easy = document.RootElement.GetProperty("policies")[0];
        Assert.Equal("easy", easy.GetProperty("policy").GetString());
        Assert.Equal((0 + 9 + 31 + 0) / 4.0, easy.GetProperty("mean_wait_s").GetDouble()); // as on 4 alike processors: starts 0, 10, 33, 3
        Assert.Equal((30 + 20 + 20 + 30) / 3600.0 * 1.2, easy.GetProperty("energy_kwh").GetDouble(), 1e-9); // 100 processor seconds of 1 kW
        Assert.Equal("market", easy.GetProperty("sections")[0].GetProperty("name").GetString());
        Assert.StartsWith("job,section,partition,submit_s,start_s,end_s,end,processors,accelerators,nodes\n1,market,1,0,0,10,done,3,0,n-1:2 n-2:1\n", await Text(scratch, "pieces-easy.csv"), StringComparison.Ordinal);
        Assert.Contains("Jobs on a machine", await Text(scratch, "machine.html"), StringComparison.Ordinal);
        Assert.StartsWith("hour,idle_kwh,dynamic_kwh,peak_mw,", await Text(scratch, "hours-fair.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_with_a_machine_is_told_in_both_languages()
    {
        using var scratch = await With(Log);
        await Machine(scratch, ("nodes.csv", "name,cpus,partitions\nn,0,1\n"), ("outages.csv", "node,from_h,to_h\nz,3,2\n"));

        var english = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine", "--lang", "en");
        var chinese = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine");
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "other.csv"), "name,cpus,partitions\nn,8,2\n", TestContext.Current.CancellationToken);
        var jobs = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "other.csv", "--lang", "en");

        Assert.Equal((1, 1, 1), (english.Code, chinese.Code, jobs.Code));
        Assert.All(["SD0204", "SD1684", "SD1685"], code => Assert.Contains(code, english.Error + english.Out, StringComparison.Ordinal));
        Assert.Contains("晚于开始时刻 3 h", chinese.Error + chinese.Out, StringComparison.Ordinal);
        Assert.Contains("SD1700", jobs.Error + jobs.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_log_and_machine_come_in_one_run_with_lines()
    {
        using var scratch = await With("; MaxProcs: 2\n1 0 0 -5 3 -1 -1 3 10 -1 1 1 1 -1 1 -1 -1 -1\n2 1 0 10 3 -1 -1 2 10 -1 1 1 1 -1 9 -1 -1 -1\n");
        await Machine(scratch, ("nodes.csv", "name,partitions,count,cpus\nn,1,2,2\n"));

        var told = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine", "--lang", "en");
        await Machine(scratch, ("nodes.csv", "name,partitions,count,cpus\nn,1,0,2\n"));
        var all = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine", "--lang", "en");

        Assert.Equal((1, 1), (told.Code, all.Code));
        Assert.Contains("log.swf:2: error SD1605 run = '-5'", told.Out, StringComparison.Ordinal);
        Assert.Contains("log.swf:3: error SD1700 = '2'", told.Out, StringComparison.Ordinal);
        Assert.All(["SD1605", "SD0204"], code => Assert.Contains(code, all.Out, StringComparison.Ordinal));
    }

    /// <summary>On 1 processor in order of arrival: ends 10, 30, 35 s.</summary>
    const string Due = "job,submit_s,run_s,cpus,section,deadline_s\na,0,10,1,市场,10\nb,0,20,1,market,25\nc,0,5,1,政府,30\n";

    [Fact]
    public async Task Late_jobs_are_told_by_section_in_answer_document_and_table()
    {
        using var scratch = await With(Log);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "due.csv"), Due, TestContext.Current.CancellationToken);
        await Machine(scratch, ("nodes.csv", "name,cpus,cpu_w\nn,1,1000\n"), ("sections.csv", "name,is_default\nmarket,yes\ngovernment,no\nscience,no\n"));

        var plain = await CliProcess.Run(scratch.Folder, "simulate", "due.csv", "--processors", "1", "--policy", "fifo", "--lang", "en", "--out", "plans");
        var machine = await CliProcess.Run(scratch.Folder, "simulate", "due.csv", "--machine", "machine", "--policy", "fifo", "--out", "machine-plans");
        var json = await CliProcess.Run(scratch.Folder, "simulate", "due.csv", "--processors", "1", "--policy", "fifo", "--json");
        var parts = await CliProcess.Run(scratch.Folder, "simulate", "due.csv", "--machine", "machine", "--policy", "fifo", "--json");

        Assert.Equal((0, 0, 0, 0), (plain.Code, machine.Code, json.Code, parts.Code));
        Assert.Contains("in order of arrival\tall\t3\t2\t5.00\nin order of arrival\tmarket\t2\t1\t5.00\nin order of arrival\tgovernment\t1\t1\t5.00\n", plain.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("largest lateness s", plain.Out, StringComparison.Ordinal);
        Assert.Contains("先到先得\t全部\t3\t2\t5.00\n", machine.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("先到先得\tscience\t0\t0\t–\n", machine.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("先到先得\tscience\t–\t–\t0\t", machine.Out, StringComparison.Ordinal); // nobody waited, so there is no slowdown
        Assert.All([json, parts], r =>
        {
            using var document = JsonDocument.Parse(r.Out);
            var policy = document.RootElement.GetProperty("policies")[0];
            Assert.Equal((3, 2, 5.0), (policy.GetProperty("with_deadline").GetInt32(), policy.GetProperty("deadline_misses").GetInt32(), policy.GetProperty("largest_lateness_s").GetDouble()));
            Assert.Equal(["market", "government"], policy.GetProperty("sections").EnumerateArray().Take(2).Select(s => s.GetProperty("name").GetString()));
        });
        const string Table = "policy,section,with_deadline,missed,largest_lateness_s\nfifo,all,3,2,5\nfifo,market,2,1,5\nfifo,government,1,1,5\n";
        Assert.Equal(Table, await Text(scratch, "deadlines.csv"));
        Assert.Equal(Table + "fifo,science,0,0,\n", (await File.ReadAllTextAsync(scratch["machine-plans/deadlines.csv"], TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        Assert.StartsWith("job,submit_s,start_s,end_s,processors,deadline_s\na,0,0,10,1,10\n", await Text(scratch, "fifo.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tiny_log_is_told_in_units_that_fit()
    {
        using var scratch = await With(Log);
        await Machine(scratch, ("nodes.csv", "name,partitions,count,cpus,cpu_w\nn,1,2,2,1000\n"), ("hours.csv", "hour,price_yuan_per_kwh,carbon_g_per_kwh\n1,0.5,500\n"));

        var plain = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--policy", "fifo", "--lang", "en");
        var machine = await CliProcess.Run(scratch.Folder, "simulate", "log.swf", "--machine", "machine", "--policy", "fifo", "--lang", "en");

        Assert.Contains("arrivals over 3 s", plain.Out, StringComparison.Ordinal);
        Assert.Contains("policy\tmean wait s\tmedian wait s\tlongest wait s\tmean bounded slowdown\tutilisation %\tmakespan s", plain.Out, StringComparison.Ordinal);
        Assert.Contains("in order of arrival\t12.250\t13.500\t22.00\t", plain.Out, StringComparison.Ordinal); // waits 0, 9, 18, 22 s
        Assert.Contains("\tenergy Wh\t", machine.Out, StringComparison.Ordinal);
        Assert.Contains("\t27.778\t", machine.Out, StringComparison.Ordinal); // 100 processor seconds of 1 kW
        Assert.Contains("\tcarbon (place) g\t", machine.Out, StringComparison.Ordinal);
        Assert.Contains("\t13.889\t", machine.Out, StringComparison.Ordinal); // at 500 g
    }

    [Theory]
    [InlineData("--policy", "fair")]
    [InlineData("--half-life", "24")]
    [InlineData("--machine", "machine", "--processors", "4")]
    [InlineData("--machine", "machine", "--half-life", "0")]
    public async Task Options_of_a_machine_go_with_a_machine(params string[] options)
    {
        using var scratch = await With(Log);

        Assert.Equal(2, (await CliProcess.Run(scratch.Folder, ["simulate", "log.swf", .. options])).Code);
    }

    static async Task Machine(Scratch scratch, params (string File, string Text)[] tables)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch.Folder, "machine")).FullName;
        foreach (var (file, text) in tables)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        }
    }

    static async Task<string> Text(Scratch scratch, string file) =>
        (await File.ReadAllTextAsync(Path.Combine(scratch.Folder, "plans", file), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimStart('\uFEFF');

    static async Task<Scratch> With(string log)
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "log.swf"), log);
        return scratch;
    }
}
