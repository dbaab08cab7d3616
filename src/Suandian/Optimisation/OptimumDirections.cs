namespace Suandian.Optimisation;

/// <summary>The range of a cost within which an optimum of a linear problem stays an optimum.</summary>
/// <remarks>
/// From x one may go in the directions d with d ≥ 0 where a column lies at its lower bound, d ≤ 0 at its upper one, and A d likewise
/// at the rows. With the cost of column j changed by δ, x stays optimal as long as c'd + δ d(j) ≥ 0 for all of them. So the cost may
/// rise by the least c'd with d(j) = −1, and fall by the least c'd with d(j) = +1; where no such direction exists, nothing stops it.
/// Each is a linear problem over the same matrix whose duals are optimal for x at that cost. A basis of the optimum starts it: it
/// has the right reduced costs already, and one step of the dual method ends it where the optimum is not degenerate; where it is,
/// the range is that of the optimum all the same, not of the basis. A value within 1e-7 of a bound (of its size) counts as at it.
/// An end is proved by two things: the certificate of x at the cost of the end, and that the direction is one.
/// Source: B. Jansen, J. J. de Jong, C. Roos, T. Terlaky, Sensitivity analysis in linear programming: just be careful!,
/// European Journal of Operational Research 101 (1997), doi:10.1016/S0377-2217(96)00172-5.
/// </remarks>
sealed class OptimumDirections
{
    const double AtBound = 1e-7;

    readonly LinearModel _model;
    readonly LinearSolution _optimum;
    readonly SolverOptions _options;
    readonly double[] _rowLower;
    readonly double[] _rowUpper;
    readonly double[] _columnLower;
    readonly double[] _columnUpper;

    /// <summary>The directions from an optimum of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimum">Its optimum; best with a basis.</param>
    /// <param name="options">Options of the solver.</param>
    internal OptimumDirections(LinearModel model, LinearSolution optimum, SolverOptions options)
    {
        (_model, _optimum, _options) = (model, optimum, options with { Start = optimum.Basis, Method = SolverMethod.Simplex });
        (_rowLower, _rowUpper) = Room(optimum.RowActivities, model.RowLower, model.RowUpper);
        (_columnLower, _columnUpper) = Room(optimum.Columns, model.ColumnLower, model.ColumnUpper);
    }

    /// <summary>The least or most cost of a column with which the optimum stays as it is; infinite where nothing stops it.</summary>
    internal FaceEnd CostEnd(int column, bool most, CancellationToken cancellation)
    {
        var step = most ? -1 : 1;
        if (step < _columnLower[column] || step > _columnUpper[column])
        {
            return new(-step * double.PositiveInfinity, null, null);
        }

        var (lower, upper) = ((double[])_columnLower.Clone(), (double[])_columnUpper.Clone());
        (lower[column], upper[column]) = (step, step);
        var directions = _model.Variant(new()
        {
            ColumnCost = _model.ColumnCost.ToArray(),
            ColumnLower = lower,
            ColumnUpper = upper,
            RowLower = _rowLower,
            RowUpper = _rowUpper,
        });
        return FaceEnd.Find(directions, _options, direction => End(directions, direction, (column, step)), cancellation);
    }

    /// <summary>The cost at the end that a direction shows; infinite where there is none.</summary>
    FaceEnd End(LinearModel directions, LinearSolution direction, (int Column, int Step) at) => direction.Status switch
    {
        SolverStatus.Optimal => new(Rounded(_model.ColumnCost[at.Column], -at.Step * direction.Objective), direction, Prove(directions, direction, at)),
        SolverStatus.Infeasible => new(-at.Step * double.PositiveInfinity, direction, null),
        _ => new(double.NaN, direction, null),
    };

    /// <summary>The sum; 0 where only round-off is left.</summary>
    static double Rounded(double cost, double change) => Math.Abs(cost + change) <= 1e-12 * Math.Abs(cost) ? 0 : cost + change;

    /// <summary>The certificate of the optimum at the cost of an end; null where the direction is none.</summary>
    Certificate? Prove(LinearModel directions, LinearSolution direction, (int Column, int Step) at)
    {
        if (!Certificate.Of(directions, direction).IsFeasible)
        {
            return null;
        }

        var cost = _model.ColumnCost.ToArray();
        cost[at.Column] -= at.Step * direction.Objective;
        return Certificate.Of(_model.Variant(new() { ColumnCost = cost }), _optimum.Columns, direction.RowDuals);
    }

    /// <summary>Where a direction may go: from 0 at a lower bound, to 0 at an upper one, anywhere between.</summary>
    static (double[] Lower, double[] Upper) Room(double[] value, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var (low, high) = (new double[value.Length], new double[value.Length]);
        for (var k = 0; k < value.Length; k++)
        {
            low[k] = value[k] <= lower[k] + AtBound * Math.Max(1, Math.Abs(lower[k])) ? 0 : double.NegativeInfinity;
            high[k] = value[k] >= upper[k] - AtBound * Math.Max(1, Math.Abs(upper[k])) ? 0 : double.PositiveInfinity;
        }

        return (low, high);
    }
}
