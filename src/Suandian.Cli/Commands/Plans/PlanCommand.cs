using System.CommandLine;
using System.Text;
using Suandian.Cases;
using Suandian.Optimisation;
using Suandian.Planning;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Stages;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Plans;

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
        var end = await board.Watch(progress => Find(new StudyRun(progress, cancellation), of, choose, model => Keep(door, model, lpFile)));
        return (int)(end.Plan is null ? CaseInput.Refuse(door, Name, end.Reading.Problems) : Answer(door, end, end.Plan));
    }

    static Planned Find(StudyRun run, (string Path, string? Hours) of, Func<Case, (Case Data, PlanningOptions Options)> choose, Action<LinearModel> keep)
    {
        var read = CaseInput.OnHours(run.Read(of.Path), of.Hours);
        if (read.Case is null)
        {
            return new Planned(read);
        }

        var (data, options) = choose(read.Case);
        if (!data.Stages.IsEmpty)
        {
            return Staged(run, read, (data, options), keep);
        }

        var scenarios = data.Scenarios.IsEmpty ? null : run.Scenarios(data, options);
        var model = scenarios?.Joint ?? run.Build(run.Network(data), options);
        if (ModelProblems.Of(model.Linear) is { Length: > 0 } wrong)
        {
            return new Planned(read with { Case = null, Problems = [.. read.Problems, .. wrong] });
        }

        keep(model.Linear);
        var joint = scenarios is null ? null : ScenarioRun.Make(run, scenarios, options);
        var solved = joint?.Plan ?? run.Solve(model);
        return new Planned(read)
        {
            Data = data,
            Plan = solved,
            Scenarios = joint?.Answer,
            Why = run.Why(solved, (data, solved.Run.Seconds), (model.Network, scenarios), options),
        };
    }

    static Planned Staged(StudyRun run, CaseReading read, (Case Data, PlanningOptions Options) chosen, Action<LinearModel> keep)
    {
        var planning = run.Stages(chosen.Data, chosen.Options);
        keep(planning.Linear);
        var solution = run.Solve(planning);
        var last = planning.In(solution, chosen.Data.Stages.Length - 1).Plan;
        return new Planned(read)
        {
            Data = chosen.Data,
            Plan = last,
            Stages = StudyRun.HasPlan(last) ? planning.Answer(solution) : null,
            Why = run.Why(last, (chosen.Data, solution.Seconds), planning),
        };
    }

    static ExitCode Answer(Door door, Planned end, PlanningSolution plan)
    {
        CaseInput.Warn(door.Terminal, end.Reading.Problems);
        if (end.Stages is { } stages)
        {
            return StageTable.Give(door, Name, plan, (end.Data!, stages));
        }

        return StudyRun.HasPlan(plan)
            ? PlanAnswer.Give(door, Name, plan, end.Scenarios is { } scenarios ? (end.Data!, scenarios) : null)
            : NoPlanAnswer.Give(door, Name, plan, end.Why);
    }

    sealed record Planned(CaseReading Reading)
    {
        public Case? Data { get; init; }

        public PlanningSolution? Plan { get; init; }

        public ScenarioAnswer? Scenarios { get; init; }

        public StageAnswer? Stages { get; init; }

        public InfeasibilityReport? Why { get; init; }
    }

    /// <summary>Writes the problem where a file is named: aside and renamed, so that a file under the final name is complete.</summary>
    static void Keep(Door door, LinearModel model, string? file)
    {
        if (file is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var aside = file + ".partial";
        using (var writer = new StreamWriter(aside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            model.WriteLp(writer);
        }

        File.Move(aside, file, overwrite: true);
        door.Interruption.Keep(Phrases.Of("cli.kept.lp", ("file", file)));
    }
}
