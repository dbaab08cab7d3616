using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Variations;

/// <summary>Finds the cells that a name means.</summary>
/// <remarks>
/// A setting (<c>discount_rate</c>), <c>table.row.column</c> and <c>table.column</c> with * in the place of letters of the row,
/// <c>X.column</c> for every row whose name, carrier or technology is X and for the costs of such rows, and the short names
/// <c>X.capital_cost</c> (yuan per kW, kWh, kW·km, Gbit/s) and <c>compute_demand</c> (MW of IT). The unit at the end of a column may be left out.
/// </remarks>
sealed class NameFinder(RawCase raw)
{
    internal const string CapitalCost = "capital_cost", Demand = "compute_demand";
    const string Overnight = "overnight_cost_yuan_per_unit";
    static readonly string[] CostColumns = ["cost", "cost_energy", "cost_hall"];
    static readonly string[] Untouched = ["year", "utc_offset_h", "money_year", "status", "latitude_deg", "longitude_deg"];

    /// <summary>The cells; null where nothing has that name.</summary>
    internal VariedName? Find(string name)
    {
        string[] parts = name.Split('.');
        return parts.Length switch
        {
            1 when name == Demand => new ComputeDemand(raw).Find(),
            1 => Setting(name),
            2 when parts[0] == "case" => Setting(parts[1]),
            2 when TableSchema.Has(parts[0]) => InTable(parts[0], "*", parts[1]),
            2 when parts[1] == CapitalCost => Capital(parts[0]),
            2 => ByMeaning(parts[0], parts[1]),
            3 when TableSchema.Has(parts[0]) => InTable(parts[0], parts[1], parts[2]),
            _ => null,
        };
    }

    /// <summary>Every name that may be written, for the nearest one to a misspelt name.</summary>
    internal IEnumerable<string> Known()
    {
        var settings = TableSchema.Settings.Columns.Where(MayVary).Select(c => c.Name).Append(Demand);
        var cells = raw.Tables.Values.Where(t => t.Schema.Name != "figures").OrderBy(t => t.Schema.Name, StringComparer.Ordinal)
            .SelectMany(t => t.Schema.Columns.Where(MayVary), (t, c) => (Table: t, Column: c.Name));
        return settings.Concat(Meanings().Select(m => $"{m}.{CapitalCost}"))
            .Concat(cells.SelectMany(c => Names(c.Table).Select(row => $"{c.Table.Schema.Name}.{row}.{c.Column}")))
            .Concat(cells.SelectMany(c => Names(c.Table).Select(row => $"{row}.{c.Column}")));
    }

    /// <summary>True for columns that hold something a plan depends on.</summary>
    internal static bool MayVary(ColumnSchema column) => !Untouched.Contains(column.Name)
        && column.Type is ColumnType.Number or ColumnType.Integer or ColumnType.Boolean or ColumnType.Choice or ColumnType.Reference or ColumnType.Series
        && !(column.Type == ColumnType.Choice && column.Name is "status" or "hours");

    VariedName? Setting(string key)
    {
        if (ColumnOf(TableSchema.Settings, key) is not { } column)
            return null;
        string text = raw.Settings.Settings.FirstOrDefault(s => s.Key == column.Name)?.Text ?? "";
        return new VariedName([new VariedCell("case", 0, column.Name, Present(column, column.Unit, text), column.Unit)], column, column.Name, column.Unit);
    }

    VariedName? InTable(string name, string row, string column)
    {
        if (!raw.Tables.TryGetValue(name, out var table) || ColumnOf(table.Schema, column) is not { } schema)
            return null;
        var cells = Cells(table, schema, r => Fits(row, table.Cell(r, Key(table))));
        return cells.IsEmpty ? null : Named($"{name}.{row}", schema, cells);
    }

    VariedName? ByMeaning(string meaning, string column)
    {
        var found = raw.Tables.Values.OrderBy(t => t.Schema.Name, StringComparer.Ordinal)
            .Select(t => (Table: t, Schema: ColumnOf(t.Schema, column))).Where(t => t.Schema is not null)
            .Select(t => (t.Schema, Cells: Cells(t.Table, t.Schema!, r => Means(t.Table, r, meaning)))).Where(t => !t.Cells.IsEmpty).ToArray();
        return found.Length == 0 || found.Select(f => f.Schema!.Name).Distinct().Count() > 1
            ? null
            : Named(meaning, found[0].Schema!, [.. found.SelectMany(f => f.Cells)]);
    }

    /// <summary>Overnight costs in the unit in which people quote them.</summary>
    VariedName? Capital(string meaning)
    {
        if (!raw.Tables.TryGetValue("costs", out var costs))
            return null;
        var column = costs.Schema.Column(Overnight)!;
        var cells = Cells(costs, column, r => Means(costs, r, meaning));
        if (cells.IsEmpty)
            return null;
        var (unit, suffix, scale) = cells[0].Unit switch
        {
            "yuan/MW" => ("yuan/kW", "_yuan_per_kw", 1000.0),
            "yuan/MWh" => ("yuan/kWh", "_yuan_per_kwh", 1000.0),
            "yuan/MW/km" => ("yuan/kW/km", "_yuan_per_kw_km", 1000.0),
            _ => ("yuan/Gbps", "_yuan_per_gbit_s", 1.0),
        };
        return new VariedName(cells, column, $"{meaning}.{CapitalCost}{suffix}", unit) { Scale = scale };
    }

    static VariedName Named(string start, ColumnSchema schema, ImmutableArray<VariedCell> cells) =>
        new(cells, schema, $"{start}.{schema.Name}", cells[0].Unit);

    static ImmutableArray<VariedCell> Cells(RawTable table, ColumnSchema column, Func<RawRow, bool> isMeant) =>
    [
        .. table.Rows.Where(isMeant).Select(row => (Row: row, Unit: RowUnit.Of(table, row, column)))
            .Select(r => new VariedCell(table.Schema.Name, r.Row.Line, column.Name, Present(column, r.Unit, table.Cell(r.Row, column.Name)), r.Unit)),
    ];

    static double Present(ColumnSchema column, string unit, string text) =>
        Notation.Read(text.Length > 0 ? text : column.Default, unit) is { Outcome: NotationOutcome.Number } reading ? reading.Value : double.NaN;

    /// <summary>A column by its name, with or without the unit at its end.</summary>
    static ColumnSchema? ColumnOf(TableSchema schema, string name) =>
        schema.Columns.Where(MayVary).FirstOrDefault(c => c.Name == name)
        ?? schema.Columns.Where(MayVary).FirstOrDefault(c => c.Unit.Length > 0 && c.Name == name + Suffix(c.Unit));

    static string Suffix(string unit) => "_" + unit.ToLowerInvariant().Replace("/", "_per_", StringComparison.Ordinal);

    /// <summary>A row means X where X is its name, its carrier, the technology of its carrier, or where it prices such a row.</summary>
    bool Means(RawTable table, RawRow row, string meaning)
    {
        string name = table.Cell(row, Key(table));
        return Fits(meaning, name) || IsCarried(table, row, meaning)
            || table.Schema.Name == "costs" && raw.Tables.Values.Any(t => t.Rows.Any(r =>
                CostColumns.Any(c => t.Cell(r, c) == name) && (Fits(meaning, t.Cell(r, Key(t))) || IsCarried(t, r, meaning))));
    }

    bool IsCarried(RawTable table, RawRow row, string meaning)
    {
        string carrier = table.Cell(row, "carrier");
        return carrier.Length > 0 && (carrier == meaning || raw.Tables.TryGetValue("carriers", out var carriers)
            && carriers.Rows.Any(r => carriers.Cell(r, "name") == carrier && carriers.Cell(r, "technology") == meaning));
    }

    IEnumerable<string> Meanings() => new[] { ("costs", "name"), ("carriers", "name"), ("carriers", "technology") }
        .SelectMany(t => raw.Tables.TryGetValue(t.Item1, out var table) ? table.Rows.Select(r => table.Cell(r, t.Item2)) : [])
        .Where(m => m.Length > 0).Distinct();

    static IEnumerable<string> Names(RawTable table) => table.Rows.Select(r => table.Cell(r, Key(table))).Distinct();

    /// <summary>The first column, which names the row or what it belongs to.</summary>
    static string Key(RawTable table) => table.Schema.Columns[0].Name;

    static bool Fits(string pattern, string name) => pattern == name || Regex.IsMatch(
        name, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
