using System.CommandLine;
using Suandian.Cases;
using Suandian.Distribution.Grids;

namespace Suandian.Cli;

/// <summary>The grid a command works on.</summary>
static class GridInput
{
    /// <summary>Reads a grid folder, at the hour of its largest load; a network of pandapower where the name ends in .json, else a case of MATPOWER.</summary>
    internal static GridReading Read(string path) =>
        Directory.Exists(path) ? OfFolder(GridFolder.Read(path))
        : path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? PandapowerCase.Read(path) : MatpowerCase.Read(path);

    static GridReading OfFolder(GridFolderReading reading) => new(reading.Grid is { } grid ? new EquippedGrid(grid).Grid : null, reading.Problems);

    /// <summary>How many rows of each table are printed.</summary>
    /// <param name="door">The door.</param>
    /// <param name="key">Its text, which tells the usual number.</param>
    internal static Option<int?> RowsOption(Door door, string key) => door.Option<int?>("--rows", "N", key, n => n >= 0);
}
