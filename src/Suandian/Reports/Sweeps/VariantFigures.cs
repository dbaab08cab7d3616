using System.Collections.Immutable;
using Suandian.Reports.Figures;
using Suandian.Texts;

namespace Suandian.Reports.Sweeps;

/// <summary>The row of a variant out of the figures of its study, so that sweep and report show the same numbers.</summary>
public static class VariantFigures
{
    /// <summary>Price, costs, shares and energies as summary.csv of the report names them, the proof, and capacities by technology.</summary>
    /// <param name="figures">Figures of the study.</param>
    public static ImmutableArray<VariantFigure> From(StudyFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var proof = figures.Certificate.Data;
        var checks = proof.Optimum.Concat(proof.Replay).ToArray();
        var gap = proof.Optimum.FirstOrDefault(c => c.Key == "relative_gap")?.Value ?? double.NaN;
        return
        [
            .. figures.Comparison.Data.Rows.Select(r => new VariantFigure(r.Key + Suffix(r.Quantity), r.Name, r.Quantity, r.Value.Plan)),
            new("relative_gap_pu", Phrases.Of("sweep.gap"), Quantity.Count, gap),
            new("checks_held", Phrases.Of("sweep.checks_held"), Quantity.Count, checks.Count(c => c.Holds)),
            new("checks", Phrases.Of("sweep.checks"), Quantity.Count, checks.Length),
            .. New(figures.Headline.Data),
            .. figures.Build.Data.Rows.SelectMany(Total),
        ];
    }

    /// <summary>New electric capacity at local buses by technology, as the answer of the report names it, and new IT power.</summary>
    static IEnumerable<VariantFigure> New(Headline headline)
    {
        foreach (var built in headline.New)
        {
            var key = SnakeNames.Of(built.Technology);
            var name = Phrases.Of("sweep.new", ("what", Phrases.Of("technology." + key)));
            yield return new($"new_{key}_mw", name, Quantity.PowerMw, built.Mw);
            if (built.Mwh > 0)
            {
                yield return new($"new_{key}_mwh", name, Quantity.EnergyMwh, built.Mwh);
            }
        }

        yield return new("new_it_mw", Phrases.Of("sweep.new_it"), Quantity.PowerMw, headline.NewItMw);
        yield return new("new_far_it_mw", Phrases.Of("sweep.new_far_it"), Quantity.PowerMw, headline.NewFarItMw);
    }

    /// <summary>Existing and new capacity of a component.</summary>
    static IEnumerable<VariantFigure> Total(BuildRow row)
    {
        var quantity = row.Unit switch { "MW" => Quantity.PowerMw, "MWh" => Quantity.EnergyMwh, _ => Quantity.DataRateGbitS };
        var start = $"{row.Table}.{row.Name}.total";
        var title = Phrases.Of("sweep.total", ("what", row.Title));
        yield return new(start + Suffix(quantity), title, quantity, row.Existing + row.New);
        if (row.EnergyMwh is { } energy)
        {
            yield return new(start + "_mwh", title, Quantity.EnergyMwh, energy);
        }
    }

    static string Suffix(Quantity quantity) => quantity switch
    {
        Quantity.PowerMw => "_mw",
        Quantity.EnergyMwh => "_mwh",
        Quantity.MoneyYuan => "_yuan",
        Quantity.YearlyMoneyYuan => "_yuan",
        Quantity.PriceYuanPerMwh => "_yuan_per_mwh",
        Quantity.PriceYuanPerGpuHour => "_yuan",
        Quantity.SharePu => "_pu",
        Quantity.Co2T => "_t",
        Quantity.DataRateGbitS => "_gbit_s",
        _ => "",
    };
}
