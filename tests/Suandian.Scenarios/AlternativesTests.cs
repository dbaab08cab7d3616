using System.Text.Json;

namespace Suandian.Scenarios;

public class AlternativesTests
{
    static readonly string FirstSteps = Path.Combine(CliProcess.Root, "cases", "first-steps");

    [Fact]
    public async Task Two_per_cent_more_leave_wind_open_and_the_page_shows_both_languages()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "alternatives", FirstSteps, "--within", "2%", "--of", "wind,import", "--out", "answer", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var ranges = document.RootElement.GetProperty("ranges").EnumerateArray().ToArray();
        Assert.Equal((0, 2), (result.Code, ranges.Length));
        Assert.All(ranges, range => Assert.True(range.GetProperty("proved").GetBoolean()));
        Assert.All(ranges, range => Assert.InRange(range.GetProperty("optimum").GetDouble(), range.GetProperty("least").GetDouble(), range.GetProperty("most").GetDouble()));
        Assert.True(ranges[0].GetProperty("most").GetDouble() > ranges[0].GetProperty("least").GetDouble() + 1);
        var page = await File.ReadAllTextAsync(scratch[Path.Combine("answer", "alternatives.html")], TestContext.Current.CancellationToken);
        Assert.Contains("风电装机", page, StringComparison.Ordinal);
        Assert.Contains("Wind capacity", page, StringComparison.Ordinal);
        Assert.Equal(["alternative_plans.csv", "alternatives.csv", "alternatives.html"],
            Directory.EnumerateFiles(scratch["answer"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task At_the_same_cost_the_first_steps_leave_nothing_open()
    {
        var result = await CliProcess.Run("/", "alternatives", FirstSteps, "--within", "0", "--lang", "en");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("The cheapest plan is unique", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--within", "200%")]
    [InlineData("--within", "much")]
    [InlineData("--of", "uranium")]
    public async Task What_cannot_be_asked_is_wrong_usage(string option, string value)
    {
        var result = await CliProcess.Run("/", "alternatives", FirstSteps, option, value, "--lang", "en");

        Assert.Equal(2, result.Code);
        Assert.Contains(value, result.Error, StringComparison.Ordinal);
    }
}
