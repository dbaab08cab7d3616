namespace Suandian.Optimisation;

/// <summary>An end of a range over the optima.</summary>
/// <param name="Value">Value there; infinite where nothing stops it; NaN where the solver gave none.</param>
/// <param name="Solution">The point; null where the solver failed.</param>
/// <param name="Proof">Its certificate, with the value as the objective (the negative one at the upper end); null where there is no point.</param>
sealed record FaceEnd(double Value, LinearSolution? Solution, Certificate? Proof)
{
    /// <summary>True where the end is proved, or nothing stops the value.</summary>
    internal bool IsProved => double.IsInfinity(Value) || Proof is { IsOptimal: true };

    /// <summary>Solves for an end: with the simplex method where there is a basis to start from; where an attempt fails or its end is not
    /// proved, with the method of the options, with the simplex method, and at last with it on the problem as it stands.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="options">Options, with a basis to start from or without.</param>
    /// <param name="read">The end that a solution shows.</param>
    /// <param name="cancellation">Stops the solver.</param>
    internal static FaceEnd Find(LinearModel model, SolverOptions options, Func<LinearSolution, FaceEnd> read, CancellationToken cancellation)
    {
        var simplex = options with { Method = SolverMethod.Simplex };
        var afresh = options with { Start = null };
        SolverOptions[] attempts =
            [.. options.Start is null ? [] : (SolverOptions[])[simplex], afresh, simplex with { Start = null }, simplex with { Start = null, Presolve = Switch.Off }];
        FaceEnd? end = null;
        foreach (var attempt in attempts.Distinct())
        {
            if (Try(model, attempt, cancellation) is { } solution && read(solution) is var next && (next.IsProved || end is not { Value: not double.NaN }))
            {
                end = next;
            }

            if (end is { IsProved: true } or { Solution.Status: SolverStatus.TimeLimit or SolverStatus.Cancelled })
            {
                break;
            }
        }

        return end ?? new(double.NaN, null, null);
    }

    static LinearSolution? Try(LinearModel model, SolverOptions options, CancellationToken cancellation)
    {
        try
        {
            return Solver.Solve(model, options, null, cancellation);
        }
        catch (SolverFailedException)
        {
            return null; // the end is then told as not found
        }
    }
}
