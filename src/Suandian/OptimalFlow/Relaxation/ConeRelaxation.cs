using Suandian.Optimisation;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Relaxation;

/// <summary>Lower bound of the AC cost by a second-order cone relaxation, approached from outside by tangents.</summary>
/// <remarks>
/// Each round solves a linear programme by HiGHS from the vertex of the round before and adds tangents where its point breaks a cone.
/// What counts is the dual bound that <see cref="Certificate"/> recomputes, so that the bound holds whatever the solver's tolerances are.
/// Checked against: SOC gaps of PGLib-OPF v23.07, the 5, 14 and 118 buses.
/// </remarks>
public static class ConeRelaxation
{
    /// <summary>Violations below this are left, pu.</summary>
    const double Tolerance = 1e-7;

    /// <summary>Relative gain of the bound over some rounds that is worth going on.</summary>
    const double WorthwhileGain = 1e-6;

    const int RoundsOfGain = 4, MostRounds = 60;

    /// <summary>Bounds the cost of a grid from below.</summary>
    /// <param name="grid">Grid without <see cref="OptimalFlowFault"/> for the AC form.</param>
    /// <param name="near">An AC optimum at whose point the first tangents are put; null for none.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    public static CostBound Bound(PowerGrid grid, OptimalFlowSolution? near = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var program = new ConeProgram(grid);
        var cuts = near is { Status: OptimalFlowStatus.Optimal, Form: OptimalFlowForm.Ac } ? program.CutAt(near) : 0;
        var (bounds, basis, worst) = (new List<double>(), (Basis?)null, double.PositiveInfinity);
        for (var round = 1; round <= MostRounds; round++)
        {
            var solved = Solver.Solve(program.Model, new SolverOptions { Start = Grown(basis, program.Model.RowCount) }, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (solved.Status is SolverStatus.Infeasible)
            {
                return new CostBound(double.PositiveInfinity, round, cuts, worst);
            }

            if (solved.Status != SolverStatus.Optimal)
            {
                break;
            }

            bounds.Add(Math.Max(bounds is [.., var last] ? last : double.NegativeInfinity, Certificate.Of(program.Model, solved).DualBound));
            (var added, worst) = program.Cut(solved, round, Tolerance);
            (cuts, basis) = (cuts + added, solved.Basis);
            if (added == 0 || (bounds.Count > RoundsOfGain && bounds[^1] - bounds[^(RoundsOfGain + 1)] < WorthwhileGain * Math.Abs(bounds[^1])))
            {
                break;
            }
        }

        return new CostBound(bounds is [.., var best] ? best : double.NegativeInfinity, bounds.Count, cuts, worst);
    }

    /// <summary>A basis for the model with the rows that were added since: they are not at a limit.</summary>
    static Basis? Grown(Basis? basis, int rows) => basis is null ? null
        : basis with { Rows = [.. basis.Rows, .. Enumerable.Repeat(BasisState.Basic, rows - basis.Rows.Length)] };
}
