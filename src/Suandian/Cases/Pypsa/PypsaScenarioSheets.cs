using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Pypsa;

/// <summary>A stochastic network of PyPSA, as files: those of each scenario, cut out of the files of all.</summary>
/// <remarks>
/// scenarios.csv names the scenarios with their weights. A table or a series with a column <c>scenario</c> holds rows for each of them;
/// one without it, or a row with none, is the same in all. PyPSA keeps such networks in netCDF files only; their two-dimensional variables become such columns.
/// Source: PyPSA 1.x user guide, "Stochastic optimization".
/// </remarks>
sealed class PypsaScenarioSheets
{
    const string File = "scenarios.csv", Column = "scenario";

    readonly ImmutableSortedDictionary<string, PypsaSheet> _sheets;

    PypsaScenarioSheets(ImmutableSortedDictionary<string, PypsaSheet> sheets, ImmutableArray<(string Name, double Weight)> scenarios) =>
        (_sheets, Scenarios) = (sheets, scenarios);

    /// <summary>Names and weights.</summary>
    internal ImmutableArray<(string Name, double Weight)> Scenarios { get; }

    /// <summary>The scenarios of some files; null where there are none.</summary>
    internal static PypsaScenarioSheets? Of(ImmutableSortedDictionary<string, PypsaSheet> sheets, Findings findings)
    {
        var scenarios = sheets.TryGetValue(File, out var table) ? Weights(table, findings) : [];
        var named = scenarios.Select(s => s.Name).ToHashSet();
        foreach (var sheet in sheets.Values.Where(s => s.Name != File && s.Header.Contains(Column)))
        {
            int at = sheet.Header.IndexOf(Column);
            foreach (var row in sheet.Rows.Where(r => Text(r, at) is { Length: > 0 } name && !named.Contains(name)).DistinctBy(r => Text(r, at)))
                findings.Add(ProblemCode.PypsaReference, new Source(sheet.Name).At(row.Line, Column), Text(row, at), ("table", File));
        }

        return scenarios.IsEmpty ? null : new(sheets, scenarios);
    }

    /// <summary>The files of a scenario, each row with its line in the file of all.</summary>
    internal ImmutableSortedDictionary<string, PypsaSheet> In(string scenario) => _sheets.Remove(File).ToImmutableSortedDictionary(
        s => s.Key, s => Cut(s.Value, scenario), StringComparer.Ordinal);

    /// <summary>The files of all scenarios with the columns that were kept of one of them.</summary>
    internal ImmutableSortedDictionary<string, PypsaSheet> Kept(ImmutableSortedDictionary<string, PypsaSheet> ofOne) => _sheets
        .Where(s => s.Key == File || ofOne.ContainsKey(s.Key))
        .ToImmutableSortedDictionary(s => s.Key, s => s.Key == File ? s.Value
            : s.Value.Without(column => column != Column && !ofOne[s.Key].Header.Contains(column)), StringComparer.Ordinal);

    static PypsaSheet Cut(PypsaSheet sheet, string scenario)
    {
        int at = sheet.Header.IndexOf(Column);
        return at < 0 ? sheet : sheet with
        {
            Header = sheet.Header.RemoveAt(at),
            Rows = [.. sheet.Rows.Where(r => Text(r, at) is "" || Text(r, at) == scenario).Select(r => r with { Cells = [.. r.Cells.Where((_, j) => j != at)] })],
        };
    }

    static ImmutableArray<(string Name, double Weight)> Weights(PypsaSheet sheet, Findings findings)
    {
        int at = sheet.Header.IndexOf("weight");
        (string Name, double Weight)[] all = [.. sheet.Rows.Select(r => (Text(r, 0), at < 0 ? double.NaN : PypsaAttribute.Number(Text(r, at)) ?? double.NaN))];
        if (all.Any(s => !(s.Weight > 0)) || Math.Abs(all.Sum(s => s.Weight) - 1) > 1e-6)
            findings.Add(ProblemCode.PypsaValue, new Source(File).At(null, "weight"), null, ("wanted", Texts.Phrases.Of("pypsa.value.weights")));
        foreach (var twice in sheet.Rows.GroupBy(r => Text(r, 0)).Where(g => g.Count() > 1))
            findings.Add(ProblemCode.DuplicateName, new Source(File).At(twice.Last().Line, Column), twice.Key, ("first", twice.First().Line));
        return [.. all.DistinctBy(s => s.Name)];
    }

    static string Text(RawRow row, int at) => at < row.Cells.Length ? row.Cells[at] : "";
}
