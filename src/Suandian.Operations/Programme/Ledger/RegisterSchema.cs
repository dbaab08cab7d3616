using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Ledger;

/// <summary>A register as schema/*.csv declares it: the one source of names, types, units, keys and classes of personal data.</summary>
public sealed record RegisterSchema
{
    /// <summary>Field that names the organisation of a row.</summary>
    public const string Organisation = "organisation";

    /// <summary>Field that holds the SHA-256 of the files that prove a row.</summary>
    public const string Evidence = "evidence";

    static readonly FrozenDictionary<string, RegisterSchema> Registers = Load().ToFrozenDictionary(r => r.Name);

    static readonly ImmutableArray<string> Order = [.. Sheet("registers").Select(row => row["name"])];

    /// <summary>Name, also of its files.</summary>
    public required string Name { get; init; }

    /// <summary>What role it plays.</summary>
    public required RegisterKind Kind { get; init; }

    /// <summary>Heading for people.</summary>
    public required Text Title { get; init; }

    /// <summary>What it holds.</summary>
    public required Text Description { get; init; }

    /// <summary>Fields in the order people fill them in, without the id.</summary>
    public required ImmutableArray<FieldSchema> Fields { get; init; }

    /// <summary>Declaration of the id people give to a row; null where a row has the number of the entry that added it.</summary>
    public required FieldSchema? Id { get; init; }

    /// <summary>All registers in the order of schema/registers.csv.</summary>
    public static IEnumerable<RegisterSchema> All => Order.Select(Of);

    /// <summary>Fields of the natural key; empty where the id alone tells rows apart.</summary>
    public ImmutableArray<FieldSchema> Key { get; private init; }

    /// <summary>Fields about people.</summary>
    public ImmutableArray<FieldSchema> PersonalFields { get; private init; }

    /// <summary>The register of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static RegisterSchema Of(string name) => Registers[name];

    /// <summary>True where a register has that name.</summary>
    public static bool Has(string name) => Registers.ContainsKey(name);

    /// <summary>The field of a name, null where there is none.</summary>
    public FieldSchema? Field(string name) => ByName.GetValueOrDefault(name);

    FrozenDictionary<string, FieldSchema> ByName { get; init; } = FrozenDictionary<string, FieldSchema>.Empty;

    /// <summary>Rows of an embedded table as dictionaries by column.</summary>
    internal static IEnumerable<Dictionary<string, string>> Sheet(string table, string folder = "ledger")
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{folder}/{table}.csv")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var sheet = Csv.Read(memory.ToArray());
        return [.. sheet.Rows.Select(row => sheet.Header.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    static IEnumerable<RegisterSchema> Load()
    {
        var common = Sheet("common").Select(Declared).ToImmutableArray();
        foreach (var row in Sheet("registers"))
        {
            var kind = Enum.Parse<RegisterKind>(row["kind"], ignoreCase: true);
            var fields = Sheet(row["name"]).Select(Declared).ToImmutableArray();
            var id = fields[0] is { Name: "id" } first ? first : null;
            fields = [.. id is null ? fields : fields[1..], .. kind == RegisterKind.Register ? common : []];
            yield return new RegisterSchema
            {
                Name = row["name"],
                Kind = kind,
                Title = new Text(row["标题"], row["title"]),
                Description = new Text(row["说明"], row["description"]),
                Id = id,
                Fields = fields,
                Key = [.. fields.Where(f => f.IsKey)],
                PersonalFields = [.. fields.Where(f => f.Personal != Personal.None)],
                ByName = fields.ToFrozenDictionary(f => f.Name),
            };
        }
    }

    static FieldSchema Declared(Dictionary<string, string> row) => new()
    {
        Name = row["name"],
        Type = Enum.Parse<FieldType>(row["type"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        Unit = row["unit"],
        Default = row["default"],
        Min = Number(row["min"]),
        Max = Number(row["max"]),
        IsRequired = row["required"] == "yes",
        IsComputed = row["required"] == "computed",
        IsKey = row["key"] == "yes",
        Personal = row["personal"].Length == 0 ? Personal.None : Enum.Parse<Personal>(row["personal"], ignoreCase: true),
        Choices = row["choices"].Length == 0 ? [] : [.. row["choices"].Split('|').Select(Choice)],
        References = row["references"].TrimEnd('!'),
        IsProof = row["references"].EndsWith('!'),
        Title = new Text(row["标题"], row["title"]),
        Description = new Text(row["说明"], row["description"]),
    };

    /// <summary>A word and its Chinese name, split at the last =, since a comparator may hold one itself.</summary>
    static (string Word, string Zh) Choice(string choice) =>
        choice.LastIndexOf('=') is var at ? (choice[..at], choice[(at + 1)..]) : default;

    static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What role a register plays.</summary>
public enum RegisterKind
{
    /// <summary>One row of settings.</summary>
    Settings,

    /// <summary>What the programme is made of: organisations, accounts, indicators, targets, evidence.</summary>
    Core,

    /// <summary>Rows behind the figures.</summary>
    Register,
}
