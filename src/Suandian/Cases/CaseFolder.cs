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

        var readAs = new List<CellReadAs>();
        return CaseAssembly.Assemble(new FolderReader(path, findings, readAs).Read(), findings, readAs);
    }
}
