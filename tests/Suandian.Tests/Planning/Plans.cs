using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>Solves small plans to a vertex and holds each against its certificate and its replay.</summary>
static class Plans
{
    internal static PlanningSolution Solve(TinyNetwork tiny, LineModel lines = LineModel.Transport) => Solve(tiny.Build(), lines);

    internal static PlanningSolution Solve(HourlyNetwork network, LineModel lines = LineModel.Transport)
    {
        var solution = Build(network, lines).Solve(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(PlanningStatus.Optimal, solution.Status);
        Assert.True(solution.Certificate!.IsOptimal, solution.Certificate.ToString());
        var replay = Replay.Check(network, solution, lines);
        Assert.All(replay.Checks, check => Assert.True(check.Holds, check.ToString()));
        return solution;
    }

    internal static PlanningModel Build(HourlyNetwork network, LineModel lines = LineModel.Transport) =>
        PlanningModel.Build(network, new() { LineModel = lines, Solver = new() { Method = SolverMethod.Simplex } });
}
