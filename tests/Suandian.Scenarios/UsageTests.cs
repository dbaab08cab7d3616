using System.Text.Json;

namespace Suandian.Scenarios;

public class UsageTests
{
    [Theory]
    [InlineData("stud cases/yiwu", "'study'")]
    [InlineData("study x --tread 3", "--threads")]
    [InlineData("study x --hours 0,5", "'0,5'")]
    [InlineData("study x --hours 3,3", "'3,3'")]
    [InlineData("study x --time-limit -3", "'-3'")]
    [InlineData("study x --threads many", "'many'")]
    [InlineData("study x --solver magic", "'magic'")]
    [InlineData("study", "<case>")]
    [InlineData("study x y", "'y'")]
    [InlineData("import epw file case", "--site")]
    [InlineData("import", "suandian import --help")]
    [InlineData("new x --template huge", "'huge'")]
    [InlineData("study x --base --no-base", "--no-base")]
    [InlineData("sweep x", "--set")]
    [InlineData("sweep x --set a=1 --partition batch", "--on slurm")]
    [InlineData("sweep x --set a=1 --on slurm --partition a;b", "'a;b'")]
    [InlineData("sweep x --set a=1 --processes 0", "'0'")]
    [InlineData("", "suandian --help")]
    public async Task Wrong_usage_exits_2_and_names_what_is_wrong(string line, string named)
    {
        var arguments = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var chinese = await CliProcess.Run("/", [.. arguments, "--lang", "zh"]);
        var english = await CliProcess.Run("/", [.. arguments, "--lang", "en"]);

        Assert.Equal((2, 2, "", ""), (chinese.Code, english.Code, chinese.Out, english.Out));
        Assert.Contains(named, chinese.Error, StringComparison.Ordinal);
        Assert.Contains(named, english.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("study", "")]
    [InlineData("check", " ")]
    [InlineData("new", "")]
    [InlineData("import epw", "", "case", "--site", "park")]
    [InlineData("import xlsx", "", "folder")]
    [InlineData("export xlsx", "case", "")]
    [InlineData("report", "")]
    public async Task An_empty_argument_is_wrong_usage_and_no_crash(string command, params string[] rest)
    {
        var result = await CliProcess.Run("/", [.. command.Split(' '), .. rest, "--lang", "en"]);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains("is empty", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import epw none.epw case --site park", "there is no file 'none.epw'")]
    [InlineData("import xlsx none.xlsx folder", "there is no file 'none.xlsx'")]
    [InlineData("export xlsx case table.csv", "must end with .xlsx")]
    [InlineData("report none", "there is no folder 'none'")]
    [InlineData("import epw note none --site park", "there is no folder 'none'")]
    [InlineData("weather case --out .", "--out '.' is there already and not empty")]
    [InlineData("new .", "'.' is there already and not empty")]
    public async Task A_path_that_cannot_serve_is_told_with_its_reason(string line, string told)
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["note"], "mine", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, [.. line.Split(' '), "--lang", "en"]);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_misspelt_command_is_complained_of()
    {
        var result = await CliProcess.Run("/", "stduy", "cases/yiwu", "--hours", "year", "--lang", "en");

        Assert.Equal(2, result.Code);
        Assert.Equal("suandian: there is no command 'stduy'; did you mean 'study'?\nSee: suandian --help\n", result.Error);
    }

    [Fact]
    public async Task Wrong_usage_is_one_JSON_document_too()
    {
        var result = await CliProcess.Run("/", "study", "x", "--solver", "magic", "--json");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal("usage", document.RootElement.GetProperty("status").GetString());
        Assert.Equal(2, document.RootElement.GetProperty("exit_code").GetInt32());
        Assert.Contains("magic", document.RootElement.GetProperty("errors")[0].GetProperty("en").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tab_completion_offers_commands_options_and_case_folders()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["cases/hami"]);
        await File.WriteAllTextAsync(scratch["cases/hami/case.yaml"], "", TestContext.Current.CancellationToken);

        var commands = await CliProcess.Run(scratch.Folder, "[suggest:2]", "st");
        var options = await CliProcess.Run(scratch.Folder, "[suggest:13]", "study x --thr");
        var folders = await CliProcess.Run(scratch.Folder, "[suggest:8]", "study ca");

        Assert.Equal("study\n", commands.Out);
        Assert.Equal("--threads\n", options.Out);
        Assert.Equal("cases/hami\n", folders.Out);
    }
}
