using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>import matpower</c> and <c>import pandapower</c>: a grid folder from a grid of another program.</summary>
static class ImportGridCommand
{
    internal static Command Matpower(Door door) => Create(door, "matpower", MatpowerCase.Read);

    internal static Command Pandapower(Door door) => Create(door, "pandapower", PandapowerCase.Read);

    static Command Create(Door door, string from, Func<string, GridReading> read)
    {
        var source = door.Argument("file", $"cli.argument.{from}_in");
        var output = door.NewFolderOption("GRID", "cli.option.out_grid");
        output.Required = true;
        var command = new Command(from, door.Terminal.Words("cli.import." + from)) { source, output };
        command.SetAction(parsed => (int)Run(door, "suandian import " + from, read(parsed.GetRequiredValue(source)), (parsed.GetRequiredValue(source), parsed.GetRequiredValue(output)!)));
        return command;
    }

    static ExitCode Run(Door door, string command, GridReading reading, (string Source, string Folder) path)
    {
        if (reading.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, command, reading.Problems);
        }

        var (folder, told) = GridFolder.Of(grid, Path.GetFileName(path.Source));
        if (folder is null)
        {
            return CaseInput.Refuse(door, command, [.. reading.Problems, .. told]);
        }

        CaseInput.Warn(door.Terminal, [.. reading.Problems, .. told]);
        GridFolder.Write(folder, path.Folder);
        return CaseInput.Made(door, command, path.Folder, [.. reading.Problems, .. told], "cli.import.grid_done");
    }
}
