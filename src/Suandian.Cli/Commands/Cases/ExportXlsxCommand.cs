using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>export xlsx</c>: a case folder as one workbook.</summary>
static class ExportXlsxCommand
{
    const string Name = "suandian export xlsx";

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var file = door.Argument("file", "cli.argument.workbook_out");
        NewFolder.MustBeFree(file);
        Door.Refuse(file, path => path.Length > 0 && !CaseInput.IsWorkbook(path), "cli.usage.not_xlsx");
        var command = new Command("xlsx", door.Terminal.Words("cli.export.xlsx")) { folder, file };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(file)));
        return command;
    }

    static ExitCode Run(Door door, string folder, string file)
    {
        var reading = CaseInput.OfOurOwn(CaseInput.Read(folder));
        if (reading.Case is null)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        Workbook.Write(reading.Case, file);
        if (reading.Case.WeatherSites.Any(site => site.File is not null))
        {
            door.Terminal.Remark(door.Terminal.Words("cli.export.weather", ("case", folder)));
        }

        return CaseInput.Made(door, Name, file, reading.Problems);
    }
}
