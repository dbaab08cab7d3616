using System.Collections.Immutable;
using CsCheck;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Alternatives;

public class NearOptimalTests
{
    /// <summary>10 MW all the time from two plants that cost 100 and 110 yuan per MW and year and nothing to run.</summary>
    static readonly TinyNetwork TwoPlants = new()
    {
        Hours = 2,
        Generators =
        [
            new("cheap", 0) { MaxMw = 50, AnnualCost = 100 },
            new("dear", 0) { MaxMw = 50, AnnualCost = 110 },
        ],
        Loads = [new("town", 0, [10])],
    };

    [Fact]
    public void Two_per_cent_more_buy_two_MW_of_the_dearer_plant()
    {
        var near = Near(TwoPlants, 0.02);

        var (cheap, dear) = (near.Range(Plant(0), Token), near.Range(Plant(1), Token));

        // 10 × 100 = 1000; each MW of the dearer one costs 10 more, 20 / 10 = 2; or 0.2 MW of the cheap one too many, 1020 / 100
        Assert.Equal((0, 0, 2), (Mw(dear.Least), Math.Round(dear.Optimum, 6), Mw(dear.Most)));
        Assert.Equal((8, 10, 10.2), (Mw(cheap.Least), Math.Round(cheap.Optimum, 6), Mw(cheap.Most)));
        Assert.True(cheap.IsProved && dear.IsProved && cheap.Moves && dear.Moves);
    }

    [Fact]
    public void An_end_reached_below_the_limit_is_the_cheapest_plan_of_that_value()
    {
        var range = Near(TwoPlants, 0.02).Range(Plant(1), Token);

        Assert.Equal(1000, range.Least.CostYuan, 1e-6);
        Assert.Equal(1020, range.Most.CostYuan, 1e-5);
        Assert.Equal(10, range.Least.Plan.GeneratorCapacityMw[0], 1e-6);
    }

    [Fact]
    public void An_end_inside_the_set_of_plans_is_the_cheapest_of_that_value_too()
    {
        var options = new PlanningOptions { Solver = new() { Method = SolverMethod.Hourly, Crossover = Switch.Off } };
        var plan = PlanningModel.Build((TwoPlants with { Hours = 24 }).Build(), options);

        var range = new NearOptimal(new SolvedPlan(plan, plan.Run(null, Token)), 0.02).Range(Plant(1), Token);

        // as above; without a vertex to 1e-8 of the cost
        Assert.Equal(1000, range.Least.CostYuan, 1e-4);
        Assert.Equal(1020, range.Most.CostYuan, 1e-4);
        Assert.Equal((0, 2), (Mw(range.Least), Mw(range.Most)));
    }

    [Fact]
    public void Plants_of_the_same_cost_may_replace_each_other_and_it_is_said_so()
    {
        var same = Near(TwoPlants with { Generators = [TwoPlants.Generators[0], TwoPlants.Generators[1] with { AnnualCost = 100 }] }, 0).Range(Plant(1), Token);
        var unlike = Near(TwoPlants, 0).Range(Plant(1), Token);

        Assert.Equal((0, 10, true, true), (Mw(same.Least), Mw(same.Most), same.Moves, same.IsProved));
        Assert.Equal((0, 0, false, true), (Mw(unlike.Least), Mw(unlike.Most), unlike.Moves, unlike.IsProved));
    }

    [Fact]
    public void A_sum_may_stand_still_though_its_parts_move()
    {
        var near = Near(TwoPlants with { Generators = [TwoPlants.Generators[0], TwoPlants.Generators[1] with { AnnualCost = 100 }] }, 0);

        var sum = near.Range(Plant(0) with { Parts = [new(QuantityKind.GeneratorPower, 0), new(QuantityKind.GeneratorPower, 1)] }, Token);

        Assert.Equal((10, 10, false), (Mw(sum.Least), Mw(sum.Most), sum.Moves));
    }

    [Fact]
    public void The_ends_contain_the_optimum_cost_no_more_than_allowed_and_pass_the_replay() => Gen.Int[1, 1000].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed).Build();
        var near = Near(network, 0.05);

        foreach (var range in near.Ranges(Some(network), null, Token))
        {
            Assert.True(range.IsProved, range.Quantity.Key);
            Assert.InRange(range.Optimum, range.Least.Value - 1e-5, range.Most.Value + 1e-5);
            foreach (var end in (AlternativePlan[])[range.Least, range.Most])
            {
                Assert.True(end.CostYuan <= near.LimitYuan * (1 + 2e-9), $"{range.Quantity.Key}: {end.CostYuan} > {near.LimitYuan}");
                Assert.Equal(end.Value, range.Quantity.In(network, end.Plan), 1e-6 * Math.Max(1, end.Value));
                Assert.All(Replay.Check(network, end.Plan).Checks, check => Assert.True(check.Holds, check.ToString()));
            }
        }
    }, iter: 3);

    [Fact]
    public void More_money_never_narrows_a_range() => Gen.Int[1, 1000].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed).Build();
        AlternativeRange[][] ranges = [.. new[] { 0, 0.01, 0.05 }.Select(within => Near(network, within).Ranges(Some(network), null, Token).ToArray())];

        foreach (var (tight, wide) in ranges.Zip(ranges.Skip(1)).SelectMany(pair => pair.First.Zip(pair.Second)))
        {
            Assert.True(wide.Least.Value <= tight.Least.Value + 1e-5 * Math.Max(1, tight.Least.Value), tight.Quantity.Key);
            Assert.True(wide.Most.Value >= tight.Most.Value - 1e-5 * Math.Max(1, tight.Most.Value), tight.Quantity.Key);
        }
    }, iter: 3);

    [Fact]
    public void The_same_cost_needs_a_vertex()
    {
        var plan = PlanningModel.Build(TwoPlants.Build(), new() { Solver = new() { Method = SolverMethod.InteriorPoint, Crossover = Switch.Off } });
        var optimum = plan.Run(cancellation: Token);

        Assert.Throws<ArgumentException>(() => new NearOptimal(new SolvedPlan(plan, optimum), 0));
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static NearOptimal Near(TinyNetwork tiny, double within) => Near(tiny.Build(), within);

    static NearOptimal Near(HourlyNetwork network, double within)
    {
        var plan = Plans.Build(network);
        return new(new SolvedPlan(plan, plan.Run(cancellation: Token)), within);
    }

    static double Mw(AlternativePlan end) => Math.Round(end.Value, 5); // tolerance of a row, 1e-6

    static PlanQuantity Plant(int g) => new()
    {
        Key = "plant", Name = new("机组", "plant"), Unit = "MW", Parts = [new(QuantityKind.GeneratorPower, g)],
    };

    static ImmutableArray<PlanQuantity> Some(HourlyNetwork network) =>
    [
        Plant(0) with { Key = "wind" },
        Plant(1) with { Key = "pv" },
        Plant(0) with { Key = "battery", Parts = [new(QuantityKind.StoragePower, 0)] },
        Plant(0) with { Key = "dam", Unit = "MWh", Parts = [new(QuantityKind.StorageEnergy, 1)] },
        Plant(0) with { Key = "hall", Parts = [.. Enumerable.Range(0, network.Clusters.Count).Select(c => new QuantityPart(QuantityKind.ClusterPower, c))] },
        Plant(0) with { Key = "import", Unit = "MWh/a", Parts = [new(QuantityKind.TradeEnergy, 0)] },
    ];
}
