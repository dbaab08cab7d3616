namespace Suandian.Optimisation.Hourly;

/// <summary>Reads the hourly shape out of a linear model: which rows and columns repeat, and how they hang together.</summary>
sealed partial class HourlyReader
{
    const int FewestSnapshots = 8;
    const int MostShared = 2000;

    readonly LinearModel _model;
    readonly int _snapshots;
    readonly int[] _hourColumn; // hourly column of each model column, −1 for a shared one
    readonly int[] _when; // snapshot of each model column; index among the shared ones for a shared column
    readonly int[] _previous;
    readonly int[] _next;
    readonly int[] _shared; // place among the shared columns that may move, −1 for one that is held
    readonly List<HourColumn> _columns = [];
    readonly List<SharedColumn> _sharedColumns = [];
    readonly List<RowTemplate> _templates = [];
    readonly List<HourRow> _rows = [];
    readonly List<YearRow> _yearRows = [];
    readonly List<int> _annual = [];
    readonly ForcedColumns _forced;

    HourlyReader(LinearModel model, int snapshots)
    {
        (_model, _snapshots) = (model, snapshots);
        _hourColumn = new int[model.ColumnCount];
        _when = new int[model.ColumnCount];
        _shared = new int[model.ColumnCount];
        _forced = ForcedColumns.Of(model);
        (_previous, _next) = (new int[snapshots], new int[snapshots]);
        Array.Fill(_previous, -1);
        Array.Fill(_next, -1);
    }

    /// <summary>The shape of a model, or the first row that does not fit.</summary>
    internal static (HourlyShape? Shape, Misfit? Misfit) Read(LinearModel model)
    {
        var snapshots = model.VariableBlocks.Select(v => v.Block.Members).Where(m => !m.IsAnnual).Select(m => m.Snapshots).DefaultIfEmpty(0).Max();
        if (snapshots < FewestSnapshots)
        {
            return (null, Misfit.Of(model.Name, "hourly.few_snapshots"));
        }

        var reader = new HourlyReader(model, snapshots);
        var misfit = reader.ReadColumns() ?? reader.ReadRows() ?? reader.Sort();
        return misfit is not null ? (null, misfit) : (new HourlyShape
        {
            Snapshots = snapshots,
            Previous = reader._previous,
            Columns = reader._columns,
            Rows = reader._rows,
            Shared = reader._sharedColumns,
            YearRows = reader._yearRows,
            Forced = reader._forced,
        }, null);
    }

    Misfit? ReadColumns()
    {
        foreach (var variables in _model.VariableBlocks)
        {
            var (block, members) = (variables.Block, variables.Block.Members);
            if (variables.IsInteger && _model.HasIntegers)
            {
                return Misfit.Of(block.Name, "hourly.integers");
            }

            if (!members.IsAnnual && members.Snapshots != _snapshots && block.Length > 0)
            {
                return Misfit.Of(block.Name, "hourly.other_snapshots");
            }

            for (var i = 0; i < members.Count && block.Length > 0; i++)
            {
                if (members.IsAnnual)
                {
                    AddShared(variables.Column(i, 0));
                }
                else
                {
                    AddHourly(variables, i);
                }
            }
        }

        return _sharedColumns.Count > MostShared ? Misfit.Of(_model.Name, "hourly.many_shared") : null;
    }

    void AddShared(int column)
    {
        if (column < 0)
        {
            return;
        }

        var (lower, upper) = _forced.Bounds(column);
        _hourColumn[column] = -1;
        _shared[column] = lower == upper ? -1 : _sharedColumns.Count;
        if (lower != upper)
        {
            _sharedColumns.Add(new(column, _model.ColumnName(column), _model.ColumnCost[column], lower, upper));
        }
    }

    void AddHourly(Variables variables, int component)
    {
        var place = _columns.Count;
        var name = variables.Block.Members.Names?[component] ?? $"{component}";
        var column = new HourColumn($"{variables.Block.Name}[{name}]", _snapshots) { Source = (variables, component) };
        for (var t = 0; t < _snapshots; t++)
        {
            var j = variables.Column(component, t);
            if (j < 0)
            {
                continue;
            }

            (_hourColumn[j], _when[j]) = (place, t);
            column.Existing++;
            var (lower, upper) = _forced.Bounds(j);
            column.IsActive[t] = upper - lower > 0;
            column.Moves += column.IsActive[t] ? 1 : 0;
            column.Cost.Set(t, _model.ColumnCost[j]);
            if (!column.IsActive[t])
            {
                column.Held.Put(t, lower);
                continue;
            }

            column.Lower.Exists[t] = double.IsFinite(lower);
            column.Upper.Exists[t] = double.IsFinite(upper);
            column.Lower.Constant.Set(t, double.IsFinite(lower) ? lower : 0);
            column.Upper.Constant.Set(t, double.IsFinite(upper) ? upper : 0);
        }

        _columns.Add(column);
    }

    Misfit? ReadRows()
    {
        foreach (var constraints in _model.ConstraintBlocks)
        {
            var (block, members) = (constraints.Block, constraints.Block.Members);
            if (!members.IsAnnual && members.Snapshots != _snapshots && block.Length > 0)
            {
                return Misfit.Of(block.Name, "hourly.other_snapshots");
            }

            RowTemplate? template = null;
            for (var i = block.First; i < block.First + block.Length; i++)
            {
                if (members.IsAnnual)
                {
                    _annual.Add(i);
                    continue;
                }

                var component = block.Component(i);
                if (template?.Component != component)
                {
                    template = new RowTemplate(constraints, component, _snapshots);
                    _templates.Add(template);
                }

                if (ReadRow(template, i, block.Snapshot(i)) is { } misfit)
                {
                    return misfit;
                }
            }
        }

        return null;
    }

    Misfit? ReadRow(RowTemplate template, int row, int t)
    {
        var start = _model.RowStart;
        var column = _model.EntryColumn;
        var value = _model.EntryValue;
        var held = 0.0;
        for (var k = start[row]; k < start[row + 1]; k++)
        {
            held += _hourColumn[column[k]] < 0 && _shared[column[k]] < 0 ? value[k] * _forced.Bounds(column[k]).Lower : 0;
        }

        template.Begin(t, row, _model.RowLower[row] - held, _model.RowUpper[row] - held);
        for (var k = start[row]; k < start[row + 1]; k++)
        {
            var j = column[k];
            if (_hourColumn[j] < 0)
            {
                if (_shared[j] >= 0)
                {
                    template.AddShared(t, _shared[j], value[k]);
                }
            }
            else if (_when[j] == t)
            {
                template.Add(t, _hourColumn[j], isBefore: false, value[k]);
            }
            else
            {
                var before = _when[j];
                if ((_previous[t] >= 0 && _previous[t] != before) || (_next[before] >= 0 && _next[before] != t))
                {
                    return Misfit.Of(_model.RowName(row), "hourly.two_before");
                }

                (_previous[t], _next[before]) = (before, t);
                template.Add(t, _hourColumn[j], isBefore: true, value[k]);
            }
        }

        return null;
    }

    /// <summary>Makes bounds and equations of the templates, and the rows over the year.</summary>
    Misfit? Sort()
    {
        var sorter = new RowSorter(_model, _previous, _forced.Bounds, (_columns, _rows, _sharedColumns));
        foreach (var template in _templates)
        {
            sorter.Take(template);
        }

        _columns.ForEach(HoldPoints);
        _annual.ForEach(ReadYearRow);
        return _sharedColumns.Count + _yearRows.Count > MostShared ? Misfit.Of(_model.Name, "hourly.many_shared") : null;
    }

    /// <summary>Holds a column where its two sides leave one value: such a pair has no interior, its multipliers would grow without end.</summary>
    static void HoldPoints(HourColumn column)
    {
        for (var t = 0; t < column.IsActive.Length; t++)
        {
            var hasPoint = column.Lower.IsFixed(t) && column.Upper.IsFixed(t) && column.Lower.Constant[t] == column.Upper.Constant[t];
            if (column.IsActive[t] && hasPoint)
            {
                column.IsActive[t] = false;
                column.Moves--;
                column.Held.Put(t, column.Lower.Constant[t]);
            }
        }
    }
}
