using Suandian.Network;

namespace Suandian.Cases;

public static partial class NetworkBuilder
{
    /// <summary>
    /// Imports and exports. Import price = energy · factor / (1 − loss) + network + surcharge; export price = energy · factor.
    /// </summary>
    static Trades TradesOf(CaseLookup lookup)
    {
        var rows = lookup.Data.Tariffs;
        double[] energy = MapHours(
            lookup, rows, k => lookup.Factors(k.PriceProfile, k.PriceSeries), k => k.EnergyPriceYuanPerMwh);
        return new Trades
        {
            Name = Map(rows, k => k.Name),
            Bus = Map(rows, k => lookup.Bus(k.Bus)),
            IsImport = Map(rows, Imports),
            PriceYuanPerMwh = AllIn(lookup, energy),
            EnergyPriceYuanPerMwh = energy,
            MaxMw = Map(rows, k => k.PowerMaxMw),
            DemandChargeYuanPerMw = Map(rows, ChargePerPeriod),
            DemandPeriods = Map(rows, k => k.DemandChargeYuanPerMwMonth > 0 ? Periods(k) : 0),
            Co2TPerMwh = Map(rows, k => Imports(k) ? k.Co2TPerMwh : 0),
            GreenSharePu = Map(rows, k => Imports(k) ? k.GreenSharePu : 0),
        };
    }

    static bool Imports(Tariff tariff) => tariff.Direction == TariffDirection.Import;

    static int Periods(Tariff tariff) => tariff.DemandPeriod == TariffDemandPeriod.Month ? 12 : 1;

    /// <summary>Twelve monthly charges whatever the period: yuan/MW per month, or per year on the year's highest power.</summary>
    static double ChargePerPeriod(Tariff tariff) => tariff.DemandChargeYuanPerMwMonth * 12 / Periods(tariff);

    static double[] AllIn(CaseLookup lookup, double[] energy)
    {
        int count = lookup.Snapshots.Count;
        double[] price = new double[energy.Length];
        for (int i = 0; i < price.Length; i++)
        {
            Tariff tariff = lookup.Data.Tariffs[i / count];
            price[i] = Imports(tariff)
                ? energy[i] / (1 - tariff.LossPu) + tariff.NetworkPriceYuanPerMwh + tariff.SurchargeYuanPerMwh
                : energy[i];
        }

        return price;
    }
}
