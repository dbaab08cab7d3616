using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.ShortCircuit;
using Suandian.Distribution.Switching;
using Suandian.Distribution.Year;

namespace Suandian.PowerFlow;

public class FeederPlanningTests
{
    [Fact]
    public void Without_switches_the_533_buses_have_one_state_with_the_loss_of_MATPOWER()
    {
        var reference = ReferenceFlow.Ac("case533mt_hi");

        var solution = Reconfiguration.Solve(reference.Grid, new ReconfigurationOptions { CanSwitch = new bool[reference.Grid.Branches.Count] }, TestContext.Current.CancellationToken);

        Assert.Equal((1.0, true), (solution.States, solution.IsProved));
        Assert.Equal(reference.Number("p_loss_mw"), solution.Best[0].LossMw, 1e-8);
        Assert.Equal(solution.Given!.Open, solution.Best[0].Open);
    }

    /// <summary>The open branches of the case are its ties: 10³⁷ states. What is found must be radial, better, and its flow Newton's.</summary>
    [Fact]
    public void Search_finds_a_better_state_of_the_533_buses_and_its_bound_stays_below()
    {
        var grid = ReferenceFlow.Read("case533mt_hi");

        var solution = Reconfiguration.Solve(grid, new ReconfigurationOptions { BoundTime = TimeSpan.FromSeconds(20) }, TestContext.Current.CancellationToken);

        Assert.Equal(ReconfigurationMethod.Search, solution.Method);
        Assert.True(solution.Best[0].LossMw < 0.95 * solution.Given!.LossMw, $"{solution.Best[0].LossMw} of {solution.Given.LossMw}");
        Assert.InRange(solution.LossAtLeastMw, 0, solution.Best[0].LossMw + 1e-12);
        Assert.Equal(AcFlow.Solve(Reconfiguration.Switched(grid, solution.Best[0]), new FlowOptions { TolerancePu = 1e-12 }).TotalLossMw, solution.Best[0].LossMw, 1e-9);
    }

    /// <summary>A radial grid from one network: impedances along the way add up.</summary>
    [Fact]
    public void Short_circuits_of_the_533_buses_are_sums_of_impedances_along_the_way()
    {
        var grid = ReferenceFlow.Read("case533mt_hi");
        var slack = Array.IndexOf(grid.Buses.Kind, GridBusKind.Slack);
        var options = new ShortCircuitOptions { Feeders = [new NetworkFeeder(slack, 300, 0.1)], ConverterCurrentPu = 0, TransformerReactancePu = 0.1 };

        var solution = ThreePhaseShortCircuit.Solve(grid, options);

        double Pu(int b) => solution.ImpedanceOhm[b] * grid.BaseMva / (grid.Buses.BaseKv[b] * grid.Buses.BaseKv[b]);
        Assert.All(Enumerable.Range(0, grid.Branches.Count).Where(k => grid.Branches.InService[k] && !ShortCircuitNetwork.IsTransformer(grid, k)), k =>
            Assert.True(Math.Abs(Pu(grid.Branches.From[k]) - Pu(grid.Branches.To[k])) <= double.Hypot(grid.Branches.ResistancePu[k], grid.Branches.ReactancePu[k]) + 1e-9));
        Assert.Equal(300, solution.PowerMva(grid.Buses.BaseKv)[slack], 1e-9);
        Assert.All(solution.PowerMva(grid.Buses.BaseKv), mva => Assert.True(mva <= 300 + 1e-9));
    }

    [Fact]
    public void The_533_buses_are_reinforced_for_growing_loads_until_no_hour_is_outside()
    {
        var grid = ReferenceFlow.Read("case533mt_hi");
        var tight = grid with { Buses = grid.Buses with { MinVoltagePu = [.. grid.Buses.MinVoltagePu.Select(_ => 0.955)] } };
        double[] shape = [.. Enumerable.Range(0, 168).Select(h => 0.8 + 0.2 * Math.Sin(h * Math.PI / 12))];
        double[] Powers(double[] loads) => [.. loads.SelectMany(load => shape.Select(f => -load * f))];
        Measure[] measures =
        [
            .. Enumerable.Range(0, grid.Branches.Count).Where(k => grid.Branches.ResistancePu[k] > 0.002).Select(k => new Measure
            {
                Name = "second line", Kind = MeasureKind.ParallelLine, Site = k, CostYuan = 1e5 * (1 + k % 3), LifetimeYears = 30,
                ResistancePu = grid.Branches.ResistancePu[k], ReactancePu = grid.Branches.ReactancePu[k], RatingMva = grid.Branches.RatingMva[k],
            }),
        ];

        var solution = FeederReinforcement.Solve(tight, FeederHours.Of(new HourlyInjections(168, Powers(grid.Buses.LoadMw), Powers(grid.Buses.LoadMvar))), measures,
            new ReinforcementOptions { Limits = FeederLimits.Of(tight, LimitChoice.Case), Growth = 0.03, Years = 3 }, TestContext.Current.CancellationToken);

        Assert.True(solution.Before.Hours > 0 && solution.IsBuilt && solution.After.IsNone, $"{solution.Status} after {solution.Sets}");
    }
}
