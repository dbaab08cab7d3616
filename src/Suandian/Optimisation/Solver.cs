using Suandian.Optimisation.Highs;

namespace Suandian.Optimisation;

/// <summary>Solves linear and mixed-integer models with HiGHS.</summary>
public static class Solver
{
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
        return options.Problems() is [] ? HighsRun.Solve(model, options, progress, cancellation)
            : throw new ArgumentException(string.Join('\n', options.Problems()), nameof(options));
    }
}
