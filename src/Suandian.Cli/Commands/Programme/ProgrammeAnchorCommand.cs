using System.CommandLine;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme anchor</c>: how far the history has come, to be kept somewhere else.</summary>
static class ProgrammeAnchorCommand
{
    const string Name = "suandian programme anchor";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var file = ProgrammeFlags.NewFile(door, "cli.argument.anchor_out");
        var command = new Command("anchor", door.Terminal.Words("cli.programme.anchor")) { folder, file };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var (anchor, path) = (programme.Anchor(), parsed.GetRequiredValue(file));
            File.WriteAllBytes(path, anchor.ToJson());
            return ProgrammeAnswer.Said(door, Name, door.Terminal.Words("cli.programme.anchor.done", ("number", anchor.Number), ("hash", anchor.Hash), ("file", path)),
                ("number", anchor.Number), ("hash", anchor.Hash), ("path", path));
        }));
        return command;
    }
}
