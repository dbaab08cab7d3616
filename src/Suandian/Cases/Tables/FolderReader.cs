using System.Collections.Immutable;
using System.Security.Cryptography;
using Suandian.Cases.Grids;
using Suandian.Cases.HourlySeries;

namespace Suandian.Cases.Tables;

/// <summary>Reads the files of a case folder into text; every file that cannot be read is a problem.</summary>
/// <param name="folder">The folder.</param>
/// <param name="findings">Where problems go.</param>
/// <param name="readAs">Where cells go that are no plain numbers.</param>
/// <param name="settingsFile">Name of the file of settings.</param>
sealed class FolderReader(string folder, Findings findings, List<CellReadAs> readAs, string settingsFile = "case.yaml")
{
    const string OutlineFile = "outline.csv";
    readonly List<FileRead> _read = [];

    /// <summary>Files read so far.</summary>
    internal IReadOnlyList<FileRead> Notes => _read;

    /// <summary>All of the folder.</summary>
    internal RawCase Read()
    {
        var settingsReader = new SettingsReader(findings, readAs);
        var settings = ReadSettings(settingsReader);
        var understood = settingsReader.Read(settings);
        var tables = ReadTables([.. TableSchema.All], [OutlineFile]);
        var series = new SeriesFolder(this, findings, new SeriesClock(understood)).Read();
        var weather = new WeatherFolder(this, findings, understood).Read(tables.GetValueOrDefault("weather_sites"), tables.GetValueOrDefault("scenarios"));
        return new RawCase
        {
            Settings = settings,
            Understood = understood,
            Tables = tables,
            Series = series,
            WeatherFiles = weather,
            Outline = ReadOutline(),
            Grid = NamedGrid.Read(folder, settings, findings),
            FilesRead = [.. _read],
        };
    }

    /// <summary>Files of a sub-folder, ascending, with forward slashes; empty where there is none.</summary>
    internal string[] FilesIn(string sub)
    {
        string path = Path.Combine(folder, sub);
        if (!Directory.Exists(path))
            return [];
        return [.. Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)).Where(f => !f.StartsWith('.'))
            .Order(StringComparer.Ordinal).Select(f => sub.Length == 0 ? f : $"{sub}/{f}")];
    }

    /// <summary>Bytes of a file, null where it cannot be opened.</summary>
    internal byte[]? Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, file));
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException)
        {
            findings.Add(ProblemCode.Unreadable, new Source(file).Whole, null, ("detail", mistake.Message));
            return null;
        }
    }

    /// <summary>Text of a file as UTF-8, null where it cannot be opened or is no text.</summary>
    internal ReadOnlyMemory<byte>? Text(string file, out byte[] bytes)
    {
        bytes = Bytes(file) ?? [];
        if (bytes.Length == 0)
        {
            if (File.Exists(Path.Combine(folder, file)))
                findings.Add(ProblemCode.FileEmpty, new Source(file).Whole, null);
            return null;
        }

        var text = TextDecoding.ToUtf8(bytes);
        if (text is null)
            findings.Add(ProblemCode.Encoding, new Source(file).Whole, null);
        return text;
    }

    /// <summary>Notes that a file was really read.</summary>
    internal void Note(string file, int rows, byte[] bytes) =>
        _read.Add(new FileRead(file, rows, Convert.ToHexStringLower(SHA256.HashData(bytes))));

    /// <summary>Settings as text.</summary>
    internal RawSettings ReadSettings(SettingsReader reader)
    {
        if (!File.Exists(Path.Combine(folder, settingsFile)))
        {
            string? near = Suggestion.Nearest(settingsFile, FilesIn(""));
            findings.Add(ProblemCode.FileMissing, new Source(settingsFile).Whole, null,
                ("hint", near is null ? new Text("", "") : Texts.Phrases.Of("check.rename", ("near", near))));
            return new RawSettings(new Source(settingsFile), []) { IsBroken = true };
        }

        if (Text(settingsFile, out byte[] bytes) is not { } utf8)
            return new RawSettings(new Source(settingsFile), []) { IsBroken = true };
        var settings = reader.ReadYaml(utf8, settingsFile);
        Note(settingsFile, settings.Settings.Length, bytes);
        return settings;
    }

    /// <summary>Tables of the folder by name.</summary>
    /// <param name="schemas">Tables there may be.</param>
    /// <param name="others">Names of further files that are no tables.</param>
    internal ImmutableDictionary<string, RawTable> ReadTables(ImmutableArray<TableSchema> schemas, ImmutableArray<string> others)
    {
        var files = FilesIn("").Where(f => f.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToArray();
        var known = schemas.Select(t => t.File).Concat(others).ToArray();
        foreach (string unknown in files.Except(known))
            findings.Add(ProblemCode.UnknownFile, new Source(unknown).Whole, unknown, ("hint", Suggestion.DidYouMean(unknown, known)));
        foreach (string table in known.Where(f => Directory.Exists(Path.Combine(folder, f))))
            findings.Add(ProblemCode.UnknownFile, new Source(table).Whole, table + "/");
        foreach (var missing in schemas.Where(t => t.IsRequired && !files.Contains(t.File)))
            findings.Add(ProblemCode.FileMissing, new Source(missing.File).Whole, null);
        return schemas.Where(t => files.Contains(t.File)).Select(ReadTable).OfType<RawTable>()
            .ToImmutableDictionary(t => t.Schema.Name);
    }

    RawTable? ReadTable(TableSchema schema)
    {
        if (Text(schema.File, out byte[] bytes) is not { } utf8)
            return null;
        var source = new Source(schema.File);
        var sheet = Csv.Read(utf8);
        foreach (int line in sheet.BrokenLines)
            findings.Add(ProblemCode.BrokenQuotes, source.At(line), null);
        Note(schema.File, sheet.Rows.Length, bytes);
        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, source.At(1), null, ("separator", separator));
            return null;
        }

        return new RawTable(schema, source, sheet.Header, sheet.Rows);
    }

    ImmutableArray<ImmutableArray<(double LongitudeDeg, double LatitudeDeg)>> ReadOutline()
    {
        if (!File.Exists(Path.Combine(folder, OutlineFile)) || Text(OutlineFile, out byte[] bytes) is not { } utf8)
            return [];
        var sheet = Csv.Read(utf8);
        Note(OutlineFile, sheet.Rows.Length, bytes);
        return OutlineTable.Read(new Source(OutlineFile), sheet.Header, sheet.Rows, findings);
    }
}
