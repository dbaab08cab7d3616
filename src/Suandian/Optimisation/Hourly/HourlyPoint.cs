namespace Suandian.Optimisation.Hourly;

/// <summary>Columns and row duals of the model, out of the scaled lanes of the interior point.</summary>
sealed unsafe class HourlyPoint(LinearModel model, HourlyProblem problem)
{
    readonly HourlyShape _shape = problem.Shape;
    readonly HourlyScale _scale = problem.Scale;

    /// <summary>Values of the columns [columns].</summary>
    internal double[] Columns { get; } = new double[model.ColumnCount];

    /// <summary>Duals of the rows [rows].</summary>
    internal double[] RowDuals { get; } = new double[model.RowCount];

    /// <summary>Takes the hourly columns, their sides and the rows.</summary>
    /// <param name="x">Columns [tile][column][step][lane], scaled.</param>
    /// <param name="lower">Multipliers of lower sides.</param>
    /// <param name="upper">Multipliers of upper sides.</param>
    /// <param name="y">Duals of rows [tile][row][step][lane].</param>
    internal void TakeHourly(double* x, double* lower, double* upper, double* y)
    {
        for (var v = 0; v < _shape.Columns.Count; v++)
        {
            var column = _shape.Columns[v];
            if (column.Source is { } source)
            {
                TakeColumn(v, column, source, x);
            }

            TakeSide(v, column, column.Lower, (nint)lower, 1);
            TakeSide(v, column, column.Upper, (nint)upper, -1);
        }

        for (var r = 0; r < _shape.Rows.Count; r++)
        {
            var (rows, unit) = (_shape.Rows[r].Template.Row, _scale.Row[r] * _scale.Cost);
            for (var t = 0; t < _shape.Snapshots; t++)
            {
                if (rows[t] >= 0)
                {
                    RowDuals[rows[t]] = y[problem.Layout.Index(t, problem.Pattern.Place[r], _shape.Rows.Count)] * unit;
                }
            }
        }
    }

    void TakeColumn(int v, HourColumn column, (Variables Block, int Component) source, double* x)
    {
        var unit = _scale.Column[v] * _scale.Power;
        for (var t = 0; t < _shape.Snapshots; t++)
        {
            var j = source.Block.Column(source.Component, t);
            if (j >= 0)
            {
                var value = column.IsActive[t] ? x[problem.Layout.Index(t, v, _shape.Columns.Count)] * unit : column.Held[t];
                Columns[j] = Math.Min(Math.Max(value, model.ColumnLower[j]), model.ColumnUpper[j]);
            }
        }
    }

    /// <summary>The dual of a row that was read as a side: ± multiplier / coefficient.</summary>
    void TakeSide(int v, HourColumn column, Side side, nint multipliers, int sign)
    {
        if (side.Source is not { } source)
        {
            return;
        }

        var unit = sign * _scale.Cost / _scale.Column[v];
        for (var t = 0; t < _shape.Snapshots; t++)
        {
            if (source.Row.Row[t] >= 0 && side.Exists[t] && column.IsActive[t])
            {
                RowDuals[source.Row.Row[t]] += unit * ((double*)multipliers)[problem.Layout.Index(t, v, _shape.Columns.Count)] / source.Coefficient[t];
            }
        }
    }

    /// <summary>Takes the shared columns and the year rows, scaled.</summary>
    internal void TakeShared(ReadOnlySpan<double> z, ReadOnlySpan<double> y)
    {
        foreach (var variables in model.VariableBlocks.Where(b => b.Block.Members.IsAnnual))
        {
            for (var j = variables.Block.First; j < variables.Block.First + variables.Block.Length; j++)
            {
                Columns[j] = _shape.Forced.Bounds(j).Lower;
            }
        }

        for (var k = 0; k < z.Length; k++)
        {
            if (_shape.Shared[k].Column is >= 0 and var j)
            {
                Columns[j] = Math.Min(Math.Max(z[k] * _scale.Shared[k] * _scale.Power, model.ColumnLower[j]), model.ColumnUpper[j]);
            }
        }

        for (var g = 0; g < y.Length; g++)
        {
            RowDuals[_shape.YearRows[g].Row] = _shape.YearRows[g].Sign * y[g] * _scale.YearRow[g] * _scale.Cost;
        }
    }
}
