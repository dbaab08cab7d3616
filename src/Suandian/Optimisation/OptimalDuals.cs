namespace Suandian.Optimisation;

/// <summary>All optimal duals of a linear problem at once, and so the range of a cost within which its optimum stays the optimum.</summary>
/// <remarks>
/// A point x stays optimal under other costs exactly when there are y and r = c − A'y with r = 0 where x lies between its bounds,
/// r ≥ 0 at a lower and r ≤ 0 at an upper bound, y = 0 where a row has room, and y of the sign of the side where it is tight.
/// With the cost of one column as a variable the least and the most of it over these conditions is a linear problem in y.
/// It does not depend on the basis. A value within 1e-7 of a bound (of its size) counts as at it.
/// Source: B. Jansen, J. J. de Jong, C. Roos, T. Terlaky, Sensitivity analysis in linear programming: just be careful!,
/// European Journal of Operational Research 101 (1997), doi:10.1016/S0377-2217(96)00172-5.
/// </remarks>
sealed class OptimalDuals
{
    const double AtBound = 1e-7;

    readonly LinearModel _model;
    readonly SolverOptions _options;
    readonly double[] _rowLower;
    readonly double[] _rowUpper;
    readonly double[] _costLower;
    readonly double[] _costUpper;
    readonly int[] _start;
    readonly int[] _row;
    readonly double[] _value;

    /// <summary>The optimal duals at an optimum of a model.</summary>
    internal OptimalDuals(LinearModel model, LinearSolution optimum, SolverOptions options)
    {
        (_model, _options) = (model, options with { Start = null, Method = SolverMethod.Simplex }); // half the time of interior point here
        (_rowLower, _rowUpper) = (new double[model.RowCount], new double[model.RowCount]);
        (_costLower, _costUpper) = (new double[model.ColumnCount], new double[model.ColumnCount]);
        for (var i = 0; i < model.RowCount; i++)
        {
            (_rowLower[i], _rowUpper[i]) = Signs(optimum.RowActivities[i], model.RowLower[i], model.RowUpper[i]);
        }

        for (var j = 0; j < model.ColumnCount; j++)
        {
            (_costLower[j], _costUpper[j]) = Signs(optimum.Columns[j], model.ColumnLower[j], model.ColumnUpper[j]);
        }

        (_start, _row, _value) = Transpose(model);
    }

    /// <summary>The least or most cost of a column with which the optimum stays as it is; infinite where nothing stops it.</summary>
    internal FaceEnd CostEnd(int column, bool most, CancellationToken cancellation)
    {
        var model = new LinearModel("duals", _model.ColumnCount, _model.RowCount + 1, _model.NonzeroCount + 1);
        model.Variables("dual", Members.Annual(_model.RowCount), _rowLower, _rowUpper);
        var cost = model.Variables("cost", 1, 1, double.NegativeInfinity, double.PositiveInfinity);
        model.Subject("reduced_cost", _model.ColumnCount, j => Reduced(model, j, j == column ? cost[0] : _model.ColumnCost[j]));
        model.Minimise("cost", () => (most ? -1 : 1) * cost[0]);
        return OptimalFace.Solve(model, most, _options, cancellation);
    }

    /// <summary>Least ≤ c(j) − Σ a(i,j) y(i) ≤ most, by where the column lies.</summary>
    Constraint Reduced(LinearModel model, int column, Expression cost)
    {
        var entries = _start[column].._start[column + 1];
        return Expression.Between(_costLower[column], cost + model.Append(_row.AsSpan()[entries], _value.AsSpan()[entries]), _costUpper[column]);
    }

    /// <summary>Range of a multiplier whose value lies where it does between two bounds.</summary>
    static (double Least, double Most) Signs(double value, double lower, double upper)
    {
        var isLow = value <= lower + AtBound * Math.Max(1, Math.Abs(lower));
        var isHigh = value >= upper - AtBound * Math.Max(1, Math.Abs(upper));
        return (isHigh ? double.NegativeInfinity : 0, isLow ? double.PositiveInfinity : 0);
    }

    /// <summary>−A' by columns.</summary>
    static (int[] Start, int[] Row, double[] Value) Transpose(LinearModel model)
    {
        var start = new int[model.ColumnCount + 1];
        foreach (var j in model.EntryColumn)
        {
            start[j + 1]++;
        }

        for (var j = 0; j < model.ColumnCount; j++)
        {
            start[j + 1] += start[j];
        }

        var (next, row, value) = (start[..^1], new int[model.NonzeroCount], new double[model.NonzeroCount]);
        for (var i = 0; i < model.RowCount; i++)
        {
            for (var k = model.RowStart[i]; k < model.RowStart[i + 1]; k++)
            {
                var place = next[model.EntryColumn[k]]++;
                (row[place], value[place]) = (i, -model.EntryValue[k]);
            }
        }

        return (start, row, value);
    }
}
