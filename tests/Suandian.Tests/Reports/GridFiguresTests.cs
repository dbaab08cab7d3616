using Suandian.Distribution.PlanCheck;
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

    static Study WithGrid()
    {
        var (study, grid) = (TinyStudy.Study(), Distribution.PlanCheck.Grids.OneLine(300, 6, parallelYuan: 2e6, largerYuan: 5e6).Source);
        return study with { Case = study.Case with { Grid = grid }, GridCheck = PlanCheckSolution.Of(grid, study.Network, study.Plan) };
    }
}
