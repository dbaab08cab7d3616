using System.Text.Json;

namespace Suandian.Scenarios;

/// <summary>What answers of a grid claim and no more, and what wrong input they name.</summary>
public class GridHonestyTests
{
    /// <summary>1 MW behind a line, and a converter whose PMAX is a placeholder.</summary>
    const string Case = """
        function mpc = pair
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [ 1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0 0 0 1 1 0 10 1 1.1 0.9 ];
        mpc.gen = [ 1 0 0 99 -99 1 100 1 99 -99; 2 0 0 0 0 1 100 1 1000 0 ];
        mpc.branch = [ 1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360 ];
        """;

    [Fact]
    public async Task A_rating_far_above_all_load_is_warned_of_and_told_in_the_answer()
    {
        using var scratch = await With();

        var english = await CliProcess.Run(scratch.Folder, "feeder", "shortcircuit", "case.m", "--source-mva", "100", "--source-rx", "0.1", "--converters", "1.1", "--lang", "en");
        var json = await CliProcess.Run(scratch.Folder, "feeder", "shortcircuit", "case.m", "--source-mva", "100", "--source-rx", "0.1", "--converters", "1.1", "--json");

        Assert.Equal(0, english.Code);
        Assert.Contains("SD1655 gen.PMAX = '2: 1000 MVA': expected a rating (PMAX) of at most 10 times the load of the grid, 1 MW", english.Error, StringComparison.Ordinal);
        Assert.Contains("Their ratings: from mBASE 0, from PMAX 1; 1000.000 MVA in all", english.Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Out);
        Assert.Equal("pmax", document.RootElement.GetProperty("converters")[0].GetProperty("rating_from").GetString());
    }

    [Theory]
    [InlineData("", "the ratings of its branches together, 5 MVA")]
    [InlineData("1 2 0.1 0.1 0 0 0", "the base of the case, 100 MVA")]
    public async Task A_rating_without_any_load_is_held_against_its_branches(string branch, string scale)
    {
        using var scratch = new Scratch();
        var text = Case.Replace("2 1 1 0 0", "2 1 0 0 0", StringComparison.Ordinal).Replace("1 1000 0 ]", "1 2000 0 ]", StringComparison.Ordinal);
        await File.WriteAllTextAsync(scratch["case.m"], branch.Length == 0 ? text : text.Replace("1 2 0.1 0.1 0 5 0", branch, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var english = await CliProcess.Run(scratch.Folder, "feeder", "shortcircuit", "case.m", "--source-mva", "100", "--source-rx", "0.1", "--converters", "1.1", "--lang", "en");

        Assert.Contains($"SD1655 gen.PMAX = '2: 2000 MVA': expected a rating (PMAX) of at most 10 times {scale}", english.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--source-mva", "x", "a number above 0")]
    [InlineData("--source-mva", "0", "a number above 0")]
    [InlineData("--source-rx", "1=-1", "a number of at least 0")]
    public async Task Numbers_by_bus_name_their_range(string option, string value, string range)
    {
        using var scratch = await With();

        var result = await CliProcess.Run(scratch.Folder, "feeder", "shortcircuit", "case.m", option, value, "--lang", "en");

        Assert.Equal(2, result.Code);
        Assert.Contains(range, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_any_solution_says_that_nothing_was_written()
    {
        using var scratch = await With();
        await File.WriteAllTextAsync(scratch["case.m"], Case.Replace("1 2 0.1 0.1", "1 2 1 1", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(scratch["hours.csv"], "hour,load\n1,90\n", TestContext.Current.CancellationToken); // 0.9 pu through 1 + j1 pu

        var result = await CliProcess.Run(scratch.Folder, "feeder", "year", "case.m", "--hours", "hours.csv", "--out", "found", "--lang", "en");

        Assert.Equal((3, false), (result.Code, Directory.Exists(scratch["found"])));
        Assert.Contains("No hour has a solution; found was not written", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_is_told_in_a_line_and_in_the_language_asked_for()
    {
        using var scratch = await With();

        var result = await CliProcess.Run(scratch.Folder, "import", "pandapower", "case.m", "--out", "grid");

        Assert.Equal(1, result.Code);
        Assert.Contains("个字节起不是 JSON", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("invalid", result.Out, StringComparison.Ordinal);
    }

    /// <summary>sa has two circuits; written as branches 1-2#1 and 1-2#2, of which one can be lost.</summary>
    [Fact]
    public async Task A_folder_and_its_export_lose_the_same_circuits()
    {
        using var scratch = UnsuppliedTests.Village();

        var exported = await CliProcess.Run(scratch.Folder, "export", "matpower", "grid", "case.m", "--lang", "en");
        var (folder, file) = (await CliProcess.Run(scratch.Folder, "feeder", "n1", "grid", "--json"), await CliProcess.Run(scratch.Folder, "feeder", "n1", "case.m", "--json"));

        Assert.Contains("Rows of several circuits or units: 1; each circuit and unit is written as a branch of its own, 4 in all", exported.Out, StringComparison.Ordinal);
        Assert.Equal(["1-2#1 0", "1-2#2 0", "2-3 1"], Lost(folder.Out));
        Assert.Equal(Lost(folder.Out), Lost(file.Out));

        static IEnumerable<string> Lost(string text)
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.GetProperty("outages").EnumerateArray().Select(o => $"{o.GetProperty("branch").GetString()} {o.GetProperty("dark_mw").GetDouble()}")];
        }
    }

    static async Task<Scratch> With()
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["case.m"], Case, TestContext.Current.CancellationToken);
        return scratch;
    }
}
