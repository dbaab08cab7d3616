using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Suandian.Distribution;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Hosting;
using Suandian.Distribution.Outages;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Questions;

namespace Suandian.Reports.Feeders;

public class FeederPicturesTests
{
    static readonly XNamespace Names = "http://www.w3.org/2000/svg";

    [Fact]
    public void No_line_of_the_tree_crosses_another()
    {
        var grid = FeederGrids.ThirtyThree;
        var paths = FeederPaths.Of(grid);
        var layout = new OneLineLayout(grid, paths);

        // a branch runs from its parent down to its own row, then right; two runs in one row do not overlap, and no run crosses a descent
        var runs = paths.Order.Where(b => paths.Parent[b] >= 0).Select(b => (Row: layout.Row[b], From: paths.Depth[b] - 1, Top: layout.Row[paths.Parent[b]])).ToArray();
        Assert.Equal(4, layout.Rows); // the ends 18, 22, 25, 33
        Assert.Equal(runs.Length, runs.Select(r => (r.Row, r.From)).Distinct().Count());
        Assert.All(runs, r => Assert.DoesNotContain(runs, other => other.From < r.From && other.From + 1 > r.From && other.Row > r.Top && other.Row < r.Row));
        Assert.All(runs.Where(r => r.Top < r.Row), r => Assert.DoesNotContain(runs, other => other.From + 1 == r.From && other.Row > r.Top && other.Row <= r.Row));
    }

    [Fact]
    public void Pictures_of_a_year_stand_alone_and_show_every_bus_and_branch()
    {
        var grid = FeederGrids.ThirtyThree;
        var hours = FeederGrids.SunnyDay(grid);

        var files = FeederFiles.Of(grid, hours, FeederYear.Solve(grid, hours, cancellation: TestContext.Current.CancellationToken));

        var line = Picture(files, "one-line.en.svg");
        Assert.Equal(32 + 5, line.Descendants(Names + "path").Count());
        Assert.Equal(5, line.Descendants(Names + "path").Count(p => (string?)p.Attribute("stroke-dasharray") == "4 3")); // ties
        Assert.Equal(32, line.Descendants(Names + "circle").Count(c => c.Element(Names + "title") is not null));
        Assert.Contains("电压沿馈线", Picture(files, "profile.zh.svg").Descendants(Names + "title").First().Value, StringComparison.Ordinal);
        Assert.Contains("<h1>", Text(files, "year.html"), StringComparison.Ordinal);
        Assert.Equal(34, Text(files, "buses.csv").TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void The_heat_map_holds_a_colour_for_every_bus_and_hour()
    {
        var grid = FeederGrids.ThirtyThree;
        var hours = FeederGrids.SunnyDay(grid);

        var image = (string)Picture(FeederFiles.Of(grid, hours, FeederYear.Solve(grid, hours, cancellation: TestContext.Current.CancellationToken)), "heat-map.en.svg").Descendants(Names + "image").Single().Attribute("href")!;

        var png = Convert.FromBase64String(image.Split(',')[1]);
        Assert.Equal((24, 33), (png[19], png[23])); // width and height of the header
        var data = png.AsSpan(png.AsSpan().IndexOf("IDAT"u8) + 4);
        using var packed = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        var cells = new byte[33 * 25];
        packed.ReadExactly(cells);
        Assert.Equal(50, cells[1]); // the slack is at 1 pu in every hour: the middle of the colours
        Assert.True(cells[32 * 25 + 1] < 50);
    }

    [Fact]
    public void Hosting_and_outages_have_their_maps()
    {
        var grid = FeederGrids.ThirtyThree;
        var hours = FeederGrids.SunnyDay(grid);

        var hosting = HostingFiles.Of(grid, hours, HostingCapacity.Solve(grid, hours, null, new HostingOptions { FlexibleMw = 0.5 }, TestContext.Current.CancellationToken));
        var outages = OutageFiles.Of(grid, hours, BranchOutages.Solve(grid, hours, cancellation: TestContext.Current.CancellationToken), []);

        Assert.Equal(32, Picture(hosting, "hosting-map.zh.svg").Descendants(Names + "circle").Count(c => c.Element(Names + "title") is not null));
        Assert.Contains("room_mw_per_mw", Text(hosting, "hosting.csv"), StringComparison.Ordinal);
        Assert.Equal(37, Picture(outages, "outages.en.svg").Descendants(Names + "path").Count());
        Assert.Contains("Outages that leave the most load dark", Text(outages, "outages.html"), StringComparison.Ordinal);
    }

    /// <summary>Buses of thirty-three kilometres take some MW each; within a search up to a kilowatt nothing limits any, and up to the median half of them.</summary>
    [Fact]
    public void What_the_search_ended_at_is_no_capacity()
    {
        var grid = FeederGrids.ThirtyThree;
        var hours = FeederGrids.SunnyDay(grid);
        HostingSolution Up(double? mw) => HostingCapacity.Solve(grid, hours, null, new HostingOptions { MostMw = mw }, TestContext.Current.CancellationToken);
        var limited = HostingWords.Limited(Up(null));
        var middle = Up(null).Buses[limited[limited.Length / 2]]!.Mw;

        var (open, part) = (HostingFiles.Of(grid, hours, Up(0.001)), HostingFiles.Of(grid, hours, Up(middle)));

        Assert.Contains("no limit up to 0.001 MW, where the search ended", Text(open, "hosting.html"), StringComparison.Ordinal);
        Assert.Contains("≥ 0.001", Text(open, "hosting.html"), StringComparison.Ordinal);
        Assert.All(Text(open, "hosting.csv").TrimEnd().Split('\n').Skip(1), line => Assert.Contains(",0.001,true,none,", line, StringComparison.Ordinal));
        Assert.Single(Picture(open, "hosting-map.en.svg").Descendants(Names + "text"), text => text.Value.Contains(" MW", StringComparison.Ordinal)); // one colour
        Assert.Contains("buses without limit up to", Text(part, "hosting.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(", most ", Text(part, "hosting.html"), StringComparison.Ordinal);
    }

    /// <summary>Two lines side by side, of 20 MVA each: without one the other carries all.</summary>
    [Fact]
    public void Outages_that_drive_the_rest_beyond_a_limit_tell_where_and_by_how_much()
    {
        var grid = GridTexts.Grid("""
            function mpc = two
            mpc.version = '2';
            mpc.baseMVA = 100;
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 30 0 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 99 -99 ];
            mpc.branch = [ 1 2 0 0.01 0 20 0 0 0 0 1 -360 360; 1 2 0 0.01 0 20 0 0 0 0 1 -360 360 ];
            """);
        var hours = FeederHours.Snapshot(grid);

        var files = OutageFiles.Of(grid, hours, BranchOutages.Solve(grid, hours, cancellation: TestContext.Current.CancellationToken), [], new Text("建成后", "as built"));

        // Q at the slack is x P² = 0.01 · 0.3² pu = 0.09 Mvar: 30.0001 MVA against 20
        Assert.Contains("<td class=\"n\">30.000 MVA</td><td class=\"n\">20.000 MVA</td>", Text(files, "outages.html"), StringComparison.Ordinal);
        Assert.Contains("as built", Text(files, "outages.html"), StringComparison.Ordinal);
        string[] lines = Text(files, "outages.csv").TrimEnd().Split("\r\n");
        var column = Array.IndexOf(lines[0].Split(','), "worst_at");
        Assert.Equal("1-2#2", lines[1].Split(',')[column]);
        Assert.Equal(30, double.Parse(lines[1].Split(',')[column + 1], CultureInfo.InvariantCulture), 1e-3);
        Assert.Equal(20, double.Parse(lines[1].Split(',')[column + 2], CultureInfo.InvariantCulture), 1e-6); // limits hold to 1e-8
    }

    [Fact]
    public void The_same_grid_has_the_same_picture()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        var year = FeederYear.Solve(grid, FeederHours.Snapshot(grid), cancellation: TestContext.Current.CancellationToken);

        var (one, two) = (FeederFiles.Of(grid, FeederHours.Snapshot(grid), year), FeederFiles.Of(grid, FeederHours.Snapshot(grid), year));

        Assert.Equal(one.Select(f => Convert.ToHexString(f.Bytes)), two.Select(f => Convert.ToHexString(f.Bytes)));
        Assert.Equal(9, Picture(one, "one-line.en.svg").Descendants(Names + "path").Count());
    }

    [Fact]
    public void Circuits_side_by_side_are_straight_lines_and_branches_go_by_the_names_of_their_buses()
    {
        var one = Distribution.PlanCheck.Grids.OneLine(300, 2).Source;
        var grid = new EquippedGrid(one with { Lines = [one.Lines[0], one.Lines[0] with { Name = "second" }] }).Grid;
        var hours = FeederHours.Snapshot(grid) with { WeightH = [8760] };

        var files = FeederFiles.Of(grid, hours, FeederYear.Solve(grid, hours, cancellation: TestContext.Current.CancellationToken));

        string[] ways = [.. Picture(files, "one-line.en.svg").Descendants(Names + "path").Select(p => (string)p.Attribute("d")!)];
        double[] heights = [.. ways.Select(way => double.Parse(way.Split('V')[1].Split('H')[0], CultureInfo.InvariantCulture))];
        Assert.DoesNotContain(ways, way => way.Contains('C', StringComparison.Ordinal) || way.Contains('L', StringComparison.Ordinal));
        Assert.Equal(5, Math.Abs(heights[0] - heights[1]), 1e-9); // px apart
        Assert.Contains("1-2#1 a – b", Text(files, "year.html"), StringComparison.Ordinal);
        Assert.Contains("In each of 8,760 hours", Text(files, "year.html"), StringComparison.Ordinal);
        Assert.Contains("1 hours were computed exactly, each standing for several of the year", Text(files, "year.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_that_closes_a_loop_runs_at_right_angles()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        var year = FeederYear.Solve(grid, FeederHours.Snapshot(grid), cancellation: TestContext.Current.CancellationToken);

        var ways = Picture(FeederFiles.Of(grid, FeederHours.Snapshot(grid), year), "one-line.en.svg").Descendants(Names + "path").Select(p => (string)p.Attribute("d")!).ToArray();

        Assert.DoesNotContain(ways, way => way.Contains('C', StringComparison.Ordinal));
        Assert.Single(ways, way => way.Contains('L', StringComparison.Ordinal)); // nine buses, nine branches: one loop
    }

    static XDocument Picture(IEnumerable<QuestionFile> files, string name) => XDocument.Parse(Text(files, name));

    static string Text(IEnumerable<QuestionFile> files, string name) => Encoding.UTF8.GetString(files.Single(f => f.Path == name).Bytes);
}
