using System.Numerics;

namespace Suandian.PowerFlow;

public class FactorsTests
{
    [Fact]
    public void A_radial_grid_has_no_fill() =>
        Assert.Equal(3 * 33 - 2, new AcFlow(GridTexts.Grid(GridTexts.ThirtyThreeBuses())).Blocks);

    [Fact]
    public void A_ring_fills_one_chord_at_a_time()
    {
        // ring of 6: each of the first 3 eliminations of degree 2 joins two neighbours, the last triangle is full
        int[] from = [0, 1, 2, 3, 4, 5], to = [1, 2, 3, 4, 5, 0];

        var factors = BlockPattern.Of(SparsePattern.Of(6, from, to));

        Assert.Equal(6 + 2 * (6 + 3), factors.Blocks);
        Assert.Equal(Enumerable.Range(0, 6), factors.Order.Order());
    }

    [Fact]
    public void Reactances_that_cancel_are_solved_with_exchange_of_rows()
    {
        // the middle bus of a line with a series capacitor of equal size: its own admittance is zero, and it is eliminated first
        const string line = "0 0.1 0 0 0 0 0 0 1 -360 360;";
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 0 0 0 0 1 1 0 110 1 1.1 0.9; 3 1 50 10 0 0 1 1 0 110 1 1.1 0.9; 4 1 0 0 0 0 1 1 0 110 1 1.1 0.9; 5 1 5 0 0 0 1 1 0 110 1 1.1 0.9",
            "1 0 0 9 -9 1 100 1 9 0", $"1 2 0 0.2 0 0 0 0 0 0 1 -360 360; 2 3 0 -0.2 0 0 0 0 0 0 1 -360 360; 1 3 {line} 1 4 {line} 1 5 {line} 3 4 {line} 3 5 {line} 4 5 {line}"));

        var flow = AcFlow.Solve(grid);

        // between 1 and 3 the compensated path has no impedance at all: 3 has the voltage of 1
        Assert.Equal(FlowStatus.Converged, flow.Status);
        Assert.True(flow.PivotedSteps > 0);
        Assert.Equal(1, flow.VoltagePu[2], 1e-7);
        Assert.Equal(0, flow.AngleDeg[2], 1e-5);
    }

    [Fact]
    public void A_DC_flow_with_reactances_that_cancel_is_solved_or_said_to_have_no_solution()
    {
        const string buses = "1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 0 0 0 0 1 1 0 110 1 1.1 0.9; 3 1 50 10 0 0 1 1 0 110 1 1.1 0.9";
        const string cancelling = "1 2 0 0.2 0 0 0 0 0 0 1 -360 360; 2 3 0 -0.2 0 0 0 0 0 0 1 -360 360;";
        DcFlowSolution Flow(string branches) => DcFlow.Solve(GridTexts.Grid(GridTexts.Case(buses, "1 0 0 9 -9 1 100 1 9 0", branches)), DcForm.ReactanceAndTap);

        var (solved, singular) = (Flow(cancelling + "1 3 0 0.1 0 0 0 0 0 0 1 -360 360"), Flow("1 2 0 0.2 0 0 0 0 0 0 1 -360 360; 1 2 0 -0.2 0 0 0 0 0 0 1 -360 360; 2 3 0 0.1 0 0 0 0 0 0 1 -360 360"));

        Assert.True(solved.IsSolved);
        Assert.Equal(0, solved.AngleDeg[2], 1e-9); // the compensated path has no reactance
        Assert.Equal((50, 50), (Math.Round(solved.FromMw[0], 6), Math.Round(solved.FromMw[1], 6)));
        Assert.False(singular.IsSolved);
    }

    [Fact]
    public void Exchange_of_rows_solves_what_has_zeros_on_the_diagonal()
    {
        // [[0, 2, 0], [3, 0, 1], [0, 5, 4]] x = b for x = (1, 2, 3)
        (int, double)[][] columns = [[(1, 3)], [(0, 2), (2, 5)], [(1, 1), (2, 4)]];

        var x = PivotingLu.Of(3, k => columns[k])!.Solve([4, 6, 22]);

        Assert.All(x.Zip([1.0, 2, 3]), pair => Assert.Equal(pair.Second, pair.First, 1e-14));
        Assert.Null(PivotingLu.Of(2, _ => [(0, 1.0), (1, 2.0)]));
    }

    [Fact]
    public void Blocks_solve_a_random_system_and_a_further_right_hand_side()
    {
        var random = new Random(5);
        const int n = 30;
        int[] from = [.. Enumerable.Range(0, 60).Select(_ => random.Next(n))], to = [.. from.Select(i => (i + 1 + random.Next(n - 1)) % n)];
        var pattern = SparsePattern.Of(n, from, to);
        var equations = FlowEquations.Of(Empty(n, from, to), [.. Enumerable.Range(0, 60)], BranchTwoPorts.Of(Empty(n, from, to), []), new Complex[n]);
        var (lu, dense) = (new BlockLu(equations.Factors), new double[2 * n, 2 * n]);
        lu.Clear();
        for (var i = 0; i < n; i++)
        {
            for (var k = equations.Start[i]; k < equations.Start[i + 1]; k++)
            {
                for (var c = 0; c < 4; c++)
                {
                    var value = random.NextDouble() - 0.5 + (equations.Column[k] == i && c % 3 == 0 ? 20 : 0);
                    lu.Numbers[4 * equations.Block[k] + c] = dense[2 * i + c / 2, 2 * equations.Column[k] + c % 2] = value;
                }
            }
        }

        double[] wanted = [.. Enumerable.Range(0, 2 * n).Select(_ => random.NextDouble())], right = [.. Enumerable.Range(0, 2 * n).Select(i => Enumerable.Range(0, 2 * n).Sum(j => dense[i, j] * wanted[j]))];
        double[] first = [.. right], second = [.. right];
        lu.FactorAndSolve(first);
        lu.Solve(second);

        Assert.Equal(n, pattern.Size);
        Assert.All(first.Zip(wanted), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.All(second.Zip(wanted), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    static PowerGrid Empty(int buses, int[] from, int[] to)
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(1));
        return grid with { Buses = grid.Buses with { Number = new int[buses] }, Branches = grid.Branches with { From = from, To = to } };
    }
}
