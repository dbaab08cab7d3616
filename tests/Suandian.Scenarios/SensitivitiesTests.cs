using System.Text.Json;

namespace Suandian.Scenarios;

public class SensitivitiesTests
{
    static readonly string FirstSteps = Path.Combine(CliProcess.Root, "cases", "first-steps");

    [Fact]
    public async Task Every_capacity_has_a_range_around_its_cost_and_the_page_shows_both_languages()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "sensitivities", FirstSteps, "--out", "answer", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var costs = document.RootElement.GetProperty("cost_ranges").EnumerateArray().ToArray();
        Assert.Equal((0, 4), (result.Code, costs.Length)); // wind, PV, battery, cluster
        Assert.All(costs, cost => Assert.True(cost.GetProperty("proved").GetBoolean()));
        Assert.All(costs, cost => Assert.InRange(cost.GetProperty("at").GetDouble(), cost.GetProperty("from").GetDouble(), cost.GetProperty("to").GetDouble()));
        var page = await File.ReadAllTextAsync(scratch[Path.Combine("answer", "sensitivities.html")], TestContext.Current.CancellationToken);
        Assert.Contains("影子价格与造价的有效范围", page, StringComparison.Ordinal);
        Assert.Contains("How far shadow prices and costs hold", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_with_ranges_says_how_far_a_price_holds()
    {
        using var scratch = new Scratch();
        var folder = scratch["mycase"];
        Copy(FirstSteps, folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "annual_rules.csv"),
            "name,kind,limit\ngreen,green_share_min,0.7\n", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "study", folder, "--ranges", "--unique", "--no-base", "--out", "report");

        Assert.True(result.Code == 0, result.Error);
        var page = await File.ReadAllTextAsync(scratch[Path.Combine("report", "index.html")], TestContext.Current.CancellationToken);
        Assert.Contains("limit 70%; holds from", page, StringComparison.Ordinal);
        Assert.Contains("no capacity may move at the same cost", page, StringComparison.Ordinal);
    }

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
