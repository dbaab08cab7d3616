using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>export pypsa</c>: a case as a folder that PyPSA reads.</summary>
static class ExportPypsaCommand
{
    const string Name = "suandian export pypsa";

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var target = door.Argument("folder", "cli.argument.pypsa_out");
        NewFolder.MustBeFree(target);
        var command = new Command("pypsa", door.Terminal.Words("cli.export.pypsa")) { folder, target };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(target)));
        return command;
    }

    static ExitCode Run(Door door, string folder, string target)
    {
        var reading = CaseInput.Read(folder);
        if (reading.Case is null)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var told = default(System.Collections.Immutable.ImmutableArray<Problem>);
        NewFolder.Write(target, aside => told = PypsaExport.Write(reading.Case, aside));
        CaseInput.Warn(door.Terminal, told);
        door.Terminal.Say(door.Terminal.Words("cli.export.pypsa_done", ("folder", target)));
        var document = CaseInput.Document(Name, ExitCode.Done, [.. reading.Problems, .. told]);
        document["path"] = target;
        door.Terminal.Document(document);
        return ExitCode.Done;
    }
}
