using System.Collections.Immutable;
using System.Globalization;
using PureHDF;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Pypsa;

/// <summary>A netCDF-4 file as PyPSA writes it, taken apart into the sheets of its CSV folder.</summary>
/// <remarks>
/// Variables are <c>generators_i</c> (names), <c>generators_p_nom</c> (one per name), <c>generators_t_p_max_pu</c> [snapshots × names of
/// <c>generators_t_p_max_pu_i</c>], <c>snapshots_objective</c> and so on; netCDF-4 is HDF5. Source: PyPSA, network/io.py, netCDF exporter.
/// </remarks>
static class PypsaNetcdf
{
    /// <summary>True where a path names such a file.</summary>
    internal static bool Is(string path) => path.EndsWith(".nc", StringComparison.OrdinalIgnoreCase);

    /// <summary>The sheets; a file that cannot be read is a problem.</summary>
    internal static ImmutableSortedDictionary<string, PypsaSheet> Sheets(string path, Findings findings)
    {
        try
        {
            using var file = H5File.OpenRead(path);
            var variables = file.Children().OfType<IH5Dataset>().ToDictionary(d => d.Name, StringComparer.Ordinal);
            string? name = file.AttributeExists("network_name") ? file.Attribute("network_name").Read<string>() : null;
            return Sheets(name, variables).ToImmutableSortedDictionary(s => s.Name, s => s, StringComparer.Ordinal);
        }
#pragma warning disable CA1031 // the library throws many kinds on broken files; all mean that the file cannot be read
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            findings.Add(ProblemCode.Unreadable, new Source(Path.GetFileName(path)).Whole, null, ("detail", mistake.Message));
            return ImmutableSortedDictionary<string, PypsaSheet>.Empty;
        }
    }

    static IEnumerable<PypsaSheet> Sheets(string? name, Dictionary<string, IH5Dataset> variables)
    {
        if (name is not null)
            yield return Sheet("network.csv", ["name"], [[name]]);
        string[] labels = [];
        if (variables.TryGetValue("snapshots", out var snapshots))
        {
            labels = Cells(snapshots);
            yield return Table("snapshots.csv", "number", labels, Columns(variables, "snapshots"));
        }

        if (variables.TryGetValue("investment_periods", out var periods))
            yield return Table("investment_periods.csv", "period", Cells(periods), Columns(variables, "investment_periods"));
        string[] futures = variables.TryGetValue("scenario", out var scenarios) ? Cells(scenarios) : [];
        if (futures.Length > 0)
            yield return Table("scenarios.csv", "scenario", futures, Columns(variables, "scenario"));
        foreach (string index in variables.Keys.Where(v => v.EndsWith("_i", StringComparison.Ordinal) && !v.Contains("_t_", StringComparison.Ordinal)))
            yield return Table(index[..^2] + ".csv", (Cells(variables[index]), futures), Columns(variables, index[..^2], futures.Length).ToArray());
        foreach (string series in variables.Keys.Where(v => v.Contains("_t_", StringComparison.Ordinal) && !v.EndsWith("_i", StringComparison.Ordinal)))
            yield return Series(series, (labels, futures), variables);
    }

    /// <summary>Variables of a component that have one value per name, or one per scenario and name, by attribute.</summary>
    static IEnumerable<(string Attribute, string[] Cells)> Columns(Dictionary<string, IH5Dataset> variables, string component, int scenarios = 0)
    {
        int count = variables.TryGetValue(component + "_i", out var index) ? Length(index) : Length(variables[component]);
        return variables.Where(v => v.Key.StartsWith(component + "_", StringComparison.Ordinal) && v.Key != component + "_i"
                && !v.Key.StartsWith(component + "_t_", StringComparison.Ordinal) && IsAttribute(component, v.Key) && (Length(v.Value) == count || Length(v.Value) == scenarios * count))
            .Select(v => (v.Key[(component.Length + 1)..], Cells(v.Value))).OrderBy(c => c.Item1, StringComparer.Ordinal);
    }

    /// <summary>False for what belongs to a longer name, such as line_types_… for lines or transformer_types_… for transformers.</summary>
    static bool IsAttribute(string component, string variable) => !PypsaAttribute.Components.Any(other =>
        other.Length > component.Length && other.StartsWith(component + "_", StringComparison.Ordinal) && variable.StartsWith(other + "_", StringComparison.Ordinal));

    static PypsaSheet Series(string name, (string[] Snapshots, string[] Scenarios) labels, Dictionary<string, IH5Dataset> variables)
    {
        string[] names = variables.TryGetValue(name + "_i", out var index) ? Cells(index) : [];
        string[] cells = Cells(variables[name]);
        int at = name.IndexOf("_t_", StringComparison.Ordinal);
        string file = $"{name[..at]}-{name[(at + 3)..]}.csv";
        bool isEach = labels.Scenarios.Length > 0 && cells.Length == labels.Snapshots.Length * labels.Scenarios.Length * names.Length;
        return !isEach
            ? Sheet(file, ["snapshot", .. names], labels.Snapshots.Select((label, t) => (string[])[label, .. cells.AsSpan(t * names.Length, names.Length)]))
            : Sheet(file, ["snapshot", "scenario", .. names], labels.Scenarios.SelectMany((scenario, s) => labels.Snapshots.Select((label, t) =>
                (string[])[label, scenario, .. cells.AsSpan(((t * labels.Scenarios.Length) + s) * names.Length, names.Length)])));
    }

    /// <summary>The components of a table; where a value differs between scenarios, once for each of them.</summary>
    static PypsaSheet Table(string file, (string[] Names, string[] Scenarios) of, (string Attribute, string[] Cells)[] columns)
    {
        var (names, scenarios) = of;
        return scenarios.Length == 0 || columns.All(c => c.Cells.Length == names.Length)
            ? Table(file, "name", names, columns)
            : Sheet(file, ["name", "scenario", .. columns.Select(c => c.Attribute)], scenarios.SelectMany((scenario, s) => names.Select((name, i) =>
                (string[])[name, scenario, .. columns.Select(c => c.Cells[c.Cells.Length == names.Length ? i : (s * names.Length) + i])])));
    }

    static PypsaSheet Table(string file, string key, string[] names, IEnumerable<(string Attribute, string[] Cells)> columns)
    {
        var all = columns.ToArray();
        return Sheet(file, [key, .. all.Select(c => c.Attribute)], names.Select((name, i) => (string[])[name, .. all.Select(c => c.Cells[i])]));
    }

    static PypsaSheet Sheet(string file, string[] header, IEnumerable<string[]> rows) =>
        new(file, [.. header], [.. rows.Select((cells, i) => new RawRow(i + 2, cells))]);

    static int Length(IH5Dataset dataset) => (int)dataset.Space.Dimensions.Aggregate(1UL, (product, length) => product * length);

    /// <summary>Values as the cells of a CSV file: text, numbers that read back to the same value, moments as dates.</summary>
    static string[] Cells(IH5Dataset dataset) => dataset.Type.Class switch
    {
        H5DataTypeClass.VariableLength or H5DataTypeClass.String => Array.ConvertAll(dataset.Read<string[]>(), text => text ?? ""),
        H5DataTypeClass.FloatingPoint => Array.ConvertAll(dataset.Type.Size == 4 ? Array.ConvertAll(dataset.Read<float[]>(), f => (double)f) : dataset.Read<double[]>(), Number),
        _ => Moments(dataset, dataset.Type.Size switch
        {
            1 => Array.ConvertAll(dataset.Read<sbyte[]>(), v => (long)v),
            4 => Array.ConvertAll(dataset.Read<int[]>(), v => (long)v),
            _ => dataset.Read<long[]>(),
        }),
    };

    static string Number(double value) => double.IsNaN(value) ? "" : value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => Cell.Plain(value),
    };

    /// <summary>Whole numbers, or dates where the unit is "hours since 2015-01-01 00:00:00" and the like (CF conventions, section 4.4).</summary>
    static string[] Moments(IH5Dataset dataset, long[] values)
    {
        string[] unit = dataset.AttributeExists("units") ? dataset.Attribute("units").Read<string>().Split(" since ") : [];
        TimeSpan? step = unit is not [var word, _] ? null : word switch
        {
            "days" => TimeSpan.FromDays(1),
            "hours" => TimeSpan.FromHours(1),
            "minutes" => TimeSpan.FromMinutes(1),
            "seconds" => TimeSpan.FromSeconds(1),
            _ => null,
        };
        return step is { } length && DateTime.TryParse(unit[1], CultureInfo.InvariantCulture, out var start)
            ? Array.ConvertAll(values, v => (start + v * length).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            : Array.ConvertAll(values, v => v.ToString(CultureInfo.InvariantCulture));
    }
}
