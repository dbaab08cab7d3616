using System.Collections.Immutable;
using CsCheck;
using Suandian.Optimisation;

namespace Suandian.Planning.Scenarios;

public class ScenarioPlanningTests
{
    /// <summary>A town that is served by a plant of 100 000 yuan/MW/a without fuel, or from the grid at 20 yuan/MWh (175 200 yuan/MW/a).</summary>
    static TinyNetwork Town(double mw) => new()
    {
        Hours = 2,
        Generators = [new("plant", 0) { MaxMw = 50, AnnualCost = 100_000 }],
        Trades = [new("grid", 0, true) { MaxMw = 50, Price = [20] }],
        Loads = [new("town", 0, [mw])],
    };

    [Theory]
    [InlineData(0.7, 10)] // 0.7 × 175 200 > 100 000: the plant pays although it idles in the other scenario
    [InlineData(0.5, 4)] // 0.5 × 175 200 < 100 000: only what both need
    public void A_plant_is_built_where_its_expected_use_pays(double probability, double mw)
    {
        var (planning, solution) = Solve([("high", probability, Town(10)), ("low", 1 - probability, Town(4))], new());

        Assert.Equal(mw, planning.Joint.ReadSolution(solution).GeneratorCapacityMw[0], 1e-6);
    }

    [Fact]
    public void Cost_regret_and_foresight_are_those_of_the_arithmetic()
    {
        var answer = Answer([("high", 0.5, Town(10)), ("low", 0.5, Town(4))], new());

        // the plan: 4 MW. high 4 × 100 000 + 6 × 175 200 against 10 × 100 000; low is its own best plan
        var high = answer.Outcomes[0];
        Assert.Equal((1_451_200, 1_000_000, 451_200), (Math.Round(high.CostYuan), Math.Round(high.BestYuan), Math.Round(high.RegretYuan)));
        Assert.Equal((400_000, 0), (Math.Round(answer.Outcomes[1].CostYuan), Math.Round(answer.Outcomes[1].RegretYuan)));
        Assert.Equal((925_600, 225_600), (Math.Round(answer.ExpectedYuan), Math.Round(answer.ExpectedRegretYuan)));
    }

    [Fact]
    public void Weight_on_the_tail_buys_the_plant_that_the_expectation_does_not()
    {
        var answer = Answer([("high", 0.5, Town(10)), ("low", 0.5, Town(4))], new() { WeightPu = 1, LevelPu = 0.5 });

        // the dear half of the probability is the high scenario alone: 10 MW, cost 1 000 000 in both
        Assert.Equal((1_000_000, 1_000_000), (Math.Round(answer.TailYuan), Math.Round(answer.ExpectedYuan)));
    }

    [Fact]
    public void The_tail_of_level_0_is_the_expectation() => Gen.Int[1, 500].Sample(seed =>
    {
        var scenarios = Drawn(seed);
        var (plain, tail) = (Answer(scenarios, new()), Answer(scenarios, new() { WeightPu = 0.6, LevelPu = 0 }));

        Assert.Equal(plain.ExpectedYuan, tail.ExpectedYuan, 1e-7 * Math.Abs(plain.ExpectedYuan));
        Assert.Equal(tail.ExpectedYuan, tail.TailYuan, 1e-9 * Math.Abs(plain.ExpectedYuan));
    }, iter: 3);

    [Fact]
    public void The_expected_cost_lies_between_the_best_and_the_worst_and_no_regret_is_negative() => Gen.Int[1, 500].Sample(seed =>
    {
        var scenarios = Drawn(seed);
        var (planning, solution) = Solve(scenarios, new());
        var answer = planning.Answer(solution, Own(planning));

        Assert.InRange(answer.ExpectedYuan, answer.Outcomes.Min(o => o.CostYuan), answer.Outcomes.Max(o => o.CostYuan));
        Assert.All(answer.Outcomes, o => Assert.True(o.RegretYuan >= -1e-8 * Math.Abs(o.CostYuan), $"{o.Name}: {o.RegretYuan}"));
        Assert.Equal(solution.Objective, answer.ExpectedYuan, 1e-9 * Math.Abs(solution.Objective));
    }, iter: 3);

    [Fact]
    public void The_plan_of_each_scenario_replays_and_keeps_its_annual_rules() => Gen.Int[1, 500].Sample(seed =>
    {
        var (planning, solution) = Solve(Drawn(seed), new() { WeightPu = 0.3, LevelPu = 0.6 });

        for (var s = 0; s < planning.Scenarios.Length; s++)
        {
            var replay = Replay.Check(planning.Scenarios[s].Network, planning.In(solution, s));
            Assert.All(replay.Checks, check => Assert.True(check.Holds, check.ToString()));
        }
    }, iter: 3);

    [Fact]
    public void Equal_scenarios_are_the_plan_of_one()
    {
        var network = RandomNetwork.Draw(7);
        var one = Plans.Solve(network);

        var (planning, solution) = Solve([("a", 0.25, network), ("b", 0.75, network)], new());

        Assert.Equal(one.ObjectiveYuan, solution.Objective, 1e-8 * Math.Abs(one.ObjectiveYuan));
        Assert.Equal(one.RuleShadowYuan[0], planning.Joint.ReadSolution(solution).RuleShadowYuan[0], 1e-4 * one.RuleShadowYuan[0] + 1);
    }

    [Fact]
    public void More_weight_on_the_tail_lowers_it_and_raises_the_expectation() => Gen.Int[1, 500].Sample(seed =>
    {
        var scenarios = Drawn(seed);
        var answers = new[] { 0, 0.5, 1 }.Select(weight => Answer(scenarios, new() { WeightPu = weight, LevelPu = 0.6 })).ToArray();

        foreach (var (less, more) in answers.Zip(answers.Skip(1)))
        {
            var noise = 1e-7 * Math.Abs(less.ExpectedYuan);
            Assert.True(more.TailYuan <= less.TailYuan + noise, $"tail {less.TailYuan} → {more.TailYuan}");
            Assert.True(more.ExpectedYuan >= less.ExpectedYuan - noise, $"expected {less.ExpectedYuan} → {more.ExpectedYuan}");
        }
    }, iter: 3);

    [Fact]
    public void Only_capacities_tail_rows_and_annual_rows_join_the_scenarios()
    {
        var planning = ScenarioPlanning.Build(Scenarios(Drawn(3)), Options(new() { WeightPu = 0.3 }));
        var (model, snapshots) = (planning.Joint.Linear, planning.Joint.Network.Snapshots);

        for (var i = 0; i < model.RowCount; i++)
        {
            var row = model.RowBlock(i);
            if (row.Members.IsAnnual)
            {
                continue;
            }

            var t = row.Snapshot(i);
            foreach (var j in model.EntryColumn[model.RowStart[i]..model.RowStart[i + 1]])
            {
                var column = model.ColumnBlock(j);
                Assert.True(column.Members.IsAnnual || column.Snapshot(j) == t || column.Snapshot(j) == snapshots.Previous[t], model.RowName(i));
            }
        }
    }

    [Fact]
    public void Probabilities_that_do_not_add_up_are_refused() => Assert.Throws<ArgumentException>(() =>
        ScenarioPlanning.Build(Scenarios([("a", 0.5, Town(1)), ("b", 0.4, Town(2))]), Options(new())));

    [Theory]
    [InlineData(0.5, 30)]
    [InlineData(0.75, 40)]
    [InlineData(0.6, 35)] // 0.25 of 40 and 0.15 of 26.67 … : (0.25 × 40 + 0.15 × 26.666…) / 0.4
    public void The_tail_counts_the_scenario_at_its_edge_in_part(double level, double expected) => Assert.Equal(expected,
        ScenarioPlanning.Tail([(0.25, 40), (0.25, level == 0.6 ? 80.0 / 3 : 20), (0.5, 1)], level), 1e-9);

    /// <summary>Three scenarios of a drawn network: as it is, with little wind and more load, with dear imports.</summary>
    static (string, double, TinyNetwork)[] Drawn(int seed)
    {
        var network = RandomNetwork.Draw(seed);
        var calm = network with
        {
            Generators = [network.Generators[0] with { AvailabilityPu = [.. network.Generators[0].AvailabilityPu.Select(a => 0.7 * a)] }, .. network.Generators[1..]],
            Loads = [.. network.Loads.Select(l => l with { Mw = [.. l.Mw.Select(mw => 1.2 * mw)] })],
        };
        var dear = network with { Trades = [network.Trades[0] with { Price = [.. network.Trades[0].Price.Select(p => 1.5 * p)] }, network.Trades[1]] };
        return [("plain", 0.5, network), ("calm", 0.3, calm), ("dear", 0.2, dear)];
    }

    static ImmutableArray<ScenarioNetwork> Scenarios((string Name, double Probability, TinyNetwork Network)[] of) =>
        [.. of.Select(s => new ScenarioNetwork(s.Name, s.Probability, s.Network.Build()))];

    static PlanningOptions Options(RiskOptions risk) => new() { Risk = risk, Solver = new() { Method = SolverMethod.Simplex } };

    static (ScenarioPlanning Planning, LinearSolution Solution) Solve((string, double, TinyNetwork)[] of, RiskOptions risk)
    {
        var planning = ScenarioPlanning.Build(Scenarios(of), Options(risk));
        var solution = planning.Joint.Run(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(SolverStatus.Optimal, solution.Status);
        var proof = planning.Joint.ReadSolution(solution).Certificate!;
        Assert.True(proof.IsOptimal, proof.ToString());
        return (planning, solution);
    }

    static PlanningSolution?[] Own(ScenarioPlanning planning) => [.. planning.Scenarios.Select(s => Plans.Solve(s.Network))];

    static ScenarioAnswer Answer((string, double, TinyNetwork)[] of, RiskOptions risk)
    {
        var (planning, solution) = Solve(of, risk);
        return planning.Answer(solution, Own(planning));
    }
}
