using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.ShortCircuit;
using Suandian.Distribution.Switching;

namespace Suandian.PowerFlow;

public class FeederPlanningTests
{
    [Fact]
    public void The_radial_533_buses_have_one_state_with_the_loss_of_MATPOWER()
    {
        var reference = ReferenceFlow.Ac("case533mt_hi");

        var solution = Reconfiguration.Solve(reference.Grid, null, TestContext.Current.CancellationToken);

        Assert.Equal((1.0, true), (solution.States, solution.IsProved));
        Assert.Equal(reference.Number("p_loss_mw"), solution.Best[0].LossMw, 1e-8);
        Assert.Equal(solution.Given!.Open, solution.Best[0].Open);
    }

    /// <summary>Twelve ties between buses far apart in the numbering give more states than can be tried; the state found must be radial and its flow Newton's.</summary>
    [Fact]
    public void With_ties_the_search_finds_a_better_state_and_its_bound_stays_below()
    {
        var grid = ReferenceFlow.Read("case533mt_hi");
        var tied = WithTies(grid, 12);

        var solution = Reconfiguration.Solve(tied, new ReconfigurationOptions { BoundTime = TimeSpan.FromSeconds(30) }, TestContext.Current.CancellationToken);

        Assert.Equal(ReconfigurationMethod.Search, solution.Method);
        Assert.True(solution.Best[0].LossMw < solution.Given!.LossMw, $"{solution.Best[0].LossMw} of {solution.Given.LossMw}");
        Assert.InRange(solution.LossAtLeastMw, 0, solution.Best[0].LossMw + 1e-12);
        Assert.Equal(AcFlow.Solve(Reconfiguration.Switched(tied, solution.Best[0]), new FlowOptions { TolerancePu = 1e-12 }).TotalLossMw, solution.Best[0].LossMw, 1e-9);
    }

    /// <summary>A radial grid from one network: impedances along the way add up.</summary>
    [Fact]
    public void Short_circuits_of_the_533_buses_are_sums_of_impedances_along_the_way()
    {
        var grid = ReferenceFlow.Read("case533mt_hi");
        var slack = Array.IndexOf(grid.Buses.Kind, GridBusKind.Slack);
        var options = new ShortCircuitOptions { Feeders = [new NetworkFeeder(slack, 300, 0.1)], ConverterCurrentPu = 0, TransformerReactancePu = 0.1 };

        var solution = ThreePhaseShortCircuit.Solve(grid, options);

        Assert.All(Enumerable.Range(0, grid.Branches.Count).Where(k => grid.Branches.InService[k]), k =>
            Assert.True(Math.Abs(solution.ImpedanceOhm[grid.Branches.From[k]] - solution.ImpedanceOhm[grid.Branches.To[k]])
                <= double.Hypot(grid.Branches.ResistancePu[k], grid.Branches.ReactancePu[k]) * grid.Buses.BaseKv[slack] * grid.Buses.BaseKv[slack] / grid.BaseMva + 1e-9));
        Assert.Equal(300, solution.PowerMva(grid.Buses.BaseKv)[slack], 1e-9);
        Assert.All(solution.MaximumKa, ka => Assert.True(ka <= solution.MaximumKa[slack] + 1e-12));
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

        var solution = FeederReinforcement.Solve(tight, new HourlyInjections(168, Powers(grid.Buses.LoadMw), Powers(grid.Buses.LoadMvar)), measures,
            new ReinforcementOptions { Growth = 0.03, Years = 3 }, TestContext.Current.CancellationToken);

        Assert.True(solution.Before.Hours > 0 && (solution.Status != ReinforcementStatus.Cheapest || solution.After.IsNone), $"{solution.Status} after {solution.Sets}");
    }

    static PowerGrid WithTies(PowerGrid grid, int count)
    {
        var branches = grid.Branches;
        var random = new Random(3);
        (int From, int To)[] ties = [.. Enumerable.Range(0, count).Select(_ => (random.Next(1, 266), random.Next(266, 533)))];
        double[] Grown(double[] old, double value) => [.. old, .. ties.Select(_ => value)];
        return grid with
        {
            Branches = branches with
            {
                From = [.. branches.From, .. ties.Select(t => t.From)], To = [.. branches.To, .. ties.Select(t => t.To)],
                ResistancePu = Grown(branches.ResistancePu, branches.ResistancePu.Average()), ReactancePu = Grown(branches.ReactancePu, branches.ReactancePu.Average()),
                ChargingPu = Grown(branches.ChargingPu, 0), RatingMva = Grown(branches.RatingMva, 0), ShortTermRatingMva = Grown(branches.ShortTermRatingMva, 0),
                EmergencyRatingMva = Grown(branches.EmergencyRatingMva, 0), TapRatio = Grown(branches.TapRatio, 0), ShiftDeg = Grown(branches.ShiftDeg, 0),
                InService = [.. branches.InService, .. ties.Select(_ => false)], MinAngleDeg = Grown(branches.MinAngleDeg, -360), MaxAngleDeg = Grown(branches.MaxAngleDeg, 360),
            },
        };
    }
}
