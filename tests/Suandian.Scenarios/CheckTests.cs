using System.Text.Json;

namespace Suandian.Scenarios;

public class CheckTests
{
    const string Settings = """
        name_zh: 试验
        name_en: trial
        year: 2025
        utc_offset_h: 8
        money_year: 2024
        discount_rate: 0.06
        hours: year

        """;

    [Fact]
    public async Task Every_wrong_cell_is_named_at_once_with_exit_code_1()
    {
        using var scratch = new Scratch();
        await Write(scratch, "buses.csv", "name,kind,role\nnorth,electricty,local\nsouth,electricity,locl\n");

        var result = await CliProcess.Run(scratch.Folder, "check", ".", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.Contains("buses.csv:2: error", result.Out, StringComparison.Ordinal);
        Assert.Contains("'electricty'", result.Out, StringComparison.Ordinal);
        Assert.Contains("buses.csv:3: error", result.Out, StringComparison.Ordinal);
        Assert.Contains("'locl'", result.Out, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task The_document_holds_each_problem_with_its_place_and_both_languages()
    {
        using var scratch = new Scratch();
        await Write(scratch, "buses.csv", "name,kind,role\nnorth,electricty,local\n");

        var result = await CliProcess.Run(scratch.Folder, "check", ".", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var problems = document.RootElement.GetProperty("problems").EnumerateArray().ToList();
        Assert.Equal((1, "problems"), (result.Code, document.RootElement.GetProperty("status").GetString()));
        Assert.Equal(problems.Count(p => p.GetProperty("severity").GetString() == "error"),
            document.RootElement.GetProperty("errors").GetInt32());
        var planted = problems.Single(p => p.GetProperty("value").GetString() == "electricty");
        Assert.Equal(("buses.csv", 2, "kind"), (planted.GetProperty("file").GetString(),
            planted.GetProperty("row").GetInt32(), planted.GetProperty("column").GetString()));
        Assert.All((string[])["zh", "en"], language =>
            Assert.NotEqual("", planted.GetProperty("remedy").GetProperty(language).GetString()));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_a_problem_of_the_data()
    {
        var result = await CliProcess.Run("/", "check", "no-such-case", "--lang", "zh");

        Assert.Equal(1, result.Code);
        Assert.Contains("no-such-case", result.Out, StringComparison.Ordinal);
    }

    static async Task Write(Scratch scratch, string table, string text)
    {
        await File.WriteAllTextAsync(scratch["case.yaml"], Settings, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(scratch[table], text, TestContext.Current.CancellationToken);
    }
}
