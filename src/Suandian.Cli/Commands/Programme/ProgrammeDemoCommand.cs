using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Operations.Programme.Demonstration;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme demo</c>: a demonstration programme with invented rows and files, and every form and report of it.</summary>
static class ProgrammeDemoCommand
{
    const string Name = "suandian programme demo";
    const string Account = "owner";

    internal static Command Create(Door door)
    {
        var folder = door.Argument("folder", "cli.argument.new_folder");
        NewFolder.MustBeFree(folder);
        var study = door.Option<string?>("--study", "DIR", "cli.option.demo_study", folder => File.Exists(Summary(folder!)));
        var command = new Command("demo", door.Terminal.Words("cli.programme.demo")) { folder, study };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(folder), parsed.GetValue(study)));
        return command;
    }

    static ExitCode Run(Door door, string folder, string? study)
    {
        var programme = DemonstrationProgramme.Make(folder, Account, study is null ? null : Summary(study), door.Clock);
        var (files, problems) = DemonstrationReports.Write(programme.State, Path.Combine(folder, "reports"), door.Terminal.Language);
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        return ProgrammeAnswer.Said(door, Name, door.Terminal.Words("cli.programme.demo.done", ("origin", Phrases.Of(study is null ? "cli.programme.demo.invented" : "cli.programme.demo.from_study")), ("folder", folder), ("entries", programme.State.Head), ("files", files.Length), ("account", Account)),
            ("path", folder), ("entries", programme.State.Head), ("files", new JsonArray([.. files.Select(f => (JsonNode)f)])));
    }

    static string Summary(string study) => Path.Combine(study, "tables", "summary.csv");
}
