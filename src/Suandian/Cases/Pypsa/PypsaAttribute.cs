using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Pypsa;

/// <summary>An attribute of a PyPSA component, as attributes.csv declares it.</summary>
/// <param name="Component">List name, such as <c>generators</c>.</param>
/// <param name="Name">Attribute, such as <c>p_nom_max</c>.</param>
/// <param name="Kind">What a cell holds.</param>
/// <param name="Default">Value where PyPSA is told none.</param>
/// <param name="Use">What becomes of it here.</param>
sealed partial record PypsaAttribute(string Component, string Name, PypsaKind Kind, string Default, PypsaUse Use)
{
    static readonly FrozenDictionary<(string, string), PypsaAttribute> All = Load();

    /// <summary>List names in the order of attributes.csv.</summary>
    internal static string[] Components { get; } = [.. ReadAll().Select(a => a.Component).Distinct()];

    /// <summary>The default as a number; NaN for none, 1 for true.</summary>
    internal double DefaultNumber { get; } = Number(Default) ?? 0;

    /// <summary>True where a number may have no end: capacities and what has no limit by default. Elsewhere a plan would have no meaning.</summary>
    internal bool MayBeEndless => double.IsInfinity(DefaultNumber) || Use is not (PypsaUse.Used or PypsaUse.Set)
        || Name is "p_nom" or "e_nom" or "s_nom";

    /// <summary>The attribute of a name; null where PyPSA 0.26 to 1.3 knows none. Ports of links beyond bus 1 are numbered.</summary>
    internal static PypsaAttribute? Of(string component, string name) =>
        All.TryGetValue((component, name), out var attribute) ? attribute : Port(component, name);

    /// <summary>Names of the attributes of a component.</summary>
    internal static IEnumerable<string> Names(string component) => ReadAll().Where(a => a.Component == component).Select(a => a.Name);

    /// <summary>Text of a cell as a number: inf, nan, True, False and numbers; null where it is none of them.</summary>
    internal static double? Number(string text) => text.ToLowerInvariant() switch
    {
        "inf" or "+inf" or "infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        "nan" or "" => double.NaN,
        "true" => 1,
        "false" => 0,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null,
    };

    static PypsaAttribute? Port(string component, string name)
    {
        var match = component == "links" ? PortName().Match(name) : Match.Empty;
        return !match.Success ? null : match.Groups["what"].Value switch
        {
            "bus" => new(component, name, PypsaKind.Text, "", PypsaUse.Used),
            "efficiency" => new(component, name, PypsaKind.Series, "1", PypsaUse.Used),
            "delay" => new(component, name, PypsaKind.Number, "0", PypsaUse.Refused),
            "cyclic_delay" => new(component, name, PypsaKind.Flag, "true", PypsaUse.Label),
            _ => new(component, name, PypsaKind.Series, "0", PypsaUse.Result),
        };
    }

    static FrozenDictionary<(string, string), PypsaAttribute> Load() => ReadAll().ToFrozenDictionary(a => (a.Component, a.Name));

    static IEnumerable<PypsaAttribute> ReadAll() => PypsaResource.Read("attributes").Rows.Select(row => new PypsaAttribute(
        row.Cells[0], row.Cells[1], Enum.Parse<PypsaKind>(row.Cells[2], ignoreCase: true), row.Cells[3],
        Enum.Parse<PypsaUse>(SnakeCase.ToPascal(row.Cells[4]))));

    [GeneratedRegex("^(?<what>bus|efficiency|delay|cyclic_delay|p)(?:[2-9]|[1-9][0-9]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PortName();
}

/// <summary>What a cell of an attribute holds.</summary>
enum PypsaKind
{
    /// <summary>A name or other text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number, or one for each snapshot in a file of its own.</summary>
    Series,
}

/// <summary>What becomes of an attribute.</summary>
enum PypsaUse
{
    /// <summary>The plan obeys it.</summary>
    Used,

    /// <summary>A set point: obeyed where it is a series; as a single number it is for power flow.</summary>
    Set,

    /// <summary>No optimisation depends on it; kept in the tables of the case.</summary>
    Label,

    /// <summary>Power flow alone depends on it; kept and listed.</summary>
    PowerFlow,

    /// <summary>An outcome of an earlier run; not kept.</summary>
    Result,

    /// <summary>The optimum depends on it and the plan does not know it: an error where it is not the default.</summary>
    Refused,
}

/// <summary>Tables that ship with the program: attributes and standard types.</summary>
static class PypsaResource
{
    internal static CsvSheet Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"pypsa/{name}.csv")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Csv.Read(memory.ToArray());
    }
}
