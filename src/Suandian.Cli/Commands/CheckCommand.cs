using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>check</c>: all problems of a case folder at once.</summary>
static class CheckCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var command = new Command("check", door.Terminal.Words("cli.check")) { folder };
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
