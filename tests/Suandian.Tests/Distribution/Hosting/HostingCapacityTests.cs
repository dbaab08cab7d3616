using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

public class HostingCapacityTests
{
    /// <summary>Computed with MATPOWER by bisection to 1e-6 MW: one generator without reactive power at a bus, slack 1 pu, kW.</summary>
    [Theory]
    [InlineData(1.0, 1.07, 18, 2457.7)]
    [InlineData(0.4, 1.07, 18, 1630.2)]
    [InlineData(0.4, 1.05, 18, 1279.4)]
    [InlineData(1.0, 1.07, 4, 16886.6)]
    [InlineData(0.4, 1.07, 4, 14358.6)]
    [InlineData(0.4, 1.05, 4, 10513.1)]
    [InlineData(1.0, 1.07, 3, 25386.2)]
    [InlineData(0.4, 1.07, 3, 22533.1)]
    [InlineData(0.4, 1.05, 3, 16291.6)]
    public void Published_feeders_take_what_MATPOWER_found(double load, double high, int bus, double kw)
    {
        var grid = FeederGrids.ThirtyThree;

        var answer = Solve(grid, FeederGrids.Scaled(grid, load), FeederGrids.Below(grid, high), new HostingOptions { MostMw = 60 });

        Assert.Equal(kw, 1000 * answer.Buses[bus - 1]!.Mw, 0.08); // printed to 0.1 kW; the search ends at 0.01 to 0.025 kW
        Assert.Equal((ViolationKind.HighVoltage, bus - 1), (answer.Buses[bus - 1]!.Limit.Kind, answer.Buses[bus - 1]!.Limit.Index));
        Assert.True(answer.Buses[1]!.IsOpen && answer.Buses[1]!.Mw == 60);
        Assert.Null(answer.Buses[0]);
    }

    [Fact]
    public void The_end_of_a_line_takes_what_the_formula_says()
    {
        // V (V − 1) = r P at unity power factor behind r alone: 1.07 · 0.07 / 0.1 = 0.749 pu; a load likewise 0.93 · 0.07 / 0.1 = 0.651 pu
        var grid = FeederGrids.Pair();
        var hours = FeederHours.Snapshot(grid);

        var (pv, load) = (Solve(grid, hours), Solve(grid, hours, options: new HostingOptions { Kind = HostingKind.Load, PowerFactor = 1 }));

        Assert.Equal(74.9, pv.Buses[1]!.Mw, 2e-3); // limits are held to 1e-6 pu, which is 1e-6 · 1.14/0.1 pu of power
        Assert.Equal(65.1, load.Buses[1]!.Mw, 2e-3);
        Assert.Equal(ViolationKind.LowVoltage, load.Buses[1]!.Limit.Kind);
    }

    [Fact]
    public void A_rating_limits_before_the_voltage()
    {
        var grid = FeederGrids.Pair(ratingMva: 50);

        var answer = Solve(grid, FeederHours.Snapshot(grid));

        Assert.Equal(50, answer.Buses[1]!.Mw, 1e-4); // the far end carries all of it
        Assert.Equal((ViolationKind.Overload, 0), (answer.Buses[1]!.Limit.Kind, answer.Buses[1]!.Limit.Index));
    }

    [Fact]
    public void Every_hour_holds_the_limits_and_a_little_more_breaks_the_one_that_is_named()
    {
        var grid = FeederGrids.ThirtyThree;
        var hours = FeederGrids.SunnyDay(grid);

        var answer = Solve(grid, hours);

        foreach (var bus in (int[])[5, 17, 24, 32])
        {
            var (mw, limit) = (answer.Buses[bus]!.Mw, answer.Buses[bus]!.Limit);
            Assert.True(Highest(grid, hours, bus, mw).Max() <= 1.07 + 2e-6, $"bus {bus}");
            Assert.True(Highest(grid, hours, bus, mw * 1.0001)[limit.Hour] > 1.07, $"bus {bus} in hour {limit.Hour}");
        }

        Assert.Equal(11, answer.Hours.Length); // hours with sun: 7 … 17
    }

    [Fact]
    public void More_hours_never_raise_and_wider_limits_never_lower_what_a_bus_takes()
    {
        var grid = FeederGrids.ThirtyThree;
        var day = FeederGrids.SunnyDay(grid);

        var all = Solve(grid, day, FeederGrids.Below(grid, 1.07));
        var some = Solve(grid, day.Chosen([8, 9, 10, 16]), FeederGrids.Below(grid, 1.07));
        var narrow = Solve(grid, day, FeederGrids.Below(grid, 1.05));

        for (var b = 1; b < 33; b++)
        {
            Assert.True(some.Buses[b]!.Mw >= all.Buses[b]!.Mw - 1e-4 && narrow.Buses[b]!.Mw <= all.Buses[b]!.Mw + 1e-4, $"bus {b}");
        }
    }

    [Fact]
    public void A_limit_that_is_broken_before_counts_only_where_it_becomes_worse()
    {
        var grid = FeederGrids.ThirtyThree; // lowest voltage 0.913 < 0.93

        var (pv, load) = (Solve(grid, FeederHours.Snapshot(grid)), Solve(grid, FeederHours.Snapshot(grid), options: new HostingOptions { Kind = HostingKind.Load }));

        Assert.True(pv.BrokenBefore > 0 && pv.Buses[17]!.Mw > 2);
        Assert.Equal(0, load.Buses[17]!.Mw, 1e-3);
    }

    [Fact]
    public void From_35_kV_up_a_low_hour_leaves_less_above()
    {
        // the line of r = 0.1 pu at 110 kV: a load of 0.19 pu gives V (1 − V) = 0.019, V = 0.9806; so 1.10 − 0.0194 = 1.0806 is left above, P = 1.0806 · 0.0806/0.1
        var grid = FeederGrids.Pair() with { Buses = FeederGrids.Pair().Buses with { BaseKv = [110, 110] } };
        var hours = FeederHours.Of(new HourlyInjections(2, [0, 0, -19, 0], new double[4])) with { PvPu = [0, 1] };

        var (v, answer) = ((1 + Math.Sqrt(1 - 4 * 0.019)) / 2, Solve(grid, hours));

        Assert.Equal(100 * (0.1 + v) * (0.1 + v - 1) / 0.1, answer.Buses[1]!.Mw, 2e-3);
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        var grid = FeederGrids.ThirtyThree;
        var day = FeederGrids.SunnyDay(grid);

        var (one, two) = (Solve(grid, day, options: new HostingOptions { FlexibleMw = 0.5 }), Solve(grid, day, options: new HostingOptions { FlexibleMw = 0.5, Threads = 2 }));

        Assert.Equal(one.Buses, two.Buses);
        Assert.Equal(one.Flexible, two.Flexible);
    }

    [Fact]
    public void A_meshed_grid_with_machines_is_answered_too()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var answer = Solve(grid, FeederHours.Snapshot(grid));

        Assert.Null(answer.Buses[1]); // a bus that holds its voltage
        Assert.Equal(ViolationKind.Overload, answer.Buses[4]!.Limit.Kind);
        var more = FeederHours.Snapshot(grid).Injections.ActiveMw;
        more[4] += answer.Buses[4]!.Mw;
        var flow = new HourlyFlow(grid).Solve(new HourlyInjections(1, more, FeederHours.Snapshot(grid).Injections.ReactiveMvar), cancellation: TestContext.Current.CancellationToken);
        var k = answer.Buses[4]!.Limit.Index;
        Assert.Equal(grid.Branches.RatingMva[k], Math.Max(double.Hypot(flow.FromMw[k], flow.FromMvar[k]), double.Hypot(flow.ToMw[k], flow.ToMvar[k])), 1e-2);
    }

    static HostingSolution Solve(PowerGrid grid, FeederHours hours, FeederLimits? limits = null, HostingOptions? options = null) =>
        HostingCapacity.Solve(grid, hours, limits, (options ?? new HostingOptions()) with { MostMw = options?.MostMw ?? 400 }, TestContext.Current.CancellationToken);

    static double[] Highest(PowerGrid grid, FeederHours hours, int bus, double mw)
    {
        double[] active = [.. hours.Injections.ActiveMw];
        for (var h = 0; h < hours.Count; h++)
        {
            active[bus * hours.Count + h] += mw * hours.PvPu![h];
        }

        var flow = new HourlyFlow(grid, HourlyMethod.Newton).Solve(hours.Injections with { ActiveMw = active });
        return [.. Enumerable.Range(0, hours.Count).Select(h => Enumerable.Range(0, grid.Buses.Count).Max(b => flow.VoltagePu[b * hours.Count + h]))];
    }
}
