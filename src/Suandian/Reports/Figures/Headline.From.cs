using System.Collections.Immutable;
using Suandian.Prices;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record Headline
{
    internal static Headline From(StudyView view, BuildList build)
    {
        var energy = view.Both(run => run.Prices.PriceYuanPerMwh.Local);
        var gpu = view.Both(run => run.Prices.GpuHourYuan);
        var green = view.Both(run => GreenFigures.OfYear(run, countImports: false));
        var curtailed = view.Both(CurtailmentFigures.Share);
        var built = MapPlaces.Capacity(view, bus => view.Plan.IsLocal(bus), isNew: true);
        var it = (Local: NewIt(view, build, isFar: false), Far: NewIt(view, build, isFar: true));
        return new Headline
        {
            Answer = AnswerOf(built, it, green.Plan, energy),
            Caveat = CaveatOf(gpu, curtailed.Plan, view),
            New = built,
            NewItMw = it.Local,
            NewFarItMw = it.Far,
            EnergyPriceYuanPerMwh = energy,
            GpuHourPriceYuan = gpu,
            LocalGreenSharePu = green,
            EnergyInvestmentYuan = build.EnergyCapitalYuan,
            ComputingInvestmentYuan = build.ComputingCapitalYuan,
            CurtailedSharePu = curtailed,
            AnnualCostYuan = view.Both(run => run.Run.ObjectiveYuan),
            WorkDoneSharePu = view.Both(run => Done(run.Prices)),
        };
    }

    static double Done(PriceBuildUp prices) => prices.DemandGpuH > 0 ? prices.DoneGpuH / prices.DemandGpuH : 1;

    static double NewIt(StudyView view, BuildList build, bool isFar)
    {
        var c = view.Plan.Network.Clusters;
        return build.Rows.Where(r => r.Table == "clusters" && view.Plan.Tags.FarBus[c.Bus[Array.IndexOf(c.Name, r.Name)]] == isFar).Sum(r => r.New);
    }

    static Text AnswerOf(ImmutableArray<TechnologyCapacity> built, (double Local, double Far) it, double green, Pair energy)
    {
        var parts = built.Select(Part).ToList();
        void Add(string key, double mw)
        {
            if (mw > 0)
            {
                parts.Add(Phrases.Of(key, ("mw", Numbers.Say(Quantity.PowerMw, mw))));
            }
        }

        Add("headline.it", it.Local);
        Add("headline.far_it", it.Far);

        var list = parts.Count == 0 ? Phrases.Of("headline.nothing") : Phrases.Of("headline.build", ("list", Join(parts)));
        return Phrases.Of(
            PriceKey(energy),
            ("build", list),
            ("green", Numbers.Say(Quantity.SharePu, green)),
            ("base", Numbers.Say(Quantity.PriceYuanPerMwh, energy.Base ?? double.NaN)),
            ("plan", Numbers.Say(Quantity.PriceYuanPerMwh, energy.Plan)));
    }

    /// <summary>Which sentence holds: price falls, rises, stays within half a per cent, or has no base to compare with.</summary>
    static string PriceKey(Pair energy) => energy.Base is not { } from || from <= 0 ? "headline.no_base"
        : Math.Abs(energy.Plan - from) < 0.005 * from ? "headline.equal"
        : energy.Plan < from ? "headline.falls" : "headline.rises";

    static Text Part(TechnologyCapacity c) => Phrases.Of(
        c.Mwh > 0 ? "headline.storage" : "headline.plant",
        ("mw", Numbers.Say(Quantity.PowerMw, c.Mw)),
        ("mwh", Numbers.Say(Quantity.EnergyMwh, c.Mwh)),
        ("technology", Phrases.Of("technology." + SnakeNames.Of(c.Technology))));

    internal static Text Join(IReadOnlyList<Text> parts) => parts.Count switch
    {
        0 => new("", ""),
        1 => parts[0],
        _ => new(
            string.Join("、", parts.Take(parts.Count - 1).Select(p => p.Zh)) + "和" + parts[^1].Zh,
            string.Join(", ", parts.Take(parts.Count - 1).Select(p => p.En)) + " and " + parts[^1].En),
    };

    static Text CaveatOf(Pair gpu, double curtailed, StudyView view)
    {
        var sentences = new List<Text>();
        if (view.Plan.Prices.DemandGpuH > 0)
        {
            var change = gpu.Base is { } from && from > 0 ? (gpu.Plan - from) / from : double.NaN;
            var key = double.IsNaN(change) ? "caveat.gpu" : Math.Abs(change) < 0.05 ? "caveat.gpu_same" : "caveat.gpu_change";
            sentences.Add(Phrases.Of(
                key,
                ("base", Numbers.Say(Quantity.PriceYuanPerGpuHour, gpu.Base ?? double.NaN)),
                ("plan", Numbers.Say(Quantity.PriceYuanPerGpuHour, gpu.Plan)),
                ("power", Numbers.Say(Quantity.SharePu, PowerShare(view.Plan.Prices)))));
        }

        sentences.Add(curtailed >= 0.001
            ? Phrases.Of("caveat.curtailed", ("share", Numbers.Say(Quantity.SharePu, curtailed)))
            : Phrases.Of("caveat.no_curtailment"));
        var undone = 1 - Done(view.Plan.Prices);
        if (undone > 1e-6)
        {
            sentences.Add(Phrases.Of("caveat.undone", ("share", Numbers.Say(Quantity.SharePu, undone))));
        }

        return new Text(string.Concat(sentences.Select(s => s.Zh)), string.Join(' ', sentences.Select(s => s.En)));
    }

    static double PowerShare(PriceBuildUp prices) =>
        prices.ComputingYuan.GetValueOrDefault(PricePart.Power) / prices.ComputingYuan.Values.Sum();
}
