using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>report</c>: writes the report again from a stored solution.</summary>
static class ReportCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.Argument("results", "cli.argument.results");
        var command = new Command("report", door.Terminal.Words("cli.report")) { folder };
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
