using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

public class FeederYearTests
{
    [Fact]
    public void Energy_is_conserved_and_losses_of_branches_add_up()
    {
        var grid = FeederGrids.ThirtyThree;

        var year = FeederYear.Solve(grid, FeederGrids.Scaled(grid, 0.4, 0.7, 1), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(2.1 * 3.715, year.LoadMwh, 1e-9); // 3.715 MW is the load of the feeder
        Assert.Equal(year.LoadMwh + year.LossMwh, year.ImportMwh - year.ExportMwh, 1e-5);
        Assert.Equal(year.LossMwh, year.Branches.Sum(b => b.LossMwh), 1e-9);
        Assert.Equal(0.202677, year.Flow.LossMw[2], 5e-7); // M. E. Baran and F. F. Wu: 202.68 kW
        Assert.Equal((0.91309, 2), (Math.Round(year.Buses[17].LowestPu, 5), year.Buses[17].LowestHour));
    }

    /// <summary>Thirteen hours that stand for 8760/13 each, all of them with power back to the slack: thirteen such weights add up to 8760.000000000002.</summary>
    [Fact]
    public void Hours_of_weighted_snapshots_add_up_to_whole_numbers()
    {
        var hours = FeederHours.Of(new HourlyInjections(13, [.. new double[13], .. Enumerable.Repeat(10.0, 13)], new double[26])) with { WeightH = [.. Enumerable.Repeat(8760 / 13.0, 13)] };
        var grid = FeederGrids.Pair(ratingMva: 5);

        var year = FeederYear.Solve(grid, hours, FeederGrids.Below(grid, 1.005) with { RatingMva = [5] }, cancellation: TestContext.Current.CancellationToken);

        Assert.NotEqual(8760, hours.WeightH.Sum());
        Assert.Equal([8760, 8760, 8760, 8760, 8760], (double[])[year.Buses[1].HoursHigh, year.Branches[0].HoursOver, year.Branches[0].ReverseHours, year.BeyondH, year.ExportHours]);
    }

    /// <summary>Storage charges with 2 MW and gives 1 MW beside a load of 1 MW: loads of 3 and 1 MW, generation of 0 and 1 MW.</summary>
    [Fact]
    public void What_storage_takes_is_load_and_no_negative_generation()
    {
        var hours = FeederHours.Of(new HourlyInjections(2, [0, 0, -3, 0], new double[4])) with { LoadMw = [0, 0, 1, 1] };

        var year = FeederYear.Solve(FeederGrids.Pair(), hours, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([3, 1], year.LoadMw);
        Assert.Equal([0, 1], year.GenerationMw);
    }

    /// <summary>Slack 1 at 1 pu, bus 2 held at 1.05 pu behind x = 0.5 pu without load: Q = V (V − 1)/x = 1.05 · 0.05/0.5 pu on 100 MVA, or 10.5 Mvar, in each hour, of ±4.</summary>
    [Fact]
    public void Generators_beyond_their_reactive_limits_are_counted_hour_by_hour()
    {
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 2 0 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 99 -99 1 100 1 99 -99; 2 0 7 4 -4 1.05 100 1 9 0", "1 2 0 0.5 0 0 0 0 0 0 1 -360 360"));
        var hours = FeederHours.Of(new HourlyInjections(2, new double[4], [0, 0, 7, 7]));

        var beyond = Assert.Single(ReactiveExcess.Of(grid, hours, FeederYear.Solve(grid, hours, cancellation: TestContext.Current.CancellationToken).Flow));

        Assert.Equal((1, 2, 4.0), (beyond.Bus, beyond.Hours, beyond.LimitMvar));
        Assert.Equal(10.5, beyond.Mvar, 1e-4);
    }

    [Fact]
    public void An_hour_that_stands_for_several_counts_like_as_many_of_its_kind()
    {
        var grid = FeederGrids.ThirtyThree;
        var token = TestContext.Current.CancellationToken;

        var weighted = FeederYear.Solve(grid, FeederGrids.Scaled(grid, 0.4, 1) with { WeightH = [2, 3] }, cancellation: token);
        var repeated = FeederYear.Solve(grid, FeederGrids.Scaled(grid, 0.4, 0.4, 1, 1, 1), cancellation: token);

        Assert.Equal(repeated.LoadMwh, weighted.LoadMwh, 1e-9);
        Assert.Equal(repeated.LossMwh, weighted.LossMwh, 1e-9);
        Assert.Equal(repeated.ImportMwh, weighted.ImportMwh, 1e-7);
        Assert.Equal(repeated.Branches.Select(b => Math.Round(b.LossMwh, 9)), weighted.Branches.Select(b => Math.Round(b.LossMwh, 9)));
        Assert.Equal(repeated.Buses.Select(b => (b.HoursLow, Math.Round(b.MeanPu, 9))), weighted.Buses.Select(b => (b.HoursLow, Math.Round(b.MeanPu, 9))));
        Assert.Equal((1, 3), (weighted.HoursBeyond, repeated.HoursBeyond)); // hours that were computed
    }

    [Fact]
    public void What_shunts_take_completes_the_balance()
    {
        var plain = FeederGrids.ThirtyThree;
        var grid = plain with { Buses = plain.Buses with { ShuntMw = [.. plain.Buses.ShuntMw.Select((_, b) => b == 10 ? 0.1 : 0)] } };

        var year = FeederYear.Solve(grid, FeederGrids.Scaled(grid, 0.4, 1), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(0.1 * (Math.Pow(year.Flow.VoltagePu[20], 2) + Math.Pow(year.Flow.VoltagePu[21], 2)), year.ShuntMwh, 1e-12);
        Assert.Equal(year.LoadMwh + year.LossMwh + year.ShuntMwh, year.ImportMwh - year.ExportMwh, 1e-5);
    }

    [Fact]
    public void Hours_beyond_limits_are_counted_and_listed()
    {
        var grid = FeederGrids.ThirtyThree;

        var year = FeederYear.Solve(grid, FeederGrids.Scaled(grid, 0.2, 1, 1), cancellation: TestContext.Current.CancellationToken);

        var listed = FeederYear.Violations(year).ToArray();
        Assert.Equal(2, year.HoursBeyond); // 0.913 < 0.93 at full load only
        Assert.Equal(2, year.Buses[17].HoursLow);
        Assert.Equal(year.Buses.Sum(b => b.HoursLow + b.HoursHigh), listed.Length);
        Assert.All(listed, v => Assert.True(v.Kind == ViolationKind.LowVoltage && v.Value < 0.93 && v.Hour > 0));
    }

    [Fact]
    public void Power_towards_the_slack_is_told_at_the_branch_and_at_the_supply()
    {
        var grid = FeederGrids.Pair(ratingMva: 30);
        var hours = FeederHours.Of(new HourlyInjections(3, [0, 0, 0, -20, 40, 10], new double[6]));

        var year = FeederYear.Solve(grid, hours, cancellation: TestContext.Current.CancellationToken);

        var line = year.Branches[0];
        Assert.Equal((2, 40, 1), (line.ReverseHours, Math.Round(line.MostReverseMw, 6), line.MostReverseHour));
        Assert.Equal((40, 1, 1), (Math.Round(line.PeakMva, 6), line.PeakHour, line.HoursOver)); // the far end carries more: its losses lie behind it
        Assert.Equal((2, 20, 50), (year.ExportHours, Math.Round(year.LoadMwh, 9), Math.Round(year.GenerationMwh, 9)));
        // V (V − 1) = r P: P = 0.4 and r = 0.1 give V = (1 + √1.16)/2, losses r (P/V)²
        double v = (1 + Math.Sqrt(1.16)) / 2, w = (1 + Math.Sqrt(1.04)) / 2;
        Assert.Equal(40 + 10 - 100 * 0.1 * (Math.Pow(0.4 / v, 2) + Math.Pow(0.1 / w, 2)), year.ExportMwh, 1e-5);
    }

    [Fact]
    public void The_state_of_a_case_is_an_hour_with_its_generation()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var year = FeederYear.Solve(grid, FeederHours.Snapshot(grid), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(315, year.LoadMwh, 1e-9);
        Assert.Equal(AcFlow.Solve(grid).VoltagePu[4], year.Buses[4].LowestPu, 1e-8);
    }

    [Fact]
    public void An_hour_without_solution_is_told()
    {
        var grid = FeederGrids.Pair();

        var year = FeederYear.Solve(grid, FeederHours.Of(new HourlyInjections(2, [0, 0, -400, -10], new double[4])), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([0], year.Unsolved); // V (V − 1) = −0.4: no real root
        Assert.Equal(1, year.Buses[1].LowestHour);
    }

    [Fact]
    public void Ways_lead_over_the_least_impedance_and_each_bus_is_followed_by_what_hangs_on_it()
    {
        var paths = FeederPaths.Of(FeederGrids.ThirtyThree);

        var behind = paths.Followers();
        Assert.Equal((33, 33), (paths.Order.Length, behind[0]));
        Assert.Equal((4, 16), (paths.Parent[5], paths.Parent[17]));
        for (var i = 0; i < 33; i++)
        {
            Assert.All(paths.Order[i..(i + behind[paths.Order[i]])], b => Assert.True(b == paths.Order[i] || paths.Depth[b] > paths.Depth[paths.Order[i]]));
        }
    }
}
