using System.CommandLine;
using System.Text;
using Suandian.Cases;
using Suandian.PowerFlow;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>export matpower</c>: a grid as a case of MATPOWER in plain numbers.</summary>
static class ExportMatpowerCommand
{
    const string Name = "suandian export matpower";

    internal static Command Create(Door door)
    {
        var source = door.Argument("case", "cli.argument.grid_in");
        var target = door.Argument("file", "cli.argument.matpower_out");
        Door.Refuse(target, path => !path.EndsWith(".m", StringComparison.OrdinalIgnoreCase) || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || !Directory.Exists(folder), "cli.usage.matpower_out");
        Door.Refuse(target, path => File.Exists(path) || Directory.Exists(path), "cli.usage.taken");
        var command = new Command("matpower", door.Terminal.Words("cli.grid.export")) { source, target };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(source), parsed.GetRequiredValue(target)));
        return command;
    }

    static ExitCode Run(Door door, string source, string target)
    {
        var reading = GridInput.Read(source);
        if (reading.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var (rows, circuits) = (grid.Branches.Circuits.Count(n => n > 1), grid.Branches.EachCircuit());
        Write(grid with { Branches = circuits }, target);
        if (rows > 0)
        {
            door.Terminal.Say(door.Terminal.Words("cli.export.circuits", ("rows", rows), ("branches", circuits.Count)));
        }

        door.Terminal.Say(door.Terminal.Words("cli.grid.export_done", ("file", target)));
        var document = CaseInput.Document(Name, ExitCode.Done, reading.Problems);
        document["path"] = target;
        door.Terminal.Document(document);
        return ExitCode.Done;
    }

    /// <summary>Writes a case whole or not at all.</summary>
    internal static void Write(PowerGrid grid, string target)
    {
        var aside = $"{target}.partial-{Environment.ProcessId}";
        File.WriteAllText(aside, MatpowerCase.Write(grid), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(aside, target);
    }
}
