using Suandian.Cases;

namespace Suandian.Cli;

/// <summary>The grid a command works on.</summary>
static class GridInput
{
    /// <summary>Reads a network of pandapower where the name ends in .json, else a case of MATPOWER.</summary>
    internal static GridReading Read(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? PandapowerCase.Read(path) : MatpowerCase.Read(path);
}
