using Suandian.Cases.Tables;

namespace Suandian.Cases;

/// <summary>A case as a folder: case.yaml, one CSV per table, series/, weather/, outline.csv.</summary>
public static class CaseFolder
{
    /// <summary>Reads a case folder and finds everything that is wrong with it.</summary>
    /// <param name="path">The folder. UTF-8 with or without byte order mark, UTF-16 with mark and GB18030 are understood.</param>
    /// <returns>The case, unless a problem is an error; all problems; cells that were understood though no plain numbers.</returns>
    /// <remarks>Wrong user data never throws.</remarks>
    public static CaseReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        if (!Directory.Exists(path))
        {
            findings.Add(ProblemCode.FolderMissing, new Spot(path, null, null, null), path);
            return new CaseReading(null, findings.Sorted(), []);
        }

        if (GridFolder.Is(path))
        {
            findings.Add(ProblemCode.GridFolderAsCase, new Spot(path, null, null, null), "grid.yaml");
            return new CaseReading(null, findings.Sorted(), []);
        }

        var readAs = new List<CellReadAs>();
        if (ImportedCase.Is(path))
            return ImportedCase.Read(path, findings, readAs);
        return CaseAssembly.Assemble(new FolderReader(path, findings, readAs).Read(), findings, readAs);
    }

    /// <summary>Writes a case as a folder; tables carry a byte order mark so that spreadsheets show 中文.</summary>
    /// <param name="data">The case.</param>
    /// <param name="path">A folder that does not exist yet or is empty.</param>
    /// <param name="weatherFrom">Folder that holds the weather files the sites name, which are copied; null copies none.</param>
    /// <exception cref="IOException">The folder is not empty, a weather file is missing, or the disk refuses.</exception>
    /// <remarks>Numbers equal to their default are left empty. Reading the folder gives an equal case.</remarks>
    public static void Write(Case data, string path, string? weatherFrom = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(path);
        FolderWriter.Write(data, path, weatherFrom);
    }
}
