namespace Suandian.Optimisation.Hourly;

/// <content>Rows over the year.</content>
sealed partial class HourlyReader
{
    void ReadYearRow(int row)
    {
        var (lower, upper) = (_model.RowLower[row], _model.RowUpper[row]);
        if ((double.IsInfinity(lower) && double.IsInfinity(upper)) || _forced.Rows.Any(f => f.Row == row))
        {
            return;
        }

        var sign = double.IsInfinity(lower) ? -1 : 1;
        var isRange = !double.IsInfinity(lower) && !double.IsInfinity(upper) && lower != upper;
        var hourly = new Dictionary<int, Series>();
        var (shared, held) = Entries(row, sign, hourly);
        if (isRange)
        {
            shared.Add((_sharedColumns.Count, -1));
            _sharedColumns.Add(new(-1, _model.RowName(row), 0, lower - held, upper - held));
        }

        foreach (var (place, series) in hourly)
        {
            if (series.Count < _snapshots)
            {
                KeepEntries(row, place, series);
            }

            _columns[place].YearRows.Add((_yearRows.Count, series));
        }

        _yearRows.Add(new(row, sign, isRange ? 0 : sign > 0 ? lower - held : held - upper, isRange || lower == upper, shared));
    }

    /// <summary>Entries of a row in shared columns, its sum over columns that are held, and its series by hourly column.</summary>
    (List<(int, double)> Shared, double Held) Entries(int row, int sign, Dictionary<int, Series> hourly)
    {
        var (shared, held) = (new List<(int, double)>(), 0.0);
        for (var k = _model.RowStart[row]; k < _model.RowStart[row + 1]; k++)
        {
            var (j, a) = (_model.EntryColumn[k], _model.EntryValue[k]);
            if (_hourColumn[j] >= 0)
            {
                (hourly.TryGetValue(_hourColumn[j], out var series) ? series : hourly[_hourColumn[j]] = new Series(_snapshots)).Set(_when[j], sign * a);
            }
            else if (_shared[j] >= 0)
            {
                shared.Add((_shared[j], sign * a));
            }
            else
            {
                held += a * _forced.Bounds(j).Lower;
            }
        }

        return (shared, held);
    }

    /// <summary>Sets the coefficients of the snapshots that the row does not have to 0, unless the column does not exist there.</summary>
    void KeepEntries(int row, int place, Series series)
    {
        var seen = new bool[_snapshots];
        for (var k = _model.RowStart[row]; k < _model.RowStart[row + 1]; k++)
        {
            var j = _model.EntryColumn[k];
            if (_hourColumn[j] == place)
            {
                seen[_when[j]] = true;
            }
        }

        var column = _columns[place];
        var (block, component) = column.Source!.Value;
        series.Keep(t => seen[t] || block.Column(component, t) < 0);
    }
}
