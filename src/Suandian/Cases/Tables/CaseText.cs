using System.Collections.Immutable;
using System.Globalization;

namespace Suandian.Cases.Tables;

/// <summary>A case as text: what is written into CSV files and sheets.</summary>
static class CaseText
{
    /// <summary>Tables with rows, and those no case may be without; header first.</summary>
    internal static IEnumerable<(TableSchema Schema, List<IReadOnlyList<string>> Rows)> Tables(Case data)
    {
        (TableSchema, List<IReadOnlyList<string>>)[] all =
        [
            Of(data.Buses), Of(data.Carriers), Of(data.Costs), Of(data.Generators), Of(data.StorageUnits), Of(data.Stores),
            Of(data.Links), Of(data.Lines), Of(data.Loads), Of(data.Tariffs), Of(data.Chips), Of(data.Clusters),
            Of(data.Workloads), Of(data.Fibres), Of(data.WeatherSites), Of(data.MonthlyNormals), Of(data.PowerCurves),
            Of(data.Profiles), Of(data.AnnualRules), Of(data.Scenarios), Of(data.Stages), Of(data.Figures),
        ];
        return all.Where(t => t.Item2.Count > 1 || t.Item1.IsRequired);
    }

    /// <summary>Settings that are given, as key and text; several numbers are separated by semicolons.</summary>
    internal static IEnumerable<(ColumnSchema Column, string Text)> Settings(CaseSettings settings) =>
        TableSchema.Settings.Columns.Select(c => (c, Setting(settings, c.Name))).Where(s => s.Item2.Length > 0);

    /// <summary>Series side by side, hour first; names ascending.</summary>
    internal static IEnumerable<IReadOnlyList<string>> Series(ImmutableDictionary<string, double[]> series)
    {
        var columns = series.OrderBy(s => s.Key, StringComparer.Ordinal).ToArray();
        yield return ["hour", .. columns.Select(c => c.Key)];
        for (int hour = 0; hour < columns[0].Value.Length; hour++)
        {
            int at = hour;
            yield return [at.ToString(CultureInfo.InvariantCulture), .. columns.Select(c => Cell.Plain(c.Value[at]))];
        }
    }

    /// <summary>Points of the outline, rings numbered from 1.</summary>
    internal static IEnumerable<IReadOnlyList<string>> Outline(Case data)
    {
        yield return [.. OutlineTable.Columns];
        for (int ring = 0; ring < data.Outline.Length; ring++)
        {
            foreach (var (longitude, latitude) in data.Outline[ring])
                yield return [(ring + 1).ToString(CultureInfo.InvariantCulture), Cell.Plain(longitude), Cell.Plain(latitude)];
        }
    }

    /// <summary>Rows of one table, header first.</summary>
    internal static (TableSchema Schema, List<IReadOnlyList<string>> Rows) Of<T>(ImmutableArray<T> records)
    {
        var schema = RecordShape<T>.SchemaOf();
        object empty = RecordShape<T>.New();
        List<IReadOnlyList<string>> rows = [[.. schema.Columns.Select(c => c.Name)]];
        rows.AddRange(records.Select(r => (IReadOnlyList<string>)[.. schema.Columns.Select((c, i) => Written(r!, empty, c, i))]));
        return (schema, rows);

        static string Written(object record, object empty, ColumnSchema column, int i)
        {
            string text = RecordShape<T>.Text(record, i);
            bool isDefault = column is { Required: false, Type: ColumnType.Number } && text == RecordShape<T>.Text(empty, i);
            return isDefault ? "" : text;
        }
    }

    static string Setting(CaseSettings s, string key) => key switch
    {
        "year" or "utc_offset_h" or "money_year" or "discount_rate" when s.Hours == HourSelection.Snapshots => "",
        "name_zh" => s.Name.Zh,
        "name_en" => s.Name.En,
        "description_zh" => s.Description.Zh ?? "",
        "description_en" => s.Description.En ?? "",
        "year" => s.Year.ToString(CultureInfo.InvariantCulture),
        "utc_offset_h" => Cell.Plain(s.UtcOffsetH),
        "money_year" => s.MoneyYear.ToString(CultureInfo.InvariantCulture),
        "discount_rate" => Cell.Plain(s.DiscountRate),
        "shed_price_yuan_per_mwh" => s.ShedPriceYuanPerMwh is { } shed ? Cell.Plain(shed) : "",
        "line_model" => s.LineModel is { } model ? SnakeCase.FromPascal(model.ToString()) : "",
        "hours" => SnakeCase.FromPascal(s.Hours.ToString()),
        "weeks" => string.Join(';', s.Weeks),
        "co2_price_yuan_per_t" => s.Co2PriceYuanPerT is { } price ? Cell.Plain(price) : "",
        "risk_weight" => s.RiskWeight is { } weight ? Cell.Plain(weight) : "",
        "grid" => s.Grid ?? "",
        "risk_level" => s.RiskLevel is { } level ? Cell.Plain(level) : "",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "no such setting"),
    };
}
