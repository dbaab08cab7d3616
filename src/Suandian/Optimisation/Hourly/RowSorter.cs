namespace Suandian.Optimisation.Hourly;

/// <summary>Decides of each repeating row whether it is a bound of a column or an equation.</summary>
sealed class RowSorter(LinearModel model, int[] previous, Func<int, (double Lower, double Upper)> bounds, (List<HourColumn> Columns, List<HourRow> Rows, List<SharedColumn> Shared) found)
{
    readonly int _snapshots = previous.Length;

    /// <summary>Takes the rows of a template.</summary>
    internal void Take(RowTemplate row)
    {
        var hasLeftOut = LeaveOutHeld(row);
        if (IsFree(row))
        {
            return;
        }

        TrimEntries(row, hasLeftOut);
        if (!TryBound(row))
        {
            AddEquation(row);
        }
    }

    /// <summary>Leaves out the rows of snapshots at which all hourly columns are held and any value of the shared ones obeys the limits; true where there are such.</summary>
    bool LeaveOutHeld(RowTemplate row)
    {
        if (row.Entries.All(e => found.Columns[e.Column].Moves == found.Columns[e.Column].Existing))
        {
            return false;
        }

        var hasLeftOut = false;
        for (var t = 0; t < _snapshots; t++)
        {
            if (row.Row[t] < 0 || row.Entries.Any(e => IsActive(e, t)))
            {
                continue;
            }

            var (least, most) = (0.0, 0.0);
            for (var k = model.RowStart[row.Row[t]]; k < model.RowStart[row.Row[t] + 1]; k++)
            {
                var (a, (low, high)) = (model.EntryValue[k], bounds(model.EntryColumn[k]));
                (least, most) = (least + a * (a > 0 ? low : high), most + a * (a > 0 ? high : low));
            }

            if (least >= model.RowLower[row.Row[t]] && most <= model.RowUpper[row.Row[t]])
            {
                (row.Row[t], hasLeftOut) = (-1, true);
            }
        }

        return hasLeftOut;
    }

    bool IsActive((int Column, bool IsBefore, Series Coefficient) entry, int t)
    {
        var when = entry.IsBefore ? previous[t] : t;
        return when >= 0 && found.Columns[entry.Column].IsActive[when];
    }

    /// <summary>True when the rows limit nothing.</summary>
    static bool IsFree(RowTemplate row) => Array.TrueForAll(row.Row, r => r < 0) || IsUnlimited(row);

    static bool IsUnlimited(RowTemplate row) => row.Lower.IsConstant && row.Upper.IsConstant && double.IsInfinity(row.Lower[0]) && double.IsInfinity(row.Upper[0]);

    bool TryBound(RowTemplate row)
    {
        if (row.Entries.Count != 1 || row.Entries[0].IsBefore || row.Shared.Count > 1 || !row.IsInequality)
        {
            return false;
        }

        var (place, _, coefficient) = row.Entries[0];
        var column = found.Columns[place];
        var sign = Math.Sign(coefficient[Array.FindIndex(row.Row, r => r >= 0)]);
        for (var t = 0; t < _snapshots; t++)
        {
            if (row.Row[t] >= 0 && (Math.Sign(coefficient[t]) != sign || !column.IsActive[t]))
            {
                return false;
            }
        }

        var (lower, upper) = (MakeSide(row, coefficient, isUpper: sign < 0), MakeSide(row, coefficient, isUpper: sign > 0));
        var (newLower, newUpper) = (Better(column.Lower, lower, -1), Better(column.Upper, upper, 1));
        if (newLower is null || newUpper is null || (newLower.Shared >= 0 && newUpper.Shared >= 0 && newLower.Shared != newUpper.Shared))
        {
            return false;
        }

        (column.Lower, column.Upper) = (newLower, newUpper);
        return true;
    }

    /// <summary>The side x ≤ (limit − β z) / α, or ≥ for the lower one, of the row's upper or lower limit.</summary>
    Side MakeSide(RowTemplate row, Series alpha, bool isUpper)
    {
        var beta = row.Shared.Count > 0 ? row.Shared[0].Coefficient : null;
        var limit = isUpper ? row.Upper : row.Lower;
        var side = new Side(_snapshots)
        {
            Shared = row.Shared.Count > 0 ? row.Shared[0].Shared : -1,
            Source = (row, alpha),
        };
        for (var t = 0; t < _snapshots; t++)
        {
            if (row.Row[t] >= 0 && double.IsFinite(limit[t]))
            {
                side.Exists[t] = true;
                side.Constant.Set(t, limit[t] / alpha[t]);
                side.Factor.Set(t, beta is null ? 0 : -beta[t] / alpha[t]);
            }
        }

        return side;
    }

    /// <summary>The side that stands in for both, or null where neither makes the other superfluous; direction +1 for upper sides.</summary>
    Side? Better(Side present, Side candidate, int direction)
    {
        if (!candidate.IsThere)
        {
            return present;
        }

        if (!present.IsThere)
        {
            return candidate;
        }

        if (present.Shared >= 0)
        {
            return null;
        }

        for (var t = 0; t < _snapshots; t++)
        {
            if (present.Exists[t] && !(candidate.Exists[t] && direction * (Weakest(candidate, t, direction) - present.Constant[t]) <= 0))
            {
                return null;
            }
        }

        return candidate;
    }

    /// <summary>The loosest value a side can take.</summary>
    double Weakest(Side side, int t, int direction)
    {
        if (side.Shared < 0 || side.Factor[t] == 0)
        {
            return side.Constant[t];
        }

        var shared = found.Shared[side.Shared];
        return side.Constant[t] + side.Factor[t] * (direction * side.Factor[t] > 0 ? shared.Upper : shared.Lower);
    }

    void AddEquation(RowTemplate row)
    {
        var place = found.Rows.Count;
        foreach (var (column, isBefore, coefficient) in row.Entries)
        {
            (isBefore ? found.Columns[column].NextRows : found.Columns[column].Rows).Add((place, coefficient));
        }

        var right = new Series(_snapshots);
        if (row.IsEquation)
        {
            for (var t = 0; t < _snapshots; t++)
            {
                if (row.Row[t] >= 0)
                {
                    right.Set(t, row.Lower[t]);
                }
            }

            right.Keep(t => row.Row[t] >= 0);
        }
        else
        {
            found.Columns.Add(Activity(row, place));
        }

        found.Rows.Add(new HourRow(row, right, row.Shared));
    }

    /// <summary>The activity of rows with two sides: row − activity = 0.</summary>
    HourColumn Activity(RowTemplate row, int place)
    {
        var activity = new HourColumn($"{row.Block.Block.Name}[{row.Component}]", _snapshots);
        for (var t = 0; t < _snapshots; t++)
        {
            if (row.Row[t] < 0)
            {
                continue;
            }

            var (lower, upper) = (row.Lower[t], row.Upper[t]);
            activity.IsActive[t] = lower != upper;
            activity.Held.Put(t, lower == upper ? lower : 0);
            activity.Lower.Exists[t] = lower != upper && double.IsFinite(lower);
            activity.Upper.Exists[t] = lower != upper && double.IsFinite(upper);
            activity.Lower.Constant.Set(t, double.IsFinite(lower) ? lower : 0);
            activity.Upper.Constant.Set(t, double.IsFinite(upper) ? upper : 0);
        }

        activity.Rows.Add((place, new Series(_snapshots, -1)));
        return activity;
    }

    /// <summary>Sets coefficients to 0 at snapshots whose row lacks them or is left out.</summary>
    void TrimEntries(RowTemplate row, bool hasLeftOut)
    {
        foreach (var (column, isBefore, coefficient) in row.Entries)
        {
            if (hasLeftOut || coefficient.Count < found.Columns[column].Existing)
            {
                Trim(row, column, isBefore, coefficient);
            }
        }

        foreach (var (shared, coefficient) in row.Shared)
        {
            if (hasLeftOut || coefficient.Count < _snapshots)
            {
                coefficient.Keep(t => Has(row.Row[t], found.Shared[shared].Column));
            }
        }
    }

    /// <summary>Sets a coefficient to 0 where its row lacks it though the column is there.</summary>
    void Trim(RowTemplate row, int column, bool isBefore, Series coefficient)
    {
        var (block, component) = found.Columns[column].Source!.Value;
        coefficient.Keep(t =>
        {
            var when = isBefore ? previous[t] : t;
            var index = when < 0 ? -1 : block.Column(component, when);
            return index < 0 || Has(row.Row[t], index);
        });
    }

    /// <summary>True when a row of the model has an entry of a column.</summary>
    bool Has(int row, int column) =>
        row >= 0 && model.EntryColumn[model.RowStart[row]..model.RowStart[row + 1]].Contains(column);
}
