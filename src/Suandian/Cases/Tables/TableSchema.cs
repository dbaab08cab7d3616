using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace Suandian.Cases.Tables;

/// <summary>A table of a case as Cases/schema/*.csv declares it: the one source of names, types, units and ranges.</summary>
sealed record TableSchema
{
    /// <summary>Tables in the order people fill them in.</summary>
    static readonly ImmutableArray<string> Order =
    [
        "buses", "carriers", "costs", "generators", "storage_units", "stores", "links", "lines", "loads", "tariffs",
        "chips", "clusters", "workloads", "fibres", "weather_sites", "monthly_normals", "power_curves", "profiles",
        "annual_rules", "scenarios", "stages", "figures",
    ];

    /// <summary>Tables of a grid folder in the order people fill them in; profiles are those of a case.</summary>
    static readonly ImmutableArray<string> GridOrder =
    [
        "grid_buses", "grid_lines", "grid_transformers", "grid_loads", "grid_generators", "grid_shunts", "line_types", "transformer_types",
    ];

    /// <summary>Tables of a machine in the order people fill them in.</summary>
    static readonly ImmutableArray<string> MachineOrder = ["nodes", "outages", "hours", "sections", "users"];

    static readonly FrozenDictionary<string, TableSchema> Tables = Order.Append("case").Select(name => Load("schema", name))
        .Concat(GridOrder.Append("grid").Select(name => Load("grid_schema", name)))
        .Concat(MachineOrder.Select(name => Load("machine_schema", name))).ToFrozenDictionary(table => table.Name);

    /// <summary>Name of the table, of its file and of its sheet.</summary>
    public required string Name { get; init; }

    /// <summary>Columns in the order of the schema.</summary>
    public required ImmutableArray<ColumnSchema> Columns { get; init; }

    /// <summary>All tables, without the settings.</summary>
    public static IEnumerable<TableSchema> All => Order.Select(Of);

    /// <summary>All tables of a grid folder, without the settings.</summary>
    public static IEnumerable<TableSchema> OfGrid => GridOrder.Append("profiles").Select(Of);

    /// <summary>All tables of a machine.</summary>
    public static IEnumerable<TableSchema> OfMachine => MachineOrder.Select(Of);

    /// <summary>Settings of grid.yaml, declared like the columns of a table.</summary>
    public static TableSchema GridSettings => Of("grid");

    /// <summary>Settings of case.yaml, declared like the columns of a table.</summary>
    public static TableSchema Settings => Of("case");

    /// <summary>True where a case, a grid or a machine cannot be without it.</summary>
    public bool IsRequired => Name is "buses" or "carriers" or "grid_buses" or "grid_generators" or "nodes";

    /// <summary>Column that names the row; null where the row has no name of its own.</summary>
    public ColumnSchema? Key => Columns[0].Type == ColumnType.Name ? Columns[0] : null;

    /// <summary>True where several rows share a name (points of a curve, factors of a profile).</summary>
    public bool KeyRepeats => Name is "profiles" or "power_curves";

    /// <summary>Name of the file.</summary>
    public string File => Name + ".csv";

    /// <summary>What the table holds.</summary>
    public Text Title => Texts.Phrases.Of("table." + Name);

    /// <summary>The table of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table.</exception>
    public static TableSchema Of(string name) => Tables[name];

    /// <summary>True where a table of a case has that name.</summary>
    public static bool Has(string name) => name == "case" || Order.Contains(name);

    /// <summary>The column of a name, null where there is none.</summary>
    public ColumnSchema? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);

    static TableSchema Load(string folder, string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{folder}/{table}.csv")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var sheet = Csv.Read(memory.ToArray());
        return new TableSchema
        {
            Name = table,
            Columns = [.. sheet.Rows.Select(row => Declared(sheet.Header, row.Cells))],
        };
    }

    static ColumnSchema Declared(ImmutableArray<string> header, string[] cells)
    {
        string At(string column) => cells[header.IndexOf(column)];
        return new ColumnSchema
        {
            Name = At("name"),
            Type = Enum.Parse<ColumnType>(At("type"), ignoreCase: true),
            Unit = At("unit"),
            Default = At("default"),
            Min = Number(At("min")),
            Max = Number(At("max")),
            Required = At("required") == "yes",
            Choices = At("choices").Length == 0 ? [] : [.. At("choices").Split('|')],
            References = At("references"),
            Description = new Text(At("说明"), At("description")),
        };
    }

    static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
