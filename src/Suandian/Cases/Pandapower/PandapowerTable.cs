using System.Text.Json;
using Suandian.Cases.Tables;
using Suandian.Texts;

namespace Suandian.Cases.Pandapower;

/// <summary>A table of a pandapower network: rows by index, cells by column name.</summary>
/// <param name="name">Name of the table, such as line.</param>
/// <param name="file">Name of the file, for problems.</param>
/// <param name="findings">Where faults are told.</param>
sealed class PandapowerTable(string name, string file, Findings findings)
{
    readonly Dictionary<string, int> _columns = [];
    readonly List<JsonElement[]> _rows = [];
    readonly List<int> _index = [];

    /// <summary>Number of rows.</summary>
    internal int Count => _rows.Count;

    /// <summary>Index of a row in the network.</summary>
    internal int Index(int row) => _index[row];

    /// <summary>True where the table has a column.</summary>
    internal bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Reads a table written as pandas writes it with orient split; false where it is none.</summary>
    internal bool Read(JsonElement split)
    {
        if (!split.TryGetProperty("columns", out var columns) || !split.TryGetProperty("index", out var index) || !split.TryGetProperty("data", out var data)
            || columns.ValueKind != JsonValueKind.Array || index.ValueKind != JsonValueKind.Array || data.ValueKind != JsonValueKind.Array || index.GetArrayLength() != data.GetArrayLength())
        {
            return false;
        }

        foreach (var column in columns.EnumerateArray())
        {
            _columns[column.ToString()] = _columns.Count;
        }

        var isKnown = new HashSet<int>();
        foreach (var (label, cells) in index.EnumerateArray().Zip(data.EnumerateArray()))
        {
            if (label.ValueKind != JsonValueKind.Number || !label.TryGetInt32(out var number) || number is < 0 or int.MaxValue || cells.ValueKind != JsonValueKind.Array
                || cells.GetArrayLength() != _columns.Count || !isKnown.Add(number))
            {
                return false;
            }

            _index.Add(number);
            _rows.Add([.. cells.EnumerateArray()]);
        }

        return true;
    }

    /// <summary>A finite number; told where it is none.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Name of the column.</param>
    /// <param name="missing">Value of an empty cell or a missing column; null where there must be one.</param>
    internal double Number(int row, string column, double? missing = null)
    {
        var cell = Cell(row, column);
        if (cell.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null && missing is { } value)
        {
            return value;
        }

        if (cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        Refuse(row, column, "Finite");
        return missing ?? 1;
    }

    /// <summary>A number above zero; told where it is none.</summary>
    internal double Positive(int row, string column, double? missing = null)
    {
        var number = Number(row, column, missing);
        if (number > 0)
        {
            return number;
        }

        Refuse(row, column, "Positive");
        return 1;
    }

    /// <summary>True or false; told where it is neither.</summary>
    internal bool Flag(int row, string column, bool missing)
    {
        var cell = Cell(row, column);
        if (cell.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return cell.GetBoolean();
        }

        if (cell.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            Refuse(row, column, "Flag");
        }

        return missing;
    }

    /// <summary>A text; empty where the cell is.</summary>
    internal string Word(int row, string column) => Cell(row, column) is { ValueKind: JsonValueKind.String } cell ? cell.GetString()! : "";

    /// <summary>Place of a cell for problems: the row is the index of the element.</summary>
    internal Spot At(int row, string? column) => new(file, null, $"{name}[{_index[row]}]" + (column is null ? "" : "." + column), null);

    /// <summary>Text of a cell.</summary>
    internal string? Text(int row, string column) => Cell(row, column) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } cell ? cell.ToString() : null;

    JsonElement Cell(int row, string column) => _columns.TryGetValue(column, out var at) ? _rows[row][at] : default;

    void Refuse(int row, string column, string range) =>
        findings.Add(ProblemCode.GridNumber, At(row, column), Text(row, column), ("wanted", Phrases.Of($"grid.range.{range}")));
}
