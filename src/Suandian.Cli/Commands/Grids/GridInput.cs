using System.CommandLine;
using Suandian.Cases;
using Suandian.Distribution.Grids;

namespace Suandian.Cli.Commands.Grids;

/// <summary>The grid a command works on.</summary>
static class GridInput
{
    /// <summary>Reads a grid folder, at the hour of its largest load; a network of pandapower where the name ends in .json, else a case of MATPOWER.</summary>
    /// <param name="path">Folder or file.</param>
    /// <param name="eachCircuit">True to make each circuit and unit of a folder or of pandapower a branch of its own.</param>
    internal static GridReading Read(string path, bool eachCircuit = false) =>
        Directory.Exists(path) ? OfFolder(GridFolder.Read(path), eachCircuit)
        : path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Split(PandapowerCase.Read(path), eachCircuit) : MatpowerCase.Read(path);

    static GridReading Split(GridReading reading, bool eachCircuit) =>
        eachCircuit && reading.Grid is { } grid ? reading with { Grid = grid with { Branches = grid.Branches.EachCircuit() } } : reading;

    static GridReading OfFolder(GridFolderReading reading, bool eachCircuit) =>
        new(reading.Grid is { } grid ? new EquippedGrid(eachCircuit ? grid.EachCircuit() : grid).Grid : null, reading.Problems);

    /// <summary>How many rows of each table are printed.</summary>
    /// <param name="door">The door.</param>
    /// <param name="key">Its text, which tells the usual number.</param>
    internal static Option<int?> RowsOption(Door door, string key) => door.Option<int?>("--rows", "N", key, NumberRange.Whole(0));
}
