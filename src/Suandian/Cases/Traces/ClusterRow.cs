using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>A row of a table of clusters.</summary>
/// <param name="row">Its cells.</param>
/// <param name="file">Name that problems carry.</param>
/// <param name="columns">Names of the columns, and where each stands; −1 where it does not.</param>
/// <param name="findings">Where problems go.</param>
sealed class ClusterRow(RawRow row, string file, (string[] Known, int[] At) columns, Findings findings)
{
    /// <summary>True where it has as many cells as the header.</summary>
    internal bool IsWhole(int cells)
    {
        if (row.Cells.Length != cells)
        {
            findings.Add(ProblemCode.RowLength, new Spot(file, row.Line, null, null), null, ("cells", row.Cells.Length), ("columns", cells));
        }

        return row.Cells.Length == cells;
    }

    /// <summary>A word; null where it is empty, which is a problem if it is needed.</summary>
    internal string? Word(string column, bool isNeeded = true)
    {
        var at = columns.At[Array.IndexOf(columns.Known, column)];
        if (at >= 0 && row.Cells[at].Length > 0)
        {
            return row.Cells[at];
        }

        if (isNeeded && at >= 0)
        {
            findings.Add(ProblemCode.ShiftClusterEmpty, new Spot(file, row.Line, column, null), null);
        }

        return null;
    }

    /// <summary>A number of a range; null where it is empty or, with a problem, where it is none.</summary>
    internal double? Number(string column, (double Least, double Most) range, bool isWhole = false)
    {
        if (Word(column, isNeeded: false) is not { } text)
        {
            return null;
        }

        if (Cell.IsPlainNumber(Cell.HalfWidth(text), out var value) && value >= range.Least && value <= range.Most && (!isWhole || value == Math.Floor(value)))
        {
            return value;
        }

        Refuse(ProblemCode.ShiftClusterNumber, column, ("least", range.Least), ("most", range.Most), ("kind", Texts.Phrases.Of(isWhole ? "shift.whole_number" : "shift.number")));
        return null;
    }

    /// <summary>Adds a problem of a cell.</summary>
    internal void Refuse(string code, string column, params ReadOnlySpan<(string Name, object? Value)> places) =>
        findings.Add(code, new Spot(file, row.Line, column, null), Word(column, isNeeded: false), places);
}
