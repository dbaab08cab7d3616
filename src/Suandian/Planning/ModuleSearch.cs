using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>Solves a planning problem whose modules are whole: the linear problem first, then branch and cut from its rounded plan.</summary>
/// <remarks>
/// The linear problem gives a bound; its modules rounded up give, where a plan with them exists, a plan to start from. The
/// search ends at the relative gap of the options. The prices are those of the linear problem with the modules it found.
/// Where the linear problem alone does not come to an end (ramps of a unit may multiply the tolerance from hour to hour, which whole
/// numbers do not) the search starts from nothing.
/// </remarks>
static class ModuleSearch
{
    /// <summary>Share of a module below which a count is taken as the whole number beside it.</summary>
    const double Whole = 1e-6;

    internal static LinearSolution Run(LinearModel model, SolverOptions options, IProgress<SolverProgress>? progress, CancellationToken cancellation)
    {
        var relaxed = Solver.Solve(model.Variant(new ModelChange { IsRelaxed = true }), options, progress, cancellation);
        if (relaxed.Status is SolverStatus.Infeasible or SolverStatus.InfeasibleOrUnbounded or SolverStatus.Unbounded or SolverStatus.TimeLimit or SolverStatus.Cancelled)
        {
            return relaxed;
        }

        var rounded = relaxed.Status == SolverStatus.Optimal
            ? Solver.Solve(Held(model, relaxed.Columns, n => Math.Ceiling(n - Whole)), options, progress, cancellation)
            : relaxed with { HasPoint = false };
        var search = options with { Method = SolverMethod.Choose, Start = null, StartPoint = rounded.HasPoint ? rounded.Columns : null };
        var whole = Solver.Solve(model, search, progress, cancellation);
        if (!whole.HasPoint)
        {
            return whole;
        }

        var priced = Solver.Solve(Held(model, whole.Columns), options, progress, cancellation);
        return (priced.Status == SolverStatus.Optimal ? priced : whole) with
        {
            Status = whole.Status,
            Bound = whole.Bound,
            Iterations = relaxed.Iterations + rounded.Iterations + whole.Iterations + priced.Iterations,
            Seconds = relaxed.Seconds + rounded.Seconds + whole.Seconds + priced.Seconds,
        };
    }

    /// <summary>The linear problem with its whole numbers held at those of a point; the model itself where it has none.</summary>
    internal static LinearModel Held(LinearModel model, double[] columns, Func<double, double>? round = null)
    {
        if (!model.HasIntegers)
        {
            return model;
        }

        var (lower, upper) = (model.ColumnLower.ToArray(), model.ColumnUpper.ToArray());
        foreach (var block in model.VariableBlocks.Where(v => v.IsInteger).Select(v => v.Block))
        {
            for (var j = block.First; j < block.First + block.Length; j++)
            {
                lower[j] = upper[j] = Math.Clamp((round ?? Math.Round)(columns[j]), lower[j], upper[j]);
            }
        }

        return model.Variant(new ModelChange { IsRelaxed = true, ColumnLower = lower, ColumnUpper = upper });
    }
}
