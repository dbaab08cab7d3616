using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Reports;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Plans;

/// <summary><c>study</c>: from a case folder to a report folder.</summary>
static class StudyCommand
{
    const string Name = "suandian study";

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var output = door.Option<string?>("--out", "DIR", "cli.option.out_report");
        var flags = new PlanningFlags(door);
        var withBase = door.Flag("--base", "cli.option.base");
        var withoutBase = door.Flag("--no-base", "cli.option.no_base");
        var withUnique = door.Flag("--unique", "cli.option.unique");
        var withRanges = door.Flag("--ranges", "cli.option.ranges");
        var command = new Command("study", door.Terminal.Words("cli.study")) { folder, output, withBase, withoutBase, withRanges, withUnique };
        flags.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(withBase) && result.GetValue(withoutBase))
            {
                result.AddError("cli.usage.base_both");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(folder);
            var request = new StudyRequest(path, parsed.GetValue(flags.Hours), data => flags.Options(parsed, data),
                !parsed.GetValue(withoutBase), parsed.GetValue(withRanges), parsed.GetValue(withUnique));
            return Run(door, request, parsed.GetValue(output) ?? DefaultFolder(path), cancellation);
        });
        return command;
    }

    static async Task<int> Run(Door door, StudyRequest request, string output, CancellationToken cancellation)
    {
        ReportPlace.Prepare(output);
        if (Directory.Exists(output))
        {
            door.Interruption.Keep(Phrases.Of("cli.kept.report", ("folder", output)));
        }

        var board = new StageBoard(door);
        var outcome = await board.Watch(progress =>
        {
            var run = new StudyRun(progress, cancellation);
            var made = StudyMaker.Make(run, request);
            if (made is { Study: { } study, Figures: { } figures })
            {
                run.Begin(StudyStage.Write);
                ReportFolder.Write(study, figures, output);
            }
            else if (made.Imported is { } imported)
            {
                run.Begin(StudyStage.Write);
                ReportFolder.Write(imported, output);
            }

            return made;
        });
        return (int)Answer(door, outcome, output, board);
    }

    static ExitCode Answer(Door door, StudyOutcome outcome, string output, StageBoard board)
    {
        if (outcome.Plan is null)
        {
            return CaseInput.Refuse(door, Name, outcome.Reading.Problems);
        }

        CaseInput.Warn(door.Terminal, outcome.Reading.Problems);
        if (outcome.Figures is null && outcome.Imported is null)
        {
            return NoPlanAnswer.Give(door, Name, outcome.Plan, outcome.Why);
        }

        var page = Path.Combine(output, "index.html");
        var document = CaseInput.Document(Name, ExitCode.Done, outcome.Reading.Problems);
        document["report"] = page;
        document["study"] = outcome.Imported is { } imported
            ? StudyAnswer.Tell(door.Terminal, imported, page)
            : StudyAnswer.Tell(door.Terminal, outcome.Figures!, page);
        document["seconds"] = new JsonObject(board.Times.Select(stage =>
            KeyValuePair.Create<string, JsonNode?>(stage.Stage.ToString().ToLowerInvariant(), Math.Round(stage.Seconds, 3))));
        door.Terminal.Document(document);
        return ExitCode.Done;
    }

    /// <summary>reports/ and the name of the case, under the folder the user stands in.</summary>
    static string DefaultFolder(string path) => Path.Combine("reports",
        Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))));
}
