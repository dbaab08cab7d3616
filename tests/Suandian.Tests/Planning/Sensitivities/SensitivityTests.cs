using CsCheck;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Sensitivities;

public class SensitivityTests
{
    /// <summary>
    /// 10 MW all the time: up to 4 MW of a cheap plant (100 yuan/MW/a), up to 8 MW of a middling one (150), the rest of a dear one (200).
    /// </summary>
    static readonly TinyNetwork ThreePlants = new()
    {
        Hours = 2,
        Generators =
        [
            new("cheap", 0) { MaxMw = 4, AnnualCost = 100 },
            new("middling", 0) { MaxMw = 8, AnnualCost = 150 },
            new("dear", 0) { MaxMw = 20, AnnualCost = 200 },
        ],
        Loads = [new("town", 0, [10])],
    };

    [Fact]
    public void A_limit_holds_its_price_from_the_kink_below_to_the_kink_above()
    {
        var range = Of(ThreePlants.Build()).Shadows(Token).Single(s => s.Name == "cheap");

        // a MW more of the cheap plant saves 150 − 100; below 2 MW the dear plant is at work, above 10 MW there is no use
        Assert.Equal((50, 4, 2, 10), (Math.Round(range.YuanPerUnit, 6), range.Limit, Math.Round(range.From, 6), Math.Round(range.To, 6)));
        Assert.True(range is { IsProved: true, IsStraight: true, Column: "capacity_max_mw" });
    }

    [Fact]
    public void A_fixed_plant_holds_the_price_of_what_it_saves_in_operation()
    {
        var network = ThreePlants with
        {
            Generators =
            [
                new("old", 0) { ExistingMw = 4 },
                new("gas", 0) { ExistingMw = 9, MarginalCost = 300 },
                new("oil", 0) { ExistingMw = 20, MarginalCost = 900 },
            ],
        };

        var range = Of(network.Build()).Shadows(Token).Single(s => s.Name == "old");

        // a MW more saves 300 yuan/MWh for 8760 h; below 1 MW oil burns, above 10 MW nothing is saved
        Assert.Equal(300 * 8760, range.YuanPerUnit, 1e-3);
        Assert.Equal((1, 10, "capacity_mw"), (Math.Round(range.From, 6), Math.Round(range.To, 6), range.Column));
    }

    [Fact]
    public void A_cost_may_change_until_another_order_is_cheaper()
    {
        var costs = Of(ThreePlants.Build()).Costs(Token).ToDictionary(c => c.Name);

        // 4 + 6 + 0 MW: the cheap one stays full up to 150; the middling one marginal from 100 to 200; the dear one unbuilt from 150 up
        Assert.Equal((double.NegativeInfinity, 150), (costs["cheap"].From, Math.Round(costs["cheap"].To, 6)));
        Assert.Equal((100, 200), (Math.Round(costs["middling"].From, 6), Math.Round(costs["middling"].To, 6)));
        Assert.Equal((150, double.PositiveInfinity), (Math.Round(costs["dear"].From, 6), costs["dear"].To));
        Assert.All(costs.Values, c => Assert.True(c.IsProved));
    }

    [Fact]
    public void The_price_of_a_green_share_is_the_slope_inside_its_range_and_another_one_outside() => Gen.Int[1, 1000].Sample(seed =>
    {
        // use is fixed load only, so that the share is taken of the same energy everywhere
        var network = RandomNetwork.Draw(seed) with { Clusters = [], Workloads = [], Pairs = [], Fibres = [] };
        HourlyNetwork With(double green) => (network with { Rules = [network.Rules[0] with { Limit = green }] }).Build();
        double Cost(double green) => Plans.Solve(With(green)).ObjectiveYuan;
        var range = Of(With(0.6)).Shadows(Token).FirstOrDefault(s => s.Component == "annual_rules");
        if (range is null)
        {
            return; // the share costs nothing in this network
        }

        Assert.True(range.IsProved && range.IsStraight);
        Assert.InRange(0.6, range.From - 1e-9, range.To + 1e-9);
        AssertSlope(Cost, range, (0.01, 1 / 0.01));
    }, iter: 4);

    [Fact]
    public void The_price_of_a_line_is_the_slope_inside_its_range_and_another_one_outside() => Gen.Int[1, 1000].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        HourlyNetwork With(double mw) => (network with { Lines = [network.Lines[0], network.Lines[1] with { ExistingMw = mw }, network.Lines[2]] }).Build();
        double Cost(double mw) => Plans.Solve(With(mw)).ObjectiveYuan;
        var range = Of(With(2)).Shadows(Token).FirstOrDefault(s => s.Name == "l2");
        if (range is null)
        {
            return; // the line is idle in this network
        }

        Assert.True(range.IsProved);
        Assert.InRange(2, range.From - 1e-7, range.To + 1e-7);
        AssertSlope(Cost, range, (0.1, -1));
    }, iter: 4);

    [Fact]
    public void The_plan_stays_the_best_inside_the_range_of_a_cost_and_changes_outside() => Gen.Int[1, 1000].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        PlanningSolution At(double cost) => Plans.Solve(network with { Generators = [network.Generators[0] with { AnnualCost = cost }, network.Generators[1], network.Generators[2]] });
        var range = Of(network.Build()).Costs(Token).Single(c => c.Name == "wind");
        var (here, best) = (At(range.CostYuanPerUnit), range.Size);

        // inside, the cost changes by the size alone; outside a cheaper plan exists
        foreach (var (end, sign) in new[] { (range.From, -1), (range.To, 1) }.Where(e => double.IsFinite(e.Item1)))
        {
            var (inside, outside) = (0.5 * (range.CostYuanPerUnit + end), end + sign * 0.1 * range.CostYuanPerUnit);
            Assert.Equal(here.ObjectiveYuan + (inside - range.CostYuanPerUnit) * best, At(inside).ObjectiveYuan, 1e-9 * here.ObjectiveYuan);
            Assert.True(At(outside).ObjectiveYuan < here.ObjectiveYuan + (outside - range.CostYuanPerUnit) * best - 1e-3);
        }
    }, iter: 4);

    /// <summary>Straight between the ends with the price as the slope, steeper beyond the end where the limit tightens and flatter beyond the other.</summary>
    /// <param name="cost">Cost at a limit.</param>
    /// <param name="range">The range.</param>
    /// <param name="scale">Step beyond the ends, and yuan per unit of the limit over the price.</param>
    static void AssertSlope(Func<double, double> cost, ShadowRange range, (double Step, double PerUnit) scale)
    {
        var (here, slope) = (cost(range.Limit), range.YuanPerUnit * scale.PerUnit);
        foreach (var end in new[] { range.From, range.To }.Where(double.IsFinite))
        {
            var inside = 0.5 * (range.Limit + end);
            var (line, noise) = (here + slope * (inside - range.Limit), 1e-8 * Math.Abs(here));
            Assert.Equal(line, cost(inside), noise);
            var outside = end + Math.Sign(end - range.Limit) * scale.Step;
            if (end != range.Limit && outside is > 0 and < 0.99 or > 1)
            {
                Assert.True(cost(outside) > here + slope * (outside - range.Limit) + noise, $"{range}: no kink at {end}");
            }
        }
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static Sensitivity Of(HourlyNetwork network)
    {
        var plan = Plans.Build(network);
        var vertex = plan.Run(cancellation: Token);
        Assert.Equal(SolverStatus.Optimal, vertex.Status);
        return new(new SolvedPlan(plan, vertex));
    }
}
