using System.Collections.Immutable;

namespace Suandian.Cases.Pypsa;

/// <summary>The components of one kind, by attribute, with PyPSA's defaults where nothing is said.</summary>
sealed class PypsaTable
{
    readonly Dictionary<string, double[]> _numbers = new(StringComparer.Ordinal);
    readonly Dictionary<string, string[]> _texts = new(StringComparer.Ordinal);
    readonly Dictionary<(string, int), double[]> _series = [];
    readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    internal PypsaTable(string component, ImmutableArray<string> names, ImmutableArray<int> lines)
    {
        (Component, Names, Lines) = (component, names, lines);
        for (int i = 0; i < names.Length; i++)
            _index.TryAdd(names[i], i);
    }

    /// <summary>List name, such as <c>generators</c>.</summary>
    internal string Component { get; }

    /// <summary>Names.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>Line of each in its file.</summary>
    internal ImmutableArray<int> Lines { get; }

    /// <summary>Number of components.</summary>
    internal int Count => Names.Length;

    /// <summary>File of the components.</summary>
    internal string File => Component + ".csv";

    /// <summary>Attributes said at all, in the table or in a file of their own.</summary>
    internal IEnumerable<string> Said => _numbers.Keys.Concat(_texts.Keys).Concat(_series.Keys.Select(k => k.Item1)).Distinct();

    /// <summary>A table without components.</summary>
    internal static PypsaTable Empty(string component) => new(component, [], []);

    /// <summary>Index of a name; −1 where there is none.</summary>
    internal int IndexOf(string name) => _index.GetValueOrDefault(name, -1);

    internal void Set(string attribute, double[] values) => _numbers[attribute] = values;

    internal void Set(string attribute, string[] values) => _texts[attribute] = values;

    internal void Set(string attribute, int component, double[] values) => _series[(attribute, component)] = values;

    /// <summary>A number, the same in all snapshots.</summary>
    internal double Number(string attribute, int i) =>
        _numbers.TryGetValue(attribute, out double[]? values) ? values[i] : PypsaAttribute.Of(Component, attribute)!.DefaultNumber;

    /// <summary>A flag.</summary>
    internal bool Flag(string attribute, int i) => Number(attribute, i) != 0;

    /// <summary>A text.</summary>
    internal string Text(string attribute, int i)
    {
        string text = _texts.TryGetValue(attribute, out string[]? values) ? values[i] : "";
        return text.Length > 0 ? text : PypsaAttribute.Of(Component, attribute)!.Default;
    }

    /// <summary>The text a cell holds, empty where it holds none and PyPSA's default is not wanted.</summary>
    internal string Written(string attribute, int i) => _texts.TryGetValue(attribute, out string[]? values) ? values[i] : "";

    /// <summary>A number in a snapshot.</summary>
    internal double At(string attribute, int i, int t) =>
        _series.TryGetValue((attribute, i), out double[]? values) ? values[t] : Number(attribute, i);

    /// <summary>Values in all snapshots where they change; null where one number says it.</summary>
    internal double[]? SeriesOf(string attribute, int i) => _series.GetValueOrDefault((attribute, i));

    /// <summary>True where the attribute of a component changes from snapshot to snapshot.</summary>
    internal bool HasSeries(string attribute, int i) => _series.ContainsKey((attribute, i));

    /// <summary>True where a component has a series or a number of an attribute that is empty by default, such as a limit of ramps.</summary>
    internal bool IsSet(string attribute, int i) => HasSeries(attribute, i) || !double.IsNaN(Number(attribute, i));

    /// <summary>True where the attribute of any component is said.</summary>
    internal bool Says(string attribute) => _numbers.ContainsKey(attribute) || _texts.ContainsKey(attribute) || AnySeries(attribute);

    /// <summary>True where the attribute of any component changes from snapshot to snapshot.</summary>
    internal bool AnySeries(string attribute) => _series.Keys.Any(k => k.Item1 == attribute);
}
