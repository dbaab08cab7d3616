using Suandian.Cases;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

public class DcOptimalFlowTests
{
    static readonly OptimalFlowOptions Dc = new() { Form = OptimalFlowForm.DcReactanceAndTap };

    static OptimalFlowSolution Optimum(PowerGrid grid, OptimalFlowOptions options) => OptimalDispatch.Solve(grid, options, TestContext.Current.CancellationToken);

    /// <summary>Cheap generator at bus 1 (10 money/MWh), dear one at bus 2 (30), load 100 MW at bus 2, line of 60 MVA.</summary>
    internal static PowerGrid Pair(double load = 100, double rating = 60, string costs = "2 0 0 2 10 0; 2 0 0 2 30 0", double most = 200) => MatpowerCase.Parse(FormattableString.Invariant($"""
        function mpc = pair
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 2 {load} 0 0 0 1 1 0 110 1 1.1 0.9 ];
        mpc.gen = [ 1 0 0 99 -99 1 100 1 {most} 0; 2 0 0 99 -99 1 100 1 {most} 0 ];
        mpc.branch = [ 1 2 0 0.1 0 {rating} 0 0 0 0 1 -360 360 ];
        mpc.gencost = [ {costs} ];
        """), "pair.m").Grid!;

    [Fact]
    public void A_full_line_parts_the_prices()
    {
        var solution = Optimum(Pair(), Dc);

        // 60 MW over the line at 10, 40 MW at home at 30; a MW of rating more saves 30 − 10
        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.Equal(60 * 10 + 40 * 30, solution.Cost, 1e-6);
        Assert.Equal([60, 40], solution.GeneratorMw.Select(p => Math.Round(p, 6)));
        Assert.Equal([10, 30], solution.PricePerMwh.Select(p => Math.Round(p, 6)));
        Assert.Equal(20, solution.FromLimitPrice[0], 1e-6);
        Assert.Equal(-0.6 * 0.1 * 180 / Math.PI, solution.AngleDeg[1], 1e-9);
    }

    [Fact]
    public void An_angle_limit_holds_the_flow_back()
    {
        var grid = Pair(rating: 0);
        grid = grid with { Branches = grid.Branches with { MaxAngleDeg = [3], MinAngleDeg = [-3] } };

        var solution = Optimum(grid, Dc);

        Assert.Equal(3 * Math.PI / 180 / 0.1 * 100, solution.FromMw[0], 1e-6); // p = Δθ/x
    }

    [Fact]
    public void Costs_of_several_lines_are_climbed_one_after_the_other()
    {
        // bus 1: 10 up to 50 MW, then 40; bus 2: 30. 50 MW at 10 and 50 MW at 30
        var solution = Optimum(Pair(rating: 0, costs: "1 0 0 3 0 0 50 500 100 2500; 2 0 0 2 30 7 0 0 0 0"), Dc);

        Assert.Equal(50 * 10 + 50 * 30 + 7, solution.Cost, 1e-6);
        Assert.Equal([30, 30], solution.PricePerMwh.Select(p => Math.Round(p, 6)));
    }

    [Fact]
    public void Squares_of_costs_are_shared_at_equal_marginal_cost()
    {
        // 0.1 P² + 10 P and 0.05 P² + 12 P, together 100 MW: 0.2 a + 10 = 0.1 (100 − a) + 12, a = 40, price 18
        var solution = Optimum(Pair(rating: 0, costs: "2 0 0 3 0.1 10 0; 2 0 0 3 0.05 12 0"), Dc);

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.Equal([40, 60], solution.GeneratorMw.Select(p => Math.Round(p, 4)));
        Assert.Equal([18, 18], solution.PricePerMwh.Select(p => Math.Round(p, 5)));
        Assert.Equal(0.1 * 1600 + 400 + 0.05 * 3600 + 720, solution.Cost, 1e-4);
    }

    [Fact]
    public void Too_little_generation_is_told_with_what_is_missing()
    {
        var solution = Optimum(Pair(load: 100, most: 45), Dc);

        Assert.Equal(OptimalFlowStatus.Infeasible, solution.Status);
        Assert.Equal(10, solution.Missing.Sum(m => m.Mw), 1e-5); // 100 − 2 · 45
    }

    [Theory]
    [InlineData(OptimalFlowForm.DcReactanceAndTap)]
    [InlineData(OptimalFlowForm.DcSeriesSusceptance)]
    public void The_interior_point_and_HiGHS_find_the_same(OptimalFlowForm form)
    {
        var grid = NineBusesWith("2 0 0 2 12 0; 2 0 0 2 8 5; 1 0 0 3 10 100 100 800 270 4000", rating: 120);
        var options = new OptimalFlowOptions { Form = form };

        var vertex = Optimum(grid, options);
        var inner = InteriorAnswer.Of(grid, options, TestContext.Current.CancellationToken);

        Assert.Equal((OptimalFlowStatus.Optimal, OptimalFlowStatus.Optimal), (vertex.Status, inner.Status));
        Assert.StartsWith("HiGHS", vertex.Method, StringComparison.Ordinal);
        Assert.Equal(vertex.Cost, inner.Cost, 1e-7 * vertex.Cost);
        Assert.Equal(vertex.PricePerMwh, inner.PricePerMwh, (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(vertex.FromLimitPrice, inner.FromLimitPrice, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Nine_buses_cost_what_MATPOWER_says()
    {
        var solution = Optimum(NineBusesWith(ClassicCosts), Dc);

        Assert.Equal(5216.0266, solution.Cost, 1e-4); // MATPOWER 8.1 rundcopf, case9
    }

    [Fact]
    public void A_DC_dispatch_leaves_voltages_and_reactive_powers_of_the_case_alone()
    {
        var pair = Pair();
        var grid = pair with { Generators = pair.Generators with { SetpointPu = [1.04, 1.02], PowerMvar = [3, 4] } };

        var applied = Optimum(grid, Dc).Applied(grid);

        Assert.Equal([1.04, 1.02], applied.Generators.SetpointPu);
        Assert.Equal([3, 4], applied.Generators.PowerMvar);
        Assert.Equal([60, 40], applied.Generators.PowerMw.Select(p => Math.Round(p, 6)));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var grid = Pair(costs: "1 0 0 3 0 0 50 500 100 700; 2 0 0 4 1 0 0 0 0 0");
        grid = grid with { FurtherFields = [new GridField("dcline", "[ 1 2 1 ]")], Branches = grid.Branches with { ReactancePu = [0], ResistancePu = [1] } };

        var faults = OptimalFlowFault.Of(grid, OptimalFlowForm.DcReactanceAndTap);

        Assert.Equal([OptimalFlowFaultKind.DcLines, OptimalFlowFaultKind.CostShape, OptimalFlowFaultKind.CostShape, OptimalFlowFaultKind.NoReactance], faults.Select(f => f.Kind));
        Assert.Throws<ArgumentException>(() => Optimum(grid, Dc));
    }

    /// <summary>J. H. Chow (ed.), Time-Scale Modeling of Dynamic Networks, 1982, p. 70, as in the case of nine buses of MATPOWER.</summary>
    internal const string ClassicCosts = "2 0 0 3 0.11 5 150; 2 0 0 3 0.085 1.2 600; 2 0 0 3 0.1225 1 335";

    internal static PowerGrid NineBusesWith(string costs, double? rating = null)
    {
        var (grid, priced) = (MatpowerCase.Parse(GridTexts.NineBuses, "nine.m").Grid!, MatpowerCase.Parse(GridTexts.NineBuses.Split("mpc.gencost")[0] + $"mpc.gencost = [ {costs} ];\n", "nine.m").Grid!);
        return grid with
        {
            Generators = priced.Generators,
            Branches = rating is { } most ? grid.Branches with { RatingMva = [.. grid.Branches.RatingMva.Select(s => Math.Min(s, most))] } : grid.Branches,
        };
    }
}
