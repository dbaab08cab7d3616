using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

public class HoursCheckTests
{
    static readonly double[] Weight = [1000, 2000, 3000];

    [Fact]
    public void Losses_loadings_and_hours_of_one_line_by_hand()
    {
        // 10 kV, r = 0.2 ohm, no x: base 1 ohm on 100 MVA, r = 0.2 pu; U0 = 1, U1 = (1 + √(1 − 4 r p)) / 2 for a load p at power factor 1
        var grid = Grids.OneLine(ratingA: 173.2050808, loadMw: 1).Grid; // √3 · 10 · 0.1732 = 3 MVA
        var check = HoursCheck.Run(grid, Loads(2, 4, 1), Limits(0.93, 1.07), Weight);

        double V(double mw) => (1 + Math.Sqrt(1 - (4 * 0.2 * mw / 100))) / 2;
        double LossMw(double mw) => 0.2 * (mw / 100 / V(mw)) * (mw / 100 / V(mw)) * 100;
        Assert.Equal((0.0, 3), (check.Unsolved.Length, check.Snapshots));
        Assert.Equal(V(4), check.Buses[1].LowestPu, 1e-9);
        Assert.Equal(V(1), check.Buses[1].HighestPu, 1e-9);
        Assert.Equal((1, 2), (check.Buses[1].LowestAt, check.Buses[1].HighestAt));
        Assert.Equal((1000 * LossMw(2)) + (2000 * LossMw(4)) + (3000 * LossMw(1)), check.LossMwh, 1e-5);
        Assert.Equal((4 + LossMw(4)) / 3, check.Branches[0].PeakPu, 1e-7);
        Assert.Equal((2000.0, 1, 1), (check.Branches[0].OverH, check.Branches[0].FirstOver, check.Branches[0].PeakAt));
        Assert.Equal(1000 * (2 + LossMw(2)) + (2000 * (4 + LossMw(4))) + (3000 * (1 + LossMw(1))), check.SlackMwh, 1e-4);
    }

    [Fact]
    public void What_the_slack_gives_is_what_is_taken_and_lost_at_its_own_bus_too()
    {
        var source = Grids.OneLine(500, 1).Source;
        var grid = new Distribution.Grids.EquippedGrid(source with { Shunts = [new() { Name = "iron", Bus = "a", ReactiveMvar = 0, LossMw = 0.5 }] }).Grid;
        var hours = new HourlyInjections(1, [-2, -4], [0, 0]);

        var check = HoursCheck.Run(grid, hours, Limits(0.9, 1.1), [8760]);

        var v = (1 + Math.Sqrt(1 - (4 * 0.2 * 0.04))) / 2;
        var loss = 0.2 * (0.04 / v) * (0.04 / v) * 100;
        Assert.Equal(loss, check.LossMw[0], 1e-7);
        Assert.Equal(8760 * 0.5, check.ShuntMwh, 1e-6);
        Assert.Equal(6.5 + loss, check.SlackMw[0], 1e-7);
    }

    [Fact]
    public void Power_that_flows_back_is_counted()
    {
        var check = HoursCheck.Run(Grids.OneLine(500, 1).Grid, Loads(-2, 1, -1), Limits(0.9, 1.1), Weight);

        Assert.Equal(4000, check.Branches[0].ReverseH);
        Assert.InRange(check.Branches[0].ReverseMw, 1.98, 2.0); // what arrives of 2 MW
    }

    [Fact]
    public void Hours_outside_the_band_are_weighted_and_the_first_is_named()
    {
        // drop of 4 MW: 0.2 · 0.04 = 0.008 pu
        var check = HoursCheck.Run(Grids.OneLine(500, 1).Grid, Loads(-4, 1, 4), Limits(0.995, 1.005), Weight);

        Assert.Equal((3000.0, 1000.0, 0), (check.Buses[1].LowH, check.Buses[1].HighH, check.Buses[1].FirstOutside));
        Assert.False(check.Fits);
    }

    [Theory]
    [InlineData(-4, 4, 0.01600)] // both signs: √1.032 / 2 − √0.968 / 2
    [InlineData(2, 4, 0.00807)] // one sign: the larger
    public void The_two_deviations_count_together_where_their_signs_differ(double first, double second, double sum)
    {
        var check = HoursCheck.Run(Grids.OneLine(500, 1).Grid, Loads(first, second, second), Limits(0.9, 1.1, 0.01), Weight);

        Assert.Equal(sum, check.Buses[1].SumPu, 1e-5);
        Assert.Equal(sum > 0.01, check.Buses[1].IsSumBroken);
    }

    [Fact]
    public void An_hour_without_solution_is_named_and_the_others_are_kept()
    {
        // most that the line carries at power factor 1: 1 / (4 r) = 1.25 pu = 125 MW
        var check = HoursCheck.Run(Grids.OneLine(500, 1).Grid, Loads(2, 200, 1), Limits(0.9, 1.1), Weight);

        Assert.Equal([1], check.Unsolved);
        Assert.False(check.Fits);
        Assert.Equal(0, check.Buses[1].LowestAt);
    }

    [Fact]
    public void A_load_without_a_way_to_the_source_does_not_fit()
    {
        var grid = Grids.OneLine(500, 1).Grid;
        var check = HoursCheck.Run(grid with { Branches = grid.Branches with { InService = [false] } }, Loads(2, 4, 1), Limits(0.9, 1.1), Weight);

        Assert.Equal([1], check.Dark);
        Assert.False(check.Fits);
        Assert.Empty(HoursCheck.Run(grid, Loads(2, 4, 1), Limits(0.9, 1.1), Weight).Dark);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var grid = Grids.OneLine(500, 1).Grid;
        var hours = new HourlyInjections(400, [.. new double[400], .. Enumerable.Range(0, 400).Select(t => -1 - Math.Sin(t))], new double[800]);
        double[] weight = [.. Enumerable.Repeat(1.0, 400)];

        var (one, two) = (HoursCheck.Run(grid, hours, Limits(0.9, 1.1, 0.1), weight), HoursCheck.Run(grid, hours, Limits(0.9, 1.1, 0.1), weight, threads: 3));

        Assert.Equal(one.LossMw, two.LossMw);
        Assert.Equal(one.Buses, two.Buses);
        Assert.Equal(one.Branches, two.Branches);
    }

    static HourlyInjections Loads(params double[] mw) => new(mw.Length, [.. new double[mw.Length], .. mw.Select(p => -p)], new double[2 * mw.Length]);

    static FeederLimits Limits(double min, double max, double spread = double.PositiveInfinity) => new()
    {
        LowPu = [min, min], HighPu = [max, max], SpreadPu = [spread, spread], LowSource = [LimitSource.Case, LimitSource.Case], HighSource = [LimitSource.Case, LimitSource.Case], RatingMva = [0],
    };
}
