using System.Collections.Immutable;
using Suandian.Cases.Checks;
using Suandian.Weather;

namespace Suandian.Cases.Tables;

/// <summary>From raw text to the case: cells, then references, then sense.</summary>
static class CaseAssembly
{
    /// <summary>The case, or every problem found.</summary>
    internal static CaseReading Assemble(RawCase raw, Findings findings, List<CellReadAs> readAs)
    {
        var tables = CaseTables.Read(raw.Tables, new TableReader(findings, readAs));
        AllChecks.Run(new CheckedCase(raw, tables, findings));
        var problems = findings.Sorted();
        if (findings.HasErrors || raw.Understood is not { } settings)
            return new CaseReading(null, problems, [.. readAs]);
        var result = tables.ToCase(settings) with
        {
            Series = raw.Series.ToImmutableDictionary(s => s.Key, s => s.Value.Values),
            WeatherYears = Weather(tables, raw),
            Outline = raw.Outline,
            Grid = raw.Grid?.Grid,
            FilesRead = [.. raw.FilesRead.Concat(raw.Grid?.FilesRead ?? []).OrderBy(f => f.Path, StringComparer.Ordinal)],
        };
        return new CaseReading(result, problems, [.. readAs]) { Raw = raw };
    }

    static ImmutableDictionary<string, WeatherYear> Weather(CaseTables tables, RawCase raw) =>
        tables.WeatherSites.Select(row => row.Record)
            .Where(site => site.File is not null && raw.WeatherFiles.GetValueOrDefault(site.File) is not null)
            .Select(site => (Key: site.Name, Year: raw.WeatherFiles[site.File!]!))
            .Concat(tables.Scenarios.Select(s => s.Record.WeatherPrefix).OfType<string>().Distinct().SelectMany(prefix => tables.WeatherSites
                .Select(row => row.Record).Where(site => site.File is not null && raw.WeatherFiles.GetValueOrDefault(prefix + site.File) is not null)
                .Select(site => (Key: ScenarioCases.WeatherKey(prefix, site.Name), Year: raw.WeatherFiles[prefix + site.File]!))))
            .ToImmutableDictionary(w => w.Key, w => w.Year);
}
