using Suandian.Optimisation.Highs;
using Suandian.Optimisation.Hourly;

namespace Suandian.Optimisation;

/// <summary>Solves linear and mixed-integer models: with HiGHS, or by the structure of hours where they have one.</summary>
public static class Solver
{
    /// <summary>Rows up to which a vertex costs little beside the interior point; above it the choice is the interior point.</summary>
    const int MostRowsForVertex = 20_000;

    /// <summary>
    /// Largest violation of reduced costs at a vertex: where a column may take millions (GPU-hours that wait) and costs next to nothing,
    /// 1e-7 would leave a gap above the 1e-12 that is asked of a vertex.
    /// </summary>
    const double VertexDualTolerance = 1e-9;

    /// <summary>Solves a model.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="options">Options without <see cref="SolverOptions.Problems"/>.</param>
    /// <param name="progress">Told of iterations, on a thread of the solver; null for none.</param>
    /// <param name="cancellation">When cancelled the call returns within a second, with the best point found where the solver has one.</param>
    /// <exception cref="ArgumentException">The options have problems, or the starting basis is of another shape.</exception>
    /// <exception cref="SolverMissingException">The solver library cannot be loaded.</exception>
    /// <exception cref="SolverFailedException">The solver broke down.</exception>
    public static LinearSolution Solve(
        LinearModel model,
        SolverOptions options,
        IProgress<SolverProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems() is not [])
        {
            throw new ArgumentException(string.Join('\n', options.Problems()), nameof(options));
        }

        return options.Method == SolverMethod.Hourly ? SolveHourly(model, options, (progress, cancellation))
            : HighsRun.Solve(model, options, progress, cancellation);
    }

    /// <summary>By the hourly structure; where that does not serve, by HiGHS with the reason.</summary>
    static LinearSolution SolveHourly(
        LinearModel model, SolverOptions options, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var (solution, refusal) = HourlySolver.Solve(model, options, run.Progress, run.Cancellation);
        if (solution is null)
        {
            var method = model.HasIntegers ? SolverMethod.Choose : SolverMethod.InteriorPoint;
            return HighsRun.Solve(model, options with { Method = method }, run.Progress, run.Cancellation) with { Remark = refusal };
        }

        var wantsVertex = options.Crossover == Switch.On || (options.Crossover == Switch.Choose && model.RowCount <= MostRowsForVertex);
        return wantsVertex && solution.Status == SolverStatus.Optimal ? ToVertex(model, options, solution, run) : solution;
    }

    /// <summary>The vertex that the simplex method reaches from a point; the point itself where it reaches none in time.</summary>
    static LinearSolution ToVertex(
        LinearModel model, SolverOptions options, LinearSolution point, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var left = options.TimeLimit - TimeSpan.FromSeconds(point.Seconds);
        if (left <= TimeSpan.Zero)
        {
            return point;
        }

        var simplex = options with { Method = SolverMethod.Simplex, TimeLimit = left, Start = CrashBasis.Of(model, point), DualTolerance = Math.Min(options.DualTolerance, VertexDualTolerance) };
        var vertex = FromCrash(model, simplex, run);
        return vertex is { HasBasis: true, Status: SolverStatus.Optimal }
            ? vertex with { Seconds = point.Seconds + vertex.Seconds, Iterations = point.Iterations + vertex.Iterations, Solver = $"{point.Solver}, {vertex.Solver}" }
            : point;
    }

    /// <summary>Simplex from a guessed basis; where HiGHS breaks down on it, interior point and crossover from nothing.</summary>
    static LinearSolution FromCrash(
        LinearModel model, SolverOptions simplex, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        try
        {
            return HighsRun.Solve(model, simplex, run.Progress, run.Cancellation);
        }
        catch (SolverFailedException)
        {
            var afresh = simplex with { Method = SolverMethod.InteriorPoint, Crossover = Switch.On, Start = null };
            return HighsRun.Solve(model, afresh, run.Progress, run.Cancellation);
        }
    }
}
