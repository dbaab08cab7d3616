using System.Text.Json;
using System.Text.RegularExpressions;

namespace Suandian.Scenarios;

/// <summary>Values of the wrong kind for options, all of them of all commands.</summary>
public partial class OptionValueTests
{
    /// <summary>What the help calls values that may be any text; they are looked at when the command runs.</summary>
    static readonly string[] Free =
    [
        "ACCOUNT", "CASE", "CONNECTION", "DIR", "DIR|FILE.m", "FILE", "FOLDER|FILE", "GRID", "KIND", "NAME", "NAME=VALUES", "TABLE", "TEXT", "YYYY-MM-DD", "wind,import,…", "8-21,9-15",
    ];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Golden, "help-*.en.txt").Where(file => Options(File.ReadAllText(file)).Length > 0)
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    static string Golden => Path.Combine(CliProcess.Root, "tests", "Suandian.Scenarios", "golden");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_value_of_the_wrong_kind_is_wrong_usage_and_named(string page)
    {
        var help = await File.ReadAllTextAsync(Path.Combine(Golden, page), TestContext.Current.CancellationToken);
        var (usage, options) = (Usage().Match(help).Groups["words"].Value, Options(help));
        string[] words = [.. usage.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.StartsWith('<') ? "x" : word), .. options.SelectMany(option => (string[])[option, "?!"]), "--json"];

        var result = await CliProcess.Run("/", words);

        Assert.Equal((2, false), (result.Code, result.Error.Contains("   at ", StringComparison.Ordinal)));
        using var document = JsonDocument.Parse(result.Out);
        foreach (var language in (ReadOnlySpan<string>)["zh", "en"])
        {
            string[] told = [.. document.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty(language).GetString()!)];
            Assert.DoesNotContain(options, option => !told.Any(error => error.Contains(option + " ", StringComparison.Ordinal) && error.Contains("'?!'", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("--growth", "x", "a number from -50 to 100", "不小于 -50 且不大于 100 的数")]
    [InlineData("--growth", "-150", "a number from -50 to 100", "不小于 -50 且不大于 100 的数")]
    [InlineData("--years", "99", "a whole number from 0 to 50", "不小于 0 且不大于 50 的整数")]
    [InlineData("--years", "1.5", "a whole number from 0 to 50", "不小于 0 且不大于 50 的整数")]
    [InlineData("--discount", "-200", "a number from 0 to 50", "不小于 0 且不大于 50 的数")]
    [InlineData("--time", "NaN", "a number from 0 to 86400", "不小于 0 且不大于 86400 的数")]
    public async Task A_number_that_is_not_taken_is_told_with_the_range(string option, string value, string english, string chinese)
    {
        string[] words = ["feeder", "reinforce", "case.m", "--measures", "m.csv", option, value];

        var (zh, en) = (await CliProcess.Run("/", words), await CliProcess.Run("/", [.. words, "--lang", "en"]));

        Assert.Equal((2, 2), (zh.Code, en.Code));
        Assert.Contains($"option {option} does not take '{value}'; it takes {english}.", en.Error, StringComparison.Ordinal);
        Assert.Contains($"选项 {option} 不能取 '{value}'，应为{chinese}。", zh.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feeder host case.m --most -3", "a number above 0")]
    [InlineData("feeder host case.m --power-factor 2", "a number above 0, at most 1")]
    [InlineData("flow case.m --rows -1", "a whole number from 0 to 2147483647")]
    [InlineData("pack a b --load 0", "a whole number from 1 to 1000")]
    [InlineData("study x --threads 0", "a whole number from 1 to 1024")]
    [InlineData("sweep-worker x --variants q", "--variants")]
    [InlineData("flow case.m --method dc --zip 30,30,40", "go with --method ac only")]
    [InlineData("flow case.m --method dc-series --reactive-limits", "go with --method ac only")]
    public async Task The_range_is_told_in_other_commands_too(string line, string told)
    {
        var result = await CliProcess.Run("/", [.. line.Split(' '), "--lang", "en"]);

        Assert.Equal(2, result.Code);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    /// <summary>Options with a value that is not free, once each.</summary>
    static string[] Options(string help) => [.. OptionWithValue().Matches(help).Where(m => !Free.Contains(m.Groups["value"].Value)).Select(m => m.Groups["name"].Value).Distinct()];

    [GeneratedRegex(@"^  (?:-\w, )?(?<name>--[\w-]+) (?<value>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionWithValue();

    [GeneratedRegex(@"^  suandian (?<words>.*?) \[options\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usage();
}
