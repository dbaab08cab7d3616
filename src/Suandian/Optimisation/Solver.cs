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

    /// <summary>Relative gap of an interior point from which a vertex is sought: from a farther one the face is guessed worse, which costs five times the time.</summary>
    const double VertexOptimality = 1e-9;

    /// <summary>Solves a model.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="options">Options without <see cref="SolverOptions.Problems"/>.</param>
    /// <param name="progress">Told of iterations, on a thread of the solver; null for none.</param>
    /// <param name="cancellation">When cancelled the call returns within a second, with the best point found where the solver has one.</param>
    /// <exception cref="ArgumentException">The options have problems, or the starting basis is of another shape.</exception>
    /// <exception cref="SolverMissingException">The solver library cannot be loaded.</exception>
    /// <exception cref="SolverFailedException">The solver broke down.</exception>
    /// <exception cref="MemoryShortException">The problem is estimated to take more memory than the options allow.</exception>
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

        MemoryNeed.Check(ModelSize.Of(model), options);
        return options.Method == SolverMethod.Hourly ? SolveHourly(model, options, (progress, cancellation))
            : HighsRun.Solve(model, options, progress, cancellation);
    }

    /// <summary>By the hourly structure; where that does not serve, by HiGHS in the time that is left, with the reason.</summary>
    static LinearSolution SolveHourly(
        LinearModel model, SolverOptions options, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var begin = options.Clock.GetTimestamp();
        var wantsVertex = options.Crossover == Switch.On || (options.Crossover == Switch.Choose && model.RowCount <= MostRowsForVertex);
        var near = wantsVertex ? options with { OptimalityTolerance = Math.Min(options.OptimalityTolerance, VertexOptimality) } : options;
        var (solution, refusal) = HourlySolver.Solve(model, near, run.Progress, run.Cancellation);
        if (solution is null)
        {
            var method = model.HasIntegers ? SolverMethod.Choose : SolverMethod.InteriorPoint;
            var spent = options.Clock.GetElapsedTime(begin);
            MemoryNeed.Check(ModelSize.Of(model), options with { Method = method });
            var instead = options with { Method = method, Crossover = wantsVertex ? Switch.On : options.Crossover };
            var solved = InTimeLeft(model, instead, spent, run);
            return (IsConclusive(solved) ? solved : Afresh(model, options, (begin, solved), run)) with { Remark = refusal };
        }

        return wantsVertex && solution.Status == SolverStatus.Optimal ? ToVertex(model, options, solution, run) : solution;
    }

    /// <summary>True where another method would not say more.</summary>
    static bool IsConclusive(LinearSolution solution) => solution.Status is not (SolverStatus.Inaccurate or SolverStatus.IterationLimit or SolverStatus.Failed);

    /// <summary>By the simplex method where interior point came to no end; what that had found where neither does.</summary>
    static LinearSolution Afresh(
        LinearModel model, SolverOptions options, (long Begin, LinearSolution Solution) found, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var simplex = InTimeLeft(model, options with { Method = SolverMethod.Simplex }, options.Clock.GetElapsedTime(found.Begin), run);
        return IsConclusive(simplex) || !found.Solution.HasPoint ? simplex : found.Solution;
    }

    /// <summary>The vertex that the simplex method reaches from a point; the point itself where it reaches none in the time and memory there is.</summary>
    static LinearSolution ToVertex(
        LinearModel model, SolverOptions options, LinearSolution point, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var simplex = options with { Method = SolverMethod.Simplex, DualTolerance = Math.Min(options.DualTolerance, VertexDualTolerance) };
        if (!MemoryNeed.Fits(ModelSize.Of(model), simplex))
        {
            return point;
        }

        var begin = options.Clock.GetTimestamp();
        var vertex = FromFace(model, simplex, point, run);
        if (vertex is not { HasBasis: true, Status: SolverStatus.Optimal })
        {
            var crash = simplex with { Start = CrashBasis.Of(model, point) };
            vertex = FromBasis(model, crash, TimeSpan.FromSeconds(point.Seconds) + options.Clock.GetElapsedTime(begin), run);
        }

        return vertex is { HasBasis: true, Status: SolverStatus.Optimal }
            ? vertex with { Iterations = point.Iterations + vertex.Iterations, Solver = $"{point.Solver}, {vertex.Solver}" }
            : point;
    }

    /// <summary>Simplex from a vertex of the optimal face; null where the face as it was guessed has none.</summary>
    static LinearSolution? FromFace(
        LinearModel model, SolverOptions simplex, LinearSolution point, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var face = FaceBasis.Face(model, point);
        var onFace = FromBasis(face, simplex, TimeSpan.FromSeconds(point.Seconds), run);
        if (onFace is not { Basis: { } basis, Status: SolverStatus.Optimal })
        {
            return null;
        }

        var vertex = FromBasis(model, simplex with { Start = FaceBasis.Of(model, face, basis) }, TimeSpan.FromSeconds(onFace.Seconds), run);
        return vertex with { Iterations = onFace.Iterations + vertex.Iterations };
    }

    /// <summary>Simplex from a basis, or from none; where HiGHS breaks down on it, interior point and crossover from nothing.</summary>
    static LinearSolution FromBasis(
        LinearModel model, SolverOptions simplex, TimeSpan spent, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var begin = simplex.Clock.GetTimestamp();
        try
        {
            return InTimeLeft(model, simplex, spent, run);
        }
        catch (SolverFailedException)
        {
            var afresh = simplex with { Method = SolverMethod.InteriorPoint, Crossover = Switch.On, Start = null };
            return InTimeLeft(model, afresh, spent + simplex.Clock.GetElapsedTime(begin), run);
        }
    }

    /// <summary>By HiGHS, after some of the time limit has been spent; the seconds told are those of both.</summary>
    static LinearSolution InTimeLeft(
        LinearModel model, SolverOptions options, TimeSpan spent, (IProgress<SolverProgress>? Progress, CancellationToken Cancellation) run)
    {
        var left = options.TimeLimit - spent;
        var solution = left <= TimeSpan.Zero ? HighsRun.Nothing(model, SolverStatus.TimeLimit)
            : HighsRun.Solve(model, options with { TimeLimit = left }, run.Progress is { } told ? new Later(told, spent) : null, run.Cancellation);
        return solution with { Seconds = spent.TotalSeconds + solution.Seconds };
    }

    /// <summary>Progress of a method that began some time after the solve.</summary>
    sealed class Later(IProgress<SolverProgress> progress, TimeSpan spent) : IProgress<SolverProgress>
    {
        public void Report(SolverProgress value) => progress.Report(value with { Seconds = spent.TotalSeconds + value.Seconds });
    }
}
