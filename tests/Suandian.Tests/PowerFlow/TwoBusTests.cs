namespace Suandian.PowerFlow;

/// <summary>Two buses and a line, solved by hand.</summary>
public class TwoBusTests
{
    [Fact]
    public void A_line_without_resistance_has_the_voltage_of_the_quadratic_equation()
    {
        var flow = AcFlow.Solve(GridTexts.Grid(GridTexts.TwoBuses(200, 50)));

        // P = 2, Q = 0.5, x = 0.1: V² = ((1 − 2Qx) + √((1 − 2Qx)² − 4x²(P² + Q²)))/2, sin δ = Px/V
        double k = 1 - 2 * 0.5 * 0.1, v = Math.Sqrt((k + Math.Sqrt(k * k - 4 * 0.01 * (4 + 0.25))) / 2), delta = Math.Asin(2 * 0.1 / v);
        Assert.Equal(FlowStatus.Converged, flow.Status);
        Assert.Equal(v, flow.VoltagePu[1], 1e-10);
        Assert.Equal(-delta * 180 / Math.PI, flow.AngleDeg[1], 1e-8);
        Assert.Equal((200, -200), (Math.Round(flow.FromMw[0], 6), Math.Round(flow.ToMw[0], 6)));

        // the line takes x I² = x (P² + Q²)/V²
        Assert.Equal(100 * 0.1 * 4.25 / (v * v), flow.FromMvar[0] + flow.ToMvar[0], 1e-6);
    }

    [Fact]
    public void More_than_the_line_can_carry_has_no_solution_and_the_largest_share_is_told()
    {
        var flow = AcFlow.Solve(GridTexts.Grid(GridTexts.TwoBuses(600)));

        // Q = 0: solvable up to P = 1/(2x) = 5 pu, that is 5/6 of what is asked
        Assert.Equal(FlowStatus.NoSolution, flow.Status);
        Assert.Equal(5.0 / 6, flow.LargestShare, 1e-4);
    }

    [Fact]
    public void Just_below_the_limit_there_is_a_solution()
    {
        var flow = AcFlow.Solve(GridTexts.Grid(GridTexts.TwoBuses(499.999)));

        Assert.Equal(FlowStatus.Converged, flow.Status);
        Assert.Equal(Math.Sqrt(0.5), flow.VoltagePu[1], 5e-3); // at the limit V² = 1/2
    }

    [Fact]
    public void Newton_alone_says_that_it_did_not_converge() =>
        Assert.Equal(FlowStatus.NotConverged, AcFlow.Solve(GridTexts.Grid(GridTexts.TwoBuses(600)), new FlowOptions { Effort = FlowEffort.Newton }).Status);

    [Fact]
    public void A_load_of_constant_impedance_is_a_voltage_divider()
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(100, r: 0.1, x: 0));

        var flow = AcFlow.Solve(grid, new FlowOptions { Loads = LoadShares.Everywhere(2, 0, 1) });

        Assert.Equal(1 / 1.1, flow.VoltagePu[1], 1e-9); // 1 pu behind 0.1 pu
        Assert.Equal(100 / 1.21, -flow.ToMw[0], 1e-6);
    }

    [Fact]
    public void A_load_of_constant_current_takes_power_in_proportion_to_the_voltage()
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(100, r: 0.1, x: 0));

        var flow = AcFlow.Solve(grid, new FlowOptions { Loads = LoadShares.Everywhere(2, 1, 0) });

        Assert.Equal(0.9, flow.VoltagePu[1], 1e-9); // 1 − 0.1 · 1
        Assert.Equal(90, -flow.ToMw[0], 1e-6);
    }

    [Fact]
    public void A_tap_and_a_shift_turn_the_voltage_of_an_unloaded_transformer()
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(0).Replace("0.1 0 0 0 0 0 0 1", "0.1 0 0 0 0 0.95 30 1", StringComparison.Ordinal));

        var flow = AcFlow.Solve(grid);

        Assert.Equal(1 / 0.95, flow.VoltagePu[1], 1e-9);
        Assert.Equal(-30, flow.AngleDeg[1], 1e-7);
    }

    [Fact]
    public void No_voltage_at_all_is_no_solution_of_an_idle_bus()
    {
        // a vector group turns the idle bus by 150°; steps from 0° bring its voltage to nothing, where nothing is balanced
        var grid = GridTexts.Grid(GridTexts.TwoBuses(0).Replace("0.1 0 0 0 0 0 0 1", "0.1 0 0 0 0 1 150 1", StringComparison.Ordinal));

        var (given, flat) = (AcFlow.Solve(grid), AcFlow.Solve(grid, new FlowOptions { Start = FlowStart.Flat, Effort = FlowEffort.Newton }));
        var hour = new HourlyFlow(grid).Solve(new HourlyInjections(1, [0, 0], [0, 0]), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((1, -150), (Math.Round(given.VoltagePu[1], 8), Math.Round(given.AngleDeg[1], 6)));
        Assert.Equal((1, -150), (Math.Round(flat.VoltagePu[1], 8), Math.Round(flat.AngleDeg[1], 6)));
        Assert.Equal((1, -150), (Math.Round(hour.VoltagePu[1], 8), Math.Round(hour.AngleDeg[1], 6)));
    }

    [Theory]
    [InlineData(DcForm.ReactanceAndTap, 0.1 * 0.5)]
    [InlineData(DcForm.SeriesSusceptance, (0.03 * 0.03 + 0.1 * 0.1) / 0.1)]
    public void The_two_forms_of_the_DC_flow_differ_as_they_are_named(DcForm form, double reactance)
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(200, r: 0.03).Replace("0.1 0 0 0 0 0 0 1", "0.1 0 0 0 0 0.5 2 1", StringComparison.Ordinal));

        var flow = DcFlow.Solve(grid, form);

        Assert.Equal(-2 * reactance * 180 / Math.PI - 2, flow.AngleDeg[1], 1e-10);
        Assert.Equal((200, 200), (Math.Round(flow.FromMw[0], 9), Math.Round(flow.GeneratorMw[0], 9)));
    }
}
