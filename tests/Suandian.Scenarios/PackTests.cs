using System.Text.Json;

namespace Suandian.Scenarios;

public class PackTests
{
    const string Nodes = "sn,cpu_milli,memory_mib,gpu,model\nn0,16000,65536,2,T4\nn1,16000,65536,2,T4\n";

    const string Pods = "name,cpu_milli,memory_mib,num_gpu,gpu_milli\np0,4000,1024,1,1000\np1,4000,1024,1,500\np2,4000,1024,0,0\n";

    [Fact]
    public async Task Pods_are_placed_under_every_policy_in_both_languages()
    {
        using var scratch = await With(Nodes, Pods);

        var (chinese, english) = (await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv"), await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv", "--lang", "en"));

        Assert.Equal((0, 0, "", ""), (chinese.Code, english.Code, chinese.Error, english.Error));
        Assert.Contains("2 个节点、4 块 GPU", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("碎片梯度下降 FGD\t", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("own: pattern prices\t", english.Out, StringComparison.Ordinal);
        Assert.Contains("checked independently", english.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_policies_are_in_the_document_and_tables_pictures_and_placements_in_the_folder()
    {
        using var scratch = await With(Nodes, "name,cpu_milli,memory_mib,num_gpu,gpu_milli\np0,4000,1024,1,1000\n");

        var result = await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv", "--policy", "own,fgd", "--load", "150", "--seeds", "2", "--seed", "7", "--out", "answer", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var policies = document.RootElement.GetProperty("policies");
        Assert.Equal(["own", "fgd"], policies.EnumerateArray().Select(p => p.GetProperty("policy").GetString()));
        Assert.Equal(1, policies[0].GetProperty("allocated_least_pu").GetDouble()); // six whole GPUs arrive, four are there
        Assert.Equal(2, policies[0].GetProperty("turned_away").EnumerateArray().Single(r => r.GetProperty("reason").GetString() == "no_gpu").GetProperty("pods").GetDouble());
        Assert.Equal(
            ["allocation.en.svg", "allocation.zh.svg", "draws.csv", "load.csv", "placements-fgd.csv", "placements-own.csv", "turned_away.csv"],
            Directory.EnumerateFiles(Path.Combine(scratch.Folder, "answer")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var placements = await File.ReadAllLinesAsync(Path.Combine(scratch.Folder, "answer", "placements-own.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(7, placements.Length);
        Assert.Equal(2, placements.Count(line => line.EndsWith("no_gpu", StringComparison.Ordinal)));
    }

    /// <summary>A load of 10 % asks for 0.4 GPU, but pods come whole: one of 2 GPUs that fits nowhere is all of what arrived. No node has model V100.</summary>
    [Fact]
    public async Task What_is_turned_away_is_a_share_of_what_arrived_and_a_model_that_is_not_there_is_named()
    {
        using var scratch = await With(Nodes, "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec\np0,4000,1024,2,1000,V100\n");

        var result = await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv", "--policy", "fgd", "--load", "10", "--seeds", "1", "--lang", "en");

        Assert.Contains("FGD\t0.00\t100.00\t0.00", result.Out, StringComparison.Ordinal); // too large, model, no GPU free
    }

    /// <summary>A row with two faults is one row and counts with one of them.</summary>
    [Fact]
    public async Task Rows_left_out_are_the_sum_of_their_reasons()
    {
        using var scratch = await With(Nodes, Pods + "p4,x,1024,2,500\np5,1,1\n");

        var result = await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv", "--lang", "en", "--invalid", "drop", "--seeds", "1");

        var lines = result.Out.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith("Rows left out", StringComparison.Ordinal));
        int Count(string line) => int.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(2, Count(lines[at]));
        Assert.Equal(2, lines.Skip(at + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Sum(Count));
    }

    [Fact]
    public async Task Rows_that_cannot_be_used_refuse_the_lists_or_are_left_out_and_counted()
    {
        using var scratch = await With(Nodes + "n1,1,1,1,T4\n", Pods + "p3,4000,1024,2,500\n");

        var refused = await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv", "--lang", "en");
        var dropped = await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv", "--lang", "en", "--invalid", "drop", "--seeds", "1");

        Assert.Equal((1, 0), (refused.Code, dropped.Code));
        Assert.Contains("SD1628", refused.Error + refused.Out, StringComparison.Ordinal);
        Assert.Contains("SD1629", refused.Error + refused.Out, StringComparison.Ordinal);
        Assert.Contains("each counted with the first of its problems: 2", dropped.Out, StringComparison.Ordinal);
        Assert.Contains("name twice: rows 1", dropped.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--policy", "lottery")]
    [InlineData("--load", "0")]
    [InlineData("--seeds", "1001")]
    [InlineData("--seed", "-1")]
    [InlineData("--invalid", "perhaps")]
    public async Task Wrong_options_are_usage(string option, string value)
    {
        using var scratch = await With(Nodes, Pods);

        Assert.Equal(2, (await CliProcess.Run(scratch.Folder, "pack", "nodes.csv", "pods.csv", option, value)).Code);
    }

    static async Task<Scratch> With(string nodes, string pods)
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "nodes.csv"), nodes);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "pods.csv"), pods);
        return scratch;
    }
}
