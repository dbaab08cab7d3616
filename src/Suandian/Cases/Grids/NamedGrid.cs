using Suandian.Cases.Tables;
using Suandian.Distribution.Grids;

namespace Suandian.Cases.Grids;

/// <summary>The grid that a planning case names in its settings.</summary>
static class NamedGrid
{
    const string Key = "grid";

    /// <summary>Reads it, whatever else is wrong with the settings; its problems carry the name of its folder. Null where none is named or there.</summary>
    /// <param name="folder">Folder of the case or of its workbook.</param>
    /// <param name="settings">Settings, the grid's folder as written from there on among them.</param>
    /// <param name="findings">Where problems go.</param>
    internal static GridFolderReading? Read(string folder, RawSettings settings, Findings findings)
    {
        if (settings.Settings.FirstOrDefault(s => s.Key == Key) is not { Text: { Length: > 0 } grid } written)
            return null;
        string path = Path.Combine(folder, grid);
        if (!Directory.Exists(path))
        {
            findings.Add(ProblemCode.GridNamed, settings.At(written), written.Text);
            return null;
        }

        var reading = GridFolder.Read(path);
        findings.Add(reading.Problems.Select(p => p with { File = $"{grid}/{p.File}" }));
        return reading with
        {
            FilesRead = [.. reading.FilesRead.Select(f => f with { Path = $"{grid}/{f.Path}" })],
            PlanRows = [.. reading.PlanRows.Select(r => r with { At = r.At with { File = $"{grid}/{r.At.File}" } })],
        };
    }
}

/// <summary>A row of the plan that a load or generator of a grid names.</summary>
/// <param name="At">Where it is named.</param>
/// <param name="Row">The load or generator.</param>
/// <param name="Table">Table of the plan.</param>
/// <param name="Name">Row of that table.</param>
sealed record PlanRowNamed(Spot At, string Row, PlanTable Table, string Name);
