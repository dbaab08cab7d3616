using System.Collections;
using System.Globalization;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>Cells of a case by table, row and column, with unit and description from Cases/schema.</summary>
sealed class CaseCells
{
    readonly Dictionary<(string Table, string Row), object> _rows = [];

    internal CaseCells(Case data)
    {
        foreach (var property in typeof(Case).GetProperties().Where(p => p.PropertyType.IsGenericType))
        {
            if (property.GetValue(data) is not IEnumerable rows)
            {
                continue;
            }

            foreach (var row in rows)
            {
                if (row?.GetType().GetProperty("Name")?.GetValue(row) is string name)
                {
                    _rows.TryAdd((SnakeCase.FromPascal(property.Name), name), row);
                }
            }
        }

        _rows.TryAdd(("case", ""), data.Settings);
    }

    /// <summary>Rows that state a status, in the order of the tables.</summary>
    internal IEnumerable<(string Table, string Row, Status Status)> Stated() =>
        _rows.Where(r => StatusOf(r.Key.Table, r.Key.Row) is not null)
            .Select(r => (r.Key.Table, r.Key.Row, StatusOf(r.Key.Table, r.Key.Row)!.Value));

    /// <summary>Status of a row; null where it states none or does not exist.</summary>
    internal Status? StatusOf(string table, string row) => Cell(table, row, "status") as Status?;

    /// <summary>Text of a cell; empty where there is none.</summary>
    internal string TextOf(string table, string row, string column) => Cell(table, row, column) switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        _ => "",
    };

    /// <summary>Title of a row for people; its name where it has none.</summary>
    internal Text TitleOf(string table, string row)
    {
        var (zh, en) = (TextOf(table, row, "name_zh"), TextOf(table, row, "name_en"));
        return new(zh.Length > 0 ? zh : row, en.Length > 0 ? en : row);
    }

    /// <summary>Source or remark in both languages; the one wording in both where no Chinese is given, empty where there is none.</summary>
    internal Text WordsOf(string table, string row, string column)
    {
        var (plain, zh) = (TextOf(table, row, column), TextOf(table, row, column + "_zh"));
        return new(zh.Length > 0 ? zh : plain, plain);
    }

    /// <summary>Unit of a cell: that of its column, completed from the row for costs per unit and for limits; empty where none.</summary>
    internal string UnitOf(string table, string row, string column)
    {
        var unit = Schema(table, column)?.Unit ?? "";
        return _rows.GetValueOrDefault((table, row)) switch
        {
            Cost cost => unit.Replace("unit", Capacity(cost.Unit), StringComparison.Ordinal),
            AnnualRule rule when column == "limit" => Limit(rule.Kind),
            _ => unit,
        };
    }

    /// <summary>What a column is; its name where the schema does not know it.</summary>
    internal static Text DescriptionOf(string table, string column) =>
        Schema(table, column)?.Description ?? new(column, column);

    static string Capacity(CostUnit unit) => unit switch
    {
        CostUnit.Mw => "MW",
        CostUnit.Mwh => "MWh",
        CostUnit.MwKm => "(MW·km)",
        _ => "(Gbit/s)",
    };

    static string Limit(AnnualRuleKind kind) => kind switch
    {
        AnnualRuleKind.ExportEnergyMax => "MWh/a",
        AnnualRuleKind.Co2Max => "t/a",
        _ => "pu",
    };

    static ColumnSchema? Schema(string table, string column) =>
        TableSchema.Has(table) ? TableSchema.Of(table).Column(column) : null;

    object? Cell(string table, string row, string column)
    {
        var found = _rows.GetValueOrDefault((table, row)) ?? (table == "case" ? _rows.GetValueOrDefault(("case", "")) : null);
        return found?.GetType().GetProperty(SnakeCase.ToPascal(column))?.GetValue(found);
    }
}
