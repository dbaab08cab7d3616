namespace Suandian.PowerFlow;

public class HourlyFlowTests
{
    [Fact]
    public void A_week_of_the_33_buses_loses_12127_661911_kWh()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());

        var week = Hours(grid, Loads(grid, 168), tolerance: 1e-11);

        // computed by MATPOWER for the load factors of Loads to 1e-8 pu, that is 1e-4 kW an hour on its base; hour 0: 7.52045706 kW, 0.9836245945 pu at bus 18
        Assert.Equal(12127.661911, 1000 * week.LossMw.Sum(), 5e-4);
        Assert.Equal(7.52045706, 1000 * week.LossMw[0], 1e-6);
        Assert.Equal(0.9836245945, week.VoltagePu[17 * 168], 1e-8);
    }

    [Theory]
    [InlineData(HourlyMethod.Newton)]
    [InlineData(HourlyMethod.Sweep)]
    public void Every_hour_equals_the_flow_of_that_hour_alone(HourlyMethod method)
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        var injections = Loads(grid, 11);

        var hours = Hours(grid, injections, method);

        for (var s = 0; s < 11; s++)
        {
            var alone = AcFlow.Solve(grid with
            {
                Buses = grid.Buses with { LoadMw = [.. Column(injections.ActiveMw, 11, s).Select(p => -p)], LoadMvar = [.. Column(injections.ReactiveMvar, 11, s).Select(q => -q)] },
            });
            Assert.True(hours.IsSolved[s]);
            Equal(alone.VoltagePu, Column(hours.VoltagePu, 11, s), 2e-9);
            Equal(alone.AngleDeg, Column(hours.AngleDeg, 11, s), 2e-7);
            Equal(alone.FromMw, Column(hours.FromMw, 11, s), 1e-5);
            Equal(alone.ToMvar, Column(hours.ToMvar, 11, s), 1e-5);
            Assert.Equal(alone.GeneratorMw[0], hours.SlackMw[s], 1e-5);
            Assert.Equal(alone.GeneratorMvar[0], hours.SlackMvar[s], 1e-5);
        }
    }

    [Fact]
    public void A_meshed_grid_with_machines_equals_the_flow_alone()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        var flow = AcFlow.Solve(grid);
        double[] active = [0, 163, 85, 0, -90, 0, -100, 0, -125], reactive = [0, 0, 0, 0, -30, 0, -35, 0, -50];

        var hours = Hours(grid, new HourlyInjections(2, [.. active.SelectMany(p => new[] { p, p / 2 })], [.. reactive.SelectMany(q => new[] { q, q / 2 })]));

        Assert.False(new HourlyFlow(grid).IsSweep);
        Equal(flow.VoltagePu, Column(hours.VoltagePu, 2, 0), 1e-9);
        Equal(flow.ToMvar, Column(hours.ToMvar, 2, 0), 1e-5);
        Assert.Equal(flow.GeneratorMw[0], hours.SlackMw[0], 1e-5);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        var injections = Loads(grid, 700);

        var (one, four) = (Hours(grid, injections), Hours(grid, injections, threads: 4));

        Assert.Equal(one.VoltagePu, four.VoltagePu);
        Assert.Equal(one.FromMw, four.FromMw);
        Assert.Equal(one.LossMw, four.LossMw);
    }

    [Fact]
    public void An_hour_without_solution_is_told_and_spoils_no_other()
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(200));

        var hours = Hours(grid, new HourlyInjections(5, [0, 0, 0, 0, 0, -100, -600, -200, -490, -50], new double[10]));

        Assert.Equal([true, false, true, true, true], hours.IsSolved);
        Assert.True(double.IsNaN(hours.VoltagePu[6]) && double.IsNaN(hours.LossMw[1]));
        Assert.Equal(AcFlow.Solve(grid).VoltagePu[1], hours.VoltagePu[7], 1e-8);
        Assert.Equal(490, hours.SlackMw[3], 1e-5);
    }

    [Fact]
    public void Hours_without_solution_leave_no_trace_in_a_meshed_grid()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        double[] active = [0, 163, 85, 0, -90, 0, -100, 0, -125], factors = [1, 1, 1, 1, 40, 40, 40, 40, 1, 1, 1, 1];

        var hours = Hours(grid, new HourlyInjections(12, [.. active.SelectMany(p => factors.Select(f => p * f))], new double[9 * 12]));

        Assert.Equal(factors.Select(f => f == 1), hours.IsSolved);
        Assert.Equal(hours.LossMw[0], hours.LossMw[8]); // both from a flat start
        Assert.Equal(Column(hours.VoltagePu, 12, 0), Column(hours.VoltagePu, 12, 8));
    }

    [Theory]
    [InlineData(HourlyMethod.Sweep)]
    [InlineData(HourlyMethod.Newton)]
    public void Hours_up_to_the_end_of_what_a_feeder_carries_are_solved_and_those_beyond_are_told(HourlyMethod method)
    {
        // the flow alone finds the share of the 33 buses' load, raised in proportion, from which on there is no solution
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        PowerGrid Times(double factor) => grid with { Buses = grid.Buses with { LoadMw = [.. grid.Buses.LoadMw.Select(p => p * factor)], LoadMvar = [.. grid.Buses.LoadMvar.Select(q => q * factor)] } };
        var end = 10 * AcFlow.Solve(Times(10)).LargestShare;
        double[] factors = [1, 0.5 * end, 1.5 * end, 0.9 * end, 0.99 * end, 2 * end, 1.02 * end, 10 * end, 1, 1.001 * end, 0.999 * end];

        var hours = Hours(grid, new HourlyInjections(factors.Length, [.. grid.Buses.LoadMw.SelectMany(p => factors.Select(f => -f * p))], [.. grid.Buses.LoadMvar.SelectMany(q => factors.Select(f => -f * q))]), method);

        Assert.InRange(end, 3, 5);
        Assert.Equal(factors.Select(f => f < end), hours.IsSolved);
        Equal(AcFlow.Solve(Times(factors[10])).VoltagePu, Column(hours.VoltagePu, factors.Length, 10), 1e-5);
    }

    [Fact]
    public void A_sweep_carries_shunts_and_charging()
    {
        var text = GridTexts.TwoBuses(50, 20, r: 0.02).Replace("0.02 0.1 0", "0.02 0.1 0.3", StringComparison.Ordinal).Replace("20 0 0 1", "20 3 12 1", StringComparison.Ordinal);
        var grid = GridTexts.Grid(text);
        var flow = AcFlow.Solve(grid);

        var hours = Hours(grid, new HourlyInjections(1, [0, -50], [0, -20]), HourlyMethod.Sweep);

        Assert.Equal((3, 0.3), (grid.Buses.ShuntMw[1], grid.Branches.ChargingPu[0]));
        Equal(flow.VoltagePu, hours.VoltagePu, 2e-8);
        Equal(flow.FromMvar, hours.FromMvar, 2e-5);
        Equal(flow.ToMw, hours.ToMw, 2e-5);
    }

    [Fact]
    public void A_sweep_is_refused_where_it_does_not_suit() =>
        Assert.Throws<ArgumentException>(() => new HourlyFlow(GridTexts.Grid(GridTexts.NineBuses), HourlyMethod.Sweep));

    /// <summary>Load factor of the i-th load bus in hour s: k (1 + 0.1 sin(0.7 i + 0.13 s)), k = 0.55 + 0.35 sin(2π((s mod 24) − 6)/24) + 0.1 sin(2πs/8760).</summary>
    static HourlyInjections Loads(PowerGrid grid, int hours)
    {
        var (active, reactive, i) = (new double[grid.Buses.Count * hours], new double[grid.Buses.Count * hours], 0);
        for (var b = 0; b < grid.Buses.Count; b++)
        {
            if (grid.Buses.LoadMw[b] == 0 && grid.Buses.LoadMvar[b] == 0)
            {
                continue;
            }

            for (var s = 0; s < hours; s++)
            {
                var k = 0.55 + 0.35 * Math.Sin(2 * Math.PI * (s % 24 - 6) / 24) + 0.1 * Math.Sin(2 * Math.PI * s / 8760);
                var factor = k * (1 + 0.1 * Math.Sin(0.7 * i + 0.13 * s));
                (active[b * hours + s], reactive[b * hours + s]) = (-factor * grid.Buses.LoadMw[b], -factor * grid.Buses.LoadMvar[b]);
            }

            i++;
        }

        return new HourlyInjections(hours, active, reactive);
    }

    static HourlyFlowSolution Hours(PowerGrid grid, HourlyInjections injections, HourlyMethod method = HourlyMethod.Fastest, int threads = 1, double tolerance = 1e-8) =>
        new HourlyFlow(grid, method).Solve(injections, tolerancePu: tolerance, threads: threads, cancellation: TestContext.Current.CancellationToken);

    static double[] Column(double[] array, int hours, int hour) => [.. Enumerable.Range(0, array.Length / hours).Select(row => array[row * hours + hour])];

    static void Equal(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
