using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Reports;
using Suandian.Reports.Jobs;
using Suandian.Scheduling.Machines;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>Schedules of a machine for people and for machines: a row a policy, a row a section and partition, what was left out, what went beyond a limit.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="jobs">Jobs beside their machine.</param>
/// <param name="told">Warnings, and what there is to know of the log.</param>
sealed class MachineAnswer(Terminal terminal, MachineJobs jobs, (ImmutableArray<Problem> Warnings, LogNotes Notes) told)
{
    /// <summary>Prints the answer.</summary>
    internal ExitCode Give((MachineSchedule Plan, MachineMetrics Metrics)[] plans, string? output)
    {
        var (trace, machine) = (jobs.Trace, jobs.Machine);
        CaseInput.Warn(terminal, told.Warnings);
        terminal.Say(terminal.Words("cli.machine.trace", ("name", trace.Name), ("jobs", trace.Count), ("span", FittingUnit.OfTime(trace.SubmitS[^1] - trace.SubmitS[0]).Say(trace.SubmitS[^1] - trace.SubmitS[0])),
            ("machine", machine.Name), ("nodes", machine.Nodes.Sum(n => n.Count)), ("cpus", machine.Cpus), ("accelerators", machine.Accelerators),
            ("partitions", machine.Nodes.SelectMany(Machine.PartitionsOf).Distinct().Count())));
        DroppedJobs.Say(terminal, told.Notes);
        PolicyTable(plans);
        GroupTable(plans);
        DeadlineAnswer.Say(terminal, [.. plans.Select(p => (Name(p.Plan), p.Metrics.Deadlines))]);
        foreach (var (plan, metrics) in plans)
        {
            SayLimits(Name(plan), metrics);
        }

        terminal.Say(terminal.Words("cli.machine.checked"));
        if (output is not null)
        {
            terminal.Say(terminal.Words("cli.simulate.written", ("folder", output)));
        }

        var document = CaseInput.Document(SimulateCommand.Name, ExitCode.Done, told.Warnings);
        document["jobs"] = trace.Count;
        document["processors"] = machine.Cpus;
        document["accelerators"] = machine.Accelerators;
        DroppedJobs.Tell(document, told.Notes);
        document["policies"] = Nodes(plans.Length, i => Node(plans[i].Plan, plans[i].Metrics));
        terminal.Document(document);
        return ExitCode.Done;
    }

    string Name(MachineSchedule plan) => terminal.Words("cli.simulate." + MachineRun.KeyOf(plan.Policy));

    void PolicyTable((MachineSchedule Plan, MachineMetrics Metrics)[] plans)
    {
        string[] old = ["policy", "mean_wait", "median_wait", "longest_wait", "slowdown", "utilisation"], own = ["accelerators", "energy", "green", "cost", "carbon", "market_carbon", "lost", "stops", "fairness"];
        var (wait, span) = (FittingUnit.OfWait(plans.Select(p => p.Metrics.All.LongestWaitS)), FittingUnit.OfTime(plans.Select(p => p.Metrics.MakespanS)));
        var (energy, mass) = (FittingUnit.OfEnergy(plans.Select(p => p.Metrics.EnergyKwh)), FittingUnit.OfMass(plans.SelectMany(p => new[] { p.Metrics.CarbonKg, p.Metrics.MarketCarbonKg })));
        string[] headings = [.. old.Select(h => terminal.Words("cli.simulate." + h, ("unit", wait.Word))), .. own.Select(h => terminal.Words("cli.machine." + h, ("unit", h == "energy" ? energy.Word : mass.Word))), terminal.Words("cli.simulate.makespan", ("unit", span.Word))];
        Grid.Print(terminal, headings, plans.Select(p => (string[])
        [
            Name(p.Plan), wait.Column(p.Metrics.All.MeanWaitS, 3), wait.Column(p.Metrics.All.MedianWaitS, 3), wait.Column(p.Metrics.All.LongestWaitS, 2),
            Number(p.Metrics.All.MeanBoundedSlowdown, 2), Number(100 * p.Metrics.CpuUtilisationPu, 1), Number(100 * p.Metrics.AcceleratorUtilisationPu, 1),
            energy.Column(Powered(p.Metrics.EnergyKwh), 3), Number(100 * p.Metrics.GreenSharePu, 1), Cost(p.Metrics.CostYuan), mass.Column(Powered(p.Metrics.CarbonKg), 3),
            mass.Column(Powered(p.Metrics.MarketCarbonKg), 3), Number(Lost(p.Metrics.All), 1), Number(p.Metrics.Stops, 0),
            Number(double.IsNaN(p.Metrics.SectionFairness) ? p.Metrics.UserFairness : p.Metrics.SectionFairness, 3), span.Column(p.Metrics.MakespanS, 2),
        ]));
    }

    void GroupTable((MachineSchedule Plan, MachineMetrics Metrics)[] plans)
    {
        if (plans[0].Metrics is { Sections: [], Partitions: [] })
        {
            return;
        }

        string[] columns = ["jobs", "cpu_h", "accelerator_h", "dynamic", "cost", "carbon", "market_carbon", "lost", "late"];
        GroupMetrics[] groups = [.. plans.SelectMany(p => p.Metrics.Sections.Concat(p.Metrics.Partitions))];
        var (wait, energy) = (FittingUnit.OfWait(groups.Select(g => g.MeanWaitS)), FittingUnit.OfEnergy(groups.Select(g => g.EnergyKwh)));
        var mass = FittingUnit.OfMass(groups.SelectMany(g => new[] { g.CarbonKg, g.MarketCarbonKg }));
        string[] headings = [terminal.Words("cli.simulate.policy"), terminal.Words("cli.machine.group"), terminal.Words("cli.simulate.mean_wait", ("unit", wait.Word)), terminal.Words("cli.simulate.slowdown"), .. columns.Select(h => terminal.Words("cli.machine." + h, ("unit", h == "dynamic" ? energy.Word : mass.Word)))];
        Grid.Print(terminal, headings,
            plans.SelectMany(p => p.Metrics.Sections.Concat(p.Metrics.Partitions).Select(g => (string[])
            [
                Name(p.Plan), g.Name, wait.Column(g.MeanWaitS, 3), Number(g.MeanBoundedSlowdown, 2), Number(g.Jobs.All, 0), Number(g.CpuH, 1), Number(g.AcceleratorH, 1),
                energy.Column(Powered(g.EnergyKwh), 3), Cost(g.CostYuan), mass.Column(Powered(g.CarbonKg), 3), mass.Column(Powered(g.MarketCarbonKg), 3), Number(Lost(g), 1), Number(g.DeadlineMisses ?? double.NaN, 0),
            ])), column => column == 1);
    }

    void SayLimits(string policy, MachineMetrics metrics)
    {
        if (metrics.ExcessKwh > 0)
        {
            terminal.Say(terminal.Words("cli.machine.excess", ("policy", policy), ("hours", metrics.Hours.Count(h => h.ExcessKwh > 0)), ("energy", FittingUnit.OfEnergy(metrics.ExcessKwh).Say(metrics.ExcessKwh))));
        }

        if (metrics.All.Jobs.Lost > 0)
        {
            terminal.Say(terminal.Words("cli.machine.lost_jobs", ("policy", policy), ("count", metrics.All.Jobs.Lost)));
        }

        if (Repeated(metrics) is > 0 and var hours)
        {
            terminal.Say(terminal.Words("cli.machine.repeated", ("policy", policy), ("hours", hours)));
        }
    }

    int Repeated(MachineMetrics metrics) => jobs.Machine.Hours.IsEmpty ? 0 : metrics.Hours.Count(h => h.Hour >= jobs.Machine.Hours.Length);

    /// <summary>What follows from energy; NaN where the table of nodes tells no power, so that there is none.</summary>
    double Powered(double value) => jobs.Machine.Nodes.Any(n => n is not { IdleW: 0, CpuW: 0, AcceleratorW: 0 }) ? value : double.NaN;

    /// <summary>Whole yuan, or fen below ten.</summary>
    string Cost(double yuan) => Number(Powered(yuan), Math.Abs(yuan) < 10 ? 2 : 0);

    static double Lost(GroupMetrics group) => group.LostCpuH.Preempted + group.LostCpuH.PowerCut + group.LostCpuH.Outage;

    JsonObject Node(MachineSchedule plan, MachineMetrics metrics)
    {
        var node = Group(metrics.All);
        node["name"] = MachineRun.KeyOf(plan.Policy);
        node["policy"] = MachineRun.KeyOf(plan.Policy);
        node["utilisation_pu"] = metrics.CpuUtilisationPu;
        node["accelerator_utilisation_pu"] = Value(metrics.AcceleratorUtilisationPu);
        node["makespan_s"] = metrics.MakespanS;
        node["energy_kwh"] = metrics.EnergyKwh;
        node["idle_kwh"] = metrics.IdleKwh;
        node["green_share_pu"] = Value(metrics.GreenSharePu);
        node["cost_yuan"] = Value(metrics.CostYuan);
        node["carbon_kg"] = Value(metrics.CarbonKg);
        node["market_carbon_kg"] = Value(metrics.MarketCarbonKg);
        node["stops"] = metrics.Stops;
        node["excess_kwh"] = metrics.ExcessKwh;
        node["hours_over_limit"] = metrics.Hours.Count(h => h.ExcessKwh > 0);
        node["hours_repeated"] = Repeated(metrics);
        node["section_fairness"] = Value(metrics.SectionFairness);
        node["user_fairness"] = Value(metrics.UserFairness);
        node["sections"] = Nodes(metrics.Sections.Length, i => Group(metrics.Sections[i]));
        node["partitions"] = Nodes(metrics.Partitions.Length, i => Group(metrics.Partitions[i]));
        return node;
    }

    static JsonObject Group(GroupMetrics group) => DeadlineAnswer.Tell(new JsonObject
    {
        ["name"] = group.Name,
        ["jobs"] = group.Jobs.All,
        ["lost_jobs"] = group.Jobs.Lost,
        ["mean_wait_s"] = Value(group.MeanWaitS),
        ["median_wait_s"] = Value(group.MedianWaitS),
        ["longest_wait_s"] = Value(group.LongestWaitS),
        ["mean_bounded_slowdown"] = Value(group.MeanBoundedSlowdown),
        ["cpu_h"] = group.CpuH,
        ["accelerator_h"] = group.AcceleratorH,
        ["dynamic_kwh"] = group.EnergyKwh,
        ["cost_yuan"] = Value(group.CostYuan),
        ["carbon_kg"] = Value(group.CarbonKg),
        ["market_carbon_kg"] = Value(group.MarketCarbonKg),
        ["lost_preempted_cpu_h"] = group.LostCpuH.Preempted,
        ["lost_power_cut_cpu_h"] = group.LostCpuH.PowerCut,
        ["lost_outage_cpu_h"] = group.LostCpuH.Outage,
    }, group.Deadlines);
}
