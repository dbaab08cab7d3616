using Suandian.Cases;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

public class AcOptimalFlowTests
{
    /// <summary>Half a step of the difference quotients of prices, MW and MVA.</summary>
    const double Step = 0.05;

    static OptimalFlowSolution Optimum(PowerGrid grid) => OptimalDispatch.Solve(grid, null, TestContext.Current.CancellationToken);

    [Fact]
    public void Two_buses_are_solved_as_by_hand()
    {
        // line r = 0.05 alone, load 0.5 pu: losses are least at the highest voltage; V2 (V1 − V2)/r = P
        const double r = 0.05, p = 0.5, high = 1.1, price = 20;
        var root = Math.Sqrt(high * high - 4 * r * p);
        var low = (high + root) / 2;
        var grid = MatpowerCase.Parse(GridTexts.TwoBuses(50, r: r, x: 0).Replace("1 0 0 999 -999 1 100 1 999 -999", "1 0 0 999 -999 1 100 1 999 0", StringComparison.Ordinal)
            + $"mpc.gencost = [ 2 0 0 2 {price} 0 ];\n", "two.m").Grid!;

        var solution = Optimum(grid);

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.Equal([high, low], solution.VoltagePu, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(100 * high * (high - low) / r, solution.GeneratorMw[0], 1e-4);
        Assert.Equal(price, solution.PricePerMwh[0], 1e-4);
        Assert.Equal(price * high / root, solution.PricePerMwh[1], 1e-4); // d/dP of V1 (V1 − V2)/r
    }

    [Fact]
    public void Nine_buses_cost_what_MATPOWER_says()
    {
        var solution = Optimum(DcOptimalFlowTests.NineBusesWith(DcOptimalFlowTests.ClassicCosts));

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.Equal(5296.6865, solution.Cost, 1e-3); // MATPOWER 8.1 runopf, case9
        Assert.True(solution.Residuals.Largest <= 1e-8);
    }

    [Fact]
    public void The_power_flow_of_the_dispatch_is_the_same_point()
    {
        var grid = DcOptimalFlowTests.NineBusesWith("2 0 0 3 0.11 5 150; 1 0 0 3 0 0 100 500 300 4500; 2 0 0 2 20 0", rating: 120);
        var solution = Optimum(grid);

        var flow = AcFlow.Solve(solution.Applied(grid));

        Assert.Equal(FlowStatus.Converged, flow.Status);
        Assert.Equal(solution.VoltagePu, flow.VoltagePu, (a, b) => Math.Abs(a - b) < 1e-7);
        Assert.Equal(solution.GeneratorMw, flow.GeneratorMw, (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(solution.FromMvar, flow.FromMvar, (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.All(Enumerable.Range(0, 9), k => Assert.InRange(solution.LoadingMva(k), 0, grid.Branches.RatingMva[k] + 1e-4));
    }

    [Fact]
    public void A_price_is_what_one_more_MW_costs()
    {
        var grid = DcOptimalFlowTests.NineBusesWith(DcOptimalFlowTests.ClassicCosts, rating: 120);
        double Cost(double more) => Optimum(grid with { Buses = grid.Buses with { LoadMw = [.. grid.Buses.LoadMw.Select((p, b) => b == 4 ? p + more : p)] } }).Cost;

        var solution = Optimum(grid);

        Assert.Equal((Cost(Step) - Cost(-Step)) / (2 * Step), solution.PricePerMwh[4], 1e-3);
    }

    [Fact]
    public void The_price_of_a_rating_is_what_one_MVA_saves()
    {
        var grid = DcOptimalFlowTests.NineBusesWith(DcOptimalFlowTests.ClassicCosts, rating: 120);
        var solution = Optimum(grid);
        var k = Enumerable.Range(0, 9).MaxBy(k => solution.FromLimitPrice[k] + solution.ToLimitPrice[k]);
        double Cost(double more) => Optimum(grid with { Branches = grid.Branches with { RatingMva = [.. grid.Branches.RatingMva.Select((s, q) => q == k ? s + more : s)] } }).Cost;

        var saved = (Cost(-Step) - Cost(Step)) / (2 * Step);

        Assert.True(saved > 0.01);
        Assert.Equal(saved, solution.FromLimitPrice[k] + solution.ToLimitPrice[k], 1e-2 * saved);
    }

    [Fact]
    public void Buses_in_another_order_cost_the_same()
    {
        var grid = DcOptimalFlowTests.NineBusesWith(DcOptimalFlowTests.ClassicCosts, rating: 120);
        int[] place = [3, 8, 1, 0, 6, 7, 2, 5, 4];
        T[] Moved<T>(T[] values) => [.. Enumerable.Range(0, 9).Select(b => values[Array.IndexOf(place, b)])];
        var moved = grid with
        {
            Buses = grid.Buses with { Kind = Moved(grid.Buses.Kind), LoadMw = Moved(grid.Buses.LoadMw), LoadMvar = Moved(grid.Buses.LoadMvar), Number = Moved(grid.Buses.Number) },
            Branches = grid.Branches with { From = [.. grid.Branches.From.Select(b => place[b])], To = [.. grid.Branches.To.Select(b => place[b])] },
            Generators = grid.Generators with { Bus = [.. grid.Generators.Bus.Select(b => place[b])] },
        };

        var (first, second) = (Optimum(grid), Optimum(moved));

        Assert.Equal(first.Cost, second.Cost, 1e-6 * first.Cost);
    }

    [Fact]
    public void A_load_beyond_the_line_is_told_with_what_is_missing()
    {
        var solution = Optimum(DcOptimalFlowTests.Pair(load: 100, most: 45));

        Assert.Equal(OptimalFlowStatus.Infeasible, solution.Status);
        Assert.Equal(10, solution.Missing.Sum(m => m.Mw), 1e-3); // the line has no losses: 100 − 2 · 45
    }

    [Fact]
    public void Islands_and_isolated_buses_have_answers_of_their_own()
    {
        var pair = DcOptimalFlowTests.Pair();
        var apart = pair with { Branches = pair.Branches with { InService = [false] }, Buses = pair.Buses with { Kind = [GridBusKind.Slack, GridBusKind.Slack] } };
        var isolated = apart with { Buses = apart.Buses with { Kind = [GridBusKind.Slack, GridBusKind.Isolated] } };

        var (two, one) = (Optimum(apart), Optimum(isolated));

        Assert.Equal(100 * 30, two.Cost, 1e-3);
        Assert.Equal((0, double.NaN, double.NaN), (Math.Round(one.Cost, 4), one.VoltagePu[1], one.PricePerMwh[1]));
    }
}
