namespace Suandian.Scenarios;

public class HelpTests
{
    public static TheoryData<string> Pages => [.. (string[])
    [
        "", "study", "check", "weather", "plan", "sweep", "alternatives", "sensitivities", "report", "new", "import", "import xlsx", "import epw", "import pypsa",
        "export", "export xlsx", "export pypsa", "completion", "flow", "opf", "export matpower", "import matpower", "import pandapower", "simulate", "pack", "shift", "trace", "compare", "export jobs", "export series",
        "feeder", "feeder year", "feeder host", "feeder n1", "feeder reconfigure", "feeder shortcircuit", "feeder reinforce",
        "programme", "programme read", "programme check", "programme check-form",
        "programme new", "programme confirm", "programme add", "programme change", "programme remove", "programme erase", "programme evidence", "programme evidence show", "programme list",
        "programme status", "programme show", "programme audit", "programme export", "programme anchor", "programme backup", "programme restore",
        "programme demo", "programme template", "programme import", "programme form", "programme report",
    ]];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_explains_itself_in_both_languages(string command)
    {
        string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"];

        var chinese = await CliProcess.Run("/", [.. words, "--lang", "zh"]);
        var english = await CliProcess.Run("/", [.. words, "--lang", "en"]);

        Assert.Equal((0, 0, "", ""), (chinese.Code, english.Code, chinese.Error, english.Error));
        var name = command.Length == 0 ? "suandian" : command.Replace(' ', '-');
        Golden.Matches($"help-{name}.zh.txt", chinese.Out);
        Golden.Matches($"help-{name}.en.txt", english.Out);
        Assert.DoesNotContain(english.Out.Replace("算电", "", StringComparison.Ordinal), IsChinese);
    }

    [Theory]
    [InlineData("", "用法：")]
    [InlineData("C.UTF-8", "用法：")]
    [InlineData("zh_CN.UTF-8", "用法：")]
    [InlineData("en_US.UTF-8", "Usage:")]
    [InlineData("de_DE", "Usage:")]
    public async Task The_locale_chooses_the_language_and_none_means_Chinese(string locale, string word)
    {
        using var running = CliProcess.Start("/", locale, ["--help"]);

        var result = await running.Finish();

        Assert.Contains(word, result.Out, StringComparison.Ordinal);
    }

    /// <summary>CJK Unified Ideographs, U+4E00 … U+9FFF.</summary>
    static bool IsChinese(char letter) => letter is >= '一' and <= '\u9fff';
}
