namespace Suandian.Cases.Tables;

/// <summary>Units that depend on another cell of the row: a cost per MW or per MWh, a limit in shares or in tonnes.</summary>
static class RowUnit
{
    /// <summary>Unit of a cell of this row; a cost per MW·km reads yuan/MW/km.</summary>
    internal static string Of(RawTable table, RawRow row, ColumnSchema column) => (table.Schema.Name, column.Name) switch
    {
        ("costs", _) when column.Unit.Contains("unit", StringComparison.Ordinal) =>
            column.Unit.Replace("unit", CostUnit(table.Cell(row, "unit")), StringComparison.Ordinal),
        ("annual_rules", "limit") => LimitUnit(table.Cell(row, "kind")),
        _ => column.Unit,
    };

    static string CostUnit(string choice) => choice switch
    {
        "mw" => "MW",
        "mwh" => "MWh",
        "mw_km" => "MW/km",
        "gbit_s" => "Gbps",
        _ => "unit",
    };

    static string LimitUnit(string kind) => kind switch
    {
        "export_energy_max" => "MWh",
        "co2_max" => "t",
        _ => "pu",
    };
}
