using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>Values inside their range, yet so small or large that another unit was probably meant.</summary>
/// <remarks>
/// Bounds are a tenth or less of the cheapest figures in use (wind and PV above 1 million yuan/MW, batteries above
/// 300 000 yuan/MWh, power above 50 yuan/MWh), and 1000 times above them lies what yuan/kW or yuan/kWh would read as.
/// A load is too large where all that may ever supply the case could not serve a third of its mean.
/// </remarks>
static class PlausibilityChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var row in c.Tables.Costs.Where(r => r.Sound("unit")))
        {
            var (least, unit, word) = row.Record.Unit switch
            {
                CostUnit.Mw => (20_000.0, "yuan/MW", "yuan/kW 元/千瓦"),
                CostUnit.Mwh => (20_000.0, "yuan/MWh", "yuan/kWh 元/千瓦时"),
                CostUnit.MwKm => (10.0, "yuan/MW/km", "yuan/kW/km"),
                _ => (0.0, "", ""),
            };
            Least(c, row, "overnight_cost_yuan_per_unit", (row.Record.OvernightCostYuanPerUnit, least), (unit, word));
        }

        foreach (var row in c.Tables.Tariffs)
        {
            Least(c, row, "energy_price_yuan_per_mwh", (row.Record.EnergyPriceYuanPerMwh, 3), ("yuan/MWh", "yuan/kWh 元/千瓦时"));
            Least(c, row, "network_price_yuan_per_mwh", (row.Record.NetworkPriceYuanPerMwh, 1), ("yuan/MWh", "yuan/kWh 元/千瓦时"));
            Least(c, row, "demand_charge_yuan_per_mw_month", (row.Record.DemandChargeYuanPerMwMonth, 200),
                ("yuan/MW/month", "yuan/kW/month 元/千瓦/月"));
        }

        Loads(c);
    }

    static void Loads(CheckedCase c)
    {
        const double Margin = 3;
        double supply = c.Tables.Generators.Sum(g => Math.Max(g.Record.CapacityMw, g.Record.CapacityMaxMw ?? 0))
            + c.Tables.Tariffs.Where(t => t.Record.Direction == TariffDirection.Import).Sum(t => t.Record.PowerMaxMw);
        foreach (var row in c.Tables.Loads.Where(r => supply > 0 && r.Record.PowerMw > Margin * supply))
        {
            c.Add(ProblemCode.BeyondSupply, row, "power_mw", ("supply", Cell.Plain(supply)),
                ("hint", UnitGuess.Says("kW 千瓦", row.Record.PowerMw / 1000, "MW")));
        }
    }

    static void Least<T>(
        CheckedCase c, Row<T> row, string column, (double Value, double Least) number, (string Unit, string Word) meant)
    {
        if (number.Value > 0 && number.Value < number.Least)
        {
            c.Add(ProblemCode.Implausible, row, column, ("least", Cell.Plain(number.Least)), ("unit", meant.Unit),
                ("hint", UnitGuess.Says(meant.Word, number.Value * 1000, meant.Unit)));
        }
    }
}
