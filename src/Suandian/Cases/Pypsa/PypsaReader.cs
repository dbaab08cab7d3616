using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Pypsa;

/// <summary>From the files of a PyPSA network, as text, to its tables; what is wrong or not carried becomes a problem.</summary>
/// <remarks>
/// Attributes, defaults and what becomes of each: attributes.csv. Names of columns as in PyPSA 0.26 to 1.3.
/// An empty cell is PyPSA's default. Rows of series stand in the order of the snapshots.
/// Source: PyPSA user guide, "Components" and "Import and export".
/// </remarks>
sealed class PypsaReader(ImmutableSortedDictionary<string, PypsaSheet> sheets, Findings findings)
{
    static readonly string[] Known = ["network", "snapshots", "investment_periods"];
    readonly SortedDictionary<string, PypsaSheet> _kept = new(StringComparer.Ordinal);

    internal PypsaNetwork Read()
    {
        Refuse("processes.csv", "processes");
        foreach (string unknown in sheets.Keys.Where(file => !IsKnown(file)))
            findings.Add(ProblemCode.PypsaFileUnknown, new Source(unknown).Whole, unknown,
                ("hint", Suggestion.DidYouMean(unknown, PypsaAttribute.Components.Select(c => c + ".csv"))));
        if (!sheets.ContainsKey("buses.csv"))
            findings.Add(ProblemCode.PypsaFileMissing, new Source("buses.csv").Whole, null);
        foreach (string file in Known.Select(k => k + ".csv").Where(sheets.ContainsKey))
            _kept[file] = sheets[file];
        var snapshots = new PypsaSnapshotReader(sheets, findings).Read();
        var tables = PypsaAttribute.Components.Where(c => sheets.ContainsKey(c + ".csv")).Select(ReadTable).ToImmutableDictionary(t => t.Component);
        foreach (var sheet in sheets.Values.Where(s => SeriesOf(s.Name) is not null))
            ReadSeries(sheet, tables, snapshots);
        return new PypsaNetwork(tables, snapshots, _kept.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    static bool IsKnown(string file) => file.EndsWith(".csv", StringComparison.Ordinal) && file[..^4] is var name
        && (Known.Contains(name) || PypsaAttribute.Components.Contains(name) || name is "scenarios" or "processes" || SeriesOf(file) is not null);

    /// <summary>Component and attribute of a file such as <c>generators-p_max_pu.csv</c>; null for other files.</summary>
    static (string Component, string Attribute)? SeriesOf(string file) =>
        file.EndsWith(".csv", StringComparison.Ordinal) && file.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash
        && PypsaAttribute.Components.Contains(file[..dash]) ? (file[..dash], file[(dash + 1)..^4]) : null;

    void Refuse(string file, string feature)
    {
        if (sheets.TryGetValue(file, out var sheet) && !sheet.Rows.IsEmpty)
            findings.Add(ProblemCode.PypsaRefused, new Source(file).Whole, feature);
    }

    PypsaTable ReadTable(string component)
    {
        var sheet = sheets[component + ".csv"];
        var table = new PypsaTable(component, [.. sheet.Rows.Select(r => r.Cells.Length > 0 ? r.Cells[0] : "")], [.. sheet.Rows.Select(r => r.Line)]);
        foreach (var twice in Enumerable.Range(0, table.Count).GroupBy(i => table.Names[i]).Where(g => g.Count() > 1))
            findings.Add(ProblemCode.DuplicateName, new Source(sheet.Name).At(table.Lines[twice.Last()], "name"), twice.Key, ("first", table.Lines[twice.First()]));
        for (int j = 1; j < sheet.Header.Length; j++)
            ReadColumn(table, sheet, j);
        _kept[sheet.Name] = sheet.Without(name => PypsaAttribute.Of(component, name)?.Use == PypsaUse.Result);
        return table;
    }

    void ReadColumn(PypsaTable table, PypsaSheet sheet, int j)
    {
        string name = sheet.Header[j];
        var head = new Source(sheet.Name).At(1, name);
        if (PypsaAttribute.Of(table.Component, name) is not { } attribute)
        {
            Unknown(table, sheet, (j, name));
            return;
        }

        if (attribute.Use == PypsaUse.Result)
        {
            findings.Add(ProblemCode.PypsaNotCarried, head, name, ("why", Texts.Phrases.Of("pypsa.why.result")));
            return;
        }

        string[] texts = [.. sheet.Rows.Select(r => j < r.Cells.Length ? r.Cells[j] : "")];
        if (attribute.Kind == PypsaKind.Text)
            table.Set(name, texts);
        else
            table.Set(name, [.. texts.Select((text, i) => Number(attribute, text, new Source(sheet.Name).At(table.Lines[i], name)))]);
        Judge(table, attribute, texts, head);
    }

    /// <summary>What is no default though the plan does not know it, or power flow alone does.</summary>
    void Judge(PypsaTable table, PypsaAttribute attribute, string[] texts, Spot head)
    {
        int[] said = [.. Enumerable.Range(0, table.Count).Where(i => texts[i].Length > 0 && !IsDefault(table, attribute, texts, i))];
        if (said.Length == 0)
            return;
        switch (attribute.Use)
        {
            case PypsaUse.Refused:
                foreach (int i in said)
                    findings.Add(ProblemCode.PypsaRefused, new Source(table.File).At(table.Lines[i], attribute.Name), texts[i]);
                break;
            case PypsaUse.PowerFlow:
                findings.Add(ProblemCode.PypsaNotCarried, head, attribute.Name, ("why", Texts.Phrases.Of("pypsa.why.power_flow")));
                break;
            case PypsaUse.Set:
                findings.Add(ProblemCode.PypsaNotCarried, head, attribute.Name, ("why", Texts.Phrases.Of("pypsa.why.set")));
                break;
        }
    }

    static bool IsDefault(PypsaTable table, PypsaAttribute attribute, string[] texts, int i)
    {
        if (attribute.Kind == PypsaKind.Text)
            return texts[i] == attribute.Default;
        double value = table.Number(attribute.Name, i);
        return value.Equals(attribute.DefaultNumber) || double.IsNaN(value) || (attribute.Use == PypsaUse.Set && value == 0);
    }

    void Unknown(PypsaTable table, PypsaSheet sheet, (int At, string Name) column)
    {
        var spot = new Source(sheet.Name).At(1, column.Name);
        double?[] numbers = [.. sheet.Rows.Select(r => PypsaAttribute.Number(column.At < r.Cells.Length ? r.Cells[column.At] : ""))];
        if (IsLimited(table, column.Name) && numbers.All(n => n is not null))
        {
            table.Set(column.Name, [.. numbers.Select(n => double.IsNaN(n!.Value) ? 0 : n.Value)]);
            return;
        }

        if (table.Component == "buses" && PypsaBusLimit.IsOne(column.Name))
            Limits(table, column.Name, numbers);
        else
            findings.Add(ProblemCode.PypsaAttributeUnknown, spot, column.Name, ("hint", Suggestion.DidYouMean(column.Name, PypsaAttribute.Names(table.Component))));
    }

    /// <summary>Limits of what may be built at a bus; none where a cell is empty.</summary>
    void Limits(PypsaTable table, string column, double?[] numbers)
    {
        table.Set(column, Array.ConvertAll(numbers, n => n ?? double.NaN));
        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is null)
                findings.Add(ProblemCode.PypsaCell, new Source(table.File).At(table.Lines[i], column), null, ("wanted", Texts.Phrases.Of("pypsa.number")));
        }
    }

    /// <summary>True for a column of carriers that a global constraint names, such as another pollutant.</summary>
    bool IsLimited(PypsaTable table, string column) => table.Component == "carriers"
        && sheets.TryGetValue("global_constraints.csv", out var limits) && limits.Header.IndexOf("carrier_attribute") is >= 0 and var at
        && limits.Rows.Any(r => at < r.Cells.Length && r.Cells[at] == column);

    double Number(PypsaAttribute attribute, string text, Spot spot)
    {
        if (PypsaAttribute.Number(text) is { } value && (attribute.MayBeEndless || !double.IsInfinity(value))
            && (!double.IsNaN(value) || text.Length == 0 || double.IsNaN(attribute.DefaultNumber)))
            return double.IsNaN(value) ? attribute.DefaultNumber : value;
        findings.Add(ProblemCode.PypsaCell, spot, text, ("wanted", Texts.Phrases.Of(attribute.Kind == PypsaKind.Flag ? "pypsa.flag" : "pypsa.number")));
        return attribute.DefaultNumber;
    }

    void ReadSeries(PypsaSheet sheet, ImmutableDictionary<string, PypsaTable> tables, PypsaSnapshots snapshots)
    {
        var (component, name) = SeriesOf(sheet.Name)!.Value;
        var source = new Source(sheet.Name);
        if (PypsaAttribute.Of(component, name) is not { } attribute || (attribute.Kind != PypsaKind.Series && attribute.Use != PypsaUse.Result))
        {
            findings.Add(ProblemCode.PypsaAttributeUnknown, source.Whole, name, ("hint", Suggestion.DidYouMean(name, PypsaAttribute.Names(component))));
            return;
        }

        if (attribute.Use == PypsaUse.Result)
        {
            findings.Add(ProblemCode.PypsaNotCarried, source.Whole, name, ("why", Texts.Phrases.Of("pypsa.why.result")));
            return;
        }

        _kept[sheet.Name] = sheet;
        if (attribute.Use == PypsaUse.PowerFlow)
            findings.Add(ProblemCode.PypsaNotCarried, source.Whole, name, ("why", Texts.Phrases.Of("pypsa.why.power_flow")));
        else if (sheet.Rows.Length != snapshots.Count)
            findings.Add(ProblemCode.PypsaSeriesRows, source.Whole, null, ("rows", sheet.Rows.Length), ("snapshots", snapshots.Count));
        else
        {
            Labels(sheet, snapshots);
            ReadSeries(sheet, attribute, tables.GetValueOrDefault(component) ?? PypsaTable.Empty(component));
        }
    }

    /// <summary>Rows belong to snapshots in their order, as in every version of PyPSA; a label that names another one is told.</summary>
    void Labels(PypsaSheet sheet, PypsaSnapshots snapshots)
    {
        int at = Math.Max(0, Math.Max(sheet.Header.IndexOf("timestep"), sheet.Header.IndexOf("snapshot")));
        var numbers = sheets.GetValueOrDefault("snapshots.csv")?.Rows;
        for (int t = 0; t < sheet.Rows.Length; t++)
        {
            string label = at < sheet.Rows[t].Cells.Length ? sheet.Rows[t].Cells[at] : "";
            if (label != snapshots.Label[t] && !IsSameTime(label, snapshots.Label[t]) && numbers?[t].Cells[0] != label)
            {
                findings.Add(ProblemCode.PypsaLabels, new Source(sheet.Name).At(sheet.Rows[t].Line, sheet.Header[at]), label, ("snapshot", snapshots.Label[t]));
                return;
            }
        }
    }

    static bool IsSameTime(string label, string other) =>
        (DateTime.TryParse(label, CultureInfo.InvariantCulture, out var a) && DateTime.TryParse(other, CultureInfo.InvariantCulture, out var b) && a == b)
        || (PypsaAttribute.Number(label) is { } x && PypsaAttribute.Number(other) is { } y && x == y);

    void ReadSeries(PypsaSheet sheet, PypsaAttribute attribute, PypsaTable table)
    {
        var source = new Source(sheet.Name);
        for (int j = 1; j < sheet.Header.Length; j++)
        {
            string name = sheet.Header[j];
            int i = table.IndexOf(name);
            if (i < 0 && name is not ("snapshot" or "timestep" or "period"))
                findings.Add(ProblemCode.PypsaSeriesColumn, source.At(1, name), name, ("table", table.File));
            if (i >= 0)
                table.Set(attribute.Name, i, [.. sheet.Rows.Select(row => Hour(attribute, row, j, source.At(row.Line, name)))]);
        }
    }

    double Hour(PypsaAttribute attribute, RawRow row, int j, Spot spot)
    {
        string text = j < row.Cells.Length ? row.Cells[j] : "";
        double? value = PypsaAttribute.Number(text);
        bool mayLack = double.IsNaN(attribute.DefaultNumber);
        if (value is null || (double.IsNaN(value.Value) && !mayLack) || (double.IsInfinity(value.Value) && !attribute.MayBeEndless))
            findings.Add(ProblemCode.PypsaCell, spot, text, ("wanted", Texts.Phrases.Of("pypsa.number")));
        else if (attribute.Use == PypsaUse.Refused && !value.Value.Equals(attribute.DefaultNumber))
            findings.Add(ProblemCode.PypsaRefused, spot, text);
        return value is { } number && !double.IsInfinity(number) ? number : 0;
    }
}
