using System.Collections.Immutable;
using Suandian.Cases.Grids;
using Suandian.Cases.Tables;
using Suandian.Distribution.Grids;
using Suandian.PowerFlow;

namespace Suandian.Cases;

/// <summary>A grid as a folder: grid.yaml, one CSV per table, profiles.csv, series/. Types of lines and transformers come from the catalogue and from the folder.</summary>
public static class GridFolder
{
    /// <summary>True for a folder with grid.yaml and without case.yaml.</summary>
    public static bool Is(string path) => File.Exists(Path.Combine(path, GridFolderReader.SettingsFile)) && !File.Exists(Path.Combine(path, "case.yaml"));

    /// <summary>Reads a grid folder and finds everything that is wrong with it.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The grid, unless a problem is an error; all problems.</returns>
    /// <remarks>Wrong user data never throws.</remarks>
    public static GridFolderReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        if (!Directory.Exists(path))
        {
            findings.Add(ProblemCode.FolderMissing, new Spot(path, null, null, null), path);
            return new GridFolderReading(null, findings.Sorted(), [], []);
        }

        return new GridFolderReader(path, findings).Read();
    }

    /// <summary>Tables of a grid that came as arrays, from a case of MATPOWER or a network of pandapower.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="file">Name of its file, which problems carry.</param>
    /// <returns>The tables, unless they cannot say the grid; every problem.</returns>
    public static (CountyGrid? Grid, ImmutableArray<Problem> Problems) Of(PowerGrid grid, string file)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var findings = new Findings();
        var made = new GridOfArrays(grid, file, findings).Make();
        return (findings.HasErrors ? null : made, findings.Sorted());
    }

    /// <summary>Writes a grid as a folder; reading it gives an equal grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="path">A folder that does not exist yet or is empty.</param>
    /// <exception cref="IOException">The folder is not empty, or the disk refuses.</exception>
    public static void Write(CountyGrid grid, string path)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new IOException($"'{path}' is there already and not empty");
        GridFolderWriter.Replace(grid, path);
    }
}

/// <summary>What reading a grid folder gave: the grid, or what is wrong with it.</summary>
/// <param name="Grid">The grid; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, warnings too.</param>
/// <param name="ReadAs">Cells not written as plain numbers and the value they were read as.</param>
/// <param name="FilesRead">Files read.</param>
public sealed record GridFolderReading(
    CountyGrid? Grid, ImmutableArray<Problem> Problems, ImmutableArray<CellReadAs> ReadAs, ImmutableArray<FileRead> FilesRead)
{
    /// <summary>Rows of the plan that it names, those of a grid with errors too.</summary>
    internal ImmutableArray<PlanRowNamed> PlanRows { get; init; } = [];
}
