using Suandian.Cases;

namespace Suandian.PowerFlow;

public class MatpowerFlowTests
{
    /// <summary>1e-8 pu of power on the base of the case, in MW.</summary>
    static double PowerTolerance(PowerGrid grid) => 1e-8 * grid.BaseMva;

    [Theory]
    [InlineData("case533mt_hi")]
    [InlineData("case1354pegase")]
    [InlineData("case9241pegase")]
    public void Voltages_flows_and_losses_equal_MATPOWER_to_1e_8_pu(string name)
    {
        var reference = ReferenceFlow.Ac(name);
        var grid = reference.Grid;

        var flow = AcFlow.Solve(grid, new FlowOptions { TolerancePu = 1e-10 });

        Assert.Equal(FlowStatus.Converged, flow.Status);
        reference.Equal("vm", flow.VoltagePu, 1e-8);
        reference.Equal("va_deg", flow.AngleDeg, 1e-8 * 180 / Math.PI);
        Assert.Equal(reference.Number("p_loss_mw"), flow.TotalLossMw, PowerTolerance(grid));
        var slack = Array.FindIndex(grid.Generators.Bus, b => grid.Buses.Kind[b] == GridBusKind.Slack);
        Assert.Equal(reference.Number("slack_p_mw"), flow.GeneratorMw[slack], 1e-5);
        Assert.Equal(reference.Number("slack_q_mvar"), flow.GeneratorMvar[slack], 1e-5);
        if (reference.Has("pf_mw"))
        {
            reference.Equal("pf_mw", flow.FromMw, PowerTolerance(grid) * 10); // flows near 1000 MW are printed to 1e-7 MW
            reference.Equal("qf_mvar", flow.FromMvar, PowerTolerance(grid) * 10);
            reference.Equal("pt_mw", flow.ToMw, PowerTolerance(grid) * 10);
            reference.Equal("qt_mvar", flow.ToMvar, PowerTolerance(grid) * 10);
        }
    }

    [Theory]
    [InlineData("case533mt_hi")]
    [InlineData("case1354pegase")]
    public void Angles_of_the_DC_flow_equal_MATPOWER(string name)
    {
        var reference = ReferenceFlow.Dc(name);

        var flow = DcFlow.Solve(reference.Grid, DcForm.ReactanceAndTap);

        reference.Equal("va_deg", flow.AngleDeg, 1e-9);
    }

    /// <summary>Losses, lowest voltage and its bus, slack powers as MATPOWER printed them; blocks of L + U by exact minimum degree with ties by index.</summary>
    [Theory]
    [InlineData("case533mt_hi", 0.175124, 0.958748, 295, 15.0487, 0.2393, 1597)]
    [InlineData("case1354pegase", 1663.467495, 0.981907, 5350, 2611.4375, 870.0497, 6892)]
    [InlineData("case9241pegase", 7931.720389, 0.823485, 2159, 2501.4174, 705.9186, 65745)]
    public void The_figures_of_the_reference_table_come_out(string name, double loss, double lowest, int bus, double p, double q, int blocks)
    {
        var grid = ReferenceFlow.Read(name);

        var model = new AcFlow(grid);
        var flow = model.Solve();

        Assert.Equal(loss, flow.TotalLossMw, 5e-7);
        Assert.Equal(lowest, flow.VoltagePu.Min(), 5e-7);
        Assert.Equal(bus, grid.Buses.Number[Array.IndexOf(flow.VoltagePu, flow.VoltagePu.Min())]);
        var slack = Array.FindIndex(grid.Generators.Bus, b => grid.Buses.Kind[b] == GridBusKind.Slack);
        Assert.Equal((p, q), (Math.Round(flow.GeneratorMw[slack], 4), Math.Round(flow.GeneratorMvar[slack], 4)));
        Assert.True(model.Blocks <= 1.02 * blocks, $"{model.Blocks} blocks");
    }

    /// <summary>The IEEE 14 and 118 buses have in PGLib the lines and loads of the classic cases; generation and set voltages of the 14 are those of the IEEE common data format.</summary>
    [Fact]
    public void The_14_buses_with_their_classic_generation_lose_13_393272_MW()
    {
        var grid = ReferenceFlow.Read("pglib_opf_case14_ieee");
        var classic = grid with
        {
            Generators = grid.Generators with { PowerMw = [232.4, 40, 0, 0, 0], SetpointPu = [1.06, 1.045, 1.01, 1.07, 1.09] },
        };

        var flow = AcFlow.Solve(classic);

        Assert.Equal(13.393272, flow.TotalLossMw, 1e-6);
        Assert.Equal((1.01, 3), (Math.Round(flow.VoltagePu.Min(), 6), grid.Buses.Number[Array.IndexOf(flow.VoltagePu, flow.VoltagePu.Min())]));
        Assert.Equal((232.3933, -16.5493), (Math.Round(flow.GeneratorMw[0], 4), Math.Round(flow.GeneratorMvar[0], 4)));
    }

    [Theory]
    [InlineData("pglib_opf_case5_pjm")]
    [InlineData("pglib_opf_case14_ieee")]
    [InlineData("pglib_opf_case118_ieee")]
    [InlineData("case533mt_hi")]
    [InlineData("case1354pegase")]
    [InlineData("case9241pegase")]
    public void A_case_comes_back_from_its_text_bit_by_bit(string name)
    {
        var first = ReferenceFlow.Read(name);

        var text = MatpowerCase.Write(first);
        var second = MatpowerCase.Parse(text, "again.m").Grid!;

        Assert.Equal(text, MatpowerCase.Write(second));
        Assert.Equal(first.Branches.ReactancePu, second.Branches.ReactancePu);
        Assert.Equal(first.Branches.FurtherColumns, second.Branches.FurtherColumns);
        Assert.Equal(AcFlow.Solve(first).VoltagePu, AcFlow.Solve(second).VoltagePu);
    }

    [Fact]
    public void Large_cases_hold_their_reactive_limits_and_share_the_slack()
    {
        var grid = ReferenceFlow.Read("case9241pegase");

        var flow = AcFlow.Solve(grid, new FlowOptions { EnforceReactiveLimits = true, DistributedSlack = true });

        Assert.Equal(FlowStatus.Converged, flow.Status);
        var slack = Array.FindIndex(grid.Buses.Kind, kind => kind == GridBusKind.Slack);
        Assert.All(Enumerable.Range(0, grid.Generators.Count).Where(g => grid.Generators.InService[g] && grid.Generators.Bus[g] != slack), g =>
            Assert.InRange(flow.GeneratorMvar[g], grid.Generators.MinMvar[g] - 0.01, grid.Generators.MaxMvar[g] + 0.01));
        Assert.Equal(0, flow.GeneratorMw.Sum() - grid.Buses.LoadMw.Sum() - flow.TotalLossMw
            - Enumerable.Range(0, grid.Buses.Count).Sum(b => grid.Buses.ShuntMw[b] * flow.VoltagePu[b] * flow.VoltagePu[b]), 1e-3);
    }

    /// <summary>Mean and lowest voltage of a year by the load factors of the reference: own Newton, own sweep and power-grid-model agreed on them to 9 digits.</summary>
    [Theory]
    [InlineData(HourlyMethod.Newton)]
    [InlineData(HourlyMethod.Sweep)]
    public void A_year_of_533_buses_has_the_voltages_of_the_reference(HourlyMethod method)
    {
        const int hours = 8760;
        var grid = ReferenceFlow.Read("case533mt_hi");
        var (active, reactive, i) = (new double[grid.Buses.Count * hours], new double[grid.Buses.Count * hours], 0);
        for (var b = 0; b < grid.Buses.Count; b++)
        {
            if (grid.Buses.Kind[b] == GridBusKind.Slack || (grid.Buses.LoadMw[b] == 0 && grid.Buses.LoadMvar[b] == 0))
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

        var year = new HourlyFlow(grid, method).Solve(new HourlyInjections(hours, active, reactive), HourlyArrays.Voltages, threads: 2, cancellation: TestContext.Current.CancellationToken);

        Assert.DoesNotContain(false, year.IsSolved);
        Assert.Equal(0.9904628883, year.VoltagePu.Average(), 1e-9);
        Assert.Equal(0.95824943, year.VoltagePu.Min(), 1.1e-8);
    }

    [Fact]
    public void Mutilated_large_files_give_a_grid_or_problems()
    {
        var text = ReferenceFlow.TextOf("pglib_opf_case118_ieee");
        var random = new Random(9);
        for (var round = 0; round < 200; round++)
        {
            var changed = text.ToCharArray();
            for (var i = 0; i < 40; i++)
            {
                changed[random.Next(changed.Length)] = (char)random.Next(9, 127);
            }

            var reading = MatpowerCase.Parse(new string(changed), "mutilated.m");

            Assert.Equal(reading.Grid is null, reading.Problems.Any(p => p.Severity == Severity.Error));
        }
    }
}
