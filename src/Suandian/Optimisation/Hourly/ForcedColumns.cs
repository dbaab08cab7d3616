namespace Suandian.Optimisation.Hourly;

/// <summary>Rows over the year that hold all their columns at a bound, such as exports ≤ 0.</summary>
/// <remarks>
/// Such a problem has no interior: the multipliers of the bounds could grow without end together with the dual of the row.
/// So the columns are held and the row is left out; its dual is the smallest for which all their reduced costs have the right sign.
/// </remarks>
sealed class ForcedColumns
{
    const double Margin = 1e-10; // of the sizes that are summed

    readonly LinearModel _model;
    readonly Dictionary<int, double> _held = [];

    ForcedColumns(LinearModel model) => _model = model;

    /// <summary>The rows, and +1 where the upper limit forces, −1 where the lower one does.</summary>
    internal List<(int Row, int Side)> Rows { get; } = [];

    internal static ForcedColumns Of(LinearModel model)
    {
        var forced = new ForcedColumns(model);
        foreach (var block in model.ConstraintBlocks.Select(c => c.Block).Where(b => b.Members.IsAnnual))
        {
            for (var i = block.First; i < block.First + block.Length; i++)
            {
                if (forced.Forces(i, 1, model.RowUpper[i]) || forced.Forces(i, -1, -model.RowLower[i]))
                {
                    forced.Hold(i);
                }
            }
        }

        return forced;
    }

    /// <summary>Bounds of a column, equal where it is held.</summary>
    internal (double Lower, double Upper) Bounds(int column) => _held.TryGetValue(column, out var value)
        ? (value, value)
        : (_model.ColumnLower[column], _model.ColumnUpper[column]);

    /// <summary>True when side · row cannot be less than its limit.</summary>
    bool Forces(int row, int side, double limit)
    {
        if (double.IsInfinity(limit) || _model.RowLower[row] == _model.RowUpper[row])
        {
            return false;
        }

        var (least, size) = (0.0, Math.Abs(limit));
        for (var k = _model.RowStart[row]; k < _model.RowStart[row + 1]; k++)
        {
            var term = side * _model.EntryValue[k] * At(row, side, k);
            if (!double.IsFinite(term))
            {
                return false;
            }

            (least, size) = (least + term, size + Math.Abs(term));
        }

        if (Math.Abs(least - limit) > Margin * size)
        {
            return false;
        }

        Rows.Add((row, side));
        return true;
    }

    /// <summary>The bound at which an entry makes side · row least.</summary>
    double At(int row, int side, int entry)
    {
        var (lower, upper) = Bounds(_model.EntryColumn[entry]);
        return side * _model.EntryValue[entry] > 0 ? lower : upper;
    }

    void Hold(int row)
    {
        for (var k = _model.RowStart[row]; k < _model.RowStart[row + 1]; k++)
        {
            _held[_model.EntryColumn[k]] = At(row, Rows[^1].Side, k);
        }
    }

    /// <summary>Sets the duals of the rows, given all others.</summary>
    internal void SetDuals(double[] y) => SetDuals(y, _model.ColumnCost);

    /// <summary>Sets the multipliers of the rows, given all others, for a proof of infeasibility: there columns have no costs.</summary>
    internal void SetProof(double[] y) => SetDuals(y, new double[_model.ColumnCount]);

    void SetDuals(double[] y, ReadOnlySpan<double> cost)
    {
        if (Rows.Count == 0)
        {
            return;
        }

        Rows.ForEach(f => y[f.Row] = 0);
        var reduced = cost.ToArray();
        for (var i = 0; i < y.Length; i++)
        {
            Subtract(reduced, i, y[i]);
        }

        for (var f = Rows.Count - 1; f >= 0; f--)
        {
            var (row, side) = Rows[f];
            var dual = 0.0;
            for (var k = _model.RowStart[row]; k < _model.RowStart[row + 1]; k++)
            {
                dual = Math.Min(dual, reduced[_model.EntryColumn[k]] / (side * _model.EntryValue[k]));
            }

            y[row] = side * dual;
            Subtract(reduced, row, y[row]);
        }
    }

    void Subtract(double[] reduced, int row, double dual)
    {
        for (var k = _model.RowStart[row]; k < _model.RowStart[row + 1] && dual != 0; k++)
        {
            reduced[_model.EntryColumn[k]] -= dual * _model.EntryValue[k];
        }
    }
}
