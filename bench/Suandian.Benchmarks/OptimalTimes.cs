using Suandian.OptimalFlow;
using Suandian.OptimalFlow.Relaxation;
using Suandian.PowerFlow;

namespace Suandian.Benchmarks;

/// <summary>CPU time of optimal flows, least of several runs, beside a warm power flow of the same case; "once optimal" prints it. SUANDIAN_DATA names the folder of the cases.</summary>
static class OptimalTimes
{
    const int Runs = 7;

    internal static void Once(TextWriter answer)
    {
        foreach (var name in (string[])["pglib_opf_case5_pjm", "pglib_opf_case14_ieee", "pglib_opf_case118_ieee", "case1354pegase"])
        {
            var grid = FlowTimes.Read(name);
            foreach (var form in (OptimalFlowForm[])[OptimalFlowForm.Ac, OptimalFlowForm.DcSeriesSusceptance])
            {
                var solution = OptimalDispatch.Solve(grid, new OptimalFlowOptions { Form = form });
                var time = FlowTimes.Least(Runs, () => OptimalDispatch.Solve(grid, new OptimalFlowOptions { Form = form }));
                answer.WriteLine($"{name}, {form}: {time:F1} ms CPU, {solution.Iterations} iterations, {solution.Cost:F4}");
            }

            var flow = new AcFlow(grid);
            answer.WriteLine($"{name}: warm power flow {FlowTimes.Least(Runs, () => flow.Solve()):F3} ms CPU");
        }

        var bounded = FlowTimes.Read("pglib_opf_case118_ieee");
        answer.WriteLine($"118 buses, bound: {FlowTimes.Least(3, () => ConeRelaxation.Bound(bounded)):F0} ms CPU");
    }
}
