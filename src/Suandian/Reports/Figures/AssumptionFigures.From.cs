using System.Collections.Frozen;
using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

public sealed partial record AssumptionFigures
{
    /// <summary>Column that stands for a row whose status is given as a whole.</summary>
    static readonly FrozenDictionary<string, string> MainColumn = new Dictionary<string, string>
    {
        ["annual_rules"] = "limit",
        ["chips"] = "server_cost_yuan_per_card",
        ["clusters"] = "it_capacity_mw",
        ["costs"] = "overnight_cost_yuan_per_unit",
        ["fibres"] = "length_km",
        ["generators"] = "capacity_mw",
        ["lines"] = "capacity_mw",
        ["links"] = "power_mw",
        ["loads"] = "power_mw",
        ["scenarios"] = "probability_pu",
        ["stages"] = "load_pu",
        ["storage_units"] = "power_mw",
        ["stores"] = "energy_mwh",
        ["tariffs"] = "energy_price_yuan_per_mwh",
        ["workloads"] = "gpu_hours_per_year",
    }.ToFrozenDictionary();

    internal static AssumptionFigures From(StudyView view)
    {
        var cells = new CaseCells(view.Study.Case);
        var priced = view.Plan.Prices.Items.Select(item => (By: PricedBy.Of(view.Names, item), item.YuanPerYear)).ToArray();
        var figures = view.Study.Case.Figures;
        var single = figures.Select(f => (f.Table, f.Row, f.Column)).ToHashSet();
        var unsaid = DefaultPrice.OfWaiting(view.Study.Case).Where(cell => !single.Contains(cell)).ToHashSet();
        single.UnionWith(unsaid);
        var rows = figures.Select(f => OfFigure(cells, f, priced.Where(p => p.By == (f.Table, f.Row, f.Column)).Sum(p => p.YuanPerYear)))
            .Concat(cells.Stated()
                .Where(r => !single.Contains((r.Table, r.Row, MainColumn.GetValueOrDefault(r.Table, ""))))
                .Select(r => OfRow(cells, r, priced.Where(p => p.By.Table == r.Table && p.By.Row == r.Row && !single.Contains(p.By)).Sum(p => p.YuanPerYear))))
            .Concat(unsaid.Count == 0 ? [] : [DefaultPrice.Row(cells, priced.Where(p => unsaid.Contains(p.By)).Sum(p => p.YuanPerYear))]);
        var statuses = figures.GroupBy(f => (f.Table, f.Row, f.Column)).ToFrozenDictionary(g => g.Key, g => g.First().Status);
        Status? Standing((string Table, string Row, string Column) by) =>
            statuses.TryGetValue(by, out var status) ? status : unsaid.Contains(by) ? DefaultPrice.Standing : cells.StatusOf(by.Table, by.Row);
        return new AssumptionFigures
        {
            Rows = [.. rows.OrderBy(r => r.Table, StringComparer.Ordinal).ThenByDescending(r => Math.Abs(r.YearlyYuan)).ThenBy(r => r.Id, StringComparer.Ordinal)],
            Shares = Shared([.. priced.Select(p => (Standing(p.By), Math.Abs(p.YuanPerYear)))]),
        };
    }

    static ImmutableArray<StatusShare> Shared((Status? Status, double Yuan)[] items)
    {
        var total = items.Sum(i => i.Yuan);
        return
        [
            .. items.GroupBy(i => i.Status)
                .Where(g => g.Sum(i => i.Yuan) > 1e-9 * total)
                .OrderBy(g => g.Key ?? (Status)int.MaxValue)
                .Select(g => new StatusShare(g.Key, total > 0 ? g.Sum(i => i.Yuan) / total : 0, g.Sum(i => i.Yuan))),
        ];
    }

    static AssumptionRow OfFigure(CaseCells cells, Cases.Figure f, double yuan)
    {
        var plain = Describe(cells, f.Table, f.Row, f.Column);
        return new AssumptionRow
        {
            Id = f.Id ?? $"{f.Table}.{f.Row}.{f.Column}",
            Table = f.Table,
            Row = f.Row,
            Column = f.Column,
            Item = new Text(f.ItemZh ?? plain.Zh, f.Item ?? plain.En),
            Value = cells.TextOf(f.Table, f.Row, f.Column),
            Unit = cells.UnitOf(f.Table, f.Row, f.Column),
            Status = f.Status,
            Source = new Text(f.SourceZh ?? f.Source, f.Source),
            Date = f.Date ?? "",
            Note = new Text(f.NoteZh ?? f.Note ?? "", f.Note ?? ""),
            YearlyYuan = yuan,
        };
    }

    static AssumptionRow OfRow(CaseCells cells, (string Table, string Row, Status Status) r, double yuan)
    {
        var column = MainColumn.GetValueOrDefault(r.Table, "");
        return new AssumptionRow
        {
            Id = $"{r.Table}.{r.Row}",
            Table = r.Table,
            Row = r.Row,
            Column = column,
            Item = column.Length == 0 ? cells.TitleOf(r.Table, r.Row) : Describe(cells, r.Table, r.Row, column),
            Value = column.Length == 0 ? "" : cells.TextOf(r.Table, r.Row, column),
            Unit = cells.UnitOf(r.Table, r.Row, column),
            Status = r.Status,
            Source = cells.WordsOf(r.Table, r.Row, "source"),
            Date = "",
            Note = cells.WordsOf(r.Table, r.Row, "note"),
            YearlyYuan = yuan,
        };
    }

    static Text Describe(CaseCells cells, string table, string row, string column)
    {
        var (title, what) = (cells.TitleOf(table, row), CaseCells.DescriptionOf(table, column));
        return new($"{title.Zh}：{what.Zh}", $"{title.En}: {what.En}");
    }
}

/// <summary>Which cell of the case prices an item of cost.</summary>
static class PricedBy
{
    const string Overnight = "overnight_cost_yuan_per_unit";

    internal static (string Table, string Row, string Column) Of(CaseNames names, CostItem item) => item.Kind switch
    {
        CostKind.Operation => (item.Table, item.Name, "marginal_cost_yuan_per_mwh"),
        CostKind.Starts => (item.Table, item.Name, "start_cost_yuan"),
        CostKind.Energy => ("tariffs", item.Name, "energy_price_yuan_per_mwh"),
        CostKind.NetworkCharge => ("tariffs", item.Name, "network_price_yuan_per_mwh"),
        CostKind.DemandCharge => ("tariffs", item.Name, "demand_charge_yuan_per_mw_month"),
        CostKind.Co2 => ("case", "", "co2_price_yuan_per_t"),
        CostKind.Servers => ("chips", names.Clusters[item.Name].Chip, "server_cost_yuan_per_card"),
        CostKind.Waiting => ("workloads", item.Name, "waiting_cost_yuan_per_gpu_hour_h"),
        CostKind.Penalty when item.Table == "workloads" => ("workloads", item.Name, "penalty_yuan_per_gpu_hour"),
        CostKind.Penalty => ("case", "", "shed_price_yuan_per_mwh"),
        _ => ("costs", CostRow(names, item) ?? "", Overnight),
    };

    static string? CostRow(CaseNames names, CostItem item) => item.Table switch
    {
        "generators" => names.Generators[item.Name].Cost,
        "storage_units" => StorageRow(names.StorageUnits[item.Name], item.Kind),
        "stores" => names.Stores[item.Name].Cost,
        "links" => names.Links[item.Name].Cost,
        "lines" => names.Lines[item.Name].Cost,
        "clusters" => names.Clusters[item.Name].CostHall,
        _ => names.Fibres[item.Name].Cost,
    };

    static string? StorageRow(StorageUnit unit, CostKind kind) =>
        kind == CostKind.NewEnergy ? unit.CostEnergy : unit.Cost ?? unit.CostEnergy;
}
