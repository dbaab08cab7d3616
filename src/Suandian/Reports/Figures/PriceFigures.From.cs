using System.Collections.Immutable;
using Suandian.Prices;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record PriceFigures
{
    /// <summary>Parts below this share of the whole are what the solver's tolerance leaves, and are not listed.</summary>
    const double Visible = 1e-6;

    /// <summary>Price of a MWh delivered at local buses.</summary>
    internal static PriceFigures OfEnergy(StudyView view) => new()
    {
        Quantity = Quantity.PriceYuanPerMwh,
        Parts = Rows(view, p => p.LocalEnergyYuan, LocalMwh),
        Total = view.Both(run => run.Prices.PriceYuanPerMwh.Local),
        Volume = view.Both(run => LocalMwh(run.Prices)),
        FarYuanPerMwh = view.Plan.Prices.PriceYuanPerMwh.Far is > 0 or < 0 ? view.Plan.Prices.PriceYuanPerMwh.Far : null,
    };

    /// <summary>Price of a GPU-hour of demand.</summary>
    internal static PriceFigures OfGpuHour(StudyView view) => new()
    {
        Quantity = Quantity.PriceYuanPerGpuHour,
        Parts = Rows(view, p => p.ComputingYuan, p => p.DemandGpuH),
        Total = view.Both(run => run.Prices.GpuHourYuan),
        Volume = view.Both(run => run.Prices.DemandGpuH),
        PerDoneYuan = view.Both(run => PerDone(run.Prices)),
    };

    static double LocalMwh(PriceBuildUp prices) => prices.OtherLoadMwh.Local + prices.ComputingMwh.Local;

    static double PerDone(PriceBuildUp prices)
    {
        var undone = prices.ComputingYuan.GetValueOrDefault(PricePart.UndoneWork);
        return prices.DoneGpuH > 0 ? (prices.ComputingYuan.Values.Sum() - undone) / prices.DoneGpuH : 0;
    }

    static ImmutableArray<PricePartRow> Rows(
        StudyView view, Func<PriceBuildUp, ImmutableSortedDictionary<PricePart, double>> parts, Func<PriceBuildUp, double> volume)
    {
        double Yuan(RunView run, PricePart part) => parts(run.Prices).GetValueOrDefault(part);
        double Price(RunView run, PricePart part) => volume(run.Prices) > 0 ? Yuan(run, part) / volume(run.Prices) : 0;
        bool IsShown(RunView run, PricePart part) => Math.Abs(Yuan(run, part)) > Visible * parts(run.Prices).Values.Sum(Math.Abs);
        return
        [
            .. Enum.GetValues<PricePart>()
                .Where(part => IsShown(view.Plan, part) || (view.Base is { } b && IsShown(b, part)))
                .Select(part => new PricePartRow(
                    part,
                    NameOf(part),
                    view.Both(run => Price(run, part)),
                    view.Both(run => Yuan(run, part)))),
        ];
    }

    internal static Text NameOf(PricePart part) => Phrases.Of("price_part." + SnakeNames.Of(part));
}
