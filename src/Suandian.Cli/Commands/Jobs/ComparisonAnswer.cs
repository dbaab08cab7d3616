using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Scheduling.Comparison;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>Schedules side by side for people and for machines.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="solution">The schedules.</param>
/// <param name="notes">What there is to know of the log.</param>
sealed class ComparisonAnswer(Terminal terminal, ComparisonSolution solution, LogNotes notes)
{
    const double SecondsPerDay = 86_400;

    /// <summary>Prints the answer.</summary>
    internal ExitCode Give(JobLogReading reading, ImmutableArray<Problem> problems, string? output)
    {
        terminal.Say($"{reading.Trace!.Name}: {ComparisonFiles.Finding(solution).In(terminal.Language)}");
        DroppedJobs.Say(terminal, notes);
        Table(["policy", "mean_wait", "to_best", "median_wait", "p95_wait", "longest_wait", "slowdown", "utilisation", "peak", "makespan", "to_bound", "fairness", "late"], Row);
        if (solution.Setting.Series is not null)
        {
            Table(["policy", "energy", "carbon", "to_bound", "to_best", "cost", "to_bound", "to_best", "green"], Energy);
        }

        foreach (var kind in solution.Runs[0].Metrics.Groups.Select(g => g.Kind).Distinct())
        {
            terminal.Say(terminal.Words("jobs.groups_" + kind));
            Grid.Print(terminal, [terminal.Words("jobs.column_" + kind), terminal.Words("jobs.column_jobs"), terminal.Words("jobs.column_cpu_h"), .. solution.Runs.Select(r => r.Schedule.Name.In(terminal.Language))],
                solution.Runs[0].Metrics.Groups.Where(g => g.Kind == kind).Select(g => (string[])[g.Name.Length == 0 ? "–" : g.Name, $"{g.Jobs}", Number(g.CpuH, 1), .. solution.Runs.Select(r => Group(r, g))]));
        }

        if (!solution.Runs.All(r => r.Metrics.IsWithinMachine))
        {
            terminal.Say(ComparisonFiles.Beyond(solution).In(terminal.Language));
        }

        if (ComparisonFiles.NotRun(solution) is { } lost)
        {
            terminal.Say(lost.In(terminal.Language));
        }

        if (solution.HoursBeyondSeries > 0)
        {
            terminal.Say(terminal.Words("jobs.beyond_series", ("hours", solution.HoursBeyondSeries)));
        }

        terminal.Say(terminal.Words("cli.compare.checked"));
        if (output is not null)
        {
            terminal.Say(terminal.Words("cli.trace.written", ("folder", output)));
        }

        terminal.Document(Document(reading, problems));
        return ExitCode.Done;
    }

    void Table(string[] headings, Func<ComparisonRun, string[]> row) => Grid.Print(terminal, [.. headings.Select(h => terminal.Words("jobs.column_" + h))], solution.Runs.Select(row));

    string[] Row(ComparisonRun run)
    {
        var (m, w) = (run.Metrics, run.Metrics.WaitH);
        return
        [
            run.Schedule.Name.In(terminal.Language), Number(w.Mean, 3), Number(solution.ToBest(run, x => x.WaitH.Mean), 3), Number(w.Quantile(0.5), 3), Number(w.Quantile(0.95), 2), Number(w.Quantile(1), 2), Number(m.MeanBoundedSlowdown, 2),
            Number(100 * m.UtilisationPu, 1), $"{m.PeakCpus}", Number(m.MakespanS / SecondsPerDay, 3), Number(solution.MakespanToBound(run), 4), Number(m.FairnessPu, 3), Number(solution.LateOf(run) ?? double.NaN, 0),
        ];
    }

    string[] Energy(ComparisonRun run)
    {
        var (m, bounds) = (run.Metrics, solution.Bounds);
        return
        [
            run.Schedule.Name.In(terminal.Language), Number(m.EnergyKwh, 1), Number(m.CarbonKg, 2), Number(run.ToBound(m.CarbonKg, bounds.CarbonKg), 4), Number(solution.ToBest(run, x => x.CarbonKg), 4),
            Number(m.CostYuan, 2), Number(run.ToBound(m.CostYuan, bounds.CostYuan), 4), Number(solution.ToBest(run, x => x.CostYuan), 4), Number(100 * m.GreenSharePu, 1),
        ];
    }

    static string Group(ComparisonRun run, GroupMetrics of)
    {
        var group = run.Metrics.Groups.First(g => g.Kind == of.Kind && g.Name == of.Name);
        return $"{Number(group.MeanWaitH, 3)} ({Number(group.MeanBoundedSlowdown, 2)})";
    }

    JsonObject Document(JobLogReading reading, ImmutableArray<Problem> problems)
    {
        var document = CaseInput.Document(CompareCommand.Name, ExitCode.Done, problems);
        document["jobs"] = reading.Trace!.Count;
        document["processors"] = reading.Processors == 0 ? null : reading.Processors;
        DroppedJobs.Tell(document, notes);
        document["least_makespan_s"] = solution.Setting.LeastMakespanS;
        document["bounds"] = new JsonObject { ["carbon_kg"] = Value(solution.Bounds.CarbonKg), ["cost_yuan"] = Value(solution.Bounds.CostYuan) };
        document["policies"] = Nodes(solution.Runs.Length, i => Node(solution.Runs[i]));
        return document;
    }

    JsonObject Node(ComparisonRun run)
    {
        var (m, w) = (run.Metrics, run.Metrics.WaitH);
        return new JsonObject
        {
            ["policy"] = run.Schedule.Key,
            ["mean_wait_h"] = Value(w.Mean),
            ["mean_wait_to_best"] = Value(solution.ToBest(run, x => x.WaitH.Mean)),
            ["median_wait_h"] = Value(w.Quantile(0.5)),
            ["p95_wait_h"] = Value(w.Quantile(0.95)),
            ["longest_wait_h"] = Value(w.Quantile(1)),
            ["mean_bounded_slowdown"] = Value(m.MeanBoundedSlowdown),
            ["utilisation_pu"] = Value(m.UtilisationPu),
            ["peak_cpus"] = m.PeakCpus,
            ["makespan_s"] = m.MakespanS,
            ["makespan_to_bound"] = Value(solution.MakespanToBound(run)),
            ["fairness_pu"] = Value(m.FairnessPu),
            ["late"] = solution.LateOf(run),
            ["not_run"] = m.NotRun,
            ["energy_kwh"] = Value(m.EnergyKwh),
            ["carbon_kg"] = Value(m.CarbonKg),
            ["carbon_to_bound"] = Value(run.ToBound(m.CarbonKg, solution.Bounds.CarbonKg)),
            ["cost_yuan"] = Value(m.CostYuan),
            ["cost_to_bound"] = Value(run.ToBound(m.CostYuan, solution.Bounds.CostYuan)),
            ["green_share_pu"] = Value(m.GreenSharePu),
            ["groups"] = Nodes(m.Groups.Length, i => new JsonObject
            {
                ["kind"] = m.Groups[i].Kind,
                ["name"] = m.Groups[i].Name,
                ["jobs"] = m.Groups[i].Jobs,
                ["mean_wait_h"] = Value(m.Groups[i].MeanWaitH),
                ["mean_bounded_slowdown"] = Value(m.Groups[i].MeanBoundedSlowdown),
                ["late"] = m.Groups[i].Late,
            }),
        };
    }
}
