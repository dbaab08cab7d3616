using System.CommandLine;
using Suandian.Cases;
using Suandian.Cli.Commands.Grids;
using Suandian.Reports.Jobs;
using Suandian.Scheduling;
using Suandian.Scheduling.Comparison;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>simulate</c>: a log of jobs under queue policies.</summary>
static class SimulateCommand
{
    internal const string Name = "suandian simulate";

    const double UsualHalfLifeH = 168;

    static readonly (string Key, QueuePolicyKind Kind)[] Policies =
    [
        ("fifo", QueuePolicyKind.Fifo), ("sjf", QueuePolicyKind.ShortestFirst), ("easy", QueuePolicyKind.Easy), ("conservative", QueuePolicyKind.Conservative),
    ];

    internal static Command Create(Door door)
    {
        var log = new LogFlags(door);
        var policy = door.Option<string?>("--policy", "fifo,easy,…", "cli.option.queue_policy", list => MachineRun.Asked(list!) is not null);
        var machine = door.Option<string?>("--machine", "FOLDER|FILE", "cli.option.machine", path => path!.Trim().Length > 0);
        var halfLife = FeederInput.Number(door, ("--half-life", "168"), "cli.option.half_life", new NumberRange(1, 87_600));
        var depth = QueueDepth.Option(door);
        var output = door.NewFolderOption();
        var command = new Command("simulate", door.Terminal.Words("cli.simulate"));
        log.AddTo(command);
        foreach (var option in (Option[])[machine, policy, halfLife, depth, output])
        {
            command.Add(option);
        }

        string? Broken(ParseResult parsed) => parsed.GetValue(machine) is not null
            ? log.HasProcessors(parsed) ? "cli.usage.machine_processors" : null
            : parsed.GetValue(halfLife) is not null || (parsed.GetValue(policy) is { } list && Asked(list) is null) ? "cli.usage.machine_only" : null;
        command.SetAction((parsed, cancellation) =>
        {
            if (Broken(parsed) is { } rule)
            {
                return UsageErrors.Broken(door, parsed, rule);
            }

            var (path, how) = (log.Log(parsed), log.Options(parsed, isMachineNeeded: true));
            return Task.FromResult((int)(parsed.GetValue(machine) is { } folder
                ? MachineRun.Run(door, (path, folder, how),
                    new MachineRequest(MachineRun.Asked(parsed.GetValue(policy) ?? MachineRun.All)!, FeederInput.Value(parsed.GetValue(halfLife)) ?? UsualHalfLifeH, QueueDepth.Of(parsed, depth), parsed.GetValue(output)), cancellation)
                : Run(door, path, how,
                    (Asked(parsed.GetValue(policy) ?? string.Join(',', Policies.Select(p => p.Key)))!, QueueDepth.Of(parsed, depth), parsed.GetValue(output)), cancellation)));
        });
        return command;
    }

    /// <summary>The policies of a list such as fifo,easy; null where one is not known or there is none.</summary>
    internal static QueuePolicyKind[]? Asked(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        return names is [] || names.Any(name => Policies.All(p => p.Key != name)) ? null : [.. names.Select(name => Policies.First(p => p.Key == name).Kind)];
    }

    /// <summary>The word for a policy on the command line.</summary>
    internal static string KeyOf(QueuePolicyKind kind) => Policies.First(p => p.Kind == kind).Key;

    static ExitCode Run(Door door, string log, JobLogOptions how, (QueuePolicyKind[] Policies, int Depth, string? Output) asked, CancellationToken cancellation)
    {
        var reading = JobLog.Read(log, how);
        if (reading.Trace is not { } trace)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var notes = LogFlags.NotesOf(reading, hasHours: false);
        ScheduleSolution[] schedules = [.. asked.Policies.Select(policy => BatchSimulator.Run(trace, reading.Processors, policy, asked.Depth, cancellation))];
        foreach (var schedule in schedules.Where(s => s.Policy == QueuePolicyKind.Conservative))
        {
            QueueDepth.Remark(door.Terminal, trace, schedule.StartS, asked.Depth);
        }

        if (asked.Output is not null)
        {
            var compared = ComparisonStudy.Of(new ComparisonSetting(trace, reading.Processors, null, double.NaN), [.. schedules.Select(s => (KeyOf(s.Policy), s))]);
            NewFolder.Write(asked.Output, schedules.Select(s => ScheduleFiles.Of(KeyOf(s.Policy), trace, s)).Concat(ComparisonFiles.Of(compared, notes)).Concat(DeadlineFile.Of(schedules.Select(s => (KeyOf(s.Policy), DeadlineMetrics.Of(trace, s))))).Select(f => (f.Path, f.Bytes)));
        }

        return new ScheduleAnswer(door.Terminal, trace, reading, notes).Give(schedules, asked.Output);
    }
}
