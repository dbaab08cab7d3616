using Suandian.Optimisation;

namespace Suandian.Distribution.Switching;

/// <summary>Lower bound of the loss of every radial state, by tangents first without whole numbers, then with them.</summary>
/// <remarks>
/// Without whole numbers the bound is that of <see cref="Certificate"/>; with them it is what branch and cut of HiGHS has proved in floating
/// point. States that the programme chooses are computed exactly, and may turn out better than the one that was known.
/// </remarks>
sealed class SwitchingBound(SwitchableGrid grid, BranchExchange exchange, ReconfigurationOptions options)
{
    /// <summary>Violations below this are left, on the base of all loads.</summary>
    const double Tolerance = 1e-7;

    const int MostRounds = 60, RoundsOfGain = 3;

    const double WorthwhileGain = 1e-5;

    readonly long _begin = options.Clock.GetTimestamp();

    /// <summary>Best bound so far, MW.</summary>
    internal double LossAtLeastMw { get; private set; }

    /// <summary>Bounds the loss.</summary>
    /// <param name="known">A state within limits.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The best state known at the end.</returns>
    internal (bool[] IsClosed, ForestFlow Flow) Prove((bool[] IsClosed, ForestFlow Flow) known, CancellationToken cancellation)
    {
        var program = new SwitchingProgram(grid, known.Flow.LossMw);
        program.CutAt(exchange.FlowsNear(known));
        var round = Relaxed(program, cancellation);
        program.Integers();
        for (; round < 2 * MostRounds && Left() > TimeSpan.Zero && Gap(known) > options.ProvedGap; round++)
        {
            var solved = Solver.Solve(program.Model, new SolverOptions { TimeLimit = Left(), IntegerGap = options.ProvedGap / 4 }, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            LossAtLeastMw = Math.Max(LossAtLeastMw, program.Mw(solved.Bound ?? 0));
            if (!solved.HasPoint)
            {
                break;
            }

            if (program.Closed(solved) is var chosen && grid.IsSpanningTree(chosen) && exchange.Improved(chosen) is var state && state.Flow.IsBetterThan(known.Flow))
            {
                known = state;
            }

            if (program.Cut(solved, round, Tolerance).Count == 0)
            {
                break;
            }
        }

        LossAtLeastMw = Math.Min(LossAtLeastMw, known.Flow.LossMw);
        return known;
    }

    /// <summary>Linear programmes with tangents as long as the bound gains.</summary>
    /// <returns>The number of the next round.</returns>
    int Relaxed(SwitchingProgram program, CancellationToken cancellation)
    {
        var (bounds, round, basis) = (new List<double>(), 1, (Basis?)null);
        for (; round < MostRounds && Left() > TimeSpan.Zero; round++)
        {
            var rows = program.Model.RowCount;
            var start = basis is null ? null : basis with { Rows = [.. basis.Rows, .. Enumerable.Repeat(BasisState.Basic, rows - basis.Rows.Length)] };
            var solved = Solver.Solve(program.Model, new SolverOptions { Start = start, TimeLimit = Left() }, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (solved.Status != SolverStatus.Optimal)
            {
                break;
            }

            bounds.Add(program.Mw(Certificate.Of(program.Model, solved).DualBound));
            LossAtLeastMw = Math.Max(LossAtLeastMw, bounds[^1]);
            basis = solved.Basis;
            if (program.Cut(solved, round, Tolerance).Count == 0
                || (bounds.Count > RoundsOfGain && bounds[^1] - bounds[^(1 + RoundsOfGain)] < WorthwhileGain * Math.Abs(bounds[^1])))
            {
                round++;
                break;
            }
        }

        return round;
    }

    double Gap((bool[] IsClosed, ForestFlow Flow) known) => (known.Flow.LossMw - LossAtLeastMw) / Math.Max(1e-12, known.Flow.LossMw);

    TimeSpan Left() => options.BoundTime - options.Clock.GetElapsedTime(_begin);
}
