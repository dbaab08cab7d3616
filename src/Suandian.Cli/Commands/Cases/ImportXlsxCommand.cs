using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>import xlsx</c>: a case folder from a workbook.</summary>
static class ImportXlsxCommand
{
    const string Name = "suandian import xlsx";

    internal static Command Create(Door door)
    {
        var file = door.Argument("file", "cli.argument.workbook_in");
        Door.Refuse(file, path => path.Length > 0 && !File.Exists(path), "cli.usage.no_file");
        var folder = door.Argument("folder", "cli.argument.new_folder");
        NewFolder.MustBeFree(folder);
        var command = new Command("xlsx", door.Terminal.Words("cli.import.xlsx")) { file, folder };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder)));
        return command;
    }

    static ExitCode Run(Door door, string file, string folder)
    {
        var reading = Workbook.Read(file);
        if (reading.Case is null)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        CaseFolder.Write(reading.Case, folder, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "weather"));
        return CaseInput.Made(door, Name, folder, reading.Problems);
    }
}
