using Suandian.Texts;

namespace Suandian.Reports.Sweeps;

/// <summary>What a sweep shows in a sentence.</summary>
static class SweepFindings
{
    const string PriceColumn = "energy_price_yuan_per_mwh";

    /// <summary>Lowest and highest price of a delivered kilowatt-hour and where they occur.</summary>
    internal static Text Price(SweepResults results)
    {
        var priced = Enumerable.Range(0, results.Values.Length).Where(i => double.IsFinite(results.ValueOf(i, PriceColumn))).ToArray();
        if (priced.Length == 0)
        {
            return Phrases.Of("sweep.finding.none");
        }

        var (low, high) = (priced.MinBy(i => results.ValueOf(i, PriceColumn)), priced.MaxBy(i => results.ValueOf(i, PriceColumn)));
        var (least, most) = (Say(results, low), Say(results, high));
        return Phrases.Of(
            least == most ? "sweep.finding.same" : "sweep.finding.range",
            ("what", Phrases.Of("comparison.energy_price")),
            ("low", least), ("low_at", At(results, low)), ("high", most), ("high_at", At(results, high)));
    }

    /// <summary>How many variants have a plan, have none, have no result.</summary>
    internal static Text Counts(SweepResults results)
    {
        var plans = results.Results.Count(r => r is { Figures.IsEmpty: false });
        var missing = results.Results.Count(r => r is null);
        return Phrases.Of(
            "sweep.counts", ("all", results.Values.Length), ("plans", plans), ("without", results.Values.Length - plans - missing), ("missing", missing));
    }

    /// <summary>The values of a variant: <c>wind.capital_cost = 3800 yuan/kW</c>.</summary>
    internal static string At(SweepResults results, int index) => string.Join(", ", results.Axes.Select((axis, a) =>
        $"{axis.Name} = {(axis.Column.EndsWith("_factor", StringComparison.Ordinal) ? "×" : "")}{results.Values[index][a]}{(axis.Unit.Length > 0 ? " " + axis.Unit : "")}"));

    static Text Say(SweepResults results, int index) => Numbers.Say(Quantity.PriceYuanPerMwh, results.ValueOf(index, PriceColumn));
}
