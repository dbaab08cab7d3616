using CsCheck;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Stages;

namespace Suandian.Planning.Formulation;

/// <summary>Units that are on or off in a case of our own, solved by hand: four hours that follow one another in a ring, each 2190 h/a.</summary>
public class CommitmentTests
{
    const double Weight = 2190;

    /// <summary>A plant of 20 MW at 100 yuan/MWh, at least 8 MW while it is on, and a grid at 300 yuan/MWh that takes nothing back.</summary>
    static HourlyNetwork Town(double[] load, double minimum = 0.4) => new TinyNetwork
    {
        Generators = [new("plant", 0) { ExistingMw = 20, MarginalCost = 100, MinimumPu = minimum }],
        Trades = [new("grid", 0, true) { MaxMw = 50, Price = [300] }],
        Loads = [new("town", 0, load)],
    }.Build();

    static readonly double[] Evening = [10, 4, 4, 10];

    [Theory]
    [InlineData(1000, 1, 1, 5400, "1001")] // on in hours 3 and 0: 20 × 100, 8 × 300 beside it, one start; all from the grid would be 8400
    [InlineData(5000, 1, 1, 8400, "0000")] // 9400 with the plant
    [InlineData(1000, 1, 3, 7400, "1000")] // off for three hours, so on for one: 10 × 100 + 18 × 300 + one start
    [InlineData(1000, 3, 1, 8400, "0000")] // on for three hours would be a surplus of 4 MW
    [InlineData(0, 2, 2, 4400, "1001")] // two on, two off
    public void A_unit_starts_where_that_pays_and_keeps_its_times(double startCost, int minUp, int minDown, double yuan, string on)
    {
        var plan = Solve(TinyUnit.In(Town(Evening), new TinyUnit(0) { StartCost = startCost, MinUp = minUp, MinDown = minDown }));

        Assert.Equal(Weight * yuan, plan.ObjectiveYuan, 1e-6 * Weight * yuan);
        Assert.Equal(on == "1000" ? 1 : on.Count(c => c == '1'), plan.UnitOn.Count(u => u > 0.5));
        Assert.True(on == "1000" || on == string.Concat(plan.UnitOn.Select(u => u > 0.5 ? '1' : '0')), string.Join(' ', plan.UnitOn));
    }

    [Fact]
    public void A_ramp_holds_from_hour_to_hour_and_a_start_of_the_same_hour_does_not_lift_it()
    {
        // 10, 15, 20, 10 MW of 10, 20, 20, 10: 5 MW from the grid
        var plan = Solve(TinyUnit.In(Town([10, 20, 20, 10]), new TinyUnit(0) { RampUp = 0.25 }));

        Assert.Equal(Weight * (55 * 100 + 5 * 300), plan.ObjectiveYuan, 1);
        Assert.Equal([10, 15, 20, 10], plan.GeneratorMw.Select(p => Math.Round(p, 6)));
    }

    [Fact]
    public void A_unit_may_stop_from_any_output_though_its_ramp_is_small()
    {
        // at least 8 MW while on; 8 MW in hours 3 and 0, nothing between, where only 4 are needed
        var plan = Solve(TinyUnit.In(Town([8, 4, 4, 8]), new TinyUnit(0) { RampUp = 0.1, RampDown = 0.1 }));

        Assert.Equal(Weight * (16 * 100 + 8 * 300), plan.ObjectiveYuan, 1);
    }

    [Fact]
    public void Several_equal_machines_start_one_by_one()
    {
        // three machines of 4 MW, each at least 2 MW: 1, 2, 3, 2 of them for 2, 6, 12, 6 MW; two starts in the ring
        var network = new TinyNetwork
        {
            Generators = [new("plant", 0) { ExistingMw = 12, MarginalCost = 100, MinimumPu = 0.5 }],
            Trades = [new("grid", 0, true) { MaxMw = 50, Price = [300] }],
            Loads = [new("town", 0, [2, 6, 12, 6])],
        }.Build();

        var plan = Solve(TinyUnit.In(network, new TinyUnit(0) { Machine = 4, StartCost = 50 }));

        Assert.Equal(Weight * (26 * 100 + 2 * 50), plan.ObjectiveYuan, 1);
        Assert.Equal([1, 2, 3, 2], plan.UnitOn.Select(on => Math.Round(on)));
    }

    [Theory]
    [InlineData(100, 10, 4200)] // 10 MW: 10 × 100 a year, on in two hours (20 × 100), 4 MW from the grid
    [InlineData(300, 4, 6000)] // 4 MW: 4 × 300, always on at 4, 2, 2, 4 MW (12 × 100), 12 MW from the grid
    public void The_size_of_a_unit_and_its_running_are_chosen_together(double annual, double mw, double yuan)
    {
        var network = new TinyNetwork
        {
            Generators = [new("plant", 0) { MaxMw = 25, AnnualCost = Weight * annual, MarginalCost = 100, MinimumPu = 0.5 }],
            Trades = [new("grid", 0, true) { MaxMw = 50, Price = [300] }],
            Loads = [new("town", 0, [10, 2, 2, 10])],
        }.Build();

        var plan = Solve(TinyUnit.In(network, new TinyUnit(0)));

        Assert.Equal((mw, yuan), (Math.Round(plan.GeneratorCapacityMw[0], 6), Math.Round(plan.ObjectiveYuan / Weight, 4)));
    }

    [Fact]
    public void The_number_of_machines_and_their_running_are_chosen_together()
    {
        // machines of 5 MW at 50 × 5 a year, each at least 3 MW: two of them, both on for 10 MW, none for 2 MW: 500 + 20 × 100 + 4 × 300
        // (one machine: 250 + 10 × 100 + 14 × 300)
        var network = new TinyNetwork
        {
            Generators = [new("plant", 0) { MaxMw = 25, AnnualCost = Weight * 50, MarginalCost = 100, MinimumPu = 0.6 }],
            Trades = [new("grid", 0, true) { MaxMw = 50, Price = [300] }],
            Loads = [new("town", 0, [10, 2, 2, 10])],
        }.Build();
        var modular = network with { Modules = new() { Name = ["plant"], Variable = [LimitVariable.GeneratorCapacity], Component = [0], Size = [5], Base = [0] } };

        var plan = Solve(TinyUnit.In(modular, new TinyUnit(0) { Machine = 5 }));

        Assert.Equal((10, 3700), (Math.Round(plan.GeneratorCapacityMw[0], 6), Math.Round(plan.ObjectiveYuan / Weight, 4)));
    }

    [Fact]
    public void Scenarios_share_what_is_built_and_each_runs_its_units()
    {
        // the evening of above with one start, or a flat 4 MW, all from the grid
        var (evening, flat) = (Unit(Evening), Unit([4, 4, 4, 4]));
        var planning = ScenarioPlanning.Build([new("evening", 0.25, evening), new("flat", 0.75, flat)], Options);

        var solution = planning.Joint.Run(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Weight * (0.25 * 5400 + 0.75 * 4800), solution.Objective, 1);
        Assert.Equal(Weight * 5400, planning.In(solution, 0).ObjectiveYuan, 1);
        Assert.All(Replay.Check(evening, planning.In(solution, 0)).Checks, check => Assert.True(check.Holds, check.ToString()));

        static HourlyNetwork Unit(double[] load) => TinyUnit.In(Town(load), new TinyUnit(0) { StartCost = 1000 });
    }

    [Fact]
    public void Stages_run_their_units()
    {
        var network = TinyUnit.In(Town(Evening), new TinyUnit(0) { StartCost = 1000 });
        var planning = StagePlanning.Build([new("a", 2024, 1, network), new("b", 2025, 1, network)], [], 0.25, Options);

        var solution = planning.Run(cancellation: TestContext.Current.CancellationToken);

        // 1 + 1/1.25 years
        Assert.Equal(1.8 * Weight * 5400, solution.Objective, 1);
        Assert.All(Replay.Check(network, planning.In(solution, 1).Plan).Checks, check => Assert.True(check.Holds, check.ToString()));
    }

    [Fact]
    public void What_only_whole_numbers_leave_without_a_plan_is_said_to_be_so()
    {
        var alone = new TinyNetwork
        {
            Generators = [new("plant", 0) { ExistingMw = 20, MinimumPu = 0.4 }],
            Loads = [new("town", 0, Evening)],
        }.Build();
        var network = TinyUnit.In(alone, new TinyUnit(0));

        Assert.Equal(PlanningStatus.Infeasible, PlanningModel.Build(network, Options).Solve(cancellation: TestContext.Current.CancellationToken).Status);
        var why = Infeasibility.Explain(network, Options, new() { Year = 2025 }, TestContext.Current.CancellationToken);
        Assert.Contains("least output", why.Cause.Single().Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Being_on_or_off_never_costs_less_and_the_plan_replays() => Gen.Int[1, 500].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed).Build();
        var coal = Array.IndexOf(network.Generators.Name, "coal");

        var always = Plans.Solve(network with { Generators = network.Generators with { MinimumPu = new double[network.Generators.Count] } });
        var units = Solve(TinyUnit.In(network, new TinyUnit(coal) { StartCost = 500, MinUp = 3, MinDown = 2, RampUp = 0.5, RampDown = 0.4 }));

        Assert.True(units.ObjectiveYuan >= always.ObjectiveYuan - 1e-9 * Math.Abs(always.ObjectiveYuan), $"{units.ObjectiveYuan:R} {always.ObjectiveYuan:R}");
    }, iter: 3);

    /// <summary>Faults of units that are planted here.</summary>
    internal static readonly ReplayKind[] Planted = [ReplayKind.UnitState, ReplayKind.UnitOutput, ReplayKind.UnitTime, ReplayKind.Ramp];

    [Fact]
    public void A_plan_with_a_stop_too_early_or_a_step_too_large_does_not_replay()
    {
        var network = TinyUnit.In(Town(Evening), new TinyUnit(0) { MinUp = 2, RampUp = 0.5, StartCost = 1000 });
        var plan = Solve(network);

        var early = Replay.Check(network, plan with { UnitOn = [1, 0, 0, 0], GeneratorMw = [10, 0, 0, 0] });

        Assert.False(early.Check(ReplayKind.UnitTime).Holds);
        Assert.False(Replay.Check(network, plan with { UnitOn = [1, 1, 1, 1], GeneratorMw = [20, 8, 8, 8] }).Check(ReplayKind.Ramp).Holds);
        Assert.False(Replay.Check(network, plan with { GeneratorMw = [10, 1, 0, 10] }).Check(ReplayKind.UnitOutput).Holds);
        Assert.False(Replay.Check(network, plan with { UnitOn = [0.5, 0, 0, 1] }).Check(ReplayKind.UnitState).Holds);
    }

    static readonly PlanningOptions Options = new() { Solver = new() { Method = SolverMethod.Simplex, IntegerGap = 1e-9 } };

    static PlanningSolution Solve(HourlyNetwork network)
    {
        var plan = PlanningModel.Build(network, Options).Solve(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(PlanningStatus.Optimal, plan.Status);
        Assert.True(plan.Certificate!.IsOptimal, plan.Certificate.ToString());
        Assert.All(Replay.Check(network, plan).Checks, check => Assert.True(check.Holds, check.ToString()));
        return plan;
    }
}
