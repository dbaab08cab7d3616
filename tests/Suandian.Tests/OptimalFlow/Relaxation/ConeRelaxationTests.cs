using Suandian.Optimisation;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Relaxation;

public class ConeRelaxationTests
{
    /// <summary>Costs with squares, with lines, and of reactive power.</summary>
    static PowerGrid Mixed()
    {
        var grid = DcOptimalFlowTests.NineBusesWith("2 0 0 3 0.11 5 150; 1 0 0 3 0 0 100 500 300 4500; 2 0 0 2 20 0", rating: 130);
        return grid with
        {
            Branches = grid.Branches with { TapRatio = [.. grid.Branches.TapRatio.Select((t, k) => k == 3 ? 0.98 : t)], ShiftDeg = [.. grid.Branches.ShiftDeg.Select((s, k) => k == 6 ? 2 : s)] },
            Buses = grid.Buses with { ShuntMvar = [.. grid.Buses.ShuntMvar.Select((q, b) => b == 4 ? 10 : q)], ShuntMw = [.. grid.Buses.ShuntMw.Select((p, b) => b == 6 ? 2 : p)] },
        };
    }

    static OptimalFlowSolution Optimum(PowerGrid grid) => OptimalDispatch.Solve(grid, null, TestContext.Current.CancellationToken);

    [Fact]
    public void The_bound_lies_close_below_the_AC_cost()
    {
        var grid = Mixed();
        var solution = Optimum(grid);

        var (warm, cold) = (ConeRelaxation.Bound(grid, solution, TestContext.Current.CancellationToken), ConeRelaxation.Bound(grid, null, TestContext.Current.CancellationToken));

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.InRange(warm.Gap(solution.Cost), -1e-7, 1e-3);
        Assert.Equal(warm.CostAtLeast, cold.CostAtLeast, 1e-5 * solution.Cost);
    }

    [Fact]
    public void Every_operating_point_obeys_every_row()
    {
        var grid = Mixed();
        var solution = Optimum(grid);
        var program = new ConeProgram(grid);
        program.CutAt(Optimum(DcOptimalFlowTests.NineBusesWith(DcOptimalFlowTests.ClassicCosts))); // tangents at another point

        var proof = Certificate.Of(program.Model, Point(program, grid, solution), new double[program.Model.RowCount]);

        Assert.InRange(proof.Row.Size, 0, 1e-6);
        Assert.InRange(proof.Bound.Size, 0, 1e-6);
        Assert.Equal(solution.Cost, proof.Objective, 1e-4);
    }

    [Fact]
    public void A_load_that_cannot_be_served_is_proved()
    {
        var bound = ConeRelaxation.Bound(DcOptimalFlowTests.Pair(load: 100, most: 45), null, TestContext.Current.CancellationToken);

        Assert.True(bound.ProvesInfeasible);
    }

    /// <summary>The columns of an AC solution, by the names of the blocks.</summary>
    static double[] Point(ConeProgram program, PowerGrid grid, OptimalFlowSolution ac)
    {
        (double Cosine, double Sine) Product(int k)
        {
            var (i, j) = program.Pairs[k];
            var (sin, cos) = Math.SinCos((ac.AngleDeg[i] - ac.AngleDeg[j]) * (Math.PI / 180));
            return (ac.VoltagePu[i] * ac.VoltagePu[j] * cos, ac.VoltagePu[i] * ac.VoltagePu[j] * sin);
        }

        double Output(int e) => (e % 2 == 0 ? ac.GeneratorMw : ac.GeneratorMvar)[e / 2];
        double Cost(int e) => e % 2 == 0 ? OutputCost.Of(grid.Generators.Costs[e / 2])!.At(Output(e)) : 0;
        return
        [
            .. program.Model.VariableBlocks.SelectMany(block => Enumerable.Range(0, block.Block.Length).Select(n => block.Block.Name switch
            {
                "square" => ac.VoltagePu[n] * ac.VoltagePu[n],
                "cosine" => Product(n).Cosine,
                "sine" => Product(n).Sine,
                "end_active" => (n % 2 == 0 ? ac.FromMw : ac.ToMw)[program.Used[n / 2]] / grid.BaseMva,
                "end_reactive" => (n % 2 == 0 ? ac.FromMvar : ac.ToMvar)[program.Used[n / 2]] / grid.BaseMva,
                "output" => Output(n) / grid.BaseMva,
                _ => Cost(2 * n), // the first two generators have costs that are not linear, active power only
            })),
        ];
    }
}
