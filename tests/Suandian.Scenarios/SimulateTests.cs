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

    static async Task<Scratch> With(string log)
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "log.swf"), log);
        return scratch;
    }
}
