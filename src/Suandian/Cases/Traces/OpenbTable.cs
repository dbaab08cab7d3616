using System.Globalization;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>A CSV whose columns are asked for by name; what is wrong with a row is told with its line.</summary>
sealed class OpenbTable
{
    readonly Dictionary<string, int> _columns;
    readonly Findings _faults;

    OpenbTable(string file, CsvSheet sheet, Dictionary<string, int> columns, Findings faults) =>
        (File, Sheet, _columns, _faults) = (file, sheet, columns, faults);

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

        var (sheet, columns, isWhole) = (Csv.Read(utf8), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), true);
        for (var i = 0; i < sheet.Header.Length; i++)
        {
            if (sheet.Header[i].Length > 0 && !columns.TryAdd(sheet.Header[i], i))
            {
                found.File.Add(ProblemCode.PackColumnTwice, new Spot(file, 1, sheet.Header[i], null), null);
                isWhole = false;
            }
        }

        foreach (var names in required.Where(names => !names.Any(columns.ContainsKey)))
        {
            found.File.Add(ProblemCode.PackColumnMissing, new Spot(file, 1, names[0], null), null);
            isWhole = false;
        }

        foreach (var line in sheet.BrokenLines)
        {
            found.Rows.Add(ProblemCode.PackQuotes, new Spot(file, line, null, null), null);
        }

        foreach (var names in required.Where(names => !columns.ContainsKey(names[0]) && names.Any(columns.ContainsKey)))
        {
            columns[names[0]] = columns[names.First(columns.ContainsKey)];
        }

        return isWhole ? new OpenbTable(file, sheet, columns, found.Rows) : null;
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
    internal string Text(RawRow row, string column) => _columns.TryGetValue(column, out var i) ? row.Cells[i] : "";

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
