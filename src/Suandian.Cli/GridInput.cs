using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli;

/// <summary>The grid a command works on.</summary>
static class GridInput
{
    /// <summary>Reads a network of pandapower where the name ends in .json, else a case of MATPOWER.</summary>
    internal static GridReading Read(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? PandapowerCase.Read(path) : MatpowerCase.Read(path);

    /// <summary>How many rows of each table are printed.</summary>
    /// <param name="door">The door.</param>
    /// <param name="key">Its text, which tells the usual number.</param>
    internal static Option<int?> RowsOption(Door door, string key)
    {
        var rows = door.Option<int?>("--rows", "N", key);
        rows.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int?>() is not >= 0)
            {
                result.AddError("cli.usage.bad_value");
            }
        });
        return rows;
    }
}
