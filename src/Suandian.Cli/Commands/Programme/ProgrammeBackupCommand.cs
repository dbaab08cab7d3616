using System.CommandLine;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme backup</c>: the programme as one verified file.</summary>
static class ProgrammeBackupCommand
{
    const string Name = "suandian programme backup";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var file = ProgrammeFlags.NewFile(door, "cli.argument.backup_out");
        var command = new Command("backup", door.Terminal.Words("cli.programme.backup")) { folder, file };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var path = parsed.GetRequiredValue(file);
            var (manifest, problems) = ProgrammeBackup.Write(programme, path, door.Clock.GetUtcNow());
            return manifest is null || !problems.IsEmpty
                ? CaseInput.Refuse(door, Name, problems)
                : ProgrammeAnswer.Said(door, Name,
                    door.Terminal.Words("cli.programme.backup.done", ("file", path), ("entries", manifest.Number), ("files", manifest.Files.Length - 2), ("hash", manifest.Hash)),
                    ("path", path), ("entries", manifest.Number), ("hash", manifest.Hash), ("files", manifest.Files.Length - 2));
        }));
        return command;
    }
}
