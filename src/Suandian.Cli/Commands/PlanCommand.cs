using System.CommandLine;
using System.Text;
using Suandian.Cases;
using Suandian.Planning;
using Suandian.Texts;

namespace Suandian.Cli.Commands;

/// <summary><c>plan</c>: the plan and its certificate, without a report.</summary>
static class PlanCommand
{
    const string Name = "suandian plan";

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var writeLp = door.Option<string?>("--write-lp", "FILE", "cli.option.write_lp");
        var flags = new PlanningFlags(door);
        var command = new Command("plan", door.Terminal.Words("cli.plan")) { folder, writeLp };
        flags.AddTo(command);
        command.SetAction((parsed, cancellation) => Run(
            door,
            (parsed.GetRequiredValue(folder), parsed.GetValue(flags.Hours)),
            data => (CaseInput.On(data, parsed.GetValue(flags.Hours)), flags.Options(parsed, data)),
            parsed.GetValue(writeLp),
            cancellation));
        return command;
    }

    static async Task<int> Run(
        Door door, (string Path, string? Hours) of, Func<Case, (Case Data, PlanningOptions Options)> choose, string? lpFile, CancellationToken cancellation)
    {
        var board = new StageBoard(door);
        var (reading, plan, why) = await board.Watch<(CaseReading, PlanningSolution?, InfeasibilityReport?)>(progress =>
        {
            var run = new StudyRun(progress, cancellation);
            var read = CaseInput.OnHours(run.Read(of.Path), of.Hours);
            if (read.Case is null)
            {
                return (read, null, null);
            }

            var (data, options) = choose(read.Case);
            var network = run.Network(data);
            var model = run.Build(network, options);
            if (lpFile is not null)
            {
                WriteLp(model, lpFile);
                door.Interruption.Keep(Phrases.Of("cli.kept.lp", ("file", lpFile)));
            }

            var solved = run.Solve(model);
            return (read, solved, solved.Status == PlanningStatus.Infeasible && data.Imported is null
                ? run.Explain(network, options, (data.Settings.Year, solved.Run.Seconds))
                : null);
        });
        return (int)(plan is null ? CaseInput.Refuse(door, Name, reading.Problems) : Answer(door, reading, (plan, why)));
    }

    static ExitCode Answer(Door door, CaseReading reading, (PlanningSolution Plan, InfeasibilityReport? Why) end)
    {
        CaseInput.Warn(door.Terminal, reading.Problems);
        return StudyRun.HasPlan(end.Plan) ? PlanAnswer.Give(door, Name, end.Plan) : NoPlanAnswer.Give(door, Name, end.Plan, end.Why);
    }

    /// <summary>Writes aside and renames, so that a file under the final name is complete.</summary>
    static void WriteLp(PlanningModel model, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var aside = file + ".partial";
        using (var writer = new StreamWriter(aside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            model.Linear.WriteLp(writer);
        }

        File.Move(aside, file, overwrite: true);
    }
}
