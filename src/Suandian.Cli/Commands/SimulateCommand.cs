using System.CommandLine;
using System.Text;
using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Scheduling;
using Suandian.Scheduling.Comparison;

namespace Suandian.Cli.Commands;

/// <summary><c>simulate</c>: a log of jobs under queue policies.</summary>
static class SimulateCommand
{
    internal const string Name = "suandian simulate";

    const int MostProcessors = 10_000_000;
    const double UsualHalfLifeH = 168;

    static readonly (string Key, QueuePolicyKind Kind)[] Policies =
    [
        ("fifo", QueuePolicyKind.Fifo), ("sjf", QueuePolicyKind.ShortestFirst), ("easy", QueuePolicyKind.Easy), ("conservative", QueuePolicyKind.Conservative),
    ];

    internal static Command Create(Door door)
    {
        var log = door.Argument("log", "cli.argument.job_log");
        var processors = door.Option<int?>("--processors", "N", "cli.option.processors", NumberRange.Whole(1, MostProcessors));
        var policy = door.Option<string?>("--policy", "fifo,easy,…", "cli.option.queue_policy", list => MachineRun.Asked(list!) is not null);
        var machine = door.Option<string?>("--machine", "FOLDER|FILE", "cli.option.machine", path => path!.Trim().Length > 0);
        var halfLife = FeederInput.Number(door, ("--half-life", "168"), "cli.option.half_life", new NumberRange(1, 87_600));
        var invalid = door.Option<string?>("--invalid", "refuse|drop", "cli.option.invalid_jobs");
        invalid.AcceptOnlyFromAmong("refuse", "drop");
        var format = LogFlags.FormatOption(door);
        var output = door.NewFolderOption();
        var command = new Command("simulate", door.Terminal.Words("cli.simulate")) { log, processors, machine, format, policy, halfLife, invalid, output };
        string? Broken(ParseResult parsed) => parsed.GetValue(machine) is not null
            ? parsed.GetValue(processors) is not null ? "cli.usage.machine_processors" : null
            : parsed.GetValue(halfLife) is not null || (parsed.GetValue(policy) is { } list && Asked(list) is null) ? "cli.usage.machine_only" : null;
        command.SetAction((parsed, cancellation) =>
        {
            if (Broken(parsed) is { } rule)
            {
                return UsageErrors.Broken(door, parsed, rule);
            }

            var how = new JobLogOptions { Processors = parsed.GetValue(processors), Format = LogFlags.Format(parsed.GetValue(format)), Invalid = parsed.GetValue(invalid) == "drop" ? InvalidJobs.Drop : InvalidJobs.Refuse };
            return Task.FromResult((int)(parsed.GetValue(machine) is { } folder
                ? MachineRun.Run(door, (parsed.GetRequiredValue(log), folder, how),
                    new MachineRequest(MachineRun.Asked(parsed.GetValue(policy) ?? MachineRun.All)!, FeederInput.Value(parsed.GetValue(halfLife)) ?? UsualHalfLifeH, parsed.GetValue(output)), cancellation)
                : Run(door, parsed.GetRequiredValue(log), how,
                    (Asked(parsed.GetValue(policy) ?? string.Join(',', Policies.Select(p => p.Key)))!, parsed.GetValue(output)), cancellation)));
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

    static ExitCode Run(Door door, string log, JobLogOptions how, (QueuePolicyKind[] Policies, string? Output) asked, CancellationToken cancellation)
    {
        var reading = JobLog.Read(log, how);
        if (reading.Trace is not { } trace)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        ScheduleSolution[] schedules = [.. asked.Policies.Select(policy => BatchSimulator.Run(trace, reading.Processors, policy, cancellation))];
        if (asked.Output is not null)
        {
            var compared = ComparisonStudy.Of(new ComparisonSetting(trace, reading.Processors, null, 1), [.. schedules.Select(s => (KeyOf(s.Policy), s))]);
            NewFolder.Write(asked.Output, [.. schedules.Select(s => ($"{KeyOf(s.Policy)}.csv", Table(trace, s))), .. ComparisonFiles.Of(compared).Select(f => (f.Path, f.Bytes))]);
        }

        return new ScheduleAnswer(door.Terminal, trace, reading).Give(schedules, asked.Output);
    }

    static byte[] Table(JobTrace trace, ScheduleSolution schedule)
    {
        var text = new StringBuilder("job,submit_s,start_s,end_s,processors\n");
        for (var job = 0; job < trace.Count; job++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{trace.NameOf(job)},{trace.SubmitS[job]},{schedule.StartS[job]},{schedule.StartS[job] + trace.RunS[job]},{trace.Processors[job]}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
