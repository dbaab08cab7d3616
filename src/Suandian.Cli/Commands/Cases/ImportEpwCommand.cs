using System.CommandLine;
using System.Text.Json.Nodes;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>import epw</c>: an EPW weather file into a case, for one of its sites.</summary>
static class ImportEpwCommand
{
    const string Name = "suandian import epw";

    internal static Command Create(Door door)
    {
        var file = door.Argument("file", "cli.argument.epw");
        Door.Refuse(file, path => path.Length > 0 && !File.Exists(path), "cli.usage.no_file");
        var folder = door.CaseArgument("cli.argument.case_folder");
        Door.Refuse(folder, path => path.Length > 0 && !Directory.Exists(path), "cli.usage.no_case_folder");
        var site = door.Option<string>("--site", "NAME", "cli.option.site");
        site.Required = true;
        var command = new Command("epw", door.Terminal.Words("cli.import.epw")) { file, folder, site };
        command.SetAction(parsed => (int)Run(door,
            new WeatherImport(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(file), parsed.GetRequiredValue(site))));
        return command;
    }

    static ExitCode Run(Door door, WeatherImport import)
    {
        var terminal = door.Terminal;
        if (!import.HasSite)
        {
            terminal.Complain(terminal.Words("cli.import.no_site", ("site", import.Site), ("case", import.Case)));
            terminal.Document(new JsonObject { ["command"] = Name, ["status"] = "problems", ["exit_code"] = (int)ExitCode.Problems });
            return ExitCode.Problems;
        }

        var problems = import.Put();
        if (!problems.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        terminal.Say(terminal.Words("cli.import.epw_done", ("file", Path.GetFileName(import.File)), ("site", import.Site), ("case", import.Case)));
        terminal.Document(CaseInput.Document(Name, ExitCode.Done, []));
        return ExitCode.Done;
    }
}
