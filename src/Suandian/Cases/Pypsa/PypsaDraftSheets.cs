using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Pypsa;

/// <summary>A PyPSA folder while it is written: components, then their series.</summary>
/// <param name="labels">Labels of the snapshots.</param>
sealed class PypsaDraftSheets(string[] labels)
{
    readonly Dictionary<string, List<(string Name, Dictionary<string, string> Cells)>> _rows = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<(string Name, double[] Values)>> _series = new(StringComparer.Ordinal);
    readonly List<PypsaSheet> _own = [];

    /// <summary>Adds a component.</summary>
    internal void Add(string component, string name, params ReadOnlySpan<(string Attribute, object Value)> attributes)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (attribute, value) in attributes)
            cells[attribute] = Text(value);
        (_rows.TryGetValue(component, out var rows) ? rows : _rows[component] = []).Add((name, cells));
    }

    /// <summary>Adds a series; one number is enough where all are equal.</summary>
    internal void Hours(string component, string attribute, string name, ReadOnlySpan<double> values)
    {
        string file = $"{component}-{attribute}";
        if (!values.ContainsAnyExcept(values[0]))
            _rows[component].Find(row => row.Name == name).Cells[attribute] = Text(values[0]);
        else
            (_series.TryGetValue(file, out var columns) ? columns : _series[file] = []).Add((name, values.ToArray()));
    }

    /// <summary>Adds a file as it is.</summary>
    internal void Add(string file, string[] header, IEnumerable<string[]> rows) =>
        _own.Add(new PypsaSheet(file, [.. header], [.. rows.Select((cells, i) => new RawRow(i + 2, cells))]));

    /// <summary>All files.</summary>
    internal IEnumerable<PypsaSheet> Sheets() => [.. _own, .. _rows.Select(c => Static(c.Key, c.Value)), .. _series.Select(s => Series(s.Key, s.Value))];

    static PypsaSheet Static(string component, List<(string Name, Dictionary<string, string> Cells)> rows)
    {
        ImmutableArray<string> columns = [.. rows.SelectMany(row => row.Cells.Keys).Distinct()];
        return new PypsaSheet(component + ".csv", ["name", .. columns],
            [.. rows.Select((row, i) => new RawRow(i + 2, [row.Name, .. columns.Select(c => row.Cells.GetValueOrDefault(c, ""))]))]);
    }

    PypsaSheet Series(string file, List<(string Name, double[] Values)> columns) => new(file + ".csv", ["snapshot", .. columns.Select(c => c.Name)],
        [.. labels.Select((label, t) => new RawRow(t + 2, [label, .. columns.Select(c => Text(c.Values[t]))]))]);

    static string Text(object value) => value switch
    {
        bool flag => flag ? "True" : "False",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        double number => Cell.Plain(number),
        _ => value.ToString() ?? "",
    };
}
