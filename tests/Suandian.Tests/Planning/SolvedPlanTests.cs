using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Alternatives;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Sensitivities;
using Suandian.Planning.Stages;

namespace Suandian.Planning;

/// <summary>What may be asked of plans with whole modules, several scenarios, or stages.</summary>
public class SolvedPlanTests
{
    static readonly PlanningOptions Exact = new() { Solver = new() { Method = SolverMethod.Simplex, IntegerGap = 1e-9 } };

    /// <summary>10 MW from a plant in modules of 7 MW (100 yuan/MW/a) and one of any size (200).</summary>
    static readonly HourlyNetwork Modular = new TinyNetwork
    {
        Hours = 2,
        Generators = [new("modular", 0) { MaxMw = 14, AnnualCost = 100 }, new("free", 0) { MaxMw = 20, AnnualCost = 200 }],
        Loads = [new("town", 0, [10])],
    }.Build() with
    {
        Modules = new() { Name = ["modular"], Variable = [LimitVariable.GeneratorCapacity], Component = [0], Size = [7], Base = [0] },
    };

    [Fact]
    public void With_modules_the_ranges_are_those_of_the_number_that_is_built()
    {
        // one module and 3 MW: 700 + 600 = 1300 < 1400 for two modules
        var solved = Solved(Modular, Exact);
        var costs = new Sensitivity(solved).Costs(Token);

        // with one module held, 3 MW of the other are needed at any price; the modules follow no price and have no range
        var free = Assert.Single(costs);
        Assert.True(solved.IsHeld && free.IsProved);
        Assert.Equal(("free", 3, 0, double.PositiveInfinity), (free.Name, Math.Round(free.Size, 6), Math.Round(free.From, 6), free.To));
    }

    [Fact]
    public void With_modules_the_same_cost_leaves_the_number_as_it_is_and_more_cost_is_asked_of_the_linear_problem()
    {
        var (whole, free) = (Solved(Modular, Exact), Solved(Modular, Exact with { WholeModules = false }));

        var same = new NearOptimal(whole, 0).Range(Plant(0), Token);
        var near = new NearOptimal(free, 0.02).Range(Plant(0), Token);

        Assert.Equal((7, 7, false), (Mw(same.Least), Mw(same.Most), same.Moves));
        Assert.Equal((9.8, 10.2), (Mw(near.Least), Mw(near.Most))); // 1000 + 20: 0.2 MW of the dear one, or 0.2 MW too many
    }

    [Fact]
    public void Units_that_may_be_on_in_part_leave_the_problem_linear()
    {
        var network = TinyUnit.In(new TinyNetwork { Generators = [new("plant", 0) { ExistingMw = 5 }], Loads = [new("town", 0, [3])] }.Build(), new TinyUnit(0));

        Assert.True(PlanningModel.Build(network, Exact).Linear.HasIntegers);
        Assert.False(PlanningModel.Build(network, Exact with { WholeUnits = false }).Linear.HasIntegers);
    }

    /// <summary>A load from a cheap plant of 1 t/MWh (10 yuan/MWh) and a clean one (50), the clean one up to 6 MW in all scenarios.</summary>
    static TinyNetwork Town(double mw, AnnualRule rule) => new()
    {
        Hours = 2,
        Generators =
        [
            new("coal", 0) { ExistingMw = 20, MarginalCost = 10, Co2TPerMwh = 1 },
            new("clean", 0) { ExistingMw = 6, MarginalCost = 50, Renewable = true },
        ],
        Loads = [new("town", 0, [mw])],
        Rules = [rule],
    };

    [Fact]
    public void A_total_that_holds_in_every_scenario_keeps_its_price_until_it_is_slack_in_one()
    {
        // coal alone emits 8 × 8760 = 70 080 t in the one and 4 × 8760 = 35 040 t in the other; the clean plant takes 52 560 MWh off at most
        var solved = Joint(Rule(AnnualRuleKind.Co2Max, 30_000), (0.75, 8), (0.25, 4));

        var range = new Sensitivity(solved).Shadows(Token).Single(s => s.Component == "annual_rules");

        // a tonne more saves 50 − 10 yuan in both
        Assert.Equal((40, 17_520, 35_040), (Math.Round(range.YuanPerUnit, 6), Math.Round(range.From, 4), Math.Round(range.To, 4)));
    }

    [Fact]
    public void A_share_of_fixed_loads_keeps_its_price_until_the_plant_is_full_in_one_scenario()
    {
        var solved = Joint(Rule(AnnualRuleKind.GreenShareMin, 0.3), (0.75, 10), (0.25, 4));

        var range = new Sensitivity(solved).Shadows(Token).Single(s => s.Component == "annual_rules");

        // use is 0.75 × 87 600 + 0.25 × 35 040 = 74 460 MWh/a, each 1 % of it costs 40 yuan/MWh more; 6 MW are 60 % of 10 MW
        Assert.Equal((744.6 * 40, 0, 0.6), (Math.Round(range.YuanPerUnit, 4), Math.Round(range.From, 9), Math.Round(range.To, 9)));
        Assert.True(range.IsProved && range.IsStraight);
    }

    [Fact]
    public void Costs_that_stand_in_the_tail_have_no_range()
    {
        var solved = Joint(Rule(AnnualRuleKind.GreenShareMin, 0.3), (0.75, 10), (0.25, 4), new RiskOptions { WeightPu = 0.5, LevelPu = 0.5 });

        Assert.True(solved.IsCostInTail);
        Assert.Empty(new Sensitivity(solved).Costs(Token));
    }

    /// <summary>4 MW in the first year and 10 MW in the second, whose yuan counts 0.8; a plant of up to 8 MW and a dear one.</summary>
    static (StagePlanning Planning, LinearSolution Solution) Stages(double dearInTheSecond = 80)
    {
        static HourlyNetwork Town(double mw, double plant, double dear) => new TinyNetwork
        {
            Hours = 2,
            Generators = [new("plant", 0) { MaxMw = 8, AnnualCost = plant }, new("dear", 0) { MaxMw = 50, AnnualCost = dear }],
            Loads = [new("town", 0, [mw])],
        }.Build();
        ImmutableArray<StageCapacity> capacities = [new(Plant(0), 25), new(Plant(1), 25)];
        var planning = StagePlanning.Build([new("a", 2024, 1, Town(4, 100, 130)), new("b", 2025, 1, Town(10, 50, dearInTheSecond))], capacities, 0.25, Exact);
        return (planning, planning.Run(cancellation: Token));
    }

    [Fact]
    public void A_limit_of_the_last_stage_is_priced_in_yuan_of_that_stage()
    {
        var (planning, solution) = Stages();

        var range = new Sensitivity(planning.Solved(solution, 1)).Shadows(Token).Single();

        // 4 + 4 MW of the plant, 2 MW of the dear one: a MW more saves 80 − 50; below 4 MW the first stage would have to build the dear one
        Assert.Equal(("plant", 30, 4, 10), (range.Name, Math.Round(range.YuanPerUnit, 6), Math.Round(range.From, 6), Math.Round(range.To, 6)));
    }

    [Fact]
    public void A_cost_of_the_last_stage_may_change_until_another_stage_would_build_otherwise()
    {
        var (planning, solution) = Stages();

        var costs = new Sensitivity(planning.Solved(solution, 1)).Costs(Token).ToDictionary(c => c.Name);

        // dear: below 50 it takes the place of the plant; above, a MW of it built in the first stage (130 × 1.8 = 234) frees a MW of the
        // plant there (180), which is built in the second (40): 234 − 180 + 40 = 94 = 0.8 × 117.5
        Assert.Equal((2, 80, 50, 117.5), (Math.Round(costs["dear"].Size, 6), Math.Round(costs["dear"].CostYuanPerUnit, 6), Math.Round(costs["dear"].From, 6), Math.Round(costs["dear"].To, 6)));

        // plant: above 80 the dear one takes its place; below, the same exchange pays: 234 − 180 − 64 + 0.8 c = 0, c = 12.5
        Assert.Equal((4, 12.5, 80), (Math.Round(costs["plant"].Size, 6), Math.Round(costs["plant"].From, 6), Math.Round(costs["plant"].To, 6)));
    }

    [Fact]
    public void Within_a_share_of_the_cost_of_all_stages_the_last_one_may_change()
    {
        var (planning, solution) = Stages();

        // 4 × 180 + 4 × 40 + 2 × 64 = 1008 over 1.8 discounted years is 560 a year; 1 % more is 10.08, and a MW of dear for plant costs 24
        var near = new NearOptimal(planning.Solved(solution, 1), 0.01);
        var range = near.Range(Plant(0), Token);

        Assert.Equal((560, 565.6), (Math.Round(near.LeastYuan, 6), Math.Round(near.LimitYuan, 6)));
        Assert.Equal((7.58, 8), (Mw(range.Least), Mw(range.Most)));
        Assert.Equal(565.6, range.Least.CostYuan, 1e-4);
    }

    [Fact]
    public void In_stages_the_same_cost_may_leave_each_of_them_open()
    {
        var (planning, solution) = Stages(dearInTheSecond: 50);

        var (first, second) = (new NearOptimal(planning.Solved(solution, 0), 0).Range(Plant(0), Token), new NearOptimal(planning.Solved(solution, 1), 0).Range(Plant(0), Token));

        // in the second stage both cost the same: the plant stands with 4 to 8 MW; in the first it is the only cheap one
        Assert.Equal((4, 4, 4, 8), (Mw(first.Least), Mw(first.Most), Mw(second.Least), Mw(second.Most)));
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static SolvedPlan Solved(HourlyNetwork network, PlanningOptions options)
    {
        var plan = PlanningModel.Build(network, options);
        return new(plan, plan.Run(cancellation: Token));
    }

    static SolvedPlan Joint(AnnualRule rule, (double Probability, double Mw) high, (double Probability, double Mw) low, RiskOptions? risk = null)
    {
        var planning = ScenarioPlanning.Build(
            [new("high", high.Probability, Town(high.Mw, rule).Build()), new("low", low.Probability, Town(low.Mw, rule).Build())],
            Exact with { Risk = risk ?? new() });
        return new(planning.Joint, planning.Joint.Run(cancellation: Token));
    }

    static AnnualRule Rule(AnnualRuleKind kind, double limit) => new() { Name = "rule", Kind = kind, Limit = limit };

    static double Mw(AlternativePlan end) => Math.Round(end.Value, 4);

    static PlanQuantity Plant(int g) => new()
    {
        Key = "plant", Name = new("机组", "plant"), Unit = "MW", Parts = [new(QuantityKind.GeneratorPower, g)],
    };
}
