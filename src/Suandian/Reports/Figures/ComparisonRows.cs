using Suandian.Texts;

namespace Suandian.Reports.Figures;

/// <summary>Rows of base beside plan.</summary>
static class ComparisonRows
{
    internal static Comparison Of(StudyView view, Headline headline) => new(
        [
            Row("energy_price", Quantity.PriceYuanPerMwh, headline.EnergyPriceYuanPerMwh, true),
            Row("gpu_hour_price", Quantity.PriceYuanPerGpuHour, headline.GpuHourPriceYuan, true),
            Row("annual_cost", Quantity.YearlyMoneyYuan, headline.AnnualCostYuan, true),
            Row("energy_investment", Quantity.MoneyYuan, new(0, headline.EnergyInvestmentYuan), null),
            Row("computing_investment", Quantity.MoneyYuan, new(0, headline.ComputingInvestmentYuan), null),
            Row("local_green_share", Quantity.SharePu, headline.LocalGreenSharePu, false),
            Row("green_share_with_imports", Quantity.SharePu, view.Both(run => GreenFigures.OfYear(run, countImports: true)), false),
            Row("consumption", Quantity.EnergyMwh, view.Both(run => run.Yearly(run.Consumption)), null),
            Row("import", Quantity.EnergyMwh, view.Both(run => run.Yearly(run.Import)), true),
            Row("export", Quantity.EnergyMwh, view.Both(run => run.Yearly(run.Export)), null),
            Row("import_peak", Quantity.PowerMw, view.Both(run => run.Import.Max()), true),
            Row("curtailed_share", Quantity.SharePu, headline.CurtailedSharePu, true),
            Row("work_done_share", Quantity.SharePu, headline.WorkDoneSharePu, false),
            Row("shed", Quantity.EnergyMwh, view.Both(run => run.Yearly(run.Shed)), true),
            Row("co2", Quantity.Co2T, view.Both(Co2), true),
        ],
        view.Base is not null);

    static ComparisonRow Row(string key, Quantity quantity, Pair value, bool? lessIsBetter) =>
        new(key, Phrases.Of("comparison." + key), quantity, value, lessIsBetter);

    /// <summary>CO2 of generation and imports of the whole case, t/a.</summary>
    internal static double Co2(RunView run)
    {
        var (g, k) = (run.Network.Generators, run.Network.Trades);
        var own = Enumerable.Range(0, g.Count).Sum(i => g.Co2TPerMwh[i] * Prices.Year.Sum(run.Network, run.Run.GeneratorMw, i));
        var bought = Enumerable.Range(0, k.Count).Where(i => k.IsImport[i])
            .Sum(i => k.Co2TPerMwh[i] * Prices.Year.Sum(run.Network, run.Run.TradeMw, i));
        return own + bought;
    }
}
