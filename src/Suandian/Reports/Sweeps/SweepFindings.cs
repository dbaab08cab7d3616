using Suandian.Texts;

namespace Suandian.Reports.Sweeps;

/// <summary>What a sweep shows in a sentence.</summary>
static class SweepFindings
{
    const string PriceColumn = "energy_price_yuan_per_mwh";

    /// <summary>Lowest and highest price of a delivered kilowatt-hour.</summary>
    internal static Text Price(SweepResults results)
    {
        if (Ends(results) is not var (low, high))
        {
            return Phrases.Of("sweep.finding.none");
        }

        var (least, most) = (Say(results, low), Say(results, high));
        return Phrases.Of(
            least == most ? "sweep.finding.same" : "sweep.finding.range",
            ("what", Phrases.Of("comparison.energy_price")), ("low", least), ("high", most));
    }

    /// <summary>Where the lowest and the highest price occur, and how many variants have a plan.</summary>
    internal static Text Where(SweepResults results) => Ends(results) is not var (low, high) || low == high
        ? Counts(results)
        : Phrases.Of("sweep.finding.where", ("low_at", At(results, low)), ("high_at", At(results, high)), ("counts", Counts(results)));

    static (int Low, int High)? Ends(SweepResults results)
    {
        var priced = Enumerable.Range(0, results.Values.Length).Where(i => double.IsFinite(results.ValueOf(i, PriceColumn))).ToArray();
        return priced.Length == 0
            ? null
            : (priced.MinBy(i => results.ValueOf(i, PriceColumn)), priced.MaxBy(i => results.ValueOf(i, PriceColumn)));
    }

    /// <summary>How many variants have a plan, have none, have no result.</summary>
    static Text Counts(SweepResults results)
    {
        var plans = results.Results.Count(r => r is { Figures.IsEmpty: false });
        var missing = results.Results.Count(r => r is null);
        return Phrases.Of(
            "sweep.counts", ("all", results.Values.Length), ("plans", plans), ("without", results.Values.Length - plans - missing), ("missing", missing));
    }

    /// <summary>The values of a variant: <c>wind.capital_cost = 3800 yuan/kW</c>.</summary>
    static Text At(SweepResults results, int index)
    {
        string In(Language language) => string.Join(language == Language.Zh ? "，" : ", ",
            results.Axes.Select((axis, a) => $"{axis.Name} = {axis.Say(results.Values[index][a], language)}"));
        return new Text(In(Language.Zh), In(Language.En));
    }

    static Text Say(SweepResults results, int index) => Numbers.Say(Quantity.PriceYuanPerMwh, results.ValueOf(index, PriceColumn));
}
