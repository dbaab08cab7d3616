using System.Collections.Immutable;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Scheduling.Comparison;
using Suandian.Texts;
using static Suandian.Reports.Jobs.JobPage;

namespace Suandian.Reports.Jobs;

/// <summary>Schedules of one trace side by side, as a page with pictures and as tables.</summary>
public static class ComparisonFiles
{
    const double SecondsPerDay = 86_400;

    /// <summary>compare.html, comparison.csv, groups.csv, and the pictures of use and waits by themselves.</summary>
    /// <param name="solution">The schedules.</param>
    /// <param name="notes">What there is to know of the log; null for nothing.</param>
    public static ImmutableArray<QuestionFile> Of(ComparisonSolution solution, LogNotes? notes = null)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var title = Phrases.Of("jobs.compare_title", ("name", solution.Setting.Trace.Name));
        return
        [
            .. QuestionFile.All("compare.html", QuestionPage.Write(title, voice => Body(voice, title, (solution, notes ?? LogNotes.None)), hasUnits: false), Measures(solution), Groups(solution)),
            .. Pictures("utilisation", voice => new UtilisationDrawing(solution, voice).Draw(1016)), .. Pictures("waits", voice => WaitDrawing.Of(solution, voice).Draw(1016)),
        ];
    }

    /// <summary>segments-POLICY.csv of each schedule: when each job runs without a break.</summary>
    public static ImmutableArray<QuestionFile> Segments(ComparisonSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var trace = solution.Setting.Trace;
        return
        [
            .. solution.Runs.Select(r => QuestionFile.Of(new TableOf<JobSegment>($"segments-{r.Schedule.Key}", r.Schedule.Segments).Word("job", s => trace.NameOf(s.Job))
                .Number("submit_s", s => trace.SubmitS[s.Job]).Number("start_s", s => s.StartS).Number("end_s", s => s.EndS).Number("processors", s => trace.Processors[s.Job]).Table())),
        ];
    }

    /// <summary>Who waits least, in one sentence.</summary>
    public static Text Finding(ComparisonSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ComparisonRun[] within = [.. solution.Runs.Where(r => r.Metrics.IsComparable)];
        var byWait = (within is [] ? [.. solution.Runs] : within).OrderBy(r => r.Metrics.WaitH.Mean).ToArray();
        var (best, worst) = (byWait[0], byWait[^1]);
        var ratio = worst.Metrics.WaitH.Mean / best.Metrics.WaitH.Mean;
        var key = byWait.Length == 1 ? "jobs.compare_finding_one" : double.IsFinite(ratio) && ratio > 1 ? "jobs.compare_finding" : "jobs.compare_finding_alike";
        return Phrases.Of(key, ("jobs", Fixed(solution.Setting.Trace.Count, 0)), ("best", best.Schedule.Name), ("wait", SpanInWords(best.Metrics.WaitH.Mean * 3600)), ("which", Phrases.Of(byWait.Length == solution.Runs.Length ? "jobs.which_all" : "jobs.which_within", ("count", byWait.Length))),
            ("worst", worst.Schedule.Name), ("worst_wait", SpanInWords(worst.Metrics.WaitH.Mean * 3600)), ("ratio", Three(ratio)));
    }

    /// <summary>Which schedules hold more than the machine.</summary>
    public static Text Beyond(ComparisonSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        Text[] names = [.. solution.Runs.Where(r => !r.Metrics.IsWithinMachine).Select(r => r.Schedule.Name)];
        return Phrases.Of("jobs.compare_beyond", ("names", new Text(string.Join("、", names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)))));
    }

    /// <summary>Which schedules leave jobs that never run; null where none does.</summary>
    public static Text? NotRun(ComparisonSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return NotRunWords.Of(solution.Runs.Select(r => (r.Schedule.Name, r.Metrics.NotRun, r.Metrics.NotRunCpuH)));
    }

    static Html Body(Voice voice, Text title, (ComparisonSolution Solution, LogNotes Notes) of)
    {
        var solution = of.Solution;
        return Html.Of($"""
        <h1>{voice.Say(title)}</h1><p class="answer">{voice.Start(Finding(solution))}</p>{of.Notes.Paragraphs(voice)}
        <section><h2>{Say(voice, "table_waits")}</h2>{Table(voice, ["policy", "mean_wait", "to_best", "median_wait", "p95_wait", "longest_wait", "slowdown", "late"], solution.Runs.Select(r => Waits(voice, solution, r)))}</section>
        <section><h2>{Say(voice, "table_machine")}</h2>{Table(voice, ["policy", "utilisation", "peak", "makespan", "to_bound", "fairness"], solution.Runs.Select(r => Machine(voice, solution, r)))}<p class="ft">{Say(voice, "table_machine_how")}</p></section>
        {Html.If(!solution.Runs.All(r => r.Metrics.IsWithinMachine), () => Html.Of($"""<p class="p">{voice.Start(Beyond(solution))}</p>"""))}
        {(NotRun(solution) is { } lost ? Html.Of($"""<p class="p">{voice.Start(lost)}</p>""") : Html.None)}
        {Html.If(HasEnergy(solution), () => Energy(voice, solution))}
        {Figure(voice, "utilisation", width => new UtilisationDrawing(solution, voice).Draw(width))}
        {Figure(voice, "waits", width => WaitDrawing.Of(solution, voice).Draw(width))}
        {Blocks(voice, solution)}{GroupTables(voice, solution)}
        <footer><p>{Say(voice, "compare_foot")}</p></footer>
        """);
    }

    static string[] Waits(Voice voice, ComparisonSolution solution, ComparisonRun run)
    {
        var (m, w) = (run.Metrics, run.Metrics.WaitH);
        return [voice.Start(run.Schedule.Name), Fixed(w.Mean, 3), Fixed(solution.ToBest(run, x => x.WaitH.Mean), 3), Fixed(w.Quantile(0.5), 3), Fixed(w.Quantile(0.95), 2), Fixed(w.Quantile(1), 2), Fixed(m.MeanBoundedSlowdown, 2), Fixed(solution.LateOf(run) ?? double.NaN, 0)];
    }

    static string[] Machine(Voice voice, ComparisonSolution solution, ComparisonRun run) =>
        [voice.Start(run.Schedule.Name), Fixed(100 * run.Metrics.UtilisationPu, 1), Fixed(run.Metrics.PeakCpus, 0), Fixed(run.Metrics.MakespanS / SecondsPerDay, 3), Fixed(solution.MakespanToBound(run), 4), Fixed(run.Metrics.FairnessPu, 3)];

    static bool HasEnergy(ComparisonSolution solution) => solution.Setting.Series is not null;

    static Html Energy(Voice voice, ComparisonSolution solution) => Html.Of($"""
        <section><h2>{Say(voice, "table_energy")}</h2>{Table(voice, ["policy", "energy", "carbon", "to_bound", "to_best", "cost", "to_bound", "to_best", "green"], solution.Runs.Select(r => (string[])
        [
            voice.Start(r.Schedule.Name), Fixed(r.Metrics.EnergyKwh, 1), Fixed(r.Metrics.CarbonKg, 2), Fixed(r.ToBound(r.Metrics.CarbonKg, solution.Bounds.CarbonKg), 4), Fixed(solution.ToBest(r, m => m.CarbonKg), 4),
            Fixed(r.Metrics.CostYuan, 2), Fixed(r.ToBound(r.Metrics.CostYuan, solution.Bounds.CostYuan), 4), Fixed(solution.ToBest(r, m => m.CostYuan), 4), Fixed(100 * r.Metrics.GreenSharePu, 1),
        ]))}<p class="ft">{Say(voice, "table_energy_how")}{Html.If(solution.HoursBeyondSeries > 0, () => Html.Of($" {Say(voice, "beyond_series", ("hours", solution.HoursBeyondSeries))}"))}</p></section>
        """);

    /// <summary>Every job as a block where they can be told apart, else where the processors are held.</summary>
    static Html Blocks(Voice voice, ComparisonSolution solution)
    {
        var (setting, isFew) = (solution.Setting, solution.Setting.Trace.Count <= GanttDrawing.MostJobs);
        return Html.Of($"""
            <section><h2>{Say(voice, isFew ? "gantt" : "density")}</h2><p class="ft">{Say(voice, isFew ? "gantt_how" : "density_how", ("most", GanttDrawing.MostJobs))}</p>
            {solution.Runs.Select(run => Html.Of($"""<h3>{voice.Start(run.Schedule.Name)}</h3><figure>{Svg.Both(width => isFew ? new GanttDrawing(setting, run, voice).Draw(width) : new SizeDensityDrawing(setting, run, voice).Draw(width))}</figure>"""))}</section>
            """);
    }

    static Html GroupTables(Voice voice, ComparisonSolution solution)
    {
        var kinds = solution.Runs[0].Metrics.Groups.Select(g => g.Kind).Distinct();
        return Html.All(kinds.Select(kind => Html.Of($"""
            <section><h2>{Say(voice, "groups_" + kind)}</h2><p class="ft">{Say(voice, "groups_how")}</p><div class="scroll"><table><thead><tr><th>{Say(voice, "column_" + kind)}</th><th class="n">{Say(voice, "column_jobs")}</th><th class="n">{Say(voice, "column_cpu_h")}</th>{solution.Runs.Select(r => Html.Of($"""<th class="n">{voice.Start(r.Schedule.Name)}</th>"""))}</tr></thead>
            <tbody>{solution.Runs[0].Metrics.Groups.Where(g => g.Kind == kind).Select(g => Html.Of($"""<tr><td>{Name(voice, kind, g.Name)}</td><td class="n">{Fixed(g.Jobs, 0)}</td><td class="n">{Three(g.CpuH)}</td>{solution.Runs.Select(r => Group(r, g))}</tr>"""))}</tbody></table></div></section>
            """)));
    }

    static Html Group(ComparisonRun run, GroupMetrics of)
    {
        var group = run.Metrics.Groups.First(g => g.Kind == of.Kind && g.Name == of.Name);
        return Html.Of($"""<td class="n">{Fixed(group.MeanWaitH, 3)} ({Fixed(group.MeanBoundedSlowdown, 2)})</td>""");
    }

    static ReportTable Measures(ComparisonSolution solution) => new TableOf<ComparisonRun>("comparison", solution.Runs).Word("policy", r => r.Schedule.Key)
        .Number("mean_wait_h", r => r.Metrics.WaitH.Mean).Number("median_wait_h", r => r.Metrics.WaitH.Quantile(0.5)).Number("p95_wait_h", r => r.Metrics.WaitH.Quantile(0.95)).Number("longest_wait_h", r => r.Metrics.WaitH.Quantile(1))
        .Number("mean_bounded_slowdown", r => r.Metrics.MeanBoundedSlowdown).Number("utilisation_pu", r => r.Metrics.UtilisationPu).Number("peak_cpus", r => r.Metrics.PeakCpus).Number("makespan_s", r => r.Metrics.MakespanS)
        .Number("makespan_to_bound", r => solution.MakespanToBound(r)).Number("fairness_pu", r => r.Metrics.FairnessPu).Number("late", r => solution.LateOf(r))
        .Number("energy_kwh", r => r.Metrics.EnergyKwh).Number("carbon_kg", r => r.Metrics.CarbonKg).Number("carbon_to_bound", r => r.ToBound(r.Metrics.CarbonKg, solution.Bounds.CarbonKg))
        .Number("cost_yuan", r => r.Metrics.CostYuan).Number("cost_to_bound", r => r.ToBound(r.Metrics.CostYuan, solution.Bounds.CostYuan)).Number("green_share_pu", r => r.Metrics.GreenSharePu).Table();

    static ReportTable Groups(ComparisonSolution solution) => new TableOf<(ComparisonRun Run, GroupMetrics Of)>("groups", [.. solution.Runs.SelectMany(r => r.Metrics.Groups.Select(g => (r, g)))])
        .Word("policy", r => r.Run.Schedule.Key).Word("kind", r => r.Of.Kind).Word("name", r => r.Of.Name).Number("jobs", r => r.Of.Jobs).Number("cpu_h", r => r.Of.CpuH)
        .Number("mean_wait_h", r => r.Of.MeanWaitH).Number("mean_bounded_slowdown", r => r.Of.MeanBoundedSlowdown).Number("late", r => r.Of.Late).Table();
}
