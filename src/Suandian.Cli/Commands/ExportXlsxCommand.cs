using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>export xlsx</c>: a case folder as one workbook.</summary>
static class ExportXlsxCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var file = door.Argument("file", "cli.argument.workbook_out");
        var command = new Command("xlsx", door.Terminal.Words("cli.export.xlsx")) { folder, file };
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
