using System.Collections.Immutable;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Tables;

static partial class ReportTables
{
    /// <summary>The plan on its grid; no table where the case names none.</summary>
    static ImmutableArray<ReportTable> GridTables(StudyFigures f) => f.Grid?.Data is { } g
        ? [.. ((ReportTable[])[GridMisfits(g), GridMeasures(g), GridVoltages(g), GridLoadings(g), GridUnplacedRows(g)]).Select(table => table.WithoutRoundOff())]
        : [];

    /// <summary>Hours of the year without the round-off of their sum.</summary>
    static double Whole(double hours) => Math.Round(hours, 6);

    static ReportTable GridMisfits(GridFigures g) => new TableOf<GridMisfit>("grid_misfits", g.Misfits)
        .Word("kind", r => SnakeNames.Of(r.Kind))
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Number("worst_pu", r => r.WorstPu)
        .Number("limit_pu", r => r.LimitPu)
        .Number("hours_h", r => Whole(r.Hours))
        .Number("worst_hour_of_year", r => r.WorstHour)
        .Number("first_hour_of_year", r => r.FirstHour)
        .Table();

    static ReportTable GridMeasures(GridFigures g) => new TableOf<GridMeasureRow>("grid_measures", g.Repair?.Measures ?? [])
        .Word("kind", r => SnakeNames.Of(r.Kind))
        .Word("table", r => r.Table)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Word("reason", r => SnakeNames.Of(r.Reason))
        .Both("before", r => r.Before)
        .Both("after", r => r.After)
        .Number("tap_before", r => r.TapBefore)
        .Number("tap_after", r => r.TapAfter)
        .Number("capital_yuan", r => r.CostYuan)
        .Word("cost_status", r => r.CostStatus?.ToString()[..1])
        .Both("cost_source", r => r.CostSource)
        .Table();

    static ReportTable GridVoltages(GridFigures g) => new TableOf<GridVoltage>("grid_voltages", g.Voltages)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Number("voltage_kv", r => r.Kv)
        .Number("lowest_pu", r => r.LowestPu)
        .Number("highest_pu", r => r.HighestPu)
        .Number("min_pu", r => r.MinPu)
        .Number("max_pu", r => r.MaxPu)
        .Number("hours_h", r => Whole(r.OutsideH))
        .Number("lowest_after_pu", r => r.AfterPu?.Base)
        .Number("highest_after_pu", r => r.AfterPu?.Plan)
        .Table();

    static ReportTable GridLoadings(GridFigures g) => new TableOf<GridLoading>("grid_loadings", g.Loadings)
        .Word("table", r => r.Table)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Both("equipment", r => r.Equipment)
        .Number("rating_mva", r => r.RatingMva)
        .Number("peak_pu", r => r.PeakPu)
        .Number("hours_h", r => Whole(r.OverH))
        .Number("loss_mwh", r => r.LossMwh)
        .Number("reverse_h", r => r.ReverseH)
        .Number("reverse_mw", r => r.ReverseMw)
        .Table();

    static ReportTable GridUnplacedRows(GridFigures g) => new TableOf<GridUnplaced>("grid_unplaced", g.Unplaced)
        .Word("table", r => r.Table)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Both("bus", r => r.Bus)
        .Word("outside", r => r.IsFar ? "true" : "false")
        .Number("share_pu", r => r.SharePu)
        .Number("energy_mwh", r => r.EnergyMwh)
        .Number("peak_mw", r => r.PeakMw)
        .Table();
}
