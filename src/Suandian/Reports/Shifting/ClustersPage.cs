using Suandian.Reports.Feeders;
using Suandian.Reports.Jobs;
using Suandian.Reports.Page;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Texts;
using static Suandian.Reports.Jobs.JobPage;

namespace Suandian.Reports.Shifting;

/// <summary>What stands on the page of jobs shifted among clusters: the answer, policies beside the bound, where and when work runs, data, refusals, late jobs.</summary>
/// <param name="trace">The jobs.</param>
/// <param name="options">What was asked.</param>
/// <param name="solution">The policies.</param>
/// <param name="voice">How it speaks.</param>
sealed class ClustersPage(ShiftTrace trace, ShiftOptions options, ShiftSolution solution, Voice voice)
{
    /// <summary>Clusters whose hours are drawn by themselves; of all there are bands and a picture of its own in the folder.</summary>
    const int MostDrawn = 6;

    /// <summary>Late jobs told on the page.</summary>
    const int MostLate = 20;

    const double GramPerKilogram = 1000, SlotsPerHour = ShiftTrace.SlotsPerHour;

    static readonly ClusterRefusal[] Reasons = [ClusterRefusal.NotNamed, ClusterRefusal.Qualification, ClusterRefusal.Latency, ClusterRefusal.Size, ClusterRefusal.Transfer];

    readonly ShiftRun _best = solution.Best(options.Goal);

    readonly (ShiftGoal Goal, string Key, Func<ClusterUse, double> Of)[] _goals = [.. new (ShiftGoal Goal, string Key, Func<ClusterUse, double> Of)[]
    {
        (ShiftGoal.Carbon, "carbon", use => use.CarbonKg), (ShiftGoal.MarketCarbon, "market_carbon", use => use.MarketCarbonKg), (ShiftGoal.Cost, "cost_and_data", use => use.CostYuan),
    }.Where(g => solution.Bounds.ContainsKey(g.Goal))];

    /// <summary>Which policy does best within the limits, how far from the bound, and how much of the work leaves its home.</summary>
    internal static Text Finding(ShiftTrace trace, ShiftOptions options, ShiftSolution solution)
    {
        var best = solution.Best(options.Goal);
        var (ratio, change) = (solution.ToBound(best, options.Goal), best.Schedule.Policy == ShiftPolicyKind.RunNow ? double.NaN : 100 * solution.MoreThanNowPu(best, options.Goal));
        var key = double.IsNaN(ratio) ? "jobs.clusters_finding_broken" : double.IsNaN(change) ? "jobs.clusters_finding" : "jobs.clusters_finding_now";
        return Phrases.Of(key, ("policy", Policy(best)), ("goal", Phrases.Of("cli.shift.goal." + GoalKey(options.Goal))), ("ratio", Fixed(ratio, 3)), ("change", (change > 0 ? "+" : "") + Fixed(change, 1).Replace('-', '−')),
            ("jobs", Fixed(trace.Count, 0)), ("clusters", solution.Clusters.Length), ("away", Fixed(best.Metrics.Away, 0)), ("late", best.Metrics.Late), ("hours", best.Metrics.HoursOverLimit));
    }

    internal Html Body(LogNotes notes) => Html.Of($"""
        <h1>{Say(voice, "clusters_title", ("name", trace.Name))}</h1><p class="answer">{voice.Start(Finding(trace, options, solution))}</p>{notes.Paragraphs(voice)}
        <section><h2>{Say(voice, "clusters_policies")}</h2>{Table(voice, ["policy", .. _goals.SelectMany(g => new[] { g.Key, "to_now", "to_bound" }), "late", "hours_over"], solution.Runs.Select(Costs))}<p class="ft">{Say(voice, "clusters_policies_how")}</p>{Unranked()}</section>
        <section><h2>{Say(voice, "clusters_work")}</h2>{Table(voice, ["policy", "energy", "green", "mean_wait", "longest_wait", "peak", "resumed", "away", "data_gb", "data_cost"], solution.Runs.Select(Waits))}</section>
        {Figure(voice, "clusters_shares", width => Shares().Draw(width))}
        <section><h2>{Say(voice, "clusters_hours")}</h2><p class="ft">{Say(voice, "clusters_hours_how")}</p>{Shown().Select(run => Html.Of($"""<h3>{voice.Start(Policy(run))}</h3><figure>{Svg.Both(width => new ClusterHoursDrawing(options, solution, run, voice).Draw(width))}</figure>"""))}</section>
        <section><h2>{Say(voice, "clusters_each")}</h2><p class="ft">{Say(voice, "clusters_each_how")}{Html.If(solution.Clusters.Length > MostDrawn, () => Html.Of($" {Say(voice, "clusters_each_more", ("count", MostDrawn))}"))}</p>{Enumerable.Range(0, Math.Min(MostDrawn, solution.Clusters.Length)).Select(p => Html.Of($"""<h3>{solution.Clusters[p].Name}</h3><figure>{Svg.Both(width => new ShiftDrawing(options, solution, p, voice).Draw(width))}</figure>"""))}</section>
        <section><h2>{Say(voice, "clusters_use")}</h2><p class="ft">{Say(voice, "clusters_use_how")}</p>{Table(voice, ["cluster", "policy", "jobs", "energy", .. _goals.Select(g => g.Key), "data_gb", "data_cost", "peak", "hours_over"], solution.Clusters.SelectMany((_, p) => solution.Runs.Select(run => Use(run, p))), words: 2)}</section>
        <section><h2>{Say(voice, "clusters_refused")}</h2><p class="ft">{Say(voice, "clusters_refused_how")}</p>{Table(voice, ["cluster", "latency", "may_go", .. Reasons.Select(r => "refused_" + r.ToString().ToLowerInvariant())], solution.Clusters.Select(Refused))}</section>
        {Late()}{Sections()}
        <footer><p>{Say(voice, "clusters_foot")}</p></footer>
        """);

    static Text Policy(ShiftRun run) => Phrases.Of("cli.shift." + ShiftFiles.NameOf(run.Schedule.Policy));

    static string GoalKey(ShiftGoal goal) => goal switch { ShiftGoal.Carbon => "carbon", ShiftGoal.MarketCarbon => "market", _ => "cost" };

    string[] Costs(ShiftRun run)
    {
        var m = run.Metrics;
        return
        [
            voice.Start(Policy(run)),
            .. _goals.SelectMany(g => new[] { Fixed(m.Of(g.Goal) / (g.Goal == ShiftGoal.Cost ? 1 : GramPerKilogram), 2), Fixed(100 * solution.MoreThanNowPu(run, g.Goal), 2), Fixed(solution.ToBound(run, g.Goal), 4) }),
            Fixed(m.Late, 0), Fixed(m.HoursOverLimit, 0),
        ];
    }

    /// <summary>The policies for which the bound does not hold, and those that leave jobs, and why.</summary>
    Html Unranked() => Html.All(new[] { ShiftFiles.Unranked(solution), ShiftFiles.NotRun(solution) }.OfType<Text>().Select(words => Html.Of($"""<p class="p">{voice.Start(words)}</p>""")));

    string[] Waits(ShiftRun run)
    {
        var m = run.Metrics;
        return [voice.Start(Policy(run)), Fixed(m.EnergyKwh, 1), Fixed(100 * m.GreenSharePu, 1), Fixed(m.MeanWaitH, 3), Fixed(m.LongestWaitH, 2), Fixed(m.PeakCpus, 0), Fixed(m.Resumptions, 0), Fixed(m.Away, 0), Fixed(m.Clusters.Sum(c => c.DataGb), 1), Fixed(m.DataCostYuan, 2)];
    }

    /// <summary>The best policy, and running at once where it was asked.</summary>
    IEnumerable<ShiftRun> Shown() => solution.Runs.Where(r => r == _best || r.Schedule.Policy == ShiftPolicyKind.RunNow).OrderBy(r => r == _best ? 0 : 1);

    ShareDrawing Shares() => new(Say(voice, "clusters_shares"), [.. solution.Clusters.Select((c, p) => (c.Name, JobPage.Colours[p % JobPage.Colours.Length]))],
        [.. solution.Runs.Select(run => (voice.Start(Policy(run)), run.Metrics.Clusters.Select(c => c.EnergyKwh).ToArray()))]);

    string[] Use(ShiftRun run, int place)
    {
        var use = run.Metrics.Clusters[place];
        return [use.Name, voice.Start(Policy(run)), Fixed(use.Jobs, 0), Fixed(use.EnergyKwh, 1), .. _goals.Select(g => Fixed(g.Of(use), 2)), Fixed(use.DataGb, 1), Fixed(use.DataCostYuan, 2), Fixed(use.PeakCpus.DefaultIfEmpty().Max(), 0), Fixed(use.HoursOverLimit, 0)];
    }

    string[] Refused(ShiftCluster cluster)
    {
        var counts = new int[Enum.GetValues<ClusterRefusal>().Length];
        for (var j = 0; j < trace.Count; j++)
        {
            counts[(int)ClusterChoice.Refusal(trace.Job(j, options), trace.Demand(j), cluster)]++;
        }

        return [cluster.Name, Fixed(cluster.LatencyMs, 1), Fixed(counts[(int)ClusterRefusal.None], 0), .. Reasons.Select(r => Fixed(counts[(int)r], 0))];
    }

    /// <summary>Jobs that the best policy lets end after their deadline, the latest first.</summary>
    Html Late()
    {
        var ends = new int?[trace.Count];
        foreach (var segment in _best.Schedule.Segments)
        {
            ends[segment.Job] = segment.End;
        }

        var late = Enumerable.Range(0, trace.Count).Select(j => (Job: trace.Job(j, options), End: ends[j])).Where(l => l.End is not { } end || end > l.Job.Deadline).OrderByDescending(l => (l.End ?? int.MaxValue) - l.Job.Deadline).ToArray();
        return Html.If(late.Length > 0, () => Html.Of($"""
            <section><h2>{Say(voice, "clusters_late", ("policy", Policy(_best)))}</h2><p class="ft">{Say(voice, "clusters_late_how", ("count", late.Length), ("most", MostLate))}</p>
            {Table(voice, ["job", "cluster", "processors", "arrival", "deadline", "end", "late_h"], late.Take(MostLate).Select(l => (string[])
            [
                trace.Id[l.Job.Index], _best.Schedule.ClusterOf(l.Job.Index) is >= 0 and var at ? solution.Clusters[at].Name : "–", Fixed(l.Job.Cpus, 0), Hours(l.Job.Arrival), Hours(l.Job.Deadline), l.End is { } end ? Hours(end) : "–", l.End is { } stop ? Hours(stop - l.Job.Deadline) : "–",
            ]), words: 2)}</section>
            """));
    }

    static string Hours(int slots) => Fixed(slots / SlotsPerHour, 2);

    Html Sections() => Html.If(solution.Runs.Any(r => !r.Metrics.Sections.IsEmpty), () => Html.Of($"""
        <section><h2>{Say(voice, "machine_groups_section")}</h2>{Table(voice, ["section", "policy", "jobs", "cpu_h", "mean_wait", "longest_wait", "late"], solution.Runs[0].Metrics.Sections.SelectMany((s, i) => solution.Runs.Select(run => (string[])
        [
            Name(voice, "section", s.Section), voice.Start(Policy(run)), Fixed(s.Jobs, 0), Fixed(s.CpuHours, 1), Fixed(run.Metrics.Sections[i].MeanWaitH, 3), Fixed(run.Metrics.Sections[i].LongestWaitH, 2), Fixed(run.Metrics.Sections[i].Late, 0),
        ])), words: 2)}</section>
        """));
}
