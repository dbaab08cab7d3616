using Suandian.Network;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

public sealed partial record BuildList
{
    internal static BuildList From(StudyView view)
    {
        BuildRow[] rows =
        [
            .. BuildRows.Generators(view), .. BuildRows.StorageUnits(view), .. BuildRows.Stores(view), .. BuildRows.Links(view),
            .. BuildRows.Lines(view), .. BuildRows.Clusters(view), .. BuildRows.Fibres(view),
        ];
        BuildRow[] shown = [.. rows.Where(r => r.Existing > 0 || r.Max > 0)];
        double Sum(bool computing, Func<BuildRow, double> value) => shown.Where(r => r.IsComputing == computing).Sum(value);
        return new BuildList
        {
            Rows = [.. shown],
            EnergyCapitalYuan = Sum(false, r => r.CapitalYuan),
            ComputingCapitalYuan = Sum(true, r => r.CapitalYuan),
            EnergyYearlyYuan = Sum(false, r => r.YearlyYuan),
            ComputingYearlyYuan = Sum(true, r => r.YearlyYuan),
            NewLandKm2 = Land(view),
        };
    }

    static double? Land(StudyView view)
    {
        var g = view.Plan.Network.Generators;
        double?[] land =
        [
            .. Enumerable.Range(0, g.Count).Select(i =>
                view.Names.Generators[g.Name[i]].LandKm2PerMw * (view.Plan.Run.GeneratorCapacityMw[i] - g.ExistingMw[i])),
        ];
        return land.All(l => l is null) ? null : land.Sum(l => l ?? 0);
    }
}

/// <summary>Rows of the build list, table by table.</summary>
static class BuildRows
{
    internal static IEnumerable<BuildRow> Generators(StudyView view)
    {
        var (n, run) = (view.Plan.Network, view.Plan.Run);
        for (var i = 0; i < n.Generators.Count; i++)
        {
            var row = view.Names.Generators[n.Generators.Name[i]];
            yield return new Sizing(view, "generators", row.Name, n.Generators.Bus[i])
            {
                Technology = view.Names.TechnologyOf(row.Carrier),
                Existing = n.Generators.ExistingMw[i],
                Planned = run.GeneratorCapacityMw[i],
                Max = n.Generators.MaxMw[i],
                UnitYuan = view.Names.Overnight(row.Cost),
                UnitYearlyYuan = n.Generators.AnnualCostYuanPerMw[i],
                Volume = Year.Sum(n, run.GeneratorMw, i),
                Columns = ["capacity_max_mw"],
            }.Row();
        }
    }

    internal static IEnumerable<BuildRow> StorageUnits(StudyView view)
    {
        var (n, run, s) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.StorageUnits);
        for (var i = 0; i < s.Count; i++)
        {
            var row = view.Names.StorageUnits[s.Name[i]];
            var hours = s.SizedApart[i] ? 0 : s.DurationH[i];
            var power = new Sizing(view, "storage_units", row.Name, s.Bus[i])
            {
                Technology = view.Names.TechnologyOf(row.Carrier),
                Existing = s.ExistingMw[i],
                Planned = run.StoragePowerMw[i],
                Max = s.MaxMw[i],
                UnitYuan = PerUnitOfPower(view, row.Cost, hours) + (hours * view.Names.Overnight(row.CostEnergy)),
                UnitYearlyYuan = s.AnnualCostYuanPerMw[i],
                Volume = Year.Sum(n, run.DischargeMw, i),
                Columns = ["power_max_mw"],
            };
            yield return power.Row() with { EnergyMwh = s.SizedApart[i] ? null : run.StorageEnergyMwh[i] };
            if (s.SizedApart[i])
            {
                yield return (power with
                {
                    Unit = "MWh",
                    Existing = s.ExistingMwh[i],
                    Planned = run.StorageEnergyMwh[i],
                    Max = s.MaxMwh[i],
                    UnitYuan = view.Names.Overnight(row.CostEnergy),
                    UnitYearlyYuan = s.AnnualCostYuanPerMwh[i],
                    Volume = 0,
                    Columns = ["energy_max_mwh"],
                }).Row();
            }
        }
    }

    /// <summary>A unit sized together may be priced per MWh: then a MW costs its hours.</summary>
    static double PerUnitOfPower(StudyView view, string? cost, double hours) =>
        view.Names.Overnight(cost) * (view.Names.Cost(cost)?.Unit == CostUnit.Mwh ? hours : 1);

    internal static IEnumerable<BuildRow> Stores(StudyView view)
    {
        var (run, e) = (view.Plan.Run, view.Plan.Network.Stores);
        for (var i = 0; i < e.Count; i++)
        {
            var row = view.Names.Stores[e.Name[i]];
            yield return new Sizing(view, "stores", row.Name, e.Bus[i])
            {
                Technology = view.Names.TechnologyOf(row.Carrier),
                Unit = "MWh",
                Existing = e.ExistingMwh[i],
                Planned = run.StoreEnergyMwh[i],
                Max = e.MaxMwh[i],
                UnitYuan = view.Names.Overnight(row.Cost),
                UnitYearlyYuan = e.AnnualCostYuanPerMwh[i],
                Columns = ["energy_max_mwh"],
            }.Row();
        }
    }

    internal static IEnumerable<BuildRow> Links(StudyView view)
    {
        var (n, run, l) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.Links);
        for (var i = 0; i < l.Count; i++)
        {
            var row = view.Names.Links[l.Name[i]];
            yield return new Sizing(view, "links", row.Name, l.Bus0[i])
            {
                Bus1 = l.Bus1[i],
                Technology = view.Names.TechnologyOf(row.Carrier),
                Existing = l.ExistingMw[i],
                Planned = run.LinkCapacityMw[i],
                Max = l.MaxMw[i],
                UnitYuan = view.Names.Overnight(row.Cost, row.LengthKm ?? 0),
                UnitYearlyYuan = l.AnnualCostYuanPerMw[i],
                Volume = Year.Sum(n, run.LinkForwardMw, i) + Year.Sum(n, run.LinkBackwardMw, i),
                Columns = ["power_max_mw"],
            }.Row();
        }
    }

    internal static IEnumerable<BuildRow> Lines(StudyView view)
    {
        var (n, run, l) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.Lines);
        for (var i = 0; i < l.Count; i++)
        {
            var row = view.Names.Lines[l.Name[i]];
            yield return new Sizing(view, "lines", row.Name, l.Bus0[i])
            {
                Bus1 = l.Bus1[i],
                Existing = l.ExistingMw[i],
                Planned = run.LineCapacityMw[i],
                Max = l.MaxMw[i],
                UnitYuan = view.Names.Overnight(row.Cost, row.LengthKm),
                UnitYearlyYuan = l.AnnualCostYuanPerMw[i],
                Volume = Year.Sum(n, Array.ConvertAll(run.LineMw, Math.Abs), i),
                Columns = ["capacity_max_mw"],
            }.Row();
        }
    }

    internal static IEnumerable<BuildRow> Clusters(StudyView view)
    {
        var (n, run, c) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.Clusters);
        for (var i = 0; i < c.Count; i++)
        {
            var row = view.Names.Clusters[c.Name[i]];
            var chip = view.Names.ChipOf(row.Name);
            var work = Enumerable.Range(0, n.Workloads.Pairs.Length).Where(p => n.Workloads.Pairs[p].Cluster == i);
            yield return new Sizing(view, "clusters", row.Name, c.Bus[i])
            {
                Existing = c.ExistingItMw[i],
                Planned = run.ClusterItMw[i],
                Max = c.MaxItMw[i],
                UnitYuan = view.Names.Overnight(row.CostHall) + (CaseNames.CardsPerMw(chip) * chip.ServerCostYuanPerCard),
                UnitYearlyYuan = c.HallCostYuanPerMw[i] + c.ServerCostYuanPerMw[i],
                Volume = work.Sum(p => Year.Sum(n, run.RunGpuH, p)),
                Columns = ["it_capacity_max_mw"],
            }.Row();
        }
    }

    internal static IEnumerable<BuildRow> Fibres(StudyView view)
    {
        var (run, f) = (view.Plan.Run, view.Plan.Network.Fibres);
        for (var i = 0; i < f.Count; i++)
        {
            var row = view.Names.Fibres[f.Name[i]];
            yield return new Sizing(view, "fibres", row.Name, f.Bus0[i])
            {
                Bus1 = f.Bus1[i],
                Unit = "Gbit/s",
                Existing = f.ExistingGbitS[i],
                Planned = run.FibreGbitS[i],
                Max = f.MaxGbitS[i],
                UnitYuan = view.Names.Overnight(row.Cost),
                UnitYearlyYuan = f.AnnualCostYuanPerGbitS[i],
                Columns = ["capacity_max_gbit_s"],
            }.Row();
        }
    }
}
