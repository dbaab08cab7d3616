using System.CommandLine;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme change</c>: other values for a row; the history keeps the former ones.</summary>
static class ProgrammeChangeCommand
{
    const string Name = "suandian programme change";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var row = ProgrammeFlags.Row(door);
        var fields = ProgrammeFlags.Fields(door);
        var (by, why) = (ProgrammeFlags.By(door), ProgrammeFlags.Why(door));
        var command = new Command("change", door.Terminal.Words("cli.programme.change")) { folder, row, fields, by, why };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var address = RowAddress.Parse(parsed.GetRequiredValue(row))!.Value;
            var change = new Change
            {
                Kind = ChangeKind.Change, Register = address.Register, Id = address.Id, Values = ProgrammeFlags.Values(parsed.GetRequiredValue(fields)),
            };
            return ProgrammeAnswer.Written(door, Name, programme.Record(ProgrammeFlags.Request(parsed.GetValue(by), parsed.GetValue(why), change)));
        }));
        return command;
    }
}
