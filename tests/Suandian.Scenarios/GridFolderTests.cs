using System.Text.Json;

namespace Suandian.Scenarios;

public class GridFolderTests
{
    static readonly string County = Path.Combine(CliProcess.Root, "cases", "yiwu");

    [Fact]
    public async Task Flow_of_a_grid_folder_calls_buses_by_their_names()
    {
        var result = await CliProcess.Run("/", "flow", County + "-grid", "--lang", "en", "--rows", "3");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("36 buses, 37 branches", result.Out, StringComparison.Ordinal);
        Assert.Contains("buses outside their limits: 0, branches overloaded: 0", result.Out, StringComparison.Ordinal);
        Assert.Contains("Naomaohu feeder 1, end)", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_reads_a_grid_folder_as_one()
    {
        var result = await CliProcess.Run("/", "check", County + "-grid", "--json");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((0, 0), (result.Code, document.RootElement.GetProperty("errors").GetInt32()));
        Assert.Contains("grid_lines.csv", document.RootElement.GetProperty("read").EnumerateArray().Select(f => f.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task A_grid_folder_becomes_a_case_of_MATPOWER_with_the_same_flow()
    {
        using var scratch = new Scratch();

        var exported = await CliProcess.Run(scratch.Folder, "export", "matpower", County + "-grid", "county.m");
        var (folder, file) = (await CliProcess.Run(scratch.Folder, "flow", County + "-grid", "--json"), await CliProcess.Run(scratch.Folder, "flow", "county.m", "--json"));

        Assert.Equal((0, 0, 0), (exported.Code, folder.Code, file.Code));
        Assert.Equal(Loss(folder.Out), Loss(file.Out), 1e-12);

        static double Loss(string text)
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetProperty("flow").GetProperty("loss_mw").GetDouble();
        }
    }

    [Fact]
    public async Task The_cheapest_dispatch_of_a_grid_folder_is_found()
    {
        var result = await CliProcess.Run("/", "opf", County + "-grid", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var optimum = document.RootElement.GetProperty("optimum");
        Assert.Equal((0, "optimal"), (result.Code, optimum.GetProperty("status").GetString()));
        // all but the solar tower of 15 MW comes from the grid above at 240 yuan/MWh: some 42 MW
        Assert.InRange(optimum.GetProperty("cost_per_h").GetDouble(), 240 * 25, 240 * 45);
    }

    [Fact]
    public async Task Faults_of_the_tables_are_told_at_once_in_both_languages()
    {
        using var scratch = new Scratch();
        scratch.Copy("yiwu-grid");
        Replace(scratch["yiwu-grid/grid_lines.csv"], "6xLGJ-400-750,144.3", "6xLGJ-401-750,-1");
        Replace(scratch["yiwu-grid/grid_transformers.csv"], "SZ11-40000-110-10,1,3", "SZ11-40000-110-10,1,40");
        Replace(scratch["yiwu-grid/grid_generators.csv"], ",slack,", ",power,");

        var (chinese, english) = (await CliProcess.Run(scratch.Folder, "flow", "yiwu-grid"), await CliProcess.Run(scratch.Folder, "flow", "yiwu-grid", "--lang", "en"));

        Assert.Equal((1, 1), (chinese.Code, english.Code));
        foreach (var told in new[] { "grid_lines.csv:2", "SD0301", "SD0204", "SD1562", "SD1564" })
        {
            Assert.Contains(told, chinese.Out, StringComparison.Ordinal);
            Assert.Contains(told, english.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_case_of_MATPOWER_becomes_a_folder_with_the_same_flow()
    {
        using var scratch = new Scratch();
        await CliProcess.Run(scratch.Folder, "export", "matpower", County + "-grid", "county.m");

        var imported = await CliProcess.Run(scratch.Folder, "import", "matpower", "county.m", "--out", "grid", "--json");
        var (folder, file) = (await CliProcess.Run(scratch.Folder, "flow", "grid", "--json"), await CliProcess.Run(scratch.Folder, "flow", "county.m", "--json"));
        var again = await CliProcess.Run(scratch.Folder, "import", "matpower", "county.m", "--out", "grid");
        var elsewhere = await CliProcess.Run(scratch.Folder, "export", "matpower", "grid", "grid.json");

        Assert.Equal((0, 0, 2, 2), (imported.Code, folder.Code, again.Code, elsewhere.Code));
        Assert.All(JsonDocument.Parse(folder.Out).RootElement.GetProperty("buses").EnumerateArray().Zip(JsonDocument.Parse(file.Out).RootElement.GetProperty("buses").EnumerateArray()), pair =>
            Assert.Equal(pair.Second.GetProperty("voltage_pu").GetDouble(), pair.First.GetProperty("voltage_pu").GetDouble(), 1e-9));
    }

    [Fact]
    public async Task A_study_checks_its_plan_on_the_grid_and_the_report_is_written_again_from_what_was_stored()
    {
        using var scratch = new Scratch();

        var study = await CliProcess.Run(scratch.Folder, "study", County, "--hours", "19", "--no-base", "--json", "--out", "report");
        var again = await CliProcess.Run(scratch.Folder, "report", "report", "--out", "again");

        Assert.Equal((0, 0), (study.Code, again.Code));
        using var document = JsonDocument.Parse(study.Out);
        var grid = document.RootElement.GetProperty("study").GetProperty("grid");
        Assert.Equal((168, 0), (grid.GetProperty("hours").GetInt32(), grid.GetProperty("hours_unsolved").GetInt32()));
        Assert.True(grid.GetProperty("fits_after").GetBoolean());
        Assert.Contains("datacentre_t110", grid.GetProperty("misfits").EnumerateArray().Select(m => m.GetProperty("name").GetString()));
        Assert.InRange(grid.GetProperty("measures_yuan").GetDouble(), 1e6, 1e9);
        Assert.Contains("outbound_wind", grid.GetProperty("unplaced").EnumerateArray().Select(u => u.GetProperty("name").GetString()));
        var page = await File.ReadAllTextAsync(scratch["report/index.html"], TestContext.Current.CancellationToken);
        Assert.Contains("id=\"zh-grid\"", page, StringComparison.Ordinal);
        Assert.Contains("Where the plan does not fit the wires", page, StringComparison.Ordinal);
        foreach (var file in new[] { "index.html", "tables/grid_misfits.csv", "tables/grid_measures.csv", "tables/grid_voltages.csv", "results.xlsx" })
        {
            Assert.Equal(File.ReadAllBytes(scratch["report/" + file]), File.ReadAllBytes(scratch["again/" + file]));
        }
    }

    [Fact]
    public async Task Faults_of_the_named_grid_stop_the_case_and_carry_its_folder()
    {
        using var scratch = new Scratch();
        scratch.Copy("yiwu");

        var missing = await CliProcess.Run(scratch.Folder, "check", "yiwu", "--lang", "en");
        scratch.Copy("yiwu-grid");
        Replace(scratch["yiwu-grid/grid_generators.csv"], "generators,xiamaya_wind", "generators,xiamaya_wnd");
        var misspelt = await CliProcess.Run(scratch.Folder, "check", "yiwu", "--lang", "en");

        Assert.Equal((1, 1), (missing.Code, misspelt.Code));
        Assert.Contains("SD1573", missing.Out, StringComparison.Ordinal);
        Assert.Contains("SD1572", misspelt.Out, StringComparison.Ordinal);
        Assert.Contains("../yiwu-grid/grid_generators.csv", misspelt.Out, StringComparison.Ordinal);
        Assert.Contains("xiamaya_wind", misspelt.Out, StringComparison.Ordinal);
    }

    static void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, with, StringComparison.Ordinal));
    }
}
