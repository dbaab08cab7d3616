using Suandian.Texts;

namespace Suandian.Reports.Figures;

/// <summary>Headings that state what the data show; each has its condition, and a neutral form where it fails.</summary>
static class Findings
{
    internal static Text Of(Headline h) => h.EnergyPriceYuanPerMwh.Base is not { } from || from <= 0
        ? Phrases.Of("finding.comparison.no_base")
        : Phrases.Of(
            Math.Abs(h.EnergyPriceYuanPerMwh.Plan - from) < 0.005 * from ? "finding.comparison.equal"
                : h.EnergyPriceYuanPerMwh.Plan < from ? "finding.comparison.falls" : "finding.comparison.rises",
            ("change", Share(Math.Abs(h.EnergyPriceYuanPerMwh.Plan - from) / from)));

    internal static Text Of(BuildList b) => b.Rows.Any(r => r.New > 0)
        ? Phrases.Of("finding.build", ("energy", Yuan(b.EnergyCapitalYuan)), ("computing", Yuan(b.ComputingCapitalYuan)))
        : Phrases.Of("finding.build.nothing");

    /// <summary>The largest part and its share of the total.</summary>
    internal static Text OfPrice(PriceFigures p)
    {
        var kind = p.Quantity == Quantity.PriceYuanPerMwh ? "energy" : "gpu";
        if (p.Total.Plan <= 0 || p.Parts.IsEmpty)
        {
            return Phrases.Of($"finding.price.{kind}.neutral");
        }

        var largest = p.Parts.MaxBy(r => r.Value.Plan)!;
        return Phrases.Of(
            $"finding.price.{kind}",
            ("total", Numbers.Say(p.Quantity, p.Total.Plan)),
            ("part", largest.Name),
            ("share", Share(largest.Value.Plan / p.Total.Plan)));
    }

    internal static Text Of(GreenFigures g) => Phrases.Of(
        double.IsNaN(g.ByHourPu[g.WeakestHour]) ? "finding.green.neutral" : "finding.green",
        ("year", Share(g.YearPu.Plan)),
        ("hour", g.WeakestHour),
        ("least", Share(g.ByHourPu[g.WeakestHour])));

    internal static Text Of(JobFigures j) => Phrases.Of(j.LatePu < 0.0005 ? "finding.jobs.kept" : "finding.jobs",
        ("late", Share(j.LatePu)), ("above", Share(j.Whole.PlannedMwh > 0 ? j.Whole.AboveMwh / j.Whole.PlannedMwh : 0)));

    internal static Text Of(GridFigures g)
    {
        var dark = g.Misfits.Count(m => m.Kind == GridMisfitKind.NoSupply);
        var energy = Numbers.Say(Quantity.EnergyMwh, g.UnsuppliedMwh);
        return dark == 0 ? Limits(g, g.Misfits.Length) : dark == g.Misfits.Length ? Phrases.Of("finding.grid.dark", ("hours", g.Snapshots), ("dark", dark), ("energy", energy))
            : Phrases.Of("finding.grid.and_dark", ("finding", Limits(g, g.Misfits.Length - dark)), ("dark", dark), ("energy", energy));
    }

    /// <summary>What is beyond limits where there is supply.</summary>
    static Text Limits(GridFigures g, int elements) => elements == 0
        ? Phrases.Of("finding.grid.fits", ("hours", g.Snapshots))
        : Phrases.Of(
            g.Repair is null || g.Repair.Measures.IsEmpty ? "finding.grid.misfits" : g.Repair.IsCheapest ? "finding.grid.cheapest" : g.Repair.LeftOver > 0 ? "finding.grid.unrepaired" : g.Repair.Search.AtLeastYuan > 0 ? "finding.grid.bounded" : "finding.grid.repaired",
            ("elements", elements), ("after", Phrases.Of(g.Repair is { Dark: > 0 } ? "finding.grid.supplied_fit" : "finding.grid.all_fit")), ("cost", Numbers.Say(Quantity.MoneyYuan, g.Repair?.CostYuan ?? 0)), ("bound", Numbers.Say(Quantity.MoneyYuan, g.Repair?.Search.AtLeastYuan ?? 0)));

    internal static Text Of(MapFigures m)
    {
        var most = m.Connections.MaxBy(c => c.ForwardMwh + c.BackwardMwh);
        return most is null || most.ForwardMwh + most.BackwardMwh < 1
            ? Phrases.Of("finding.map.neutral")
            : Phrases.Of("finding.map", ("name", most.Title), ("energy", Numbers.Say(Quantity.EnergyMwh, most.ForwardMwh + most.BackwardMwh)));
    }

    internal static Text Of(DispatchFigures d)
    {
        var most = d.Supply.MaxBy(s => s.EnergyMwh);
        var total = d.Supply.Sum(s => s.EnergyMwh);
        return most is null || total <= 0
            ? Phrases.Of("finding.dispatch.neutral")
            : Phrases.Of("finding.dispatch", ("technology", most.Name), ("share", Share(most.EnergyMwh / total)));
    }

    internal static Text Of(DurationFigures d) => Phrases.Of(
        d.HoursWithImport < 1 ? "finding.duration.none" : d.HoursWithImport > 8759 ? "finding.duration.always" : "finding.duration",
        ("share", Share(d.HoursWithImport / 8760)));

    internal static Text Of(StorageFigures s)
    {
        var largest = s.Units.MaxBy(u => u.EnergyMwh);
        return largest is null
            ? Phrases.Of("finding.storage.neutral")
            : Phrases.Of("finding.storage", ("name", largest.Title), ("cycles", Numbers.Say(Quantity.Count, largest.FullCycles)));
    }

    internal static Text Of(CurtailmentFigures c) => c.YearMwh < 1
        ? Phrases.Of("finding.curtailment.none")
        : Phrases.Of(
            c.DaysWithHalf <= 90 ? "finding.curtailment" : "finding.curtailment.spread",
            ("days", Numbers.Say(Quantity.Count, Math.Ceiling(c.DaysWithHalf))),
            ("share", Share(c.SharePu)));

    /// <summary>How much of the work may wait, and how long it does.</summary>
    internal static Text Of(ComputingFigures c)
    {
        var total = c.Workloads.Sum(w => w.DemandGpuH);
        var waiting = c.Workloads.Where(w => w.DeadlineH > 0 && double.IsFinite(w.MeanWaitH)).ToArray();
        if (total <= 0)
        {
            return Phrases.Of("finding.computing.none");
        }

        var done = waiting.Sum(w => w.DemandGpuH - w.UndoneGpuH);
        return done <= 0
            ? Phrases.Of("finding.computing.fixed")
            : Phrases.Of(
                "finding.computing",
                ("share", Share(waiting.Sum(w => w.DemandGpuH) / total)),
                ("wait", Numbers.Say(Quantity.TimeH, waiting.Sum(w => w.MeanWaitH * (w.DemandGpuH - w.UndoneGpuH)) / done)));
    }

    internal static Text Of(ShadowFigures s)
    {
        var first = s.Rows.FirstOrDefault(r => r.Kind is ShadowKind.BindingLimit or ShadowKind.Requirement or ShadowKind.RuleLifted);
        return first is null ? Phrases.Of("finding.shadows.none") : first.Sentence;
    }

    internal static Text Of(AssumptionFigures a)
    {
        var known = a.Shares.Where(s => s.Status is Network.Status.Fact or Network.Status.Derived).Sum(s => s.SharePu);
        return a.Shares.IsEmpty
            ? Phrases.Of("finding.assumptions.neutral")
            : Phrases.Of("finding.assumptions", ("known", Share(known)), ("weak", Share(1 - known)));
    }

    internal static Text Of(Warnings w) => Phrases.Of(
        "finding.warnings", ("act", w.Rows.Count(r => r.Level == WarningLevel.Act)), ("all", w.Rows.Length));

    internal static Text Of(CertificateFigures c) => Phrases.Of(
        !c.Checked ? "finding.certificate.unchecked" : c.Holds ? "finding.certificate" : "finding.certificate.fails");

    /// <summary>English begins with a capital; 中文 stays.</summary>
    internal static Text Capital(Text text) => text.En.Length == 0 ? text : text with { En = char.ToUpperInvariant(text.En[0]) + text.En[1..] };

    static Text Share(double pu) => Numbers.Say(Quantity.SharePu, pu);

    static Text Yuan(double yuan) => Numbers.Say(Quantity.MoneyYuan, yuan);
}
