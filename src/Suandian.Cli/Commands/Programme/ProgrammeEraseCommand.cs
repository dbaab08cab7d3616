using System.CommandLine;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme erase</c>: names, phones and codes of a person leave the ledger; figures and history stay.</summary>
static class ProgrammeEraseCommand
{
    const string Name = "suandian programme erase";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var row = ProgrammeFlags.Row(door);
        var (by, why) = (ProgrammeFlags.By(door), ProgrammeFlags.Why(door));
        var command = new Command("erase", door.Terminal.Words("cli.programme.erase")) { folder, row, by, why };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var recorded = programme.Erase(ProgrammeFlags.Request(parsed.GetValue(by), parsed.GetValue(why)), RowAddress.Parse(parsed.GetRequiredValue(row))!.Value);
            if (recorded.Count(ChangeResult.Erased) > 0)
            {
                door.Terminal.Remark(door.Terminal.Words("cli.programme.erase.elsewhere"));
            }

            return ProgrammeAnswer.Written(door, Name, recorded);
        }));
        return command;
    }
}
