namespace Suandian.Optimisation;

/// <summary>All optima of a linear problem at once: the points that are complementary to the duals of one optimum.</summary>
/// <remarks>
/// With y and r = c − A'y optimal duals, a feasible x is optimal exactly when every column with r &gt; 0 lies at its lower bound,
/// every column with r &lt; 0 at its upper one, and every row with y ≠ 0 at the side y points at (complementary slackness).
/// So the optima are the feasible set of the same rows with these columns and rows held, and what an optimum leaves open is
/// found by linear problems over that set, without a row on the cost and its tolerance.
/// Let one held row or column go: as far as its value can then move, the same duals stay optimal, so that the cost is a
/// straight line in that limit with the dual as its slope. That is the range in which a shadow price holds. It does not
/// depend on the basis, which ranging by a basis does where the optimum is degenerate.
/// A dual or reduced cost below <see cref="Nothing"/> counts as 0.
/// Source: O. L. Mangasarian, A simple characterization of solution sets of convex programs, Operations Research Letters 7 (1988),
/// doi:10.1016/0167-6377(88)90047-8; B. Jansen, J. J. de Jong, C. Roos, T. Terlaky, Sensitivity analysis in linear programming:
/// just be careful!, European Journal of Operational Research 101 (1997), doi:10.1016/S0377-2217(96)00172-5.
/// </remarks>
sealed class OptimalFace
{
    /// <summary>Duals and reduced costs below this count as 0, in the unit of the objective per unit of the row or column.</summary>
    internal const double Nothing = 1e-6;

    readonly LinearModel _model;
    readonly SolverOptions _options;
    readonly double[] _columnLower;
    readonly double[] _columnUpper;
    readonly double[] _rowLower;
    readonly double[] _rowUpper;

    /// <summary>The optima of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimum">An optimum of it; best a vertex, where duals are exactly 0 or not.</param>
    /// <param name="options">Options of the solver.</param>
    internal OptimalFace(LinearModel model, LinearSolution optimum, SolverOptions options)
    {
        (_model, _options) = (model, options with { Start = null });
        (_columnLower, _columnUpper) = Held(optimum.ReducedCosts, model.ColumnLower, model.ColumnUpper);
        (_rowLower, _rowUpper) = Held(optimum.RowDuals, model.RowLower, model.RowUpper);
    }

    /// <summary>The least or most of a sum over all optima.</summary>
    /// <param name="sum">Columns and coefficients.</param>
    /// <param name="most">True for the most.</param>
    /// <param name="cancellation">Stops the solver.</param>
    internal FaceEnd End(ReadOnlySpan<(int Column, double Coefficient)> sum, bool most, CancellationToken cancellation) =>
        Solve(sum, most, new ModelChange { ColumnLower = _columnLower, ColumnUpper = _columnUpper, RowLower = _rowLower, RowUpper = _rowUpper }, cancellation);

    /// <summary>How far the limit of a row may be moved with the same dual; infinite where nothing stops it.</summary>
    internal FaceEnd RowEnd(int row, bool most, CancellationToken cancellation)
    {
        var (lower, upper) = ((double[])_rowLower.Clone(), (double[])_rowUpper.Clone());
        (lower[row], upper[row]) = (double.NegativeInfinity, double.PositiveInfinity);
        var entries = _model.RowStart[row].._model.RowStart[row + 1];
        var sum = new (int Column, double Coefficient)[entries.End.Value - entries.Start.Value];
        for (var k = 0; k < sum.Length; k++)
        {
            sum[k] = (_model.EntryColumn[entries][k], _model.EntryValue[entries][k]);
        }

        return Solve(sum, most, new ModelChange { ColumnLower = _columnLower, ColumnUpper = _columnUpper, RowLower = lower, RowUpper = upper }, cancellation);
    }

    /// <summary>How far the bound of a column may be moved with the same reduced cost; infinite where nothing stops it.</summary>
    internal FaceEnd ColumnEnd(int column, bool most, CancellationToken cancellation)
    {
        var (lower, upper) = ((double[])_columnLower.Clone(), (double[])_columnUpper.Clone());
        (lower[column], upper[column]) = (double.NegativeInfinity, double.PositiveInfinity);
        return Solve([(column, 1)], most,
            new ModelChange { ColumnLower = lower, ColumnUpper = upper, RowLower = _rowLower, RowUpper = _rowUpper }, cancellation);
    }

    FaceEnd Solve(ReadOnlySpan<(int Column, double Coefficient)> sum, bool most, ModelChange held, CancellationToken cancellation)
    {
        var cost = new double[_model.ColumnCount];
        foreach (var (column, coefficient) in sum)
        {
            cost[column] += most ? -coefficient : coefficient;
        }

        var model = _model.Variant(held with { ColumnCost = cost });
        var solution = Solver.Solve(model, _options, null, cancellation);
        var isOpen = solution.Status is SolverStatus.Unbounded or SolverStatus.InfeasibleOrUnbounded;
        var value = isOpen ? double.PositiveInfinity : solution.Status == SolverStatus.Optimal ? solution.Objective : double.NaN;
        var sign = most ? -1 : 1;
        return new(isOpen ? -sign * value : sign * value, solution, solution.HasPoint && !isOpen ? Certificate.Of(model, solution) : null);
    }

    static (double[] Lower, double[] Upper) Held(double[] dual, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var (low, high) = (lower.ToArray(), upper.ToArray());
        for (var i = 0; i < dual.Length; i++)
        {
            if (dual[i] > Nothing && double.IsFinite(low[i]))
            {
                high[i] = low[i];
            }
            else if (dual[i] < -Nothing && double.IsFinite(high[i]))
            {
                low[i] = high[i];
            }
        }

        return (low, high);
    }
}

/// <summary>An end of a range over the optima.</summary>
/// <param name="Value">Value there; infinite where nothing stops it; NaN where the solver gave none.</param>
/// <param name="Solution">The point.</param>
/// <param name="Proof">Its certificate, with the value as the objective (the negative one at the upper end); null where there is no point.</param>
sealed record FaceEnd(double Value, LinearSolution Solution, Certificate? Proof)
{
    /// <summary>True where the end is proved, or nothing stops the value.</summary>
    internal bool IsProved => double.IsInfinity(Value) || Proof is { IsOptimal: true };
}
