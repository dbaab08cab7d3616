using System.CommandLine;
using System.Text;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme export</c>: the whole history, one entry a line, without personal values.</summary>
static class ProgrammeExportCommand
{
    const string Name = "suandian programme export";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var file = ProgrammeFlags.NewFile(door, "cli.argument.export_out");
        var command = new Command("export", door.Terminal.Words("cli.programme.export")) { folder, file };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme => Run(door, programme, parsed.GetRequiredValue(file))));
        return command;
    }

    static ExitCode Run(Door door, ProgrammeFolder programme, string file)
    {
        var entries = programme.Store.Read().Entries;
        File.WriteAllText(file, string.Concat(entries.Select(e => e.ToJson() + "\n")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return ProgrammeAnswer.Said(door, Name, door.Terminal.Words("cli.programme.export.done", ("entries", entries.Count), ("file", file)),
            ("entries", entries.Count), ("path", file));
    }
}
