using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Reports;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Plans;

/// <summary><c>report</c>: writes the report again from a stored solution.</summary>
static class ReportCommand
{
    const string Name = "suandian report";

    internal static Command Create(Door door)
    {
        var folder = door.Argument("results", "cli.argument.results");
        Door.Refuse(folder, path => path.Length > 0 && !Path.Exists(path), "cli.usage.no_results");
        var output = door.Option<string?>("--out", "DIR", "cli.option.out_again");
        var command = new Command("report", door.Terminal.Words("cli.report")) { folder, output };
        command.SetAction((parsed, cancellation) =>
        {
            var results = parsed.GetRequiredValue(folder);
            return Run(door, results, parsed.GetValue(output) ?? results, cancellation);
        });
        return command;
    }

    static async Task<int> Run(Door door, string results, string output, CancellationToken cancellation)
    {
        ReportPlace.Prepare(output);
        door.Interruption.Keep(Phrases.Of("cli.kept.report", ("folder", output)));
        var figures = await new StageBoard(door).Watch(progress =>
        {
            var run = new StudyRun(progress, cancellation);
            run.Begin(StudyStage.Read);
            var study = StudyStore.ReadFolder(results);
            run.Begin(StudyStage.Figures);
            var computed = StudyFigures.From(study);
            run.Begin(StudyStage.Write);
            return ReportFolder.Write(study, computed, output);
        });
        var page = Path.Combine(output, "index.html");
        StudyAnswer.Print(door.Terminal, figures, page);
        door.Terminal.Document(new JsonObject
        {
            ["command"] = Name,
            ["status"] = "done",
            ["exit_code"] = 0,
            ["report"] = page,
            ["study"] = StudyAnswer.Node(figures),
        });
        return (int)ExitCode.Done;
    }
}
