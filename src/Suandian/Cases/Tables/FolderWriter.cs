using System.Text;

namespace Suandian.Cases.Tables;

/// <summary>Writes a case as a folder: aside first, then under its name, so that no half folder is ever seen.</summary>
static class FolderWriter
{
    const string GridFolderName = "grid";

    internal static void Write(Case data, string path, string? weatherFrom)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any())
            throw new IOException($"'{path}' is there already and not empty");
        string aside = full + ".writing";
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        Directory.CreateDirectory(aside);
        Fill(data, aside, weatherFrom);
        if (Directory.Exists(full))
            Directory.Delete(full);
        Directory.Move(aside, full);
    }

    static void Fill(Case data, string folder, string? weatherFrom)
    {
        if (data.Grid is not null)
        {
            Grids.GridFolderWriter.Fill(data.Grid, Path.Combine(folder, GridFolderName));
            data = data with { Settings = data.Settings with { Grid = GridFolderName } };
        }

        File.WriteAllText(Path.Combine(folder, "case.yaml"), Yaml(data.Settings));
        if (data.Imported is { } imported)
        {
            Pypsa.PypsaFolder.Write(imported.Sheets.Values, Path.Combine(folder, ImportedCase.Folder));
            return;
        }

        foreach (var (schema, rows) in CaseText.Tables(data))
            File.WriteAllBytes(Path.Combine(folder, schema.File), Csv.Write(rows));
        if (!data.Outline.IsEmpty)
            File.WriteAllBytes(Path.Combine(folder, "outline.csv"), Csv.Write(CaseText.Outline(data)));
        if (!data.Series.IsEmpty)
        {
            Directory.CreateDirectory(Path.Combine(folder, "series"));
            File.WriteAllBytes(Path.Combine(folder, "series", "series.csv"), Csv.Write(CaseText.Series(data.Series)));
        }

        foreach (string file in data.WeatherSites.Select(s => s.File).OfType<string>().Distinct().Where(_ => weatherFrom is not null))
        {
            Directory.CreateDirectory(Path.Combine(folder, "weather"));
            File.Copy(Path.Combine(weatherFrom!, file), Path.Combine(folder, "weather", file));
        }
    }

    static string Yaml(CaseSettings settings) => Yaml(CaseText.Settings(settings));

    /// <summary>Settings as YAML, a line each.</summary>
    internal static string Yaml(IEnumerable<(ColumnSchema Column, string Text)> settings)
    {
        var yaml = new StringBuilder();
        foreach (var (column, text) in settings)
        {
            string value = column.Type switch
            {
                ColumnType.Text => Quoted(text),
                ColumnType.Integers => $"[{text.Replace(";", ", ", StringComparison.Ordinal)}]",
                _ => text,
            };
            yaml.Append(column.Name).Append(": ").Append(value).Append('\n');
        }

        return yaml.ToString();
    }

    /// <summary>A double-quoted scalar (YAML 1.2, section 7.3.1).</summary>
    static string Quoted(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
}
