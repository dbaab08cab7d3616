using System.Text.Json;

namespace Suandian.Scenarios;

public class ScenarioTests
{
    static readonly string FirstSteps = Path.Combine(CliProcess.Root, "cases", "first-steps");

    [Fact]
    public async Task A_case_with_scenarios_is_planned_for_all_of_them_and_tells_the_regret()
    {
        using var scratch = new Scratch();
        await WriteCase(scratch["several"]);

        var result = await CliProcess.Run(scratch.Folder, "plan", "several", "--json", "--quiet");

        using var document = JsonDocument.Parse(result.Out);
        var scenarios = document.RootElement.GetProperty("scenarios");
        var outcomes = scenarios.GetProperty("outcomes").EnumerateArray().ToArray();
        Assert.True(document.RootElement.GetProperty("certificate").GetProperty("optimal").GetBoolean());
        Assert.Equal(2, outcomes.Length);
        Assert.All(outcomes, o => Assert.True(o.GetProperty("regret_yuan").GetDouble() >= -1));
        Assert.InRange(scenarios.GetProperty("expected_yuan").GetDouble(),
            outcomes.Min(o => o.GetProperty("cost_yuan").GetDouble()), outcomes.Max(o => o.GetProperty("cost_yuan").GetDouble()));
    }

    [Fact]
    public async Task The_report_of_a_case_with_scenarios_shows_one_of_them_and_tells_all()
    {
        using var scratch = new Scratch();
        await WriteCase(scratch["several"]);

        var result = await CliProcess.Run(scratch.Folder, "study", "several", "--out", "report", "--no-base", "--ranges", "--unique");
        var again = await CliProcess.Run(scratch.Folder, "report", "report", "--out", "again");

        Assert.True(result.Code == 0 && again.Code == 0, result.Error + again.Error);
        var token = TestContext.Current.CancellationToken;
        var page = await File.ReadAllTextAsync(scratch[Path.Combine("report", "scenarios.html")], token);
        Assert.Contains("小风年", page, StringComparison.Ordinal);
        Assert.Contains("Calm year", page, StringComparison.Ordinal);
        var index = await File.ReadAllTextAsync(scratch[Path.Combine("report", "index.html")], token);
        Assert.Contains("Plain year", index, StringComparison.Ordinal);
        Assert.Contains("limit 70%; holds from", index, StringComparison.Ordinal);
        Assert.Contains("no capacity may move at the same cost", index, StringComparison.Ordinal);
        Assert.Equal(page, await File.ReadAllTextAsync(scratch[Path.Combine("again", "scenarios.html")], token));
        Assert.True(File.Exists(scratch[Path.Combine("report", "tables", "scenarios.csv")]));
    }

    [Fact]
    public async Task How_far_prices_hold_and_what_else_costs_as_little_is_asked_of_all_scenarios_at_once()
    {
        using var scratch = new Scratch();
        await WriteCase(scratch["several"]);

        var ranges = await CliProcess.Run(scratch.Folder, "sensitivities", "several", "--json", "--quiet");
        var near = await CliProcess.Run(scratch.Folder, "alternatives", "several", "--within", "1%", "--of", "wind", "--json", "--quiet");

        using var first = JsonDocument.Parse(ranges.Out);
        using var second = JsonDocument.Parse(near.Out);
        var (sensitivities, alternatives) = (first.RootElement, second.RootElement);
        var rule = sensitivities.GetProperty("shadow_ranges").EnumerateArray().First(r => r.GetProperty("key").GetString()!.StartsWith("annual_rules", StringComparison.Ordinal));
        Assert.True(rule.GetProperty("proved").GetBoolean());
        Assert.InRange(0.7, rule.GetProperty("from").GetDouble(), rule.GetProperty("to").GetDouble());
        Assert.Contains("2 scenarios", sensitivities.GetProperty("notes")[0].GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.True(alternatives.GetProperty("ranges")[0].GetProperty("proved").GetBoolean());
        Assert.Single(alternatives.GetProperty("notes").EnumerateArray());
    }

    static async Task WriteCase(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(FirstSteps))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "annual_rules.csv"), "name,kind,limit\ngreen,green_share_min,0.7\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "scenarios.csv"), """
            name,name_zh,name_en,probability_pu,seed_shift,wind_pu
            plain,平年,Plain year,0.6,0,1
            calm,小风年,Calm year,0.4,3,0.8

            """, TestContext.Current.CancellationToken);
    }
}
