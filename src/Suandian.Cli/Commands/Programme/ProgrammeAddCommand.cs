using System.CommandLine;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme add</c>: a new row of a register.</summary>
static class ProgrammeAddCommand
{
    const string Name = "suandian programme add";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var register = door.Argument("register", "cli.argument.register");
        var fields = ProgrammeFlags.Fields(door);
        var (by, why) = (ProgrammeFlags.By(door), ProgrammeFlags.Why(door));
        var command = new Command("add", door.Terminal.Words("cli.programme.add")) { folder, register, fields, by, why };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var values = ProgrammeFlags.Values(parsed.GetRequiredValue(fields));
            var change = new Change
            {
                Kind = ChangeKind.Add, Register = parsed.GetRequiredValue(register), Id = values.GetValueOrDefault("id", ""), Values = values.Remove("id"),
            };
            return ProgrammeAnswer.Written(door, Name, programme.Record(ProgrammeFlags.Request(parsed.GetValue(by), parsed.GetValue(why), change)));
        }));
        return command;
    }
}
