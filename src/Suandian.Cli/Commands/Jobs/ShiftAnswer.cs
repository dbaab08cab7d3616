using System.Text.Json.Nodes;
using Suandian.Reports.Jobs;
using Suandian.Reports.Shifting;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>Shifted jobs for people and for machines: a row a policy, each beside running at once and beside the bound.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="trace">The jobs.</param>
/// <param name="options">What was asked.</param>
sealed class ShiftAnswer(Terminal terminal, ShiftTrace trace, ShiftOptions options)
{
    const double GramPerKilogram = 1000;

    static readonly ShiftGoal[] Goals = [ShiftGoal.Carbon, ShiftGoal.MarketCarbon, ShiftGoal.Cost];

    /// <summary>Prints the answer.</summary>
    internal ExitCode Give(ShiftSolution solution, LogNotes notes, string? output)
    {
        ShiftGoal[] goals = [.. Goals.Where(solution.Bounds.ContainsKey)];
        terminal.Say(terminal.Words("cli.shift.trace", ("name", trace.Name), ("jobs", trace.Count), ("cpu_h", Number(trace.CpuHours, 2)),
            ("energy", Number(trace.CpuHours * options.KilowattPerCpu, 1)), ("goal", Goal(options.Goal))));
        if (IsNamed(solution))
        {
            terminal.Say(terminal.Words("cli.shift.clusters", ("count", solution.Clusters.Length), ("names", string.Join(", ", solution.Clusters.Select(c => c.Name)))));
        }

        DroppedJobs.Say(terminal, notes);
        var hasGreen = solution.Runs.Any(r => !double.IsNaN(r.Metrics.GreenSharePu));
        string[] headings = [.. Headings(goals), .. hasGreen ? ["green"] : Array.Empty<string>(), "mean_wait", "longest_wait", "peak", "resumed", "late", "over", .. IsNamed(solution) ? ["away", "data_cost"] : Array.Empty<string>()];
        Grid.Print(terminal, [.. headings.Select(h => terminal.Words("cli.shift." + h))], solution.Runs.Select(run => Row(run, goals, solution, hasGreen)));
        foreach (var goal in goals)
        {
            SayBound(goal, solution.Bounds[goal]);
        }

        if (ShiftFiles.Unranked(solution) is { } unranked)
        {
            terminal.Say(unranked.In(terminal.Language));
        }

        if (ShiftFiles.NotRun(solution) is { } lost)
        {
            terminal.Say(lost.In(terminal.Language));
        }

        SayClusters(solution, goals);
        SayBroken(solution);
        if (output is not null)
        {
            terminal.Say(terminal.Words("cli.shift.written", ("folder", output)));
        }

        terminal.Document(Document(solution, goals, notes));
        return ExitCode.Done;
    }

    static IEnumerable<string> Headings(ShiftGoal[] goals) => ["policy", .. goals.SelectMany(g => new[] { Key(g), "saved", "ratio" })];

    string[] Row(ShiftRun run, ShiftGoal[] goals, ShiftSolution solution, bool hasGreen)
    {
        var m = run.Metrics;
        return
        [
            terminal.Words("cli.shift." + ShiftFlags.KeyOf(run.Schedule.Policy)),
            .. goals.SelectMany(g => new[] { Number(Shown(g, m.Of(g)), 3), Number(100 * solution.MoreThanNowPu(run, g), 2), Number(solution.ToBound(run, g), 4) }),
            .. hasGreen ? [Number(100 * m.GreenSharePu, 1)] : Array.Empty<string>(),
            Number(m.MeanWaitH, 3), Number(m.LongestWaitH, 2), $"{m.PeakCpus}", $"{m.Resumptions}", $"{m.Late}", $"{m.HoursOverLimit}",
            .. IsNamed(solution) ? [$"{m.Away}", Number(m.DataCostYuan, 2)] : Array.Empty<string>(),
        ];
    }

    static bool IsNamed(ShiftSolution solution) => solution.Clusters.Any(c => c.Name.Length > 0);

    /// <summary>What the best policy that keeps the limits does at each of several clusters.</summary>
    void SayClusters(ShiftSolution solution, ShiftGoal[] goals)
    {
        if (!IsNamed(solution))
        {
            return;
        }

        var best = solution.Best(options.Goal);
        terminal.Say(terminal.Words(best.Metrics is { Late: 0, HoursOverLimit: 0 } ? "cli.shift.per_cluster" : "cli.shift.per_cluster_nearest", ("policy", Texts.Phrases.Of("cli.shift." + ShiftFlags.KeyOf(best.Schedule.Policy)))));
        string[] headings = ["cluster", "jobs", "energy", .. goals.Select(Key), "data", "data_cost", "over"];
        Grid.Print(terminal, [.. headings.Select(h => terminal.Words("cli.shift." + h))], best.Metrics.Clusters.Select(use => (string[])
        [
            use.Name, $"{use.Jobs}", Number(use.EnergyKwh, 1), .. goals.Select(g => Number(Of(use, g), 3)), Number(use.DataGb, 1), Number(use.DataCostYuan, 2), $"{use.HoursOverLimit}",
        ]));
    }

    static double Of(ClusterUse use, ShiftGoal goal) => goal switch { ShiftGoal.Carbon => use.CarbonKg, ShiftGoal.MarketCarbon => use.MarketCarbonKg, _ => use.CostYuan };

    void SayBound(ShiftGoal goal, ShiftBound bound) =>
        terminal.Say(terminal.Words(!bound.IsFeasible ? "cli.shift.bound_none" : double.IsNaN(bound.Value) ? "cli.shift.bound_unknown" : bound.DualPerCpuH.Length > 0 ? "cli.shift.bound_limits" : "cli.shift.bound_free",
            ("goal", Goal(goal)), ("value", Number(Shown(goal, bound.Value), 3)), ("unit", goal == ShiftGoal.Cost ? new Text("元", "yuan") : new Text("kg", "kg"))));

    void SayBroken(ShiftSolution solution)
    {
        var (late, over) = (solution.Runs.Sum(r => r.Metrics.Late), solution.Runs.Sum(r => r.Metrics.HoursOverLimit));
        terminal.Say(terminal.Words(late + over == 0 ? IsNamed(solution) ? "cli.shift.checked_clusters" : "cli.shift.checked" : "cli.shift.checked_broken", ("late", late), ("hours", over)));
    }

    JsonObject Document(ShiftSolution solution, ShiftGoal[] goals, LogNotes notes)
    {
        var document = CaseInput.Document(ShiftCommand.Name, ExitCode.Done, []);
        document["jobs"] = trace.Count;
        document["cpu_h"] = trace.CpuHours;
        document["goal"] = Key(options.Goal);
        DroppedJobs.Tell(document, notes);
        document["policies"] = Nodes(solution.Runs.Length, i => Node(solution.Runs[i], solution, goals));
        document["bounds"] = Nodes(goals.Length, i => new JsonObject
        {
            ["goal"] = Key(goals[i]),
            ["value"] = Value(Shown(goals[i], solution.Bounds[goals[i]].Value)),
            ["is_feasible"] = IsFeasible(solution, solution.Bounds[goals[i]]),
        });
        return document;
    }

    /// <summary>True where a schedule keeps all limits, false where it is proved that none does, null where neither is known.</summary>
    static bool? IsFeasible(ShiftSolution solution, ShiftBound bound) =>
        solution.Runs.Any(r => r.Metrics is { Late: 0, HoursOverLimit: 0 }) ? true : bound.IsFeasible ? null : false;

    static JsonObject Node(ShiftRun run, ShiftSolution solution, ShiftGoal[] goals)
    {
        var m = run.Metrics;
        var node = new JsonObject
        {
            ["policy"] = ShiftFlags.KeyOf(run.Schedule.Policy),
            ["energy_kwh"] = m.EnergyKwh,
            ["carbon_kg"] = Value(m.CarbonKg),
            ["market_carbon_kg"] = Value(m.MarketCarbonKg),
            ["cost_yuan"] = Value(m.CostYuan),
            ["green_share_pu"] = Value(m.GreenSharePu),
            ["mean_wait_h"] = Value(m.MeanWaitH),
            ["longest_wait_h"] = Value(m.LongestWaitH),
            ["peak_cpus"] = m.PeakCpus,
            ["resumptions"] = m.Resumptions,
            ["late"] = m.Late,
            ["not_run"] = m.NotRun,
            ["not_run_cpu_h"] = m.NotRunCpuH,
            ["hours_over_limit"] = m.HoursOverLimit,
        };
        foreach (var goal in goals)
        {
            node[Key(goal) + "_to_bound"] = Value(solution.ToBound(run, goal));
        }

        if (IsNamed(solution))
        {
            node["away"] = m.Away;
            node["data_cost_yuan"] = m.DataCostYuan;
            node["clusters"] = Nodes(m.Clusters.Length, i => Node(m.Clusters[i]));
        }

        if (!m.Sections.IsEmpty)
        {
            node["sections"] = Nodes(m.Sections.Length, i => Node(m.Sections[i]));
        }

        return node;
    }

    static JsonObject Node(ClusterUse use) => new()
    {
        ["cluster"] = use.Name,
        ["jobs"] = use.Jobs,
        ["energy_kwh"] = use.EnergyKwh,
        ["carbon_kg"] = Value(use.CarbonKg),
        ["market_carbon_kg"] = Value(use.MarketCarbonKg),
        ["cost_yuan"] = Value(use.CostYuan),
        ["data_gb"] = use.DataGb,
        ["data_cost_yuan"] = use.DataCostYuan,
        ["hours_over_limit"] = use.HoursOverLimit,
    };

    static JsonObject Node(SectionWaits waits) => new()
    {
        ["section"] = waits.Section,
        ["jobs"] = waits.Jobs,
        ["cpu_h"] = waits.CpuHours,
        ["mean_wait_h"] = Value(waits.MeanWaitH),
        ["longest_wait_h"] = Value(waits.LongestWaitH),
        ["late"] = waits.Late,
    };

    static Text Goal(ShiftGoal goal) => Texts.Phrases.Of("cli.shift.goal." + Key(goal));

    static string Key(ShiftGoal goal) => goal switch { ShiftGoal.Carbon => "carbon", ShiftGoal.MarketCarbon => "market", _ => "cost" };

    /// <summary>g as kg, yuan as yuan.</summary>
    static double Shown(ShiftGoal goal, double value) => goal == ShiftGoal.Cost ? value : value / GramPerKilogram;
}
