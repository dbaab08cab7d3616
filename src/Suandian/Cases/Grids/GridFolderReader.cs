using System.Collections.Immutable;
using Suandian.Cases.Checks;
using Suandian.Cases.HourlySeries;
using Suandian.Cases.Tables;
using Suandian.Distribution.Grids;

namespace Suandian.Cases.Grids;

/// <summary>Reads a grid folder: text, cells, references, then sense.</summary>
sealed class GridFolderReader(string path, Findings findings)
{
    internal const string SettingsFile = "grid.yaml";

    readonly List<CellReadAs> _readAs = [];

    internal GridFolderReading Read()
    {
        var folder = new FolderReader(path, findings, _readAs, SettingsFile);
        var reader = new SettingsReader(findings, _readAs, TableSchema.GridSettings);
        var text = folder.ReadSettings(reader);
        var settings = reader.Values(text) is { } values ? Settings(values) : null;
        var schemas = TableSchema.OfGrid.ToImmutableArray();
        var raw = new RawCase
        {
            Settings = text,
            Understood = null,
            Tables = folder.ReadTables(schemas, []),
            Series = new SeriesFolder(folder, findings, new SeriesClock(settings?.UtcOffsetH ?? 8, settings?.Year)).Read(),
        };
        var tables = GridTables.Read(raw.Tables, new TableReader(findings, _readAs));
        var checkedGrid = new CheckedCase(raw, new CaseTables { Raw = raw.Tables, Profiles = tables.Profiles }, findings);
        ReferenceChecks.Run(checkedGrid, schemas, Further);
        CurveChecks.Run(checkedGrid);
        SourceChecks.Run(checkedGrid);
        GridChecks.Run(checkedGrid, tables, settings);
        return new GridFolderReading(
            findings.HasErrors || settings is null ? null : tables.ToGrid(settings, raw.Series), findings.Sorted(), [.. _readAs],
            [.. folder.Notes.OrderBy(f => f.Path, StringComparer.Ordinal)])
        {
            PlanRows = [.. tables.PlanRows()],
        };
    }

    /// <summary>Names of the catalogue.</summary>
    static IEnumerable<string> Further(string table) => table switch
    {
        "line_types" => Catalogue.LineTypes.Select(t => t.Name),
        "transformer_types" => Catalogue.TransformerTypes.Select(t => t.Name),
        _ => [],
    };

    static GridSettings Settings(Dictionary<string, object?> values)
    {
        T? Of<T>(string key) => values.GetValueOrDefault(key) is T value ? value : default;
        var standard = new GridSettings { Name = default, Year = 0, UtcOffsetH = 0, MoneyYear = 0 };
        return standard with
        {
            Name = new Text(Of<string>("name_zh")!, Of<string>("name_en")!),
            Description = new Text(Of<string>("description_zh") ?? "", Of<string>("description_en") ?? ""),
            Year = Of<int>("year"),
            UtcOffsetH = Of<double>("utc_offset_h"),
            MoneyYear = Of<int>("money_year"),
            BaseMva = values.GetValueOrDefault("base_mva") as double? ?? standard.BaseMva,
        };
    }
}
