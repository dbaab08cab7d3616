using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>import epw</c>: an EPW weather file into a case, for one of its sites.</summary>
static class ImportEpwCommand
{
    internal static Command Create(Door door)
    {
        var file = door.Argument("file", "cli.argument.epw");
        var folder = door.CaseArgument();
        var site = door.Option<string>("--site", "NAME", "cli.option.site");
        site.Required = true;
        var command = new Command("epw", door.Terminal.Words("cli.import.epw")) { file, folder, site };
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
