using System.CommandLine;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme remove</c>: a row no longer stands; the history keeps it.</summary>
static class ProgrammeRemoveCommand
{
    const string Name = "suandian programme remove";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var row = ProgrammeFlags.Row(door);
        var (by, why) = (ProgrammeFlags.By(door), ProgrammeFlags.Why(door));
        var command = new Command("remove", door.Terminal.Words("cli.programme.remove")) { folder, row, by, why };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var address = RowAddress.Parse(parsed.GetRequiredValue(row))!.Value;
            var change = new Change { Kind = ChangeKind.Remove, Register = address.Register, Id = address.Id };
            return ProgrammeAnswer.Written(door, Name, programme.Record(ProgrammeFlags.Request(parsed.GetValue(by), parsed.GetValue(why), change)));
        }));
        return command;
    }
}
