using System.Globalization;
using Suandian.Cases.Checks;
using Suandian.Cases.Tables;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;

namespace Suandian.Cases.Grids;

/// <summary>Sense of a grid folder: voltages of types and buses, taps, sources, rows of the plan.</summary>
static class GridChecks
{
    /// <summary>A transformer may be rated this much above or below the voltage of its bus.</summary>
    const double RatedVoltageBand = 0.15;

    internal static void Run(CheckedCase c, GridTables t, GridSettings? settings)
    {
        LeapYear(c, settings);
        foreach (var row in t.Buses.Where(r => r.Sound("min_voltage_pu", "max_voltage_pu", "voltage_kv")))
            Band(c, row);
        foreach (var row in t.LineTypes.Where(r => r.Record is { ResistanceOhmPerKm: 0, ReactanceOhmPerKm: 0 }))
            c.Add(ProblemCode.GridTypeFigures, row, "reactance_ohm_per_km", ("rule", Texts.Phrases.Of("grid_folder.rule.line")));
        foreach (var row in t.TransformerTypes)
            Type(c, row);
        foreach (var row in t.Lines)
            Line(c, t, row);
        foreach (var row in t.Transformers)
            Transformer(c, t, row);
        foreach (var row in t.Loads)
        {
            Powers(c, row);
            Plan(c, row, row.Record.PlanTable, row.Record.PlanRow);
        }

        foreach (var row in t.Generators)
        {
            Powers(c, row);
            Plan(c, row, row.Record.PlanTable, row.Record.PlanRow);
        }

        Shares(c, t);
        GridSupplyChecks.Run(c, t);
    }

    static void Band(CheckedCase c, Row<GridBus> row)
    {
        var (min, max) = EquippedGrid.Limits(row.Record);
        if (min >= max)
            c.Add(ProblemCode.GridVoltageBand, row, c.IsGiven(row, "min_voltage_pu") ? "min_voltage_pu" : "max_voltage_pu", ("min", min), ("max", max));
    }

    /// <summary>A load loss that alone would need more than the short-circuit voltage; a no-load loss above the no-load current.</summary>
    static void Type(CheckedCase c, Row<TransformerType> row)
    {
        var type = row.Record;
        if (row.Sound("load_loss_mw", "rated_mva", "short_circuit_voltage_pu") && type.LoadLossMw > type.ShortCircuitVoltagePu * type.RatedMva)
            c.Add(ProblemCode.GridTypeFigures, row, "load_loss_mw", ("rule", Texts.Phrases.Of("grid_folder.rule.load_loss")));
        if (row.Sound("no_load_loss_mw", "rated_mva", "no_load_current_pu") && type.NoLoadLossMw > type.NoLoadCurrentPu * type.RatedMva * (1 + 1e-9))
            c.Add(ProblemCode.GridTypeFigures, row, "no_load_loss_mw", ("rule", Texts.Phrases.Of("grid_folder.rule.no_load_loss")));
        if (row.Sound("high_kv", "low_kv") && type.HighKv <= type.LowKv)
            c.Add(ProblemCode.GridTypeFigures, row, "low_kv", ("rule", Texts.Phrases.Of("grid_folder.rule.sides")));
    }

    static void Line(CheckedCase c, GridTables t, Row<GridLine> row)
    {
        var line = row.Record;
        double kv0 = t.Kv(line.Bus0), kv1 = t.Kv(line.Bus1);
        if (line.Bus0.Length > 0 && line.Bus0 == line.Bus1)
            c.Add(ProblemCode.SameEnds, row, "bus1");
        else if (Math.Abs(kv0 - kv1) > 1e-9)
            c.Add(ProblemCode.GridLineVoltages, row, "bus1", ("kv0", Kv(kv0)), ("kv1", Kv(kv1)));
        double kv = double.IsNaN(kv0) ? kv1 : kv0;
        if (t.LineType(line.Type) is { } type && Math.Abs(type.VoltageKv - kv) > 1e-9)
            c.Add(ProblemCode.GridTypeVoltage, row, "type", ("type_kv", Kv(type.VoltageKv)), ("bus_kv", Kv(kv)));
    }

    static void Transformer(CheckedCase c, GridTables t, Row<GridTransformer> row)
    {
        var transformer = row.Record;
        if (transformer.BusHigh.Length > 0 && transformer.BusHigh == transformer.BusLow)
            c.Add(ProblemCode.SameEnds, row, "bus_low");
        if (t.TransformerType(transformer.Type) is not { } type)
            return;
        foreach (var (column, bus, kv) in ((string, string, double)[])[("bus_high", transformer.BusHigh, type.HighKv), ("bus_low", transformer.BusLow, type.LowKv)])
        {
            if (Math.Abs((kv / t.Kv(bus)) - 1) > RatedVoltageBand)
                c.Add(ProblemCode.GridTypeVoltage, row, column, ("type_kv", Kv(kv)), ("bus_kv", Kv(t.Kv(bus))));
        }

        if (Math.Abs(transformer.Tap) > type.TapSteps)
            c.Add(ProblemCode.GridTap, row, "tap", ("steps", type.TapSteps));
    }

    static void Powers<T>(CheckedCase c, Row<T> row)
    {
        if (c.IsGiven(row, "power_factor_pu") && c.IsGiven(row, "reactive_mvar"))
            c.Add(ProblemCode.GridReactiveTwice, row, "reactive_mvar");
        if (c.IsGiven(row, "profile") && c.IsGiven(row, "power_series"))
            c.Add(ProblemCode.ProfileAndSeries, row, "power_series", ("one", "profile"), ("other", "power_series"));
    }

    static void Plan<T>(CheckedCase c, Row<T> row, PlanTable? table, string? name)
    {
        if (row.Sound("plan_table") && table is null != name is null)
            c.Add(ProblemCode.GridPlanHalf, row, table is null ? "plan_table" : "plan_row");
    }

    /// <summary>One row of the plan is not placed more than once over.</summary>
    static void Shares(CheckedCase c, GridTables t)
    {
        var placed = t.Loads.Select(r => (r.Record.PlanTable, r.Record.PlanRow, r.Record.PlanSharePu, At: r.At("plan_share_pu")))
            .Concat(t.Generators.Select(r => (r.Record.PlanTable, r.Record.PlanRow, r.Record.PlanSharePu, At: r.At("plan_share_pu"))));
        foreach (var group in placed.Where(p => p.PlanTable is not null && p.PlanRow is not null && p.PlanTable != PlanTable.Tariffs).GroupBy(p => (p.PlanTable, p.PlanRow)))
        {
            if (group.Sum(p => p.PlanSharePu) > 1 + 1e-9)
                c.Findings.Add(ProblemCode.GridPlanShare, group.Last().At, Cell.Plain(group.Last().PlanSharePu), ("row", group.Key.PlanRow), ("sum", Cell.Plain(Math.Round(group.Sum(p => p.PlanSharePu), 9))));
        }
    }

    /// <summary>A leap year is told also where another setting is wrong.</summary>
    static void LeapYear(CheckedCase c, GridSettings? settings)
    {
        if (c.Raw.Settings.Settings.FirstOrDefault(s => s.Key == "year") is { } setting
            && (settings?.Year ?? (int.TryParse(setting.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 0 and < 10000 ? year : 1)) is var told && DateTime.IsLeapYear(told))
            c.Findings.Add(ProblemCode.LeapYear, c.Raw.Settings.At(setting), setting.Text);
    }

    static string Kv(double kv) => kv.ToString("0.###", CultureInfo.InvariantCulture);
}
