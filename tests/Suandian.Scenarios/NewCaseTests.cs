using System.Text.Json;

namespace Suandian.Scenarios;

public class NewCaseTests
{
    [Theory]
    [InlineData("first-steps")]
    [InlineData("yiwu")]
    public async Task A_case_from_a_template_is_the_example_and_has_no_errors(string template)
    {
        using var scratch = new Scratch();

        var made = await CliProcess.Run(scratch.Folder, "new", "mine", "--template", template);
        var check = await CliProcess.Run(scratch.Folder, "check", "mine");

        Assert.Equal((0, 0), (made.Code, check.Code));
        var original = Path.Combine(CliProcess.Root, "cases", template);
        Assert.Equal(Names(original), Names(scratch["mine"]).Where(name => name != "grid"));
        Assert.All(Names(original), name => Assert.Equal(
            File.ReadAllText(Path.Combine(original, name)).Replace("\ngrid: ../yiwu-grid", "\ngrid: grid", StringComparison.Ordinal), File.ReadAllText(Path.Combine(scratch["mine"], name))));
    }

    [Fact]
    public async Task The_grid_beside_an_example_comes_along_inside_the_new_case()
    {
        using var scratch = new Scratch();

        await CliProcess.Run(scratch.Folder, "new", "mine", "--template", "yiwu");

        var beside = Path.Combine(CliProcess.Root, "cases", "yiwu-grid");
        Assert.Equal(Names(beside), Names(scratch["mine/grid"]));
        Assert.All(Names(beside), name => Assert.Equal(File.ReadAllBytes(Path.Combine(beside, name)), File.ReadAllBytes(Path.Combine(scratch["mine/grid"], name))));
    }

    [Fact]
    public async Task A_blank_case_has_every_table_and_check_says_what_to_fill_in()
    {
        using var scratch = new Scratch();

        var made = await CliProcess.Run(scratch.Folder, "new", "mine", "--template", "blank");
        var check = await CliProcess.Run(scratch.Folder, "check", "mine", "--lang", "en");

        Assert.Equal((0, 1), (made.Code, check.Code));
        var schema = Directory.EnumerateFiles(Path.Combine(CliProcess.Root, "src", "Suandian", "Cases", "schema"))
            .Select(Path.GetFileName).Where(name => name != "case.csv").Append("case.yaml").Order(StringComparer.Ordinal);
        Assert.Equal(schema, Names(scratch["mine"]));
        Assert.Contains("discount_rate", check.Out, StringComparison.Ordinal);
        Assert.Contains("buses.csv", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_alone()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["notes.txt"], "mine", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "new", ".");

        Assert.Equal(2, result.Code);
        Assert.Equal(["notes.txt"], Names(scratch.Folder));
    }

    [Fact]
    public async Task The_weather_of_the_example_is_called_synthetic_and_its_hours_can_be_written()
    {
        using var scratch = new Scratch();

        var result = await CliProcess.Run(scratch.Folder, "weather", Path.Combine(CliProcess.Root, "cases", "first-steps"), "--json", "--out", "hours");

        using var document = JsonDocument.Parse(result.Out);
        var site = document.RootElement.GetProperty("sites")[0];
        Assert.Equal(0, result.Code);
        Assert.True(site.GetProperty("synthetic").GetBoolean());
        Assert.InRange(site.GetProperty("global_horizontal_kwh_per_m2").GetDouble(), 1500, 1900); // Hami basin: 1600 … 1750 in public maps
        Assert.All(["availability_pu.csv", "pue.csv", "weather-park.csv"], (string name) =>
            Assert.Equal(8761, File.ReadLines(scratch["hours/" + name]).Count()));
    }

    static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
