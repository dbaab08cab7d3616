using System.Globalization;
using Suandian.OptimalFlow.Relaxation;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>PGLib-OPF v23.07 as its table of baseline results prints it (IPOPT through PowerModels), and MATPOWER 8.1 with more digits.</summary>
public class PglibTests
{
    static OptimalFlowSolution Optimum(string name, OptimalFlowForm form) =>
        OptimalDispatch.Solve(ReferenceFlow.Read(name), new OptimalFlowOptions { Form = form }, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("pglib_opf_case5_pjm", 17480, 17479.897)]
    [InlineData("pglib_opf_case14_ieee", 2051.5, 2051.526)]
    [InlineData("pglib_opf_case118_ieee", 93101, 93100.73)]
    public void The_DC_column_comes_out_to_all_printed_digits(string name, double printed, double finer)
    {
        var solution = Optimum(name, OptimalFlowForm.DcSeriesSusceptance);

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.Equal(printed, double.Parse(solution.Cost.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)); // the table prints five digits
        Assert.Equal(finer, solution.Cost, 6e-3); // HiGHS by another road, printed to 2 or 3 decimals
    }

    [Theory]
    [InlineData("pglib_opf_case5_pjm", 17479.897)]
    [InlineData("pglib_opf_case14_ieee", 2051.526)]
    [InlineData("pglib_opf_case118_ieee", 93132.68)]
    public void The_DC_form_of_MATPOWER_comes_out(string name, double cost) =>
        Assert.Equal(cost, Optimum(name, OptimalFlowForm.DcReactanceAndTap).Cost, 6e-3);

    [Theory]
    [InlineData("pglib_opf_case5_pjm", 17552, 17551.891)]
    [InlineData("pglib_opf_case14_ieee", 2178.1, 2178.081)]
    [InlineData("pglib_opf_case118_ieee", 97214, 97213.61)]
    public void The_AC_column_comes_out_and_Newton_finds_the_same_point(string name, double printed, double finer)
    {
        var grid = ReferenceFlow.Read(name);
        var solution = Optimum(name, OptimalFlowForm.Ac);
        var flow = AcFlow.Solve(solution.Applied(grid), new FlowOptions { TolerancePu = 1e-10 });

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.Equal(printed, solution.Cost, 1e-4 * printed);
        Assert.Equal(finer, solution.Cost, 1e-6 * finer); // MIPS ends at 1e-6
        Assert.True(solution.Residuals.Largest <= 1e-8);
        Assert.Equal(solution.VoltagePu, flow.VoltagePu, (a, b) => Math.Abs(a - b) < 1e-8);
    }

    /// <summary>SOC gaps as printed, %. Ours are proved by duals and may be a little tighter, as a solver's bound carries its tolerances.</summary>
    [Theory]
    [InlineData("pglib_opf_case5_pjm", 14.55)]
    [InlineData("pglib_opf_case14_ieee", 0.11)]
    [InlineData("pglib_opf_case118_ieee", 0.91)]
    public void The_SOC_gap_comes_out(string name, double percent)
    {
        var solution = Optimum(name, OptimalFlowForm.Ac);

        var bound = ConeRelaxation.Bound(ReferenceFlow.Read(name), solution, TestContext.Current.CancellationToken);

        Assert.InRange(100 * bound.Gap(solution.Cost), percent - 0.015, percent + 0.006);
    }

    /// <summary>Best known value of the instance acopf_case1354pegase_qcqp of MINLPLib, the same problem in rectangular voltages: 74 069.35457.</summary>
    [Fact]
    public void The_1354_buses_of_PEGASE_are_dispatched()
    {
        var solution = Optimum("case1354pegase", OptimalFlowForm.Ac);

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.Equal(74069.35457, solution.Cost, 1e-3);
    }

    /// <summary>No published cost is at hand: the conditions of an optimum, and the power flow of the reference files by Newton, are the witnesses.</summary>
    [Fact]
    public void The_9241_buses_of_PEGASE_are_dispatched_and_Newton_finds_the_same_point()
    {
        var grid = ReferenceFlow.Read("case9241pegase");
        var solution = Optimum("case9241pegase", OptimalFlowForm.Ac);
        var flow = AcFlow.Solve(solution.Applied(grid), new FlowOptions { TolerancePu = 1e-9 });

        Assert.Equal(OptimalFlowStatus.Optimal, solution.Status);
        Assert.True(solution.Residuals.Largest <= 1e-8);
        Assert.InRange(solution.Iterations, 1, 80); // 44; it did not end while the barrier shrank faster than the balances closed
        Assert.Equal(315_912.5, solution.Cost, 1.5); // three ways of centring ended at 315 911.56, 315 912.43 and 315 913.18
        Assert.Equal(solution.VoltagePu, flow.VoltagePu, (a, b) => Math.Abs(a - b) < 1e-7);
    }
}
