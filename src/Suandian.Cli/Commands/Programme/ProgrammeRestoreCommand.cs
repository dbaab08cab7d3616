using System.CommandLine;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme restore</c>: a programme from a backup, whole or not at all.</summary>
static class ProgrammeRestoreCommand
{
    const string Name = "suandian programme restore";

    internal static Command Create(Door door)
    {
        var file = ProgrammeFlags.OldFile(door, "cli.argument.backup_in");
        var folder = door.Argument("folder", "cli.argument.new_folder");
        NewFolder.MustBeFree(folder);
        var store = door.Option<string?>("--store", "CONNECTION", "cli.option.store");
        StoreFlag.Check(store);
        var command = new Command("restore", door.Terminal.Words("cli.programme.restore")) { file, folder, store };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder), parsed.GetValue(store)));
        return command;
    }

    static ExitCode Run(Door door, string file, string folder, string? store)
    {
        var (manifest, problems) = ProgrammeBackup.Restore(file, folder, store);
        return manifest is null
            ? CaseInput.Refuse(door, Name, problems)
            : ProgrammeAnswer.Said(door, Name, door.Terminal.Words("cli.programme.restore.done", ("folder", folder), ("entries", manifest.Number), ("hash", manifest.Hash)),
                ("path", folder), ("entries", manifest.Number), ("hash", manifest.Hash));
    }
}
