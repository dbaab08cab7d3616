using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Distribution.Grids;
using Suandian.Distribution.PlanCheck;
using Suandian.Distribution.Year;
using Suandian.Reports.Feeders;
using Suandian.Reports.Figures;
using Suandian.Reports.Page;
using Suandian.Reports.Tables;

namespace Suandian.Reports;

/// <summary>The tiny study on a line of 5.2 MVA with a load of 6 MW of its own.</summary>
public class GridFiguresTests
{
    static readonly Study Study = WithGrid();

    static readonly StudyFigures Figures = StudyFigures.From(Study);

    [Fact]
    public void The_overloaded_line_stands_with_its_loading_hours_and_first_hour()
    {
        var misfit = Assert.Single(Figures.Grid!.Data.Misfits);

        Assert.Equal((GridMisfitKind.Overload, "line", 1.0), (misfit.Kind, misfit.Name, misfit.LimitPu));
        Assert.Equal(8760, misfit.Hours, 1e-6);
        Assert.Equal(Study.Network.Snapshots.HourOfYear[0], misfit.FirstHour);
        // 6 MW and the losses over √3 · 10 kV · 0.3 kA
        Assert.InRange(misfit.WorstPu, 6 / 5.1962, 6.1 / 5.1962);
    }

    [Fact]
    public void The_measure_stands_with_its_price_and_source_and_the_heading_says_the_sum()
    {
        var measure = Assert.Single(Figures.Grid!.Data.Repair!.Measures);

        Assert.Equal((GridMeasureKind.Parallel, 2e6, "price of thin"), (measure.Kind, measure.CostYuan, measure.CostSource.En));
        Assert.True(Figures.Grid.Data.Repair.Fits);
        Assert.Contains("2 million yuan", Figures.Grid.Finding.En, StringComparison.Ordinal);
        Assert.Contains("200 万元", Figures.Grid.Finding.Zh, StringComparison.Ordinal);
    }

    /// <summary>The heading is what the command line prints of the grid, so that the bound stands there too.</summary>
    [Fact]
    public void Measures_without_proof_are_told_with_the_cost_below_which_none_fits()
    {
        var open = Study with { GridCheck = Study.GridCheck! with { Repair = Study.GridCheck.Repair! with { AtLeastYuan = 1.25e6, Sets = 4096 } } };

        var finding = StudyFigures.From(open).Grid!.Finding;

        Assert.Contains("2 million yuan make all hours fit (not proved to be the cheapest way; a cheaper one, if there is any, costs at least 1.25 million yuan)", finding.En, StringComparison.Ordinal);
        Assert.Contains("若有更省的组合，不低于 125 万元", finding.Zh, StringComparison.Ordinal);
    }

    /// <summary>The tap moves on the transformer that also gets further units: whoever builds what the row tells has the voltages told.</summary>
    [Fact]
    public void What_the_rows_tell_put_into_the_grid_gives_the_voltages_told()
    {
        var source = Distribution.PlanCheck.Grids.OneTransformer(25, 1.09).Source;
        var study = On(source);
        var figures = StudyFigures.From(study);

        var row = Assert.Single(figures.Grid!.Data.Repair!.Measures);
        var told = Regex.Match(row.After.En, @"^(?<units>\d+) units (?<type>\w+), tap \+(?<tap>\d+)$", RegexOptions.NonBacktracking);
        var built = source with
        {
            Transformers = [source.Transformers[0] with { Units = Number(told.Groups["units"]), Type = told.Groups["type"].Value, Tap = Number(told.Groups["tap"]) }],
        };

        Assert.Equal((0, Number(told.Groups["tap"])), (row.TapBefore, row.TapAfter));
        Assert.Equal("small, tap 0", row.Before.En);
        Assert.Contains("added in parallel, tap reset", ReportPage.Write(figures), StringComparison.Ordinal);
        var check = PlanCheckSolution.Of(built, study.Network, study.Plan).Check;
        Assert.All(figures.Grid.Data.Voltages.Zip(check.Buses), v => Assert.Equal((v.Second.LowestPu, v.Second.HighestPu), (v.First.AfterPu!.Base!.Value, v.First.AfterPu.Plan)));
    }

    [Fact]
    public void Losses_are_those_of_the_page_of_the_year_and_what_is_shown_adds_up()
    {
        var source = Distribution.PlanCheck.Grids.OneLine(300, 4).Source;
        var study = On(source with { Shunts = [new() { Name = "iron", Bus = "b", ReactiveMvar = 0, LossMw = 0.0123 }] });
        var figures = StudyFigures.From(study);
        var grid = new EquippedGrid(study.Case.Grid!);

        var year = FeederYear.Solve(grid.Grid, PlanPlacement.Of(grid, study.Network, study.Plan).Hours(study.Network), cancellation: TestContext.Current.CancellationToken);
        var said = Regex.Match(ReportPage.Write(figures), @"losses of the year are (?<loss>\S+) GWh, (?<share>\S+)% .* shunts and iron losses are (?<shunts>\S+) GWh.* gives (?<exact>\S+) GWh net: .* come to (?<plan>\S+) GWh", RegexOptions.NonBacktracking);

        // the page sweeps where the plan is checked by Newton steps: 1e-8 pu of voltage
        Assert.Equal(1, figures.Grid!.Data.LossMwh / year.LossMwh, 1e-6);
        Assert.Equal(1, figures.Grid.Data.ShuntMwh / year.ShuntMwh, 1e-6);
        Assert.Equal(1, figures.Grid.Data.TakenMwh / year.LoadMwh, 1e-9);
        decimal Said(string group) => decimal.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);
        Assert.Equal(Said("exact"), Said("plan") + Said("loss") + Said("shunts"));
        Assert.Equal(year.LossMwh / 1000, (double)Said("loss"), 0.05);
        Assert.Equal(100 * year.LossMwh / year.LoadMwh, (double)Said("share"), 0.05);
    }

    [Fact]
    public void Nobody_says_that_all_hours_fit_where_a_bus_stays_without_supply()
    {
        var source = Distribution.PlanCheck.Grids.OneLine(300, 6).Source;
        var figure = StudyFigures.From(On(source with
        {
            Buses = source.Buses.Add(source.Buses[1] with { Name = "c" }),
            Loads = source.Loads.Add(source.Loads[0] with { Name = "dark", Bus = "c", PowerMw = 1 }),
        })).Grid!;

        Assert.False(figure.Data.Repair!.Fits);
        Assert.Contains("make all hours fit where there is supply, ", figure.Finding.En, StringComparison.Ordinal);
        Assert.Contains("改造后有电源处全部小时不再越限", figure.Finding.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_plan_has_and_the_grid_does_not_name_is_listed() =>
        Assert.Equal(Study.Network.Loads.Name, Figures.Grid!.Data.Unplaced.Where(u => u.Table == "loads").Select(u => u.Name));

    [Fact]
    public void Page_and_tables_have_a_chapter_only_where_the_case_names_a_grid()
    {
        var bare = TinyStudy.Study();

        var (page, plain) = (ReportPage.Write(Figures), ReportPage.Write(StudyFigures.From(bare)));

        Assert.Contains("id=\"zh-grid\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"en-grid\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("-grid\"", plain, StringComparison.Ordinal);
        Assert.Equal(5, ReportTables.Of(Study, Figures).Count(t => t.Name.StartsWith("grid_", StringComparison.Ordinal)));
        Assert.DoesNotContain(ReportTables.Of(bare, StudyFigures.From(bare)), t => t.Name.StartsWith("grid_", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reference_page_names_every_grid_table_and_column()
    {
        var page = File.ReadAllText(Repository.File("docs/reference/report-folder.md"));
        var tables = ReportTables.Of(Study, Figures).Where(t => t.Name.StartsWith("grid_", StringComparison.Ordinal)).ToArray();

        Assert.All(tables, t => Assert.Contains($"### {t.Name}\n", page, StringComparison.Ordinal));
        Assert.All(tables.SelectMany(t => t.Columns), c => Assert.Contains($"| `{c.Name}` | {c.Title.Zh} | {c.Title.En} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_that_the_chapter_offers_lies_in_the_folder_and_speaks_of_the_grid_with_its_measures()
    {
        var files = PlanGridFiles.Of(Study).ToDictionary(f => f.Path, f => System.Text.Encoding.UTF8.GetString(f.Bytes));
        var page = ReportPage.Write(Figures);

        Assert.Equal(["year", "outages", "hosting_computing", "hosting_wind"], Figures.Grid!.Data.Pages.Select(p => p.Name));
        Assert.All(Figures.Grid.Data.Pages, p => Assert.True(files.ContainsKey(p.Path) && page.Contains($"href=\"{p.Path}#zh\"", StringComparison.Ordinal), p.Path));
        Assert.Contains(files["grid/year/branches.csv"].Split('\n'), row => row.StartsWith("1,2,", StringComparison.Ordinal));
        Assert.NotEmpty(Figures.Grid.Data.Repair!.Measures);
        Assert.Contains("本页为现状电网承载方案的逐时结果，未含报告中为满足限值而列出的改造措施。", files["grid/year/year.html"], StringComparison.Ordinal);
        Assert.Contains("before the measures that the report lists", files["grid/year/year.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("before the measures that the report lists", files["grid/hosting_computing/hosting.html"], StringComparison.Ordinal);
        Assert.Empty(PlanGridFiles.Of(TinyStudy.Study()));
    }

    [Fact]
    public void A_stored_study_gives_the_same_figures_again()
    {
        using var stored = new MemoryStream();
        StudyStore.Write(Study, stored);
        stored.Position = 0;

        var again = StudyFigures.From(StudyStore.Read(stored));

        Assert.Equal(ReportFiles.FigureHashes(Figures), ReportFiles.FigureHashes(again));
        Assert.True(ReportFiles.FigureHashes(again).ContainsKey("grid"));
    }

    static int Number(Group text) => int.Parse(text.Value, CultureInfo.InvariantCulture);

    static Study WithGrid() => On(Distribution.PlanCheck.Grids.OneLine(300, 6, parallelYuan: 2e6, largerYuan: 5e6).Source);

    static Study On(CountyGrid grid)
    {
        var study = TinyStudy.Study();
        return study with { Case = study.Case with { Grid = grid }, GridCheck = PlanCheckSolution.Of(grid, study.Network, study.Plan) };
    }
}
