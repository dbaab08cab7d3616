using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>import xlsx</c>: a case folder from a workbook.</summary>
static class ImportXlsxCommand
{
    internal static Command Create(Door door)
    {
        var file = door.Argument("file", "cli.argument.workbook_in");
        var folder = door.Argument("folder", "cli.argument.new_folder");
        var command = new Command("xlsx", door.Terminal.Words("cli.import.xlsx")) { file, folder };
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
