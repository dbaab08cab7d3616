using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Reports.Machines;
using Suandian.Scheduling.Machines;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>simulate</c> on a machine that tables describe.</summary>
static class MachineRun
{
    static readonly (string Key, MachinePolicyKind Kind)[] Policies =
    [
        ("fifo", MachinePolicyKind.Fifo), ("sjf", MachinePolicyKind.ShortestFirst), ("easy", MachinePolicyKind.Easy),
        ("conservative", MachinePolicyKind.Conservative), ("fair", MachinePolicyKind.FairShare),
    ];

    /// <summary>The word for a policy on the command line.</summary>
    internal static string KeyOf(MachinePolicyKind kind) => Policies.First(p => p.Kind == kind).Key;

    /// <summary>Words of all policies.</summary>
    internal static string All { get; } = string.Join(',', Policies.Select(p => p.Key));

    /// <summary>The policies of a list such as fifo,fair; null where one is not known or there is none.</summary>
    internal static MachinePolicyKind[]? Asked(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        return names is [] || names.Any(name => Policies.All(p => p.Key != name)) ? null : [.. names.Select(name => Policies.First(p => p.Key == name).Kind)];
    }

    /// <summary>Reads machine and log, simulates, checks, answers.</summary>
    internal static ExitCode Run(Door door, (string Log, string Machine, JobLogOptions How) input, MachineRequest asked, CancellationToken cancellation)
    {
        var machine = MachineFolder.Read(input.Machine);
        if (machine.Machine is null)
        {
            var log = JobLog.Read(input.Log, input.How with { IsMachineNeeded = false });
            return CaseInput.Refuse(door, SimulateCommand.Name, [.. machine.Problems, .. log.Problems.Where(p => p.Code != ProblemCode.JobSection)]); // its sections are not known
        }

        var fit = MachineFolder.ReadJobs(input.Log, machine.Machine, input.How);
        if (fit.Jobs is not { } jobs)
        {
            return CaseInput.Refuse(door, SimulateCommand.Name, [.. machine.Problems, .. fit.Problems]);
        }

        var options = new QueueOptions { HalfLifeS = asked.HalfLifeH * 3600, Depth = asked.Depth };
        var plans = asked.Policies.Select(policy => MachineSimulator.Run(jobs, policy, options, cancellation)).Select(plan => (Plan: plan, Metrics: MachineMetrics.Of(jobs, plan))).ToArray();
        foreach (var (plan, faults) in plans.Select(p => (p.Plan, MachineCheck.Of(jobs.Machine, jobs.Trace, p.Plan))).Where(c => !c.Item2.IsEmpty))
        {
            throw new InvalidOperationException($"{plan.Policy}: {faults.Length} faults, first {faults[0]}");
        }

        var trace = jobs.Trace;
        foreach (var (plan, _) in plans.Where(p => p.Plan.Policy == MachinePolicyKind.Conservative))
        {
            QueueDepth.Remark(door.Terminal, trace, QueueDepth.FirstStarts(plan, trace.Count), asked.Depth);
        }

        var notes = new LogNotes { FirstHour = jobs.Machine.Hours.IsEmpty ? null : trace.Began, Dropped = fit.Dropped, Left = fit.Left, KeptCpuH = Enumerable.Range(0, trace.Count).Sum(trace.CpuH) };
        if (asked.Output is not null)
        {
            NewFolder.Write(asked.Output, MachineFiles.Of(jobs, [.. plans.Select(p => new MachinePlan(KeyOf(p.Plan.Policy), p.Plan, p.Metrics))], notes).Select(f => (f.Path, f.Bytes)));
        }

        return new MachineAnswer(door.Terminal, jobs, (machine.Problems, notes)).Give(plans, asked.Output);
    }
}

/// <summary>What is asked of <c>simulate</c> on a machine.</summary>
/// <param name="Policies">Policies, in the order of the answer.</param>
/// <param name="HalfLifeH">Time in which usage halves, h.</param>
/// <param name="Depth">Waiting jobs that have reservations under the conservative policy.</param>
/// <param name="Output">A new folder for tables; null for none.</param>
sealed record MachineRequest(MachinePolicyKind[] Policies, double HalfLifeH, int Depth, string? Output);
