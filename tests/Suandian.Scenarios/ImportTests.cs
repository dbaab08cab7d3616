using System.Globalization;
using System.Text;

namespace Suandian.Scenarios;

public class ImportTests
{
    [Fact]
    public async Task An_EPW_file_is_put_into_the_case_and_its_weather_is_used()
    {
        using var scratch = new Scratch();
        scratch.Copy("first-steps");
        await File.WriteAllTextAsync(scratch["station.epw"], Epw(temperatureC: 7), TestContext.Current.CancellationToken);

        var imported = await CliProcess.Run(scratch.Folder, "import", "epw", "station.epw", "first-steps", "--site", "park");
        var weather = await CliProcess.Run(scratch.Folder, "weather", "first-steps", "--lang", "en");

        Assert.Equal((0, 0), (imported.Code, weather.Code));
        Assert.Contains("\t7.0\t", weather.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("SYNTHETIC", weather.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_saved_in_GB18030_keeps_its_names_and_loses_the_seed_that_no_longer_counts()
    {
        using var scratch = new Scratch();
        var folder = scratch.Copy("first-steps");
        var sites = Path.Combine(folder, "weather_sites.csv");
        var text = await File.ReadAllTextAsync(sites, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(sites, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(scratch["station.epw"], Epw(temperatureC: 7), TestContext.Current.CancellationToken);

        var imported = await CliProcess.Run(scratch.Folder, "import", "epw", "station.epw", "first-steps", "--site", "park");
        var check = await CliProcess.Run(scratch.Folder, "check", "first-steps", "--lang", "en");

        Assert.Equal((0, 0, "no problems\n"), (imported.Code, check.Code, check.Out));
        Assert.Contains("产业园", await File.ReadAllTextAsync(sites, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_EPW_file_is_told_line_by_line_and_changes_nothing()
    {
        using var scratch = new Scratch();
        var folder = scratch.Copy("first-steps");
        var before = await File.ReadAllTextAsync(Path.Combine(folder, "weather_sites.csv"), TestContext.Current.CancellationToken);
        var lines = Epw(temperatureC: 7).Split('\n');
        lines[100] = lines[100].Replace(",7.0,", ",warm,", StringComparison.Ordinal);
        lines[200] = lines[200].Replace(",7.0,", ",99.9,", StringComparison.Ordinal);
        await File.WriteAllTextAsync(scratch["station.epw"], string.Join('\n', lines), TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "import", "epw", "station.epw", "first-steps", "--site", "park", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.Contains("station.epw:101: error", result.Out, StringComparison.Ordinal);
        Assert.Contains("station.epw:201: error", result.Out, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(folder, "weather_sites.csv"), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(folder, "weather")));
    }

    [Fact]
    public async Task A_site_that_does_not_exist_is_named()
    {
        using var scratch = new Scratch();
        scratch.Copy("first-steps");
        await File.WriteAllTextAsync(scratch["station.epw"], Epw(temperatureC: 7), TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "import", "epw", "station.epw", "first-steps", "--site", "nowhere");

        Assert.Equal(1, result.Code);
        Assert.Contains("nowhere", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first-steps")]
    [InlineData("yiwu")]
    public async Task A_case_goes_into_a_workbook_and_back_without_a_problem(string name)
    {
        using var scratch = new Scratch();
        scratch.Copy(name);
        scratch.Copy("yiwu-grid");

        var exported = await CliProcess.Run(scratch.Folder, "export", "xlsx", name, "case.xlsx");
        var workbook = await CliProcess.Run(scratch.Folder, "check", "case.xlsx");
        var imported = await CliProcess.Run(scratch.Folder, "import", "xlsx", "case.xlsx", "back");
        var folder = await CliProcess.Run(scratch.Folder, "check", "back");
        var again = await CliProcess.Run(scratch.Folder, "export", "xlsx", name, "case.xlsx");

        Assert.Equal((0, 0, 0, 0), (exported.Code, workbook.Code, imported.Code, folder.Code));
        Assert.Equal(2, again.Code);
    }

    [Fact]
    public async Task A_workbook_gives_the_same_plan_as_its_folder()
    {
        using var scratch = new Scratch();
        await CliProcess.Run(scratch.Folder, "new", "mine");
        await CliProcess.Run(scratch.Folder, "new", "mine.xlsx");

        var folder = await CliProcess.Run(scratch.Folder, "plan", "mine", "--quiet");
        var workbook = await CliProcess.Run(scratch.Folder, "plan", "mine.xlsx", "--quiet");

        Assert.Equal(0, folder.Code);
        Assert.Equal(Cost(folder), Cost(workbook));

        static string Cost(CliResult result) => result.Out.Split('\n')[1];
    }

    /// <summary>A year of made-up weather at 95° E, clock UTC+8, so that the sun is highest at about 13:40.</summary>
    static string Epw(double temperatureC)
    {
        var text = new StringBuilder("LOCATION,Teststation,-,CHN,TEST,000000,43.77,95.00,8.0,480.0\nDESIGN CONDITIONS,0\n"
            + "TYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\nHOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,test\nCOMMENTS 2,test\n"
            + "DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31\n");
        for (var time = new DateTime(2023, 1, 1); time.Year == 2023; time = time.AddHours(1))
        {
            var height = Math.Max(0, Math.Cos((time.Hour + 0.5 - 13.67) / 12 * Math.PI) - 0.35);
            text.Append(CultureInfo.InvariantCulture, $"2023,{time.Month},{time.Day},{time.Hour + 1},0,A7,{temperatureC:0.0},0.0,50,96000,0,0,300,")
                .Append(CultureInfo.InvariantCulture, $"{600 * height:0},{500 * height:0},{150 * height:0},0,0,0,0,180,5.0,5,5,20,20000,0,0,10,0.1,0,88,0,0,1\n");
        }

        return text.ToString();
    }
}
