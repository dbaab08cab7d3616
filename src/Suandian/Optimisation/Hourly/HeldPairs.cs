namespace Suandian.Optimisation.Hourly;

/// <summary>Columns that are held because a row read as a side leaves one value, such as power ≤ 0 · capacity with power ≥ 0.</summary>
/// <remarks>
/// The iteration knows no multiplier of such a pair. The dual of the row is what is left of the column's reduced cost where its
/// sign points at the row: otherwise a limit of 0 would seem to be worth nothing.
/// </remarks>
static class HeldPairs
{
    /// <summary>Sets the duals of the rows of held pairs, given those of all other rows.</summary>
    /// <param name="shape">Shape read from the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="y">Row duals [rows]; those of held pairs are 0.</param>
    internal static void SetDuals(HourlyShape shape, LinearModel model, double[] y)
    {
        var pairs = Find(shape).ToArray();
        if (pairs.Length == 0)
        {
            return;
        }

        var reduced = model.ColumnCost.ToArray();
        for (var i = 0; i < y.Length; i++)
        {
            for (var k = model.RowStart[i]; k < model.RowStart[i + 1] && y[i] != 0; k++)
            {
                reduced[model.EntryColumn[k]] -= y[i] * model.EntryValue[k];
            }
        }

        foreach (var (column, row, coefficient, direction) in pairs)
        {
            if (direction * reduced[column] < 0)
            {
                y[row] += reduced[column] / coefficient;
                reduced[column] = 0;
            }
        }
    }

    /// <summary>Column, row, coefficient of the column in it, and +1 for an upper side, −1 for a lower one.</summary>
    static IEnumerable<(int Column, int Row, double Coefficient, int Direction)> Find(HourlyShape shape)
    {
        foreach (var column in shape.Columns.Where(c => c.Source is not null))
        {
            var (block, component) = column.Source!.Value;
            foreach (var (side, direction) in ((Side, int)[])[(column.Upper, 1), (column.Lower, -1)])
            {
                for (var t = 0; t < shape.Snapshots && side.Source is not null; t++)
                {
                    var (row, coefficient) = side.Source.Value;
                    if (!column.IsActive[t] && side.Exists[t] && row.Row[t] >= 0)
                    {
                        yield return (block.Column(component, t), row.Row[t], coefficient[t], direction);
                    }
                }
            }
        }
    }
}
