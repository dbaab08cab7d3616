using Suandian.Network;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Tables;

static partial class ReportTables
{
    static ReportTable Green(StudyFigures f) => new TableOf<int>("green_by_month_and_hour", [.. Enumerable.Range(0, 288)])
        .Number("month", i => (i / 24) + 1)
        .Number("hour_of_day", i => i % 24)
        .Number("local_green_share_pu", i => f.Green.Data.ByMonthAndHourPu[i])
        .Table();

    static ReportTable Duration(StudyFigures f)
    {
        var d = f.Duration.Data;
        static double? At(double[] curve, int i) => curve.Length == 0 ? null : curve[i];
        return new TableOf<int>("duration", [.. Enumerable.Range(0, 101)])
            .Number("hours_pct", i => i)
            .Number("load_mw", i => d.LoadMw[i])
            .Number("residual_load_mw", i => d.ResidualLoadMw[i])
            .Number("import_mw", i => d.ImportMw[i])
            .Number("base_import_mw", i => At(d.BaseImportMw, i))
            .Number("price_yuan_per_mwh", i => At(d.PriceYuanPerMwh, i))
            .Table();
    }

    static ReportTable Curtailment(StudyFigures f) => new TableOf<int>("curtailment", [.. Enumerable.Range(0, f.Curtailment.Data.Days.Length)])
        .Word("day", i => Day(f.Curtailment.Data.Days[i]))
        .Number("curtailed_mwh", i => f.Curtailment.Data.DayMwh[i])
        .Table();

    static ReportTable Storage(StudyFigures f)
    {
        var days = f.Storage.Data.Days;
        return new TableOf<(StorageSeries Unit, int Day)>("storage", [.. f.Storage.Data.Units.SelectMany(u => Enumerable.Range(0, days.Length).Select(d => (u, d)))])
            .Word("table", r => r.Unit.Table)
            .Word("name", r => r.Unit.Name)
            .Word("day", r => Day(days[r.Day]))
            .Number("level_min_pu", r => r.Unit.DayMinPu[r.Day])
            .Number("level_mean_pu", r => r.Unit.DayMeanPu[r.Day])
            .Number("level_max_pu", r => r.Unit.DayMaxPu[r.Day])
            .Table();
    }

    /// <summary>The local buses together, hour by hour.</summary>
    static ReportTable Hourly(StudyFigures f)
    {
        var d = f.Dispatch.Data;
        ReportColumn Mw(string name, double[] mw) => new(name) { Numbers = mw };
        return new ReportTable("hourly",
        [
            new("hour_of_year") { Numbers = Array.ConvertAll(d.HourOfYear, h => (double)h) },
            Mw("weight_h", d.WeightH),
            .. d.Supply.Select(s => Mw(s.Technology switch
            {
                Technology.Battery => "storage_discharge_mw",
                Technology.Import => "import_mw",
                _ => SnakeNames.Of(s.Technology) + "_mw",
            }, s.Mw)),
            .. d.Below.Select(s => Mw(s.Technology == Technology.Battery ? "storage_charge_mw" : "export_mw", s.Mw)),
            Mw("curtailed_mw", d.CurtailedMw), Mw("shed_mw", d.ShedMw), Mw("other_load_mw", d.OtherLoadMw),
            Mw("fixed_computing_mw", d.FixedComputingMw), Mw("flexible_computing_mw", d.FlexibleComputingMw),
            Mw("losses_mw", d.LossesMw), Mw("local_green_share_pu", f.Green.Data.SharePu),
        ]);
    }

    /// <summary>Every component hour by hour: columns <c>table.name.quantity_unit</c>.</summary>
    static ReportTable Components(Study study)
    {
        var (n, p) = (study.Network, study.Plan);
        var t = n.Snapshots.Count;
        IEnumerable<ReportColumn> Each(string table, string[] names, string quantity, double[] rows) => rows.Length == 0
            ? []
            : names.Select((name, i) => new ReportColumn($"{table}.{name}.{quantity}") { Numbers = rows.AsSpan(i * t, t).ToArray() });
        string[] buses = [.. n.Buses.Select(b => b.Name)];
        string[] pairs = [.. n.Workloads.Pairs.Select(s => $"{n.Workloads.Name[s.Workload]}@{n.Clusters.Name[s.Cluster]}")];
        return new ReportTable("components",
        [
            new("hour_of_year") { Numbers = Array.ConvertAll(n.Snapshots.HourOfYear, h => (double)h) },
            new("weight_h") { Numbers = n.Snapshots.WeightH },
            .. Each("generators", n.Generators.Name, "output_mw", p.GeneratorMw),
            .. Each("storage_units", n.StorageUnits.Name, "charge_mw", p.ChargeMw),
            .. Each("storage_units", n.StorageUnits.Name, "discharge_mw", p.DischargeMw),
            .. Each("storage_units", n.StorageUnits.Name, "level_mwh", p.LevelMwh),
            .. Each("storage_units", n.StorageUnits.Name, "spill_mw", p.SpillMw),
            .. Each("stores", n.Stores.Name, "to_bus_mw", p.StoreMw),
            .. Each("stores", n.Stores.Name, "level_mwh", p.StoreLevelMwh),
            .. Each("units", n.Commitments?.Name ?? [], "on", p.UnitOn),
            .. Each("links", n.Links.Name, "forward_mw", p.LinkForwardMw),
            .. Each("links", n.Links.Name, "backward_mw", p.LinkBackwardMw),
            .. Each("lines", n.Lines.Name, "flow_mw", p.LineMw),
            .. Each("tariffs", n.Trades.Name, "power_mw", p.TradeMw),
            .. Each("buses", buses, "shed_mw", p.ShedMw),
            .. Each("buses", buses, "price_yuan_per_mwh", p.BusPriceYuanPerMwh),
            .. Each("clusters", n.Clusters.Name, "it_mw", p.ItMw),
            .. Each("clusters", n.Clusters.Name, "may_wait_gpu_h", study.JobYear?.PlannedCards ?? []),
            .. Each("clusters", n.Clusters.Name, "may_wait_as_jobs_gpu_h", study.JobYear?.Whole.Cards ?? []),
            .. Each("services", pairs, "run_gpu_h", p.RunGpuH),
            .. Each("workloads", n.Workloads.Name, "backlog_gpu_h", p.BacklogGpuH),
            .. Each("workloads", n.Workloads.Name, "undone_gpu_h", p.UndoneGpuH),
        ]);
    }
}
