using Suandian.Reports.Jobs;
using Suandian.Reports.Page;
using Suandian.Scheduling.Machines;
using Suandian.Texts;
using static Suandian.Reports.Jobs.JobPage;

namespace Suandian.Reports.Machines;

/// <summary>What stands on the page of a machine: the answer, measures by policy, section and partition, pictures.</summary>
/// <param name="jobs">Jobs beside their machine.</param>
/// <param name="plans">The schedules.</param>
/// <param name="voice">How it speaks.</param>
sealed class MachinePage(MachineJobs jobs, MachinePlan[] plans, Voice voice)
{
    const double SecondsPerDay = 86_400;

    readonly MachinePlan _best = plans.MinBy(p => p.Metrics.WaitH.Mean)!;

    /// <summary>Who waits least, in one sentence.</summary>
    internal static Text Finding(MachineJobs jobs, MachinePlan[] plans)
    {
        var byWait = plans.OrderBy(p => p.Metrics.WaitH.Mean).ToArray();
        var (best, worst, machine) = (byWait[0], byWait[^1], jobs.Machine);
        var ratio = worst.Metrics.WaitH.Mean / best.Metrics.WaitH.Mean;
        var key = plans.Length == 1 ? "jobs.machine_finding_one" : ratio > 1 && double.IsFinite(ratio) ? "jobs.machine_finding" : "jobs.machine_finding_alike";
        return Phrases.Of(key, ("jobs", Fixed(jobs.Trace.Count, 0)), ("nodes", Fixed(jobs.Layout.Nodes, 0)), ("machine", machine.Name), ("best", best.Name), ("wait", SpanInWords(best.Metrics.All.MeanWaitS)),
            ("which", Phrases.Of("jobs.which_all", ("count", plans.Length))), ("worst", worst.Name), ("worst_wait", SpanInWords(worst.Metrics.All.MeanWaitS)), ("ratio", Three(ratio)));
    }

    internal Html Body(LogNotes notes)
    {
        var drawings = new MachineDrawings(jobs, plans, voice);
        return Html.Of($"""
            <h1>{Say(voice, "machine_title", ("name", jobs.Trace.Name), ("machine", jobs.Machine.Name))}</h1><p class="answer">{voice.Start(Finding(jobs, plans))}</p>{notes.Paragraphs(voice)}{Keys()}{Limits()}
            <section><h2>{Say(voice, "table_waits")}</h2>{Table(voice, ["policy", "mean_wait", "to_best", "median_wait", "p95_wait", "longest_wait", "slowdown", "late", "lost_jobs"], plans.Select(Waits))}</section>
            <section><h2>{Say(voice, "table_machine")}</h2>{Table(voice, ["policy", "utilisation", "accelerators", "makespan", "stops", "lost_cpu_h", "served_fairness"], plans.Select(Use))}<p class="ft">{Say(voice, "machine_use_how")}</p></section>
            {Html.If(HasPower, Energy)}
            {Figure(voice, "machine_processors", drawings.Processors)}
            {Html.If(jobs.Machine.Accelerators > 0, () => Figure(voice, "machine_accelerators", drawings.Accelerators))}
            {Html.If(HasPower, () => Figure(voice, "machine_power", drawings.Power))}
            {Figure(voice, "waits", width => new WaitDrawing([.. plans.Select(p => (p.Name, p.Metrics.WaitH))], voice).Draw(width))}
            {Html.If(plans.Any(p => p.Metrics.Stops > 0), () => Stopped(drawings))}
            {Nodes()}{Groups("section", plans[0].Metrics.Sections.Length, m => [.. m.Sections])}{Groups("partition", plans[0].Metrics.Partitions.Length, m => [.. m.Partitions])}
            <footer><p>{Say(voice, "machine_foot")}</p></footer>
            """);
    }

    bool HasPower => plans.Any(p => p.Metrics.EnergyKwh > 0);

    Html Keys() => Html.Of($"""
        <div class="kpis">{Key(voice, "jobs", Fixed(jobs.Trace.Count, 0), "")}{Key(voice, "processors", Fixed(jobs.Machine.Cpus, 0), "")}{Key(voice, "accelerators", Fixed(jobs.Machine.Accelerators, 0), "")}{Key(voice, "used", Three(100 * (jobs.Machine.Accelerators > 0 ? _best.Metrics.AcceleratorUtilisationPu : _best.Metrics.CpuUtilisationPu)), "%")}{Key(voice, "green", double.IsNaN(_best.Metrics.GreenSharePu) ? "–" : Three(100 * _best.Metrics.GreenSharePu), double.IsNaN(_best.Metrics.GreenSharePu) ? "" : "%")}</div>
        <p class="ft">{Say(voice, "machine_keys_how", ("policy", _best.Name))}</p>
        """);

    /// <summary>What the policy that waits least takes beyond the limit or loses.</summary>
    Html Limits()
    {
        var m = _best.Metrics;
        return Html.Of($"""
            {Html.If(m.ExcessKwh > 0, () => Html.Of($"""<p class="p">{voice.Start(Phrases.Of("cli.machine.excess", ("policy", _best.Name), ("hours", m.Hours.Count(h => h.ExcessKwh > 0)), ("energy", FittingUnit.OfEnergy(m.ExcessKwh).Say(m.ExcessKwh))))}</p>"""))}
            {Html.If(m.All.Jobs.Lost > 0, () => Html.Of($"""<p class="p">{voice.Start(Phrases.Of("cli.machine.lost_jobs", ("policy", _best.Name), ("count", m.All.Jobs.Lost)))}</p>"""))}
            """);
    }

    string[] Waits(MachinePlan plan)
    {
        var (m, w, best) = (plan.Metrics, plan.Metrics.WaitH, _best.Metrics.WaitH.Mean);
        return [voice.Start(plan.Name), Fixed(w.Mean, 3), best > 0 ? Fixed(w.Mean / best, 3) : "–", Fixed(w.Quantile(0.5), 3), Fixed(w.Quantile(0.95), 2), Fixed(w.Quantile(1), 2), Fixed(m.All.MeanBoundedSlowdown, 2), Fixed(m.All.DeadlineMisses ?? double.NaN, 0), Fixed(m.All.Jobs.Lost, 0)];
    }

    string[] Use(MachinePlan plan)
    {
        var m = plan.Metrics;
        return [voice.Start(plan.Name), Fixed(100 * m.CpuUtilisationPu, 1), Fixed(100 * m.AcceleratorUtilisationPu, 1), Fixed(m.MakespanS / SecondsPerDay, 3), Fixed(m.Stops, 0), Fixed(Lost(m.All), 1), Fixed(double.IsNaN(m.SectionFairness) ? m.UserFairness : m.SectionFairness, 3)];
    }

    /// <summary>Energy and what it costs and emits; columns that nobody tells are left out.</summary>
    Html Energy()
    {
        var (energy, mass) = (Energies(m => m.EnergyKwh), Masses(m => [m.CarbonKg, m.MarketCarbonKg]));
        (string Column, Text Unit, Func<MachineMetrics, string> Of)[] all =
        [
            ("energy_in", energy.Word, m => energy.Column(m.EnergyKwh, 3)), ("idle_in", energy.Word, m => energy.Column(m.IdleKwh, 3)), ("green", default, m => Fixed(100 * m.GreenSharePu, 1)), ("cost", default, m => Fixed(m.CostYuan, 0)),
            ("carbon_in", mass.Word, m => mass.Column(m.CarbonKg, 3)), ("market_carbon_in", mass.Word, m => mass.Column(m.MarketCarbonKg, 3)),
            ("hours_over", default, m => HasLimit ? Fixed(m.Hours.Count(h => h.ExcessKwh > 0), 0) : "–"), ("excess_in", energy.Word, m => energy.Column(HasLimit ? m.ExcessKwh : double.NaN, 3)),
        ];
        var told = all.Where(c => plans.Any(p => c.Of(p.Metrics) != "–")).ToArray();
        return Html.Of($"""
            <section><h2>{Say(voice, "table_energy")}</h2>{TableUnder([Say(voice, "column_policy"), .. told.Select(c => Say(voice, "column_" + c.Column, ("unit", c.Unit)))], plans.Select(p => (string[])[voice.Start(p.Name), .. told.Select(c => c.Of(p.Metrics))]))}<p class="ft">{Say(voice, "machine_energy_how")}</p></section>
            """);
    }

    FittingUnit Energies(Func<MachineMetrics, double> of) => FittingUnit.OfEnergy(plans.Select(p => of(p.Metrics)));

    FittingUnit Masses(Func<MachineMetrics, double[]> of) => FittingUnit.OfMass(plans.SelectMany(p => of(p.Metrics)));

    bool HasLimit => jobs.Layout.LimitMilliwatt.Length > 0;

    Html Stopped(MachineDrawings drawings) => Html.Of($"""
        <section><h2>{Say(voice, "machine_stopped")}</h2><p class="ft">{Say(voice, "machine_stopped_how")}</p>{Table(voice, ["policy", .. MachineDrawings.Stops.Select(s => s.Key), "lost_preempted", "lost_power_cut", "lost_outage"], plans.Select(p => (string[])
        [
            voice.Start(p.Name), .. MachineDrawings.Stops.Select(s => Fixed(p.Ended(s.End), 0)), Fixed(p.Metrics.All.LostCpuH.Preempted, 1), Fixed(p.Metrics.All.LostCpuH.PowerCut, 1), Fixed(p.Metrics.All.LostCpuH.Outage, 1),
        ]))}<figure>{Feeders.Svg.Both(drawings.Stopped)}</figure></section>
        """);

    /// <summary>Every run as a block where nodes and runs can be told apart, else how much of each node is held.</summary>
    Html Nodes()
    {
        var isFew = NodeGanttDrawing.Serves(jobs, plans);
        var many = new NodeDensityDrawing(jobs, plans, voice);
        return Html.Of($"""
            <section><h2>{Say(voice, isFew ? "machine_gantt" : "machine_density")}</h2><p class="ft">{Say(voice, isFew ? "machine_gantt_how" : "machine_density_how", ("nodes", NodeGanttDrawing.MostNodes), ("blocks", NodeGanttDrawing.MostBlocks))}{Html.If(!isFew && jobs.Layout.Nodes > NodeDensityDrawing.MostRows, () => Html.Of($" {Say(voice, "machine_density_rows", ("rows", NodeDensityDrawing.MostRows))}"))}</p>
            {plans.Select(plan => Html.Of($"""<h3>{voice.Start(plan.Name)}</h3><figure>{Feeders.Svg.Both(width => isFew ? new NodeGanttDrawing(jobs, plan, plans, voice).Draw(width) : many.Draw(plan, width))}</figure>"""))}</section>
            """);
    }

    Html Groups(string kind, int count, Func<MachineMetrics, GroupMetrics[]> of) => Html.If(count > 0, () =>
    {
        GroupMetrics[] groups = [.. plans.SelectMany(p => of(p.Metrics))];
        var (energy, mass) = (FittingUnit.OfEnergy(groups.Select(g => g.EnergyKwh)), FittingUnit.OfMass(groups.Select(g => g.CarbonKg)));
        string[] headings = [.. new[] { kind, "policy", "jobs", "mean_wait", "slowdown", "late", "lost_jobs", "cpu_h", "accelerator_h", "jobs_in", "cost", "carbon_in", "lost_cpu_h" }.Select(c => Say(voice, "column_" + c, ("unit", c == "carbon_in" ? mass.Word : energy.Word)))];
        var rows = Enumerable.Range(0, count).SelectMany(g => plans.Select(p => Group((kind, voice.Start(p.Name)), of(p.Metrics)[g], (energy, mass))));
        return Html.Of($"""
            <section><h2>{Say(voice, "machine_groups_" + kind)}</h2><p class="ft">{Say(voice, "machine_groups_how")}</p>{TableUnder(headings, rows, words: 2)}</section>
            """);
    });

    string[] Group((string Kind, string Policy) of, GroupMetrics g, (FittingUnit Energy, FittingUnit Mass) units) =>
    [
        Name(voice, of.Kind, g.Name), of.Policy, Fixed(g.Jobs.All, 0), Fixed(g.MeanWaitS / Machine.SecondsPerHour, 3), Fixed(g.MeanBoundedSlowdown, 2), Fixed(g.DeadlineMisses ?? double.NaN, 0), Fixed(g.Jobs.Lost, 0), Fixed(g.CpuH, 1),
        Fixed(g.AcceleratorH, 1), units.Energy.Column(g.EnergyKwh, 3), Fixed(g.CostYuan, 0), units.Mass.Column(g.CarbonKg, 3), Fixed(Lost(g), 1),
    ];

    static double Lost(GroupMetrics group) => group.LostCpuH.Preempted + group.LostCpuH.PowerCut + group.LostCpuH.Outage;
}
