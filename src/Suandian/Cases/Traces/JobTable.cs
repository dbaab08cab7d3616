using System.Collections.Frozen;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>A table of jobs whose cells are asked for by what they tell; what is wrong with one is told with its line.</summary>
sealed class JobTable
{
    readonly FrozenDictionary<JobColumn, (string Name, int Place)> _columns;
    readonly Findings _faults;

    JobTable(string file, CsvSheet sheet, FrozenDictionary<JobColumn, (string Name, int Place)> columns, Findings faults) =>
        (File, Sheet, _columns, _faults) = (file, sheet, columns, faults);

    /// <summary>Name that problems carry.</summary>
    internal string File { get; }

    /// <summary>The cells.</summary>
    internal CsvSheet Sheet { get; }

    /// <summary>Opens a table; null, and told, where it has not the columns it must have.</summary>
    internal static JobTable? Open(string file, CsvSheet sheet, JobLogFormat format, (Findings File, Findings Rows) found)
    {
        if (format != JobLogFormat.Sacct && sheet.OtherSeparator is { } separator)
        {
            found.File.Add(ProblemCode.Separator, new Spot(file, 1, null, null), null, ("separator", separator));
            return null;
        }

        var (named, names) = (new NamedColumns(sheet.Header), JobColumns.Of(format));
        var columns = names.Where(n => named.At(n.Value) >= 0).ToFrozenDictionary(n => n.Key, n => (named.NameAmong(n.Value)!, named.At(n.Value)));
        foreach (var twice in named.Twice.Where(t => columns.Values.Any(c => c.Item1.Equals(t, StringComparison.OrdinalIgnoreCase))))
        {
            found.File.Add(ProblemCode.ColumnTwice, new Spot(file, 1, twice, null), twice);
        }

        foreach (var missing in JobColumns.Needed(format).Where(group => !group.Any(columns.ContainsKey)))
        {
            found.File.Add(ProblemCode.JobColumn, new Spot(file, 1, names[missing[0]][0], null), null, ("names", string.Join(" / ", missing.SelectMany(c => names[c]))));
        }

        foreach (var line in sheet.BrokenLines)
        {
            found.Rows.Add(ProblemCode.BrokenQuotes, new Spot(file, line, null, null), null);
        }

        return found.File.HasErrors ? null : new JobTable(file, sheet, columns, found.Rows);
    }

    /// <summary>Name of a column; null where the table has none.</summary>
    internal string? NameOf(JobColumn column) => _columns.TryGetValue(column, out var at) ? at.Name : null;

    /// <summary>True where the table has a column.</summary>
    internal bool Has(JobColumn column) => _columns.ContainsKey(column);

    /// <summary>Rows with as many cells as there are columns; the others are told.</summary>
    internal IEnumerable<RawRow> WholeRows()
    {
        foreach (var row in Sheet.Rows)
        {
            if (row.Cells.Length == Sheet.Header.Length)
            {
                yield return row;
            }
            else
            {
                _faults.Add(ProblemCode.RowLength, new Spot(File, row.Line, null, null), null, ("cells", row.Cells.Length), ("columns", Sheet.Header.Length));
            }
        }
    }

    /// <summary>A text; empty where the column is not there.</summary>
    internal string Text(RawRow row, JobColumn column) => _columns.TryGetValue(column, out var at) ? row.Cells[at.Place] : "";

    /// <summary>A number; null where the cell is empty or none.</summary>
    internal double? Number(RawRow row, JobColumn column) => Cell.IsPlainNumber(Cell.HalfWidth(Text(row, column)), out var value) && double.IsFinite(value) ? value : null;

    /// <summary>A number ≥ 0 of a column that may be left out or empty: 0 then; null, and told, where it is none.</summary>
    internal double? Quantity(RawRow row, JobColumn column, double most)
    {
        if (Text(row, column).Length == 0)
        {
            return 0;
        }

        if (Number(row, column) is >= 0 and var value && value <= most)
        {
            return value;
        }

        Fault(ProblemCode.JobQuantity, row, column, ("most", most));
        return null;
    }

    /// <summary>Tells a fault of a row.</summary>
    internal void Fault(string code, RawRow row, JobColumn column, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        var (isThere, text) = (_columns.TryGetValue(column, out var at), Text(row, column));
        _faults.Add(code, new Spot(File, row.Line, isThere ? at.Name : null, null), text.Length > 0 ? text : null, places);
    }
}
