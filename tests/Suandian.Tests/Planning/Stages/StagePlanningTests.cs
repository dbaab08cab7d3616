using System.Collections.Immutable;
using CsCheck;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Alternatives;

namespace Suandian.Planning.Stages;

public class StagePlanningTests
{
    /// <summary>A town with a plant that costs so much per MW and year and nothing to run.</summary>
    static TinyNetwork Town(double mw, double cost) => new()
    {
        Hours = 2,
        Generators = [new("plant", 0) { MaxMw = 50, AnnualCost = cost }],
        Loads = [new("town", 0, [mw])],
    };

    [Theory]
    [InlineData(25, 0, 4, 6, 1100)] // 400, then 400 for what stands and 6 × 50
    [InlineData(1, 0, 4, 10, 900)] // gone after a year: 400, then 10 × 50
    [InlineData(25, 0.25, 4, 6, 960)] // 400 + 700 / 1.25
    public void What_is_built_stays_until_its_end_and_is_paid_as_long(double life, double rate, double first, double second, double presentValue)
    {
        var (planning, solution) = Solve([new("a", 2024, 1, Town(4, 100).Build()), new("b", 2025, 1, Town(10, 50).Build())], life, rate);

        var answer = planning.Answer(solution);
        var path = answer.Paths.Single();
        Assert.Equal((first, second, presentValue), (Round(path.Built[0]), Round(path.Built[1]), Round(answer.PresentValueYuan)));
        Assert.Equal((4, 10), (Round(path.Standing[0]), Round(path.Standing[1])));
    }

    [Fact]
    public void Building_waits_for_a_lower_cost_where_it_can()
    {
        // 10 MW are needed from the second stage on only: nothing is built before
        var (planning, solution) = Solve([new("a", 2024, 3, Town(0, 100).Build()), new("b", 2027, 3, Town(10, 50).Build())], 25, 0.06);

        Assert.Equal(0, planning.Answer(solution).Paths[0].Built[0], 1e-6);
    }

    [Fact]
    public void A_stage_of_three_years_counts_each_of_them_at_its_value() =>
        Assert.Equal(1 / 1.1 / 1.1 * (1 + 1 / 1.1 + 1 / 1.1 / 1.1), new StageNetwork("b", 2026, 3, Town(1, 1).Build()).DiscountedYears(0.1, 2024), 1e-12);

    [Fact]
    public void Stages_that_are_alike_are_the_plan_of_one() => Gen.Int[1, 500].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed).Build();
        var one = Plans.Solve(network).ObjectiveYuan;

        var (planning, solution) = Solve([new("a", 2024, 2, network), new("b", 2026, 4, network)], 100, 0.05);

        var answer = planning.Answer(solution);
        Assert.Equal(one * answer.Stages.Sum(s => s.DiscountedYears), answer.PresentValueYuan, 1e-8 * Math.Abs(answer.PresentValueYuan));
    }, iter: 3);

    [Fact]
    public void Every_stage_replays_no_capacity_shrinks_and_the_parts_are_the_whole() => Gen.Int[1, 500].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        var grown = network with { Loads = [.. network.Loads.Select(l => l with { Mw = [.. l.Mw.Select(mw => 1.4 * mw)] })] };
        var (planning, solution) = Solve([new("a", 2024, 3, network.Build()), new("b", 2027, 3, grown.Build())], 100, 0.05);

        var answer = planning.Answer(solution);
        Assert.Equal(answer.PresentValueYuan, answer.Stages.Sum(s => s.DiscountedYears * s.CostYuan), 1e-9 * Math.Abs(answer.PresentValueYuan));
        Assert.All(answer.Paths, p => Assert.True(p.Standing[1] >= p.Standing[0] - 1e-6, p.Quantity.Key));
        for (var s = 0; s < 2; s++)
        {
            var (stage, plan) = planning.In(solution, s);
            Assert.All(Replay.Check(stage, plan).Checks, check => Assert.True(check.Holds, check.ToString()));
        }
    }, iter: 3);

    [Fact]
    public void The_rows_that_join_the_stages_are_written_as_their_golden_file_shows()
    {
        var planning = StagePlanning.Build([new("a", 2024, 1, Town(4, 100).Build()), new("b", 2025, 1, Town(10, 50).Build())],
            [new(Plant(0), 1)], 0, new());

        Golden.Matches("stages.txt", planning.Linear.ToLpText());
    }

    [Fact]
    public void Years_that_do_not_rise_are_refused() => Assert.Throws<ArgumentException>(() => StagePlanning.Build(
        [new("a", 2025, 1, Town(1, 1).Build()), new("b", 2025, 1, Town(1, 1).Build())], [], 0, new()));

    static double Round(double value) => Math.Round(value, 5);

    static PlanQuantity Plant(int g) => new() { Key = "generators.plant", Name = new("机组", "plant"), Unit = "MW", Parts = [new(QuantityKind.GeneratorPower, g)] };

    static (StagePlanning Planning, LinearSolution Solution) Solve(ImmutableArray<StageNetwork> stages, double life, double rate)
    {
        var n = stages[0].Network;
        var planning = StagePlanning.Build(stages, [.. Expandable(n).Select(part => new StageCapacity(Plant(0) with { Key = part.ToString(), Parts = [part] }, life))],
            rate, new() { Solver = new() { Method = SolverMethod.Simplex } });
        var solution = planning.Run(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(SolverStatus.Optimal, solution.Status);
        Assert.True(planning.In(solution, 0).Plan.Certificate!.IsOptimal);
        return (planning, solution);
    }

    static IEnumerable<QuantityPart> Expandable(HourlyNetwork n)
    {
        static IEnumerable<QuantityPart> Of(QuantityKind kind, double[] existing, double[] most) =>
            Enumerable.Range(0, existing.Length).Where(i => most[i] > existing[i]).Select(i => new QuantityPart(kind, i));
        return
        [
            .. Of(QuantityKind.GeneratorPower, n.Generators.ExistingMw, n.Generators.MaxMw),
            .. Of(QuantityKind.StoragePower, n.StorageUnits.ExistingMw, n.StorageUnits.MaxMw),
            .. Of(QuantityKind.StorageEnergy, n.StorageUnits.ExistingMwh, n.StorageUnits.MaxMwh).Where(p => n.StorageUnits.SizedApart[p.Index]),
            .. Of(QuantityKind.StoreEnergy, n.Stores.ExistingMwh, n.Stores.MaxMwh),
            .. Of(QuantityKind.LinkPower, n.Links.ExistingMw, n.Links.MaxMw),
            .. Of(QuantityKind.LinePower, n.Lines.ExistingMw, n.Lines.MaxMw),
            .. Of(QuantityKind.ClusterPower, n.Clusters.ExistingItMw, n.Clusters.MaxItMw),
            .. Of(QuantityKind.FibreRate, n.Fibres.ExistingGbitS, n.Fibres.MaxGbitS),
        ];
    }
}
