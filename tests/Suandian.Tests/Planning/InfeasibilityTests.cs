using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

public class InfeasibilityTests
{
    const int Cases = 100;

    static readonly PlanningOptions Options = new() { Solver = new SolverOptions() };

    static readonly InfeasibilityOptions How = new() { Year = 2025 };

    /// <summary>As a large case is explained: by the hourly interior point, without a vertex.</summary>
    static readonly InfeasibilityOptions Inside = How with { VertexRows = 0 };

    public static TheoryData<int> VertexRows => [How.VertexRows, Inside.VertexRows];

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void The_planted_cause_is_named_in_at_least_95_of_100_generated_cases(int vertexRows)
    {
        var how = How with { VertexRows = vertexRows };

        var wrong = Enumerable.Range(0, Cases).Select(seed => (seed, why: Wrong(InfeasibleCase.Of(seed), how))).Where(c => c.why is not null).ToArray();

        Assert.True(wrong.Length <= 5, string.Join('\n', wrong));
    }

    [Fact]
    public void The_elastic_problem_repeats_by_the_hour_as_the_plan_does()
    {
        foreach (var seed in Enumerable.Range(0, 13))
        {
            var plan = ElasticPlan.Of(InfeasibleCase.Of(seed).Network, new PlanningOptions());
            var solver = new PlanningOptions().Solver with { Crossover = Switch.Off };

            var diagnosis = plan.Diagnose(isIdle: false, solver, TestContext.Current.CancellationToken);

            Assert.True(diagnosis is { IsOptimal: true, Source.Remark: null }, $"{seed}: {diagnosis.Source.Status}, {diagnosis.Source.Remark?.En}");
        }
    }

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void Every_relaxation_told_makes_the_case_feasible_and_its_plan_passes_the_replay(int vertexRows)
    {
        var how = How with { VertexRows = vertexRows };
        foreach (var seed in Enumerable.Range(0, 13))
        {
            var network = InfeasibleCase.Of(seed).Network;

            Assert.Equal(PlanningStatus.Infeasible, Plan(network).Status);
            foreach (var relaxation in Explain(network, how).Relax)
            {
                var relaxed = RelaxedNetwork.Apply(network, relaxation.Changes);
                var plan = Plan(relaxed);
                Assert.True(plan.Status == PlanningStatus.Optimal, $"{seed}: {relaxation.Text.En}");
                Assert.Empty(Replay.Check(relaxed, plan).Checks.Where(c => !c.Holds));
            }
        }
    }

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void A_relaxation_is_the_least_that_suffices(int vertexRows)
    {
        var how = How with { VertexRows = vertexRows };
        foreach (var seed in Enumerable.Range(0, 13))
        {
            var network = InfeasibleCase.Of(seed).Network;
            var single = Explain(network, how).Relax
                .Where(r => r is { Changes: [{ Column: not "shed_mw" }] });

            foreach (var change in single.Select(r => r.Changes[0]))
            {
                // Told to four digits: 1e-3 of the value less than that does not suffice.
                var almost = change with { To = change.To - Math.Sign(change.To - change.From) * 1.1e-3 * change.To };
                Assert.True(Plan(RelaxedNetwork.Apply(network, [almost])).Status == PlanningStatus.Infeasible, $"{seed}: {change}");
            }
        }
    }

    static InfeasibilityReport Explain(HourlyNetwork network, InfeasibilityOptions how) =>
        Infeasibility.Explain(network, new PlanningOptions(), how, TestContext.Current.CancellationToken);

    static PlanningSolution Plan(HourlyNetwork network) => PlanningModel.Build(network, Options).Solve();

    /// <summary>What is wrong with the explanation of a case; null where it is right.</summary>
    static string? Wrong(InfeasibleCase planted, InfeasibilityOptions how)
    {
        var report = Explain(planted.Network, how);
        foreach (var (kind, name) in planted.Causes)
        {
            if (!report.Cause.Any(c => c.Kind == kind && c.Name == name))
            {
                return $"{planted.Story}: {kind} of {name} not named; {report.Text.En}";
            }
        }

        var hourly = report.Cause.Where(c => c.Kind is InfeasibilityCauseKind.Shortage or InfeasibilityCauseKind.Surplus).ToArray();
        if (hourly.Length > planted.Causes.Count(c => c.Kind is InfeasibilityCauseKind.Shortage or InfeasibilityCauseKind.Surplus))
        {
            return $"{planted.Story}: missing elsewhere; {report.Text.En}";
        }

        if (planted.Hours is { } hours && hourly.Any(c => c.Hours.Any(r => !Enumerable.Range(r.FirstSnapshot, r.Snapshots).All(hours.Contains))))
        {
            return $"{planted.Story}: wrong hours; {report.Text.En}";
        }

        var change = report.Relax.SelectMany(r => r.Changes).FirstOrDefault(c => (c.Name, c.Column) == (planted.Remedy?.Name, planted.Remedy?.Column));
        return planted.Remedy is { } remedy && !(Math.Abs((change?.To ?? double.NaN) - remedy.Value) <= 1e-3 * remedy.Value)
            ? $"{planted.Story}: {remedy} told as {change}; {report.Text.En}"
            : null;
    }

    [Fact]
    public void A_calm_without_storage_or_grid_is_told_in_both_languages_with_every_way_out()
    {
        var report = Explain(Calm(), How);

        Golden.Matches("calm-explained.txt", $"{report.Text.Zh}\n{report.Text.En}\n");
    }

    [Theory]
    [MemberData(nameof(VertexRows))]
    public void A_calm_without_storage_or_grid_is_told_with_hours_energy_and_limits_of_zero(int vertexRows)
    {
        var report = Explain(Calm(), How with { VertexRows = vertexRows });

        Assert.Equal(600, report.Cause[0].Size, 1e-6 * 600); // to four digits it is told, to 1e-7 it is solved
        Assert.Equal(new DateTime(2025, 1, 14, 18, 0, 0), report.Cause[0].Hours[0].From);
        Assert.Equal(new DateTime(2025, 1, 15, 9, 0, 0), report.Cause[0].Hours[0].To);
        Assert.Equal(["battery", "grid"], report.Cause.Where(c => c.Kind == InfeasibilityCauseKind.LimitReached).Select(c => c.Name).Order());
        Assert.Equal(150, report.Relax.Single(r => r.Kind == RelaxationKind.Storage).Changes[0].To, 0.2); // 600 MWh in 4 h
        Assert.Equal(40, report.Relax.Single(r => r.Kind == RelaxationKind.Trade).Changes[0].To, 0.05);
    }

    /// <summary>40 MW of load, wind that stands still from hour 18 of 14 January for 15 hours: 600 MWh are missing.</summary>
    static HourlyNetwork Calm() => new TinyNetwork
    {
        Hours = 72,
        FirstHour = 13 * 24,
        Buses = ["Naomaohu"],
        Generators = [new("wind", 0) { MaxMw = 200, Renewable = true, AvailabilityPu = [.. Enumerable.Range(0, 72).Select(t => t is >= 18 and < 33 ? 0.0 : 0.5)] }],
        Storages = [new("battery", 0) { DurationH = 4, MaxMw = 0 }],
        Trades = [new("grid", 0, true) { MaxMw = 0, Price = [400] }],
        Loads = [new("town", 0, [40])],
    }.Build();

    [Fact]
    public void A_feasible_case_is_not_given_a_cause()
    {
        var network = new TinyNetwork { Generators = [new("gas", 0) { ExistingMw = 5 }], Loads = [new("town", 0, [4])] }.Build();

        var report = Infeasibility.Explain(network, Options, How, TestContext.Current.CancellationToken);

        Assert.Equal(InfeasibilityCauseKind.Unknown, Assert.Single(report.Cause).Kind);
    }

    [Fact]
    public void Without_time_the_causes_are_told_and_the_list_of_changes_says_that_it_is_not_complete()
    {
        var how = How with { TimeLimit = TimeSpan.FromTicks(1) };

        var report = Infeasibility.Explain(InfeasibleCase.Of(0).Network, Options, how, TestContext.Current.CancellationToken);

        Assert.False(report.IsComplete);
        Assert.NotEmpty(report.Cause);
    }
}
