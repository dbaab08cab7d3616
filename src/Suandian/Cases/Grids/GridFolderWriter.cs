using Suandian.Cases.Tables;
using Suandian.Distribution.Grids;

namespace Suandian.Cases.Grids;

/// <summary>Writes a grid as a folder.</summary>
static class GridFolderWriter
{
    /// <summary>Writes aside, then under its name in place of what stood there.</summary>
    internal static void Replace(CountyGrid grid, string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), aside = full + ".writing";
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        Fill(grid, aside);
        if (Directory.Exists(full))
            Directory.Delete(full, recursive: true);
        Directory.Move(aside, full);
    }

    /// <summary>Writes the files; the types of the catalogue are left out.</summary>
    internal static void Fill(CountyGrid grid, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, GridFolderReader.SettingsFile), FolderWriter.Yaml(Settings(grid.Settings)));
        (TableSchema Schema, List<IReadOnlyList<string>> Rows)[] tables =
        [
            CaseText.Of(grid.Buses), CaseText.Of(grid.Lines), CaseText.Of(grid.Transformers), CaseText.Of(grid.Loads), CaseText.Of(grid.Generators),
            CaseText.Of(grid.Shunts), CaseText.Of([.. grid.LineTypes.Where(t => grid.OwnTypes.Contains(t.Name))]),
            CaseText.Of([.. grid.TransformerTypes.Where(t => grid.OwnTypes.Contains(t.Name))]), CaseText.Of(grid.Profiles),
        ];
        foreach (var (schema, rows) in tables.Where(t => t.Rows.Count > 1 || t.Schema.IsRequired))
            File.WriteAllBytes(Path.Combine(folder, schema.File), Csv.Write(rows));
        if (!grid.Series.IsEmpty)
        {
            Directory.CreateDirectory(Path.Combine(folder, "series"));
            File.WriteAllBytes(Path.Combine(folder, "series", "series.csv"), Csv.Write(CaseText.Series(grid.Series)));
        }
    }

    static IEnumerable<(ColumnSchema Column, string Text)> Settings(GridSettings s) =>
        TableSchema.GridSettings.Columns.Select(c => (c, c.Name switch
        {
            "name_zh" => s.Name.Zh,
            "name_en" => s.Name.En,
            "description_zh" => s.Description.Zh ?? "",
            "description_en" => s.Description.En ?? "",
            "year" => Cell.Plain(s.Year),
            "utc_offset_h" => Cell.Plain(s.UtcOffsetH),
            "money_year" => Cell.Plain(s.MoneyYear),
            "base_mva" => Cell.Plain(s.BaseMva),
            _ => throw new ArgumentOutOfRangeException(nameof(s), c.Name, "no such setting"),
        })).Where(c => c.Item2.Length > 0);
}
