using System.Collections.Immutable;
using Suandian.Reports.Jobs;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Texts;

namespace Suandian.Reports.Shifting;

/// <summary>Shifted jobs as files: times of each policy, load by hour, pictures; of several clusters what each does.</summary>
public static class ShiftFiles
{
    /// <summary>segments-POLICY.csv of each policy, hours.csv and a picture of each cluster; of named clusters clusters.csv, and sections.csv where jobs tell theirs; of one cluster the page that compares the policies, of named ones clusters.html.</summary>
    public static ImmutableArray<QuestionFile> Of(ShiftTrace trace, ShiftOptions options, ShiftSolution solution, LogNotes? notes = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(solution);
        var files = ImmutableArray.CreateBuilder<QuestionFile>();
        files.AddRange(solution.Runs.Select(run => QuestionFile.Of(Segments(trace, solution, run.Schedule))));
        files.Add(QuestionFile.Of(Hours(options, solution)));
        if (AreNamed(solution))
        {
            files.Add(QuestionFile.Of(Clusters(solution)));
        }

        if (solution.Runs.Any(r => !r.Metrics.Sections.IsEmpty))
        {
            files.Add(QuestionFile.Of(Sections(solution)));
        }

        for (var p = 0; p < solution.Clusters.Length; p++)
        {
            var place = p;
            files.AddRange(JobPage.Pictures(AreNamed(solution) ? $"load-{p + 1}" : "load", voice => new ShiftDrawing(options, solution, place, voice).Draw(1200)));
        }

        return [.. files, .. AreNamed(solution) ? [QuestionFile.Of("clusters.html", QuestionPage.Write(Phrases.Of("jobs.clusters_title", ("name", trace.Name)), voice => new ClustersPage(trace, options, solution, voice).Body(notes ?? LogNotes.None), hasUnits: false))] : ComparisonFiles.Of(ComparisonStudy.Of(trace, solution.Clusters[0].Series, options, solution, NameOf), notes)];
    }

    /// <summary>The policies for which the bound does not hold, because they exceed a limit or let jobs be late; null where it holds for all.</summary>
    public static Text? Unranked(ShiftSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        Text[] names = [.. solution.Runs.Where(r => r.Metrics is not { HoursOverLimit: 0, Late: 0 }).Select(r => Phrases.Of("cli.shift." + NameOf(r.Schedule.Policy)))];
        return names is [] ? null : Phrases.Of("jobs.shift_unranked", ("names", new Text(string.Join("、", names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)))));
    }

    /// <summary>Which policies leave jobs that never run; null where none does.</summary>
    public static Text? NotRun(ShiftSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return NotRunWords.Of(solution.Runs.Select(r => (Phrases.Of("cli.shift." + NameOf(r.Schedule.Policy)), r.Metrics.NotRun, r.Metrics.NotRunCpuH)));
    }

    /// <summary>Name of a policy in files.</summary>
    internal static string NameOf(ShiftPolicyKind policy) => policy switch
    {
        ShiftPolicyKind.RunNow => "now",
        ShiftPolicyKind.LowestSlot => "slot",
        ShiftPolicyKind.LowestWindow => "window",
        ShiftPolicyKind.CarbonTime => "carbon-time",
        ShiftPolicyKind.ThresholdSuspend => "threshold",
        ShiftPolicyKind.WaitAwhile => "wait-awhile",
        ShiftPolicyKind.PriceGuided => "guided",
        _ => "ahead",
    };

    static bool AreNamed(ShiftSolution solution) => solution.Clusters.Any(c => c.Name.Length > 0);

    static ReportTable Segments(ShiftTrace trace, ShiftSolution solution, ShiftSchedule schedule)
    {
        var table = new TableOf<ShiftSegment>($"segments-{NameOf(schedule.Policy)}", schedule.Segments)
            .Word("job", s => trace.Id[s.Job]).Number("start_s", s => s.Start * ShiftTrace.SlotS).Number("end_s", s => s.End * ShiftTrace.SlotS)
            .Number("processors", s => trace.Cpus[s.Job]);
        return (AreNamed(solution) ? table.Word("cluster", s => solution.Clusters[schedule.ClusterOf(s.Job)].Name) : table).Table();
    }

    static ReportTable Hours(ShiftOptions options, ShiftSolution solution)
    {
        var hours = solution.Clusters[0].Series.Hours;
        var table = new TableOf<(int Place, int Hour)>("hours", [.. Enumerable.Range(0, solution.Clusters.Length).SelectMany(p => Enumerable.Range(0, hours).Select(h => (p, h)))]);
        table = AreNamed(solution) ? table.Word("cluster", at => solution.Clusters[at.Place].Name) : table;
        table = table.Number("hour", at => at.Hour + 1)
            .Number(options.Goal == ShiftGoal.Cost ? "price_yuan_per_kwh" : "carbon_g_per_kwh", at => solution.Clusters[at.Place].Series.Values(options.Goal)![at.Hour]);
        foreach (var run in solution.Runs)
        {
            table = table.Number($"{NameOf(run.Schedule.Policy).Replace('-', '_')}_cpus", at => run.Metrics.Clusters[at.Place].LoadCpus[at.Hour]);
        }

        var dual = solution.Bounds[options.Goal].DualPerCpuH;
        return (dual.Length == 0 ? table : table.Number("capacity_price_per_cpu_h", at => at.Hour < dual[at.Place].Length ? dual[at.Place][at.Hour] : 0)).Table();
    }

    static ReportTable Clusters(ShiftSolution solution)
    {
        var rows = solution.Runs.SelectMany(run => run.Metrics.Clusters.Select(use => (Policy: NameOf(run.Schedule.Policy), Use: use)));
        var table = new TableOf<(string Policy, ClusterUse Use)>("clusters", [.. rows]).Word("policy", r => r.Policy).Word("cluster", r => r.Use.Name)
            .Number("jobs", r => r.Use.Jobs).Number("energy_kwh", r => r.Use.EnergyKwh);
        foreach (var (name, of) in Goals(solution))
        {
            table = table.Number(name, r => of(r.Use));
        }

        return table.Number("data_gb", r => r.Use.DataGb).Number("data_cost_yuan", r => r.Use.DataCostYuan)
            .Number("peak_cpus", r => r.Use.PeakCpus.DefaultIfEmpty().Max()).Number("hours_over_limit", r => r.Use.HoursOverLimit).Table();
    }

    /// <summary>The columns that all series tell.</summary>
    static IEnumerable<(string Name, Func<ClusterUse, double> Of)> Goals(ShiftSolution solution) =>
        new (ShiftGoal Goal, string Name, Func<ClusterUse, double> Of)[]
        {
            (ShiftGoal.Carbon, "carbon_kg", use => use.CarbonKg), (ShiftGoal.MarketCarbon, "market_carbon_kg", use => use.MarketCarbonKg), (ShiftGoal.Cost, "cost_yuan", use => use.CostYuan),
        }.Where(g => solution.Bounds.ContainsKey(g.Goal)).Select(g => (g.Name, g.Of));

    static ReportTable Sections(ShiftSolution solution) =>
        new TableOf<(string Policy, SectionWaits Waits)>("sections", [.. solution.Runs.SelectMany(run => run.Metrics.Sections.Select(s => (NameOf(run.Schedule.Policy), s)))])
            .Word("policy", r => r.Policy).Word("section", r => r.Waits.Section).Number("jobs", r => r.Waits.Jobs).Number("cpu_h", r => r.Waits.CpuHours)
            .Number("mean_wait_h", r => r.Waits.MeanWaitH).Number("longest_wait_h", r => r.Waits.LongestWaitH).Number("late", r => r.Waits.Late).Table();
}
