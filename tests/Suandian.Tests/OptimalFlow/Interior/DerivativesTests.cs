using CsCheck;
using Suandian.Cases;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Interior;

public class DerivativesTests
{
    /// <summary>Half a step of the difference quotients, rad and pu; their error is about its square.</summary>
    const double Step = 1e-5;

    static readonly Gen<double[]> Point = Gen.Double[-0.7, 0.7].Array[4].Select(d => new[] { d[0], 1 + d[1] / 5, d[2], 1 + d[3] / 5 });

    [Fact]
    public void Gradients_of_branch_powers_equal_difference_quotients() =>
        Gen.Select(Point, Gen.Double[-0.6, 0.6]).Sample((at, shift) =>
        {
            var branch = Branch(shift);
            Span<double> power = stackalloc double[4], gradient = stackalloc double[16];
            branch.Evaluate(at, power, gradient);

            for (var v = 0; v < 4; v++)
            {
                var (up, down) = (Powers(branch, at, v, Step), Powers(branch, at, v, -Step));
                for (var r = 0; r < 4; r++)
                {
                    Assert.Equal((up[r] - down[r]) / (2 * Step), gradient[4 * r + v], 1e-6);
                }
            }
        });

    [Fact]
    public void Hessians_of_branch_powers_equal_difference_quotients_of_gradients() =>
        Gen.Select(Point, Gen.Double[-0.6, 0.6], Gen.Double[-3, 3].Array[4]).Sample((at, shift, weight) =>
        {
            var branch = Branch(shift);
            Span<double> hessian = stackalloc double[16];
            branch.AddHessian(at, weight, hessian);

            for (var v = 0; v < 4; v++)
            {
                var (up, down) = (Weighted(branch, Moved(at, v, Step), weight), Weighted(branch, Moved(at, v, -Step), weight));
                for (var u = 0; u < 4; u++)
                {
                    Assert.Equal((up[u] - down[u]) / (2 * Step), hessian[4 * u + v], 1e-5);
                }
            }
        });

    [Fact]
    public void Powers_of_a_branch_are_those_of_the_power_flow()
    {
        var grid = Grid(0.2);
        var branch = BranchFunctions.Ac(BranchTwoPorts.Of(grid, [0]), 0);
        var flow = AcFlow.Solve(grid);

        var power = Powers(branch, [0, flow.VoltagePu[0], flow.AngleDeg[1] * (Math.PI / 180), flow.VoltagePu[1]], 0, 0);

        Assert.Equal([flow.FromMw[0], flow.FromMvar[0], flow.ToMw[0], flow.ToMvar[0]], power.Select(p => 100 * p), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    static PowerGrid Grid(double shift)
    {
        var grid = MatpowerCase.Parse(GridTexts.TwoBuses(30, 10, 0.02, 0.1), "two.m").Grid!;
        return grid with { Branches = grid.Branches with { ShiftDeg = [shift * 180 / Math.PI], TapRatio = [1.03], ChargingPu = [0.04] } };
    }

    static BranchFunctions Branch(double shift) => BranchFunctions.Ac(BranchTwoPorts.Of(Grid(shift), [0]), 0);

    static double[] Moved(double[] at, int variable, double step) => [.. at.Select((x, v) => v == variable ? x + step : x)];

    static double[] Powers(BranchFunctions branch, double[] at, int variable, double step)
    {
        var power = new double[4];
        branch.Evaluate(Moved(at, variable, step), power, new double[16]);
        return power;
    }

    static double[] Weighted(BranchFunctions branch, double[] at, double[] weight)
    {
        var gradient = new double[16];
        branch.Evaluate(at, new double[4], gradient);
        return [.. Enumerable.Range(0, 4).Select(v => Enumerable.Range(0, 4).Sum(r => weight[r] * gradient[4 * r + v]))];
    }
}
