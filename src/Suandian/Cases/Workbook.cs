using Suandian.Cases.Tables;
using Suandian.Cases.Workbooks;

namespace Suandian.Cases;

/// <summary>A case as one workbook (.xlsx): a sheet per table, a sheet for the settings, sheets for series and outline.</summary>
public static class Workbook
{
    /// <summary>Reads a workbook and finds everything that is wrong with it; problems carry the address of the cell.</summary>
    /// <param name="path">The .xlsx file. Weather files are looked for in the folder weather/ beside it.</param>
    /// <returns>As <see cref="CaseFolder.Read"/>. Wrong user data never throws.</returns>
    /// <remarks>A row whose first cell begins with 例 or e.g. is an example and is not read.</remarks>
    public static CaseReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        if (!File.Exists(path))
        {
            findings.Add(ProblemCode.FolderMissing, new Spot(path, null, null, null), path);
            return new CaseReading(null, findings.Sorted(), []);
        }

        var readAs = new List<CellReadAs>();
        var raw = new WorkbookReader(path, findings, readAs).Read();
        return raw is null
            ? new CaseReading(null, findings.Sorted(), [])
            : CaseAssembly.Assemble(raw, findings, readAs);
    }

    /// <summary>Writes a case as a workbook; reading it gives an equal case. A grid it names is written as a folder beside it, named as the workbook with -grid.</summary>
    /// <param name="data">The case.</param>
    /// <param name="path">The .xlsx file; written aside first, then renamed over an earlier one.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(Case data, string path)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (data.Grid is not null)
        {
            var folder = Path.GetFileNameWithoutExtension(path) + "-grid";
            Grids.GridFolderWriter.Replace(data.Grid, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, folder));
            data = data with { Settings = data.Settings with { Grid = folder } };
        }

        WorkbookWriter.Write(WorkbookSheets.Of(data), path);
    }

    /// <summary>Writes an empty workbook to fill in: every table with one example row, drop-downs, notes and a guide.</summary>
    /// <param name="path">The .xlsx file.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Template(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WorkbookWriter.Write(WorkbookSheets.Template(), path);
    }
}
