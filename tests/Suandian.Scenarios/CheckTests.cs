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

    [Fact]
    public async Task A_year_of_wrong_hours_is_told_in_a_few_lines_and_whole_in_the_document()
    {
        using var scratch = new Scratch();
        var folder = scratch.Copy("first-steps");
        var sites = Path.Combine(folder, "weather_sites.csv");
        var lines = await File.ReadAllLinesAsync(sites, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(sites, [lines[0] + ",file", .. lines.Skip(1).Select(l => l + ",park.csv")], TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, "weather"));
        const string Header = "ghi_w_m2,dni_w_m2,dhi_w_m2,temperature_c,relative_humidity_pct,wind_speed_m_s,pressure_pa";
        await File.WriteAllLinesAsync(Path.Combine(folder, "weather", "park.csv"),
            Enumerable.Repeat("0,0,0,5,40,5,950", 8760).Prepend(Header), TestContext.Current.CancellationToken); // hPa for Pa

        var told = await CliProcess.Run(scratch.Folder, "check", "first-steps", "--lang", "en");
        var document = await CliProcess.Run(scratch.Folder, "check", "first-steps", "--json", "--quiet");

        Assert.Equal((1, 1), (told.Code, document.Code));
        Assert.InRange(told.Out.Split('\n').Length, 3, 30);
        Assert.Contains("pressure_pa: 8740 more of the same kind", told.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(document.Out);
        Assert.Equal(8760, json.RootElement.GetProperty("errors").GetInt32());
    }

    static async Task Write(Scratch scratch, string table, string text)
    {
        await File.WriteAllTextAsync(scratch["case.yaml"], Settings, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(scratch[table], text, TestContext.Current.CancellationToken);
    }
}
