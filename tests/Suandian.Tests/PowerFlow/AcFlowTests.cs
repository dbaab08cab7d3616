namespace Suandian.PowerFlow;

public class AcFlowTests
{
    /// <summary>Balance of powers in MW on 100 MVA at a mismatch of 1e-8 pu.</summary>
    const double BalanceMw = 1e-5;

    [Fact]
    public void The_33_buses_of_Baran_and_Wu_lose_202_677_kW()
    {
        var flow = AcFlow.Solve(GridTexts.Grid(GridTexts.ThirtyThreeBuses()));

        // published 202.68 kW and 0.9131 pu at bus 18; MATPOWER 202.677117 and 0.913090
        Assert.Equal(202.677117, 1000 * flow.TotalLossMw, 1e-5);
        Assert.Equal(0.913090, flow.VoltagePu.Min(), 5e-7);
        Assert.Equal(flow.VoltagePu[17], flow.VoltagePu.Min());
    }

    [Fact]
    public void The_best_tree_of_the_33_buses_loses_139_5513_kW()
    {
        var flow = AcFlow.Solve(GridTexts.Grid(GridTexts.ThirtyThreeBuses((7, 8), (9, 10), (14, 15), (25, 29), (32, 33))));

        // MATPOWER 139.551347 kW, 0.937819 pu at bus 32
        Assert.Equal(139.551347, 1000 * flow.TotalLossMw, 1e-5);
        Assert.Equal(0.937819, flow.VoltagePu.Min(), 5e-7);
    }

    [Fact]
    public void The_nine_buses_agree_with_MATPOWER()
    {
        var flow = AcFlow.Solve(GridTexts.Grid(GridTexts.NineBuses));

        Assert.Equal(4.641021, flow.TotalLossMw, 1e-6);
        Assert.Equal(0.995631, flow.VoltagePu.Min(), 5e-7);
        Assert.Equal((71.6410, 27.0459), (Math.Round(flow.GeneratorMw[0], 4), Math.Round(flow.GeneratorMvar[0], 4)));
        Assert.Equal(4, flow.Steps);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Power_is_balanced_at_every_bus(bool isShared)
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var flow = AcFlow.Solve(grid, new FlowOptions { DistributedSlack = isShared });

        for (var b = 0; b < grid.Buses.Count; b++)
        {
            double Sum(int[] bus, double[] values) => bus.Zip(values).Where(pair => pair.First == b).Sum(pair => pair.Second);
            Assert.Equal(0, Sum(grid.Generators.Bus, flow.GeneratorMw) - grid.Buses.LoadMw[b] - Sum(grid.Branches.From, flow.FromMw) - Sum(grid.Branches.To, flow.ToMw), BalanceMw);
            Assert.Equal(0, Sum(grid.Generators.Bus, flow.GeneratorMvar) - grid.Buses.LoadMvar[b] - Sum(grid.Branches.From, flow.FromMvar) - Sum(grid.Branches.To, flow.ToMvar), BalanceMw);
        }
    }

    [Fact]
    public void A_distributed_slack_shares_by_largest_power_and_holds_the_slack_to_its_share()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var flow = AcFlow.Solve(grid, new FlowOptions { DistributedSlack = true });

        // given 71.6 + 163 + 85 = 319.6 MW for 315 MW of load; shares 250 : 300 : 270
        double[] moved = [.. flow.GeneratorMw.Zip(grid.Generators.PowerMw, (now, given) => now - given)];
        Assert.Equal(flow.TotalLossMw + 315 - 319.6, moved.Sum(), BalanceMw);
        Assert.Equal(moved[0] / 250, moved[1] / 300, BalanceMw / 250);
        Assert.Equal(moved[0] / 250, moved[2] / 270, BalanceMw / 250);
    }

    [Fact]
    public void The_base_of_the_power_changes_nothing()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        double[] Times(double[] values, double factor) => [.. values.Select(v => v * factor)];
        var other = grid with
        {
            BaseMva = 300,
            Branches = grid.Branches with
            {
                ResistancePu = Times(grid.Branches.ResistancePu, 3),
                ReactancePu = Times(grid.Branches.ReactancePu, 3),
                ChargingPu = Times(grid.Branches.ChargingPu, 1.0 / 3),
            },
        };

        var (one, two) = (AcFlow.Solve(grid), AcFlow.Solve(other));

        Assert.All(one.VoltagePu.Zip(two.VoltagePu), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Equal(one.TotalLossMw, two.TotalLossMw, BalanceMw);
    }

    [Fact]
    public void The_order_of_the_buses_changes_nothing()
    {
        var text = GridTexts.NineBuses;
        var rows = text.Split("mpc.bus = [\n")[1].Split("\n];")[0];
        var turned = string.Join('\n', rows.Split(';', '\n').Select(r => r.Trim()).Where(r => r.Length > 0).Reverse().Select(r => r + ";"));

        var (one, two) = (AcFlow.Solve(GridTexts.Grid(text)), AcFlow.Solve(GridTexts.Grid(text.Replace(rows, turned, StringComparison.Ordinal))));

        Assert.All(one.VoltagePu.Zip(two.VoltagePu.Reverse()), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        Assert.All(one.FromMw.Zip(two.FromMw), pair => Assert.Equal(pair.First, pair.Second, BalanceMw));
    }

    [Fact]
    public void Turning_the_slack_turns_all_angles_and_no_flow()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        var turned = grid with { Buses = grid.Buses with { AngleDeg = [33, 0, 0, 0, 0, 0, 0, 0, 0] } };

        var (one, two) = (AcFlow.Solve(grid), AcFlow.Solve(turned));

        Assert.All(one.AngleDeg.Zip(two.AngleDeg), pair => Assert.Equal(pair.First + 33, pair.Second, 1e-6));
        Assert.Equal(one.TotalLossMw, two.TotalLossMw, BalanceMw);
    }

    [Fact]
    public void Two_islands_are_solved_as_each_alone_and_an_isolated_bus_is_left_out()
    {
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 200 50 0 0 1 1 0 110 1 1.1 0.9; 3 3 0 0 0 0 1 1 20 110 1 1.1 0.9; 4 1 100 20 0 0 1 1 0 110 1 1.1 0.9; 5 4 7 7 0 0 1 1 0 110 1 1.1 0.9",
            "1 0 0 9 -9 1 100 1 9 0; 3 0 0 9 -9 1 100 1 9 0", "1 2 0 0.1 0 0 0 0 0 0 1 -360 360; 3 4 0 0.1 0 0 0 0 0 0 1 -360 360; 4 5 0 0.1 0 0 0 0 0 0 1 -360 360"));

        var flow = AcFlow.Solve(grid);

        Assert.Equal(AcFlow.Solve(GridTexts.Grid(GridTexts.TwoBuses(200, 50))).VoltagePu[1], flow.VoltagePu[1], 1e-10);
        Assert.Equal(AcFlow.Solve(GridTexts.Grid(GridTexts.TwoBuses(100, 20))).AngleDeg[1] + 20, flow.AngleDeg[3], 1e-8);
        Assert.True(double.IsNaN(flow.VoltagePu[4]));
        Assert.Equal((0, 200, 100), (flow.FromMw[2], Math.Round(flow.GeneratorMw[0], 5), Math.Round(flow.GeneratorMw[1], 5)));
    }

    [Fact]
    public void A_bus_whose_generators_are_out_of_service_holds_no_voltage()
    {
        var text = GridTexts.NineBuses.Replace("3 85 -10.9 300 -300 1.025 100 1", "3 85 -10.9 300 -300 1.025 100 0", StringComparison.Ordinal);

        var flow = AcFlow.Solve(GridTexts.Grid(text));

        Assert.NotEqual(1.025, flow.VoltagePu[2], 1e-3);
        Assert.Equal(0, flow.GeneratorMvar[2]);
        Assert.Equal(flow.VoltagePu[5], flow.VoltagePu[2], 1e-9); // nothing flows to bus 3
    }

    [Fact]
    public void Reactive_limits_are_held_on_request_and_the_voltage_gives_way()
    {
        var text = GridTexts.NineBuses.Replace("2 163 6.7 300 -300", "2 163 6.7 1 -300", StringComparison.Ordinal).Replace("3 85 -10.9 300 -300", "3 85 -10.9 300 -5", StringComparison.Ordinal);
        var grid = GridTexts.Grid(text);

        var (free, held) = (AcFlow.Solve(grid), AcFlow.Solve(grid, new FlowOptions { EnforceReactiveLimits = true }));

        Assert.True(free.GeneratorMvar[1] > 1 && free.GeneratorMvar[2] < -5);
        Assert.Equal((1, -5), (Math.Round(held.GeneratorMvar[1], 5), Math.Round(held.GeneratorMvar[2], 5)));
        Assert.Equal([1, 2], Enumerable.Range(0, 9).Where(b => held.IsAtReactiveLimit[b]));
        Assert.True(held.VoltagePu[1] < 1.025 && held.VoltagePu[2] > 1.025);
    }

    [Fact]
    public void A_second_run_on_the_same_grid_gives_the_same_bits()
    {
        var flow = new AcFlow(GridTexts.Grid(GridTexts.NineBuses.Replace("2 163 6.7 300 -300", "2 163 6.7 1 -300", StringComparison.Ordinal)),
            new FlowOptions { EnforceReactiveLimits = true, DistributedSlack = true });

        var (first, second) = (flow.Solve(), flow.Solve());

        Assert.True(first.IsAtReactiveLimit[1]);
        Assert.Equal(first.VoltagePu, second.VoltagePu);
        Assert.Equal(first.GeneratorMw, second.GeneratorMw);
    }

    [Fact]
    public void Limits_that_cannot_be_held_are_said_to_be_the_reason()
    {
        // 260 MW over 0.1 pu: with support at the far end a solution, without any and with a heavy reactive load none
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 2 260 300 0 0 1 1 0 110 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999; 2 0 0 5 -5 1 100 1 0 0", "1 2 0 0.1 0 0 0 0 0 0 1 -360 360"));

        var (free, held) = (AcFlow.Solve(grid), AcFlow.Solve(grid, new FlowOptions { EnforceReactiveLimits = true }));

        // 1 − 2Qx = 0.41 with Q = 2.95 and 2x√(P² + Q²) = 0.79: the root of the quadratic equation is not real
        Assert.Equal((FlowStatus.Converged, FlowStatus.LimitsNotHeld), (free.Status, held.Status));
    }

    [Fact]
    public void A_hard_start_with_a_shared_slack_ends_where_an_easy_one_does()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        var hard = grid with { Buses = grid.Buses with { VoltagePu = [1, 1, 1, 0.1, 3, 0.1, 3, 0.1, 3], AngleDeg = [0, 170, -170, 90, -90, 120, 0, 60, 180] } };
        var options = new FlowOptions { DistributedSlack = true };

        var (easy, late) = (AcFlow.Solve(grid, options), AcFlow.Solve(hard, options));

        Assert.All(easy.GeneratorMw.Zip(late.GeneratorMw), pair => Assert.Equal(pair.First, pair.Second, BalanceMw));
    }

    [Fact]
    public void A_flat_start_finds_the_same_state()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var (given, flat) = (AcFlow.Solve(grid), AcFlow.Solve(grid, new FlowOptions { Start = FlowStart.Flat }));

        Assert.All(given.VoltagePu.Zip(flat.VoltagePu), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void A_hard_start_is_solved_by_shortened_steps()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);
        var hard = grid with { Buses = grid.Buses with { VoltagePu = [1, 1, 1, 0.1, 3, 0.1, 3, 0.1, 3], AngleDeg = [0, 170, -170, 90, -90, 120, 0, 60, 180] } };

        var flow = AcFlow.Solve(hard);

        Assert.Equal(FlowStatus.NotConverged, AcFlow.Solve(hard, new FlowOptions { Effort = FlowEffort.Newton }).Status);
        Assert.Equal(FlowStatus.Converged, flow.Status);
        Assert.Equal(4.641021, flow.TotalLossMw, 1e-6);
    }

    /// <summary>Loops with shifters of 30°, in which some 24 MW circulate: steps from angles that follow one way to each bus go astray, those from 1 pu and 0° do not.</summary>
    [Fact]
    public void A_flat_start_that_fails_is_followed_by_the_voltages_of_the_case()
    {
        var grid = GridTexts.Grid(GridTexts.Case(
            """
            380 3 1.537 -0.2995 0.1667 0 1 1 0 110 1 1.1 0.9; 184 1 0.08642 -0.1503 0.1667 0.3333 1 1 0 110 1 1.1 0.9; 408 1 0.3035 0.6787 0.1667 0 1 1 0 110 1 1.1 0.9; 354 1 0.3491 -0.08194 0 0 1 1 0 110 1 1.1 0.9
            483 1 0.498 0.08805 0 0 1 1 0 110 1 1.1 0.9; 431 1 0.5923 0.02374 0.1667 0 1 1 0 110 1 1.1 0.9; 379 1 0.9151 0.1553 0.1667 0 1 1 0 110 1 1.1 0.9; 334 1 0.574 0.08059 0.1667 0.3333 1 1 0 110 1 1.1 0.9
            """, "380 0 0 1000 -1000 1.02 16.67 1 1000 0",
            """
            380 184 0.03175 0.06592 0 0 0 0 0 30 1 -360 360; 380 408 0.01555 0.0694 0 0 0 0 0 0 1 -360 360; 380 354 0.03157 0.07423 0 0 0 0 0 0 1 -360 360; 408 483 0.02205 0.06825 0 0 0 0 0.97 0 1 -360 360
            184 431 0.01228 0.09801 0 0 0 0 0.97 30 1 -360 360; 431 379 0.01724 0.09641 0 0 0 0 0 0 1 -360 360; 431 334 0.04124 0.04938 0.02 0 0 0 0 30 1 -360 360; 184 334 0.02363 0.06887 0.01 0 0 0 0 0 1 -360 360
            431 408 0.04697 0.06361 0.01 0 0 0 0 0 1 -360 360; 431 408 0.0171 0.02626 0.01 0 0 0 0 0 1 -360 360; 483 354 0.01646 0.02388 0.01 0 0 0 0 0 0 -360 360
            """)) with
        { BaseMva = 16.67 };

        var (given, flat) = (AcFlow.Solve(grid), AcFlow.Solve(grid, new FlowOptions { Start = FlowStart.Flat }));

        Assert.Equal((FlowStatus.Converged, FlowStatus.Converged), (given.Status, flat.Status));
        Assert.Equal(given.TotalLossMw, flat.TotalLossMw, 1e-9);
    }

    [Fact]
    public void A_tolerance_below_round_off_ends_at_the_round_off()
    {
        var flow = AcFlow.Solve(GridTexts.Grid(GridTexts.ThirtyThreeBuses()), new FlowOptions { TolerancePu = 1e-300, Effort = FlowEffort.Newton });

        Assert.Equal(FlowStatus.Converged, flow.Status);
        Assert.InRange(flow.MismatchPu, 0, 1e-12);
    }

    [Fact]
    public void A_grid_without_slack_is_the_callers_mistake()
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(1));

        Assert.Throws<ArgumentException>(() => AcFlow.Solve(grid with { Buses = grid.Buses with { Kind = [GridBusKind.Pv, GridBusKind.Pq] } }));
    }
}
