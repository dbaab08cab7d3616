using Suandian.Cases.Tables;

namespace Suandian.Cases.Grids;

/// <summary>The grid that a planning case names in its settings.</summary>
static class NamedGrid
{
    /// <summary>Reads it; its problems carry the name of its folder.</summary>
    /// <param name="folder">Folder of the case or of its workbook.</param>
    /// <param name="grid">Folder of the grid as written, from there on.</param>
    /// <param name="settings">Settings, for the place of the problem.</param>
    /// <param name="findings">Where problems go.</param>
    internal static GridFolderReading? Read(string folder, string grid, RawSettings settings, Findings findings)
    {
        string path = Path.Combine(folder, grid);
        if (!Directory.Exists(path))
        {
            var written = settings.Settings.First(s => s.Key == "grid");
            findings.Add(ProblemCode.GridNamed, settings.At(written), written.Text);
            return null;
        }

        var reading = GridFolder.Read(path);
        findings.Add(reading.Problems.Select(p => p with { File = $"{grid}/{p.File}" }));
        return reading with { FilesRead = [.. reading.FilesRead.Select(f => f with { Path = $"{grid}/{f.Path}" })] };
    }
}
