using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Alternatives;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Stages;

namespace Suandian.Planning;

/// <summary>Stages and scenarios without a plan: what is missing, in which of them, and what helps all of them at once.</summary>
public class InfeasiblePartsTests
{
    static readonly InfeasibilityOptions How = new()
    {
        Year = 2025,
        PartNames = ImmutableDictionary<string, Text>.Empty.Add("late", new("后期", "the late stage")),
    };

    /// <summary>To a vertex, and inside as a large case.</summary>
    public static TheoryData<int> VertexRows => [How.VertexRows, 0];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void A_stage_whose_load_outgrows_the_connection_is_named_with_the_connection_it_needs(int vertexRows)
    {
        // 10 MW, then 20 MW for 24 hours, over a connection of 15 MW: 24 × 5 MWh are missing in the second stage.
        ImmutableArray<StageNetwork> stages = [new("early", 2024, 3, Town(10).Build()), new("late", 2027, 3, Town(20).Build())];

        var report = Infeasibility.Explain(Staged(stages), How with { VertexRows = vertexRows }, Token);

        var shortage = Assert.Single(report.Cause, c => c.Kind == InfeasibilityCauseKind.Shortage);
        Assert.Equal(("late", "town"), (shortage.Part, shortage.Name));
        Assert.Equal(120, shortage.Size, 1e-4);
        Assert.StartsWith("in the late stage, town lacks 120 MWh", shortage.Text.En, StringComparison.Ordinal);
        Assert.StartsWith("后期：", shortage.Text.Zh, StringComparison.Ordinal);
        Assert.Equal(("late", "grid"), Assert.Single(report.Cause.Where(c => c.Kind == InfeasibilityCauseKind.LimitReached).Select(c => (c.Part!, c.Name))));
        Assert.Equal(20, report.Relax.Single(r => r.Kind == RelaxationKind.Trade).Changes[0].To, 0.02);
        AssertHelps(report, changes => Staged([.. stages.Select(s => s with { Network = RelaxedNetwork.Apply(s.Network, changes) })]).Run(null, Token));
    }

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void Stages_that_stand_against_each_other_are_told_though_each_has_a_plan_alone(int vertexRows)
    {
        // The plant must run at 80 % of its size. 20 MW are needed first and 10 MW later, when the 20 MW still stand: 16 − 10 MW are too many.
        TinyNetwork town(double mw) => Town(mw) with { Trades = [], Generators = [new("plant", 0) { MaxMw = 50, MinimumPu = 0.8 }] };
        ImmutableArray<StageNetwork> stages = [new("early", 2024, 3, town(20).Build()), new("late", 2027, 3, town(10).Build())];
        Assert.All(stages, s => Assert.Equal(PlanningStatus.Optimal, PlanningModel.Build(s.Network, new()).Solve(null, Token).Status));

        var report = Infeasibility.Explain(Staged(stages), How with { VertexRows = vertexRows }, Token);

        var surplus = Assert.Single(report.Cause, c => c.Kind == InfeasibilityCauseKind.Surplus);
        Assert.Equal(("late", "town"), (surplus.Part, surplus.Name));
        Assert.Equal(24 * 6, surplus.Size, 1e-3);
    }

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void A_scenario_without_wind_is_named_with_what_it_lacks_and_the_change_holds_for_all(int vertexRows)
    {
        // 10 MW of load; wind up to 30 MW at half its power, or none: then the connection of 4 MW leaves 24 × 6 MWh missing.
        TinyNetwork town(double wind) => Town(10) with
        {
            Generators = [new("wind", 0) { MaxMw = 30, AvailabilityPu = [wind], Renewable = true }],
            Trades = [new("grid", 0, true) { MaxMw = 4, Price = [300], DemandCharge = 100, DemandPeriods = 12 }],
        };
        ImmutableArray<ScenarioNetwork> scenarios = [new("windy", 0.9, town(0.5).Build()), new("calm", 0.1, town(0).Build())];

        var report = Infeasibility.Explain(scenarios, new PlanningOptions(), How with { VertexRows = vertexRows }, Token);

        var shortage = Assert.Single(report.Cause, c => c.Kind == InfeasibilityCauseKind.Shortage);
        Assert.Equal(("calm", "town"), (shortage.Part, shortage.Name));
        Assert.Equal(144, shortage.Size, 1e-3);
        Assert.Equal(10, report.Relax.Single(r => r.Kind == RelaxationKind.Trade).Changes[0].To, 0.01);
        AssertHelps(report, changes => Joint([.. scenarios.Select(s => s with { Network = RelaxedNetwork.Apply(s.Network, changes) })]));
    }

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void A_rule_that_each_scenario_keeps_alone_is_told_where_a_common_plan_breaks_it(int vertexRows)
    {
        // 10 MW of load: 20 MW of wind where it blows at half its power, 10 MW where it blows fully; a common 20 MW are then curtailed by half.
        TinyNetwork town(double wind) => Town(10) with
        {
            Trades = [],
            Generators = [new("wind", 0) { MaxMw = 30, AvailabilityPu = [wind], Renewable = true }],
            Rules = [new AnnualRule { Name = "no waste", Kind = AnnualRuleKind.CurtailmentShareMax, Limit = 0.1 }],
        };
        ImmutableArray<ScenarioNetwork> scenarios = [new("weak", 0.25, town(0.5).Build()), new("strong", 0.75, town(1).Build())];
        Assert.All(scenarios, s => Assert.Equal(PlanningStatus.Optimal, PlanningModel.Build(s.Network, new()).Solve(null, Token).Status));

        var report = Infeasibility.Explain(scenarios, new PlanningOptions(), How with { VertexRows = vertexRows }, Token);

        var missed = Assert.Single(report.Cause, c => c.Kind == InfeasibilityCauseKind.RuleMissed);
        Assert.Equal(("strong", "no waste"), (missed.Part, missed.Name));
        Assert.Equal(8760 * (0.9 * 20 - 10), missed.Size, 1);
        Assert.Equal(0.5, report.Relax.Single(r => r.Kind == RelaxationKind.Rule).Changes[0].To, 1e-3);
        AssertHelps(report, changes => Joint([.. scenarios.Select(s => s with { Network = RelaxedNetwork.Apply(s.Network, changes) })]));
    }

    [Fact]
    public void A_case_of_one_future_names_no_part()
    {
        var report = Infeasibility.Explain(Town(20).Build(), new PlanningOptions(), How, Token);

        Assert.All(report.Cause, c => Assert.Null(c.Part));
    }

    /// <summary>A town of so many MW on a connection of 15 MW.</summary>
    static TinyNetwork Town(double mw) => new()
    {
        Hours = 24,
        Buses = ["town"],
        Trades = [new("grid", 0, true) { MaxMw = 15, Price = [300] }],
        Loads = [new("load", 0, [mw])],
    };

    static StagePlanning Staged(ImmutableArray<StageNetwork> stages)
    {
        var plants = Enumerable.Range(0, stages[0].Network.Generators.Count).Select(g => new StageCapacity(
            new() { Key = $"generators.{g}", Name = new("机组", "plant"), Unit = "MW", Parts = [new(QuantityKind.GeneratorPower, g)] }, 25));
        return StagePlanning.Build(stages, [.. plants], 0.06, new PlanningOptions());
    }

    static LinearSolution Joint(ImmutableArray<ScenarioNetwork> scenarios) => ScenarioPlanning.Build(scenarios, new PlanningOptions()).Joint.Run(null, Token);

    static void AssertHelps(InfeasibilityReport report, Func<ImmutableArray<LimitChange>, LinearSolution> solve)
    {
        Assert.Equal(SolverStatus.Infeasible, solve([]).Status);
        Assert.NotEmpty(report.Relax);
        Assert.All(report.Relax, relaxation => Assert.True(solve(relaxation.Changes).Status == SolverStatus.Optimal, relaxation.Text.En));
    }
}
