using System.Collections.Immutable;
using System.Globalization;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Tables;

/// <summary>All tables of a study.</summary>
static partial class ReportTables
{
    internal static ImmutableArray<ReportTable> Of(Study study, StudyFigures figures) =>
    [
        Summary(figures), Build(figures), Prices(figures), Shadows(figures), Assumptions(figures), CostStatus(figures),
        Workloads(figures), WorkloadPlaces(figures), Clusters(figures), ComputingByHour(figures), Refused(figures),
        Places(figures), Connections(figures), Fibres(figures), Trades(figures),
        Green(figures), Duration(figures), Curtailment(figures), Storage(figures), .. Units(study), .. Jobs(figures), .. GridTables(figures),
        WarningRows(figures), Checks(figures), Inputs(figures),
        Hourly(figures), Components(study),
    ];

    static ReportTable Summary(StudyFigures f) => new TableOf<ComparisonRow>("summary", f.Comparison.Data.Rows)
        .Word("key", r => r.Key)
        .Both("item", r => r.Name)
        .Word("unit", r => StoredUnit(r.Quantity))
        .Number("base", r => r.Value.Base)
        .Number("plan", r => r.Value.Plan)
        .Table();

    static ReportTable Build(StudyFigures f) => new TableOf<BuildRow>("build", f.Build.Data.Rows)
        .Word("table", r => r.Table)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Word("technology", r => r.Technology is { } t ? SnakeNames.Of(t) : "")
        .Both("bus", r => r.Bus)
        .Both("bus1", r => r.Bus1)
        .Word("unit", r => r.Unit)
        .Number("existing", r => r.Existing)
        .Number("new", r => r.New)
        .Number("max", r => r.Max)
        .Number("energy_mwh", r => r.EnergyMwh)
        .Number("capital_yuan", r => r.CapitalYuan)
        .Number("yearly_yuan", r => r.YearlyYuan)
        .Number("yearly_volume", r => r.YearlyVolume)
        .Word("reason", r => SnakeNames.Of(r.Reason))
        .Number("reason_yuan_per_unit", r => r.ReasonYuanPerUnit)
        .Both("reason_text", r => r.ReasonText)
        .Table();

    static ReportTable Prices(StudyFigures f)
    {
        var rows = new[] { ("energy", f.EnergyPrice.Data), ("gpu_hour", f.GpuHourPrice.Data) }.SelectMany(p => p.Item2.Parts
            .Select(r => (Price: p.Item1, p.Item2.Quantity, Part: SnakeNames.Of(r.Part), r.Name, r.Value, r.YearlyYuan))
            .Append((p.Item1, p.Item2.Quantity, "total", Texts.Phrases.Of("price_part.total"), p.Item2.Total, Sum(p.Item2)))).ToArray();
        return new TableOf<(string Price, Quantity Quantity, string Part, Text Name, Pair Value, Pair Yearly)>("prices", rows)
            .Word("price", r => r.Price)
            .Word("part", r => r.Part)
            .Both("item", r => r.Name)
            .Word("unit", r => StoredUnit(r.Quantity))
            .Number("base", r => r.Value.Base)
            .Number("plan", r => r.Value.Plan)
            .Number("base_yuan_per_year", r => r.Yearly.Base)
            .Number("plan_yuan_per_year", r => r.Yearly.Plan)
            .Table();
    }

    static Pair Sum(PriceFigures p) => new(p.Total.Base is null ? null : p.Parts.Sum(r => r.YearlyYuan.Base), p.Parts.Sum(r => r.YearlyYuan.Plan));

    static ReportTable Shadows(StudyFigures f) => new TableOf<ShadowRow>("shadow_prices", f.Shadows.Data.Rows)
        .Word("kind", r => SnakeNames.Of(r.Kind))
        .Word("table", r => r.Table)
        .Word("name", r => r.Name)
        .Word("column", r => r.Column)
        .Both("title", r => r.Title)
        .Word("unit", r => StoredUnit(r.Quantity))
        .Number("plan", r => r.Plan)
        .Number("limit", r => r.Limit)
        .Word("per_unit", r => r.PerUnit)
        .Number("yuan_per_unit", r => r.YuanPerUnit)
        .Number("holds_up_to", r => r.HoldsUpTo)
        .Both("sentence", r => r.Sentence)
        .Both("reason_text", r => r.Reason)
        .Table();

    static ReportTable Assumptions(StudyFigures f) => new TableOf<AssumptionRow>("assumptions", f.Assumptions.Data.Rows)
        .Word("id", r => r.Id)
        .Word("table", r => r.Table)
        .Word("row", r => r.Row)
        .Word("column", r => r.Column)
        .Both("item", r => r.Item)
        .Word("value", r => r.Value)
        .Word("unit", r => r.Unit)
        .Word("status", r => r.Status is { } s ? SnakeNames.Of(s) : "")
        .Both("source", r => r.Source)
        .Word("date", r => r.Date)
        .Both("note", r => r.Note)
        .Number("yearly_yuan", r => r.YearlyYuan)
        .Table();

    static ReportTable CostStatus(StudyFigures f) => new TableOf<StatusShare>("cost_status", f.Assumptions.Data.Shares)
        .Word("status", r => r.Status is { } s ? SnakeNames.Of(s) : "")
        .Number("share_pu", r => r.SharePu)
        .Number("yearly_yuan", r => r.YearlyYuan)
        .Table();

    static ReportTable WarningRows(StudyFigures f) => new TableOf<WarningRow>("warnings", f.Warnings.Data.Rows)
        .Word("level", r => SnakeNames.Of(r.Level))
        .Word("code", r => r.Code)
        .Both("fact", r => r.Fact)
        .Both("effect", r => r.Effect)
        .Both("remedy", r => r.Remedy)
        .Table();

    static ReportTable Checks(StudyFigures f) => new TableOf<(string By, CheckRow Row)>("checks",
            [.. f.Certificate.Data.Optimum.Select(r => ("certificate", r)), .. f.Certificate.Data.Replay.Select(r => ("replay", r))])
        .Word("by", r => r.By)
        .Word("key", r => r.Row.Key)
        .Both("item", r => r.Row.Name)
        .Word("unit", r => r.Row.Unit)
        .Number("value_found", r => r.Row.Value)
        .Number("bar", r => r.Row.Bar)
        .Word("holds", r => r.Row.Holds ? "true" : "false")
        .Table();

    static ReportTable Inputs(StudyFigures f) => new TableOf<Cases.FileRead>("inputs", f.Provenance.Data.FilesRead)
        .Word("path", r => r.Path)
        .Number("rows", r => r.Rows)
        .Word("sha256", r => r.Sha256)
        .Table();

    /// <summary>Unit in which a quantity is stored and written to files.</summary>
    internal static string StoredUnit(Quantity quantity) => quantity switch
    {
        Quantity.PowerMw => "MW",
        Quantity.EnergyMwh => "MWh",
        Quantity.MoneyYuan => "yuan",
        Quantity.YearlyMoneyYuan => "yuan/a",
        Quantity.PriceYuanPerMwh => "yuan/MWh",
        Quantity.PriceYuanPerGpuHour => "yuan/GPU-h",
        Quantity.SharePu => "pu",
        Quantity.WorkGpuH => "GPU-h",
        Quantity.Co2T => "t",
        Quantity.DataRateGbitS => "Gbit/s",
        Quantity.TimeH => "h",
        Quantity.DelayMs => "ms",
        Quantity.LengthKm => "km",
        Quantity.AreaKm2 => "km2",
        _ => "",
    };

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
