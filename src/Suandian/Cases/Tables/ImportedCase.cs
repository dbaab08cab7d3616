using System.Collections.Immutable;
using Suandian.Cases.Pypsa;

namespace Suandian.Cases.Tables;

/// <summary>A case folder that holds an imported network: case.yaml and the folder pypsa/.</summary>
static class ImportedCase
{
    internal const string Folder = "pypsa";

    /// <summary>True where a case folder holds an imported network.</summary>
    internal static bool Is(string path) => Directory.Exists(Path.Combine(path, Folder));

    internal static CaseReading Read(string path, Findings findings, List<CellReadAs> readAs)
    {
        var folder = new FolderReader(path, findings, readAs);
        var reader = new SettingsReader(findings, readAs);
        var raw = folder.ReadSettings(reader);
        var settings = reader.Read(raw);
        if (settings is not null && settings.Hours != HourSelection.Snapshots)
            findings.Add(ProblemCode.PypsaHours, raw.Source.At(null, "hours"), null);
        foreach (string table in folder.FilesIn("").Where(f => f.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
            findings.Add(ProblemCode.PypsaBeside, new Source(table).Whole, table);
        var (inside, read) = (new Findings(), new List<FileRead>());
        var reading = PypsaImport.Understand(PypsaFolder.Sheets(Path.Combine(path, Folder), inside, read), inside);
        ImmutableArray<Problem> problems = [.. findings.Sorted(), .. reading.Problems.Select(p => p with { File = $"{Folder}/{p.File}" })];
        return settings is null || findings.HasErrors || reading.Network is null
            ? new CaseReading(null, problems, [.. readAs])
            : new CaseReading(new Case
            {
                Settings = settings,
                Imported = reading.Network,
                Scenarios = reading.Network.ScenarioRows,
                FilesRead = [.. folder.Notes, .. read.Select(f => f with { Path = $"{Folder}/{f.Path}" })],
            }, problems, [.. readAs]);
    }
}
