using Suandian.Network;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

public sealed partial record StorageFigures
{
    internal static StorageFigures From(StudyView view)
    {
        var (run, names, network) = (view.Plan, view.Names, view.Plan.Network);
        var units = new List<StorageSeries>();
        for (var s = 0; s < network.StorageUnits.Count; s++)
        {
            var name = network.StorageUnits.Name[s];
            var discharged = Year.Sum(network, run.Run.DischargeMw, s);
            units.Add(Series(view, ("storage_units", name, s), run.Run.LevelMwh, run.Run.StorageEnergyMwh[s]) with
            {
                Technology = names.TechnologyOf(names.StorageUnits[name].Carrier),
                DischargedMwh = discharged,
                FullCycles = Cycles(discharged / network.StorageUnits.DischargeEfficiency[s], run.Run.StorageEnergyMwh[s]),
            });
        }

        for (var e = 0; e < network.Stores.Count; e++)
        {
            var name = network.Stores.Name[e];
            var discharged = Year.Sum(network, Array.ConvertAll(run.Run.StoreMw, mw => Math.Max(mw, 0)), e);
            units.Add(Series(view, ("stores", name, e), run.Run.StoreLevelMwh, run.Run.StoreEnergyMwh[e]) with
            {
                Technology = names.TechnologyOf(names.Stores[name].Carrier),
                DischargedMwh = discharged,
                FullCycles = Cycles(discharged, run.Run.StoreEnergyMwh[e]),
            });
        }

        return new StorageFigures { Units = [.. units.Where(u => u.EnergyMwh > 1e-6)], Days = view.Calendar.Days };
    }

    static double Cycles(double takenMwh, double energyMwh) => energyMwh > 0 ? takenMwh / energyMwh : 0;

    static StorageSeries Series(StudyView view, (string Table, string Name, int Row) unit, double[] levelsMwh, double energyMwh)
    {
        var t = view.Plan.T;
        double[] level = [.. levelsMwh.AsSpan(unit.Row * t, t).ToArray().Select(l => energyMwh > 0 ? l / energyMwh : 0)];
        var days = Enumerable.Range(0, t).GroupBy(h => view.Calendar.DayOf[h], h => level[h]).OrderBy(d => d.Key).ToArray();
        return new StorageSeries
        {
            Table = unit.Table,
            Name = unit.Name,
            Title = view.Names.TitleOf(unit.Table, unit.Name),
            Technology = Technology.Other,
            EnergyMwh = energyMwh,
            LevelPu = level,
            DayMinPu = [.. days.Select(d => d.Min())],
            DayMeanPu = [.. days.Select(d => d.Average())],
            DayMaxPu = [.. days.Select(d => d.Max())],
            DischargedMwh = 0,
            FullCycles = 0,
        };
    }
}
