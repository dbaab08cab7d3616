using Suandian.Cases;
using Suandian.OptimalFlow.Relaxation;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>
/// The three buses of B. C. Lesieutre, D. K. Molzahn, A. R. Borden, C. L. DeMarco, Allerton Conference 2011, doi:10.1109/Allerton.2011.6120344
/// (costs with squares, a line of 50 MVA), optima as PGLib-OPF (case3_lmbd) and MATPOWER 8.1 print them.
/// </summary>
public class ThreeBusTests
{
    static readonly PowerGrid Grid = MatpowerCase.Parse(
        """
        function mpc = three
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [ 1 3 110 40 0 0 1 1 0 240 1 1.1 0.9; 2 2 110 40 0 0 1 1 0 240 1 1.1 0.9; 3 2 95 50 0 0 1 1 0 240 1 1.1 0.9 ];
        mpc.gen = [ 1 0 0 1000 -1000 1 100 1 2000 0; 2 0 0 1000 -1000 1 100 1 2000 0; 3 0 0 1000 -1000 1 100 1 0 0 ];
        mpc.branch = [ 1 3 0.065 0.62 0.45 9000 0 0 0 0 1 -30 30; 3 2 0.025 0.75 0.7 50 0 0 0 0 1 -30 30; 1 2 0.042 0.9 0.3 9000 0 0 0 0 1 -30 30 ];
        mpc.gencost = [ 2 0 0 3 0.11 5 0; 2 0 0 3 0.085 1.2 0; 2 0 0 3 0 0 0 ];
        """, "three.m").Grid!;

    static OptimalFlowSolution Optimum(OptimalFlowForm form) => OptimalDispatch.Solve(Grid, new OptimalFlowOptions { Form = form }, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(OptimalFlowForm.Ac, 5812.643, 5e-3)]
    [InlineData(OptimalFlowForm.DcSeriesSusceptance, 5695.9, 0.05)]
    [InlineData(OptimalFlowForm.DcReactanceAndTap, 5693.80, 5e-3)]
    public void The_published_optima_come_out(OptimalFlowForm form, double cost, double tolerance) => Assert.Equal(cost, Optimum(form).Cost, tolerance);

    [Fact]
    public void The_published_gap_of_the_cone_relaxation_comes_out()
    {
        var solution = Optimum(OptimalFlowForm.Ac);

        var bound = ConeRelaxation.Bound(Grid, solution, TestContext.Current.CancellationToken);

        Assert.InRange(100 * bound.Gap(solution.Cost), 1.30, 1.326); // printed: 1.32 %
    }
}
