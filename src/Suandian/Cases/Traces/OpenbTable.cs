using System.Globalization;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>A CSV whose columns are asked for by name; what is wrong with a row is told with its line.</summary>
sealed class OpenbTable
{
    readonly NamedColumns _columns;
    readonly string[][] _aliases;
    readonly Findings _faults;

    OpenbTable(string file, CsvSheet sheet, (NamedColumns Found, string[][] Aliases) columns, Findings faults) =>
        (File, Sheet, _columns, _aliases, _faults) = (file, sheet, columns.Found, columns.Aliases, faults);

    /// <summary>Name that problems carry.</summary>
    internal string File { get; }

    /// <summary>The cells.</summary>
    internal CsvSheet Sheet { get; }

    /// <summary>Opens a table.</summary>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="bytes">Content, in any usual encoding.</param>
    /// <param name="required">Columns it must have, each with the names it may have.</param>
    /// <param name="found">Where problems of the file go, and faults of rows.</param>
    /// <returns>Null where it is no text, or a column is missing or there twice.</returns>
    internal static OpenbTable? Open(string file, byte[] bytes, string[][] required, (Findings File, Findings Rows) found)
    {
        if (TextDecoding.ToUtf8(bytes) is not { } utf8)
        {
            found.File.Add(ProblemCode.PackUnreadable, new Spot(file, null, null, null), null);
            return null;
        }

        var sheet = Csv.Read(utf8);
        var columns = new NamedColumns(sheet.Header);
        var missing = required.Where(names => columns.At(names) < 0).ToArray();
        foreach (var (code, name) in columns.Twice.Select(name => (ProblemCode.PackColumnTwice, name)).Concat(missing.Select(names => (ProblemCode.PackColumnMissing, names[0]))))
        {
            found.File.Add(code, new Spot(file, 1, name, null), null);
        }

        foreach (var line in sheet.BrokenLines)
        {
            found.Rows.Add(ProblemCode.PackQuotes, new Spot(file, line, null, null), null);
        }

        return columns.Twice.IsEmpty && missing is [] ? new OpenbTable(file, sheet, (columns, required), found.Rows) : null;
    }

    /// <summary>True where a row has as many cells as there are columns; told where not.</summary>
    internal bool HasAllCells(RawRow row)
    {
        if (row.Cells.Length != Sheet.Header.Length)
        {
            _faults.Add(ProblemCode.PackRowLength, new Spot(File, row.Line, null, null), $"{row.Cells.Length}", ("count", Sheet.Header.Length));
        }

        return row.Cells.Length == Sheet.Header.Length;
    }

    /// <summary>A text; empty where the column is not there.</summary>
    internal string Text(RawRow row, string column) =>
        _columns.At(Array.Find(_aliases, names => names[0] == column) ?? [column]) is >= 0 and var place ? row.Cells[place] : "";

    /// <summary>A whole number between 0 and a largest; null, and told, where it is none.</summary>
    internal int? Whole(RawRow row, string column, int most)
    {
        var text = Text(row, column);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == Math.Floor(value) && value >= 0 && value <= most)
        {
            return (int)value;
        }

        _faults.Add(ProblemCode.PackNumber, new Spot(File, row.Line, column, null), text.Length > 0 ? text : null, ("most", most));
        return null;
    }

    /// <summary>Tells a fault of a row.</summary>
    internal void Fault(string code, RawRow row, string column, string? value) => _faults.Add(code, new Spot(File, row.Line, column, null), value);
}
