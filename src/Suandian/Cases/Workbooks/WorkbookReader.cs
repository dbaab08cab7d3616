using System.Collections.Immutable;
using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using Suandian.Cases.Grids;
using Suandian.Cases.HourlySeries;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Workbooks;

/// <summary>Reads a workbook into the same raw case as a folder.</summary>
sealed class WorkbookReader(string path, Findings findings, List<CellReadAs> readAs)
{
    /// <summary>Most characters of one sheet: some hundred series of a year; a file that unpacks to more is refused.</summary>
    const long MostCharacters = 400_000_000;

    sealed record ReadSheet(string Name, ImmutableArray<string> Header, ImmutableArray<RawRow> Rows)
    {
        internal Source Source => new(Name, Header);
    }

    /// <summary>The raw case; null where the file is no workbook.</summary>
    internal RawCase? Read()
    {
        var file = new Source(Path.GetFileName(path));
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            using var stream = new MemoryStream(bytes);
            using var document = SpreadsheetDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var sheets = Sheets(document).Where(s => !s.Header.IsEmpty || !s.Rows.IsEmpty).ToArray();
            var read = new FileRead(file.Name, sheets.Sum(s => s.Rows.Length), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            return Assemble(sheets, read);
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException or OpenXmlPackageException
            or FormatException or InvalidDataException or InvalidOperationException or System.Xml.XmlException or ArgumentException)
        {
            findings.Add(ProblemCode.Unreadable, file.Whole, null, ("detail", mistake.Message));
            return null;
        }
    }

    static IEnumerable<ReadSheet> Sheets(SpreadsheetDocument document) =>
        SheetCells.Sheets(document).Where(s => s.Name != WorkbookSheets.Guide).Select(sheet =>
        {
            var (header, rows) = SheetCells.Table(sheet.Rows);
            return new ReadSheet(sheet.Name, header, rows);
        });

    RawCase Assemble(ReadSheet[] sheets, FileRead read)
    {
        foreach (var odd in sheets.Where(s => !IsKnown(s.Name)))
        {
            findings.Add(ProblemCode.UnknownFile, odd.Source.Whole, odd.Name,
                ("hint", Suggestion.DidYouMean(odd.Name, TableSchema.All.Select(t => t.Name))));
        }

        var settingsReader = new SettingsReader(findings, readAs);
        var settings = Settings(sheets.FirstOrDefault(s => s.Name == WorkbookSheets.Settings));
        var understood = settingsReader.Read(settings);
        var tables = Tables(sheets);
        var beside = new FolderReader(Path.GetDirectoryName(Path.GetFullPath(path))!, findings, readAs);
        var weather = new WeatherFolder(beside, findings, understood).Read(tables.GetValueOrDefault("weather_sites"), tables.GetValueOrDefault("scenarios"));
        var outline = sheets.FirstOrDefault(s => s.Name == WorkbookSheets.Outline);
        return new RawCase
        {
            Settings = settings,
            Understood = understood,
            Tables = tables,
            Series = Series(sheets, new SeriesClock(understood)),
            WeatherFiles = weather,
            Outline = outline is null ? [] : OutlineTable.Read(outline.Source, outline.Header, outline.Rows, findings),
            FilesRead = [read, .. beside.Notes],
            Grid = NamedGrid.Read(Path.GetDirectoryName(Path.GetFullPath(path))!, settings, findings),
        };
    }

    static bool IsKnown(string sheet) => TableSchema.Has(sheet) || sheet == WorkbookSheets.Outline
        || sheet.StartsWith(WorkbookSheets.Series, StringComparison.Ordinal);

    RawSettings Settings(ReadSheet? sheet)
    {
        if (sheet is null)
        {
            findings.Add(ProblemCode.FileMissing, new Source(WorkbookSheets.Settings, []).Whole, null);
            return new RawSettings(new Source(WorkbookSheets.Settings, []), []) { IsBroken = true };
        }

        var rows = sheet.Rows.Where(r => r.Cells[0].Length > 0)
            .Select(r => new RawSetting(r.Cells[0], r.Cells.Length > 1 ? r.Cells[1] : "", r.Line));
        return new RawSettings(new Source(sheet.Name, sheet.Header), [.. rows.Where(r => r.Text.Length > 0 || IsRequired(r.Key))]);
    }

    static bool IsRequired(string key) => TableSchema.Settings.Column(key)?.Required ?? true;

    ImmutableDictionary<string, RawTable> Tables(ReadSheet[] sheets)
    {
        var tables = sheets.Where(s => s.Name != WorkbookSheets.Settings && TableSchema.Has(s.Name))
            .Select(s => new RawTable(TableSchema.Of(s.Name), s.Source, s.Header, s.Rows))
            .ToImmutableDictionary(t => t.Schema.Name);
        foreach (var missing in TableSchema.All.Where(t => t.IsRequired && !tables.ContainsKey(t.Name)))
            findings.Add(ProblemCode.FileMissing, new Source(missing.Name, []).Whole, null);
        return tables;
    }

    ImmutableDictionary<string, LoadedSeries> Series(ReadSheet[] sheets, SeriesClock clock)
    {
        var all = ImmutableDictionary.CreateBuilder<string, LoadedSeries>();
        foreach (var sheet in sheets.Where(s => s.Name.StartsWith(WorkbookSheets.Series, StringComparison.Ordinal)))
        {
            if (SeriesSheet.Read(sheet.Header, sheet.Rows, sheet.Source, clock, findings) is { } file)
                SeriesFolder.Merge(file, sheet.Source, all, findings);
        }

        return all.ToImmutable();
    }
}
