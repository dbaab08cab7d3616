using System.Collections.Immutable;

namespace Suandian.Cases.Tables;

/// <summary>One attribute of a table as Cases/schema/*.csv declares it.</summary>
sealed record ColumnSchema
{
    /// <summary>Column name in files.</summary>
    public required string Name { get; init; }

    /// <summary>What a cell holds.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Unit as written in the schema; empty where the value has none.</summary>
    public required string Unit { get; init; }

    /// <summary>Default as text; empty where there is none.</summary>
    public required string Default { get; init; }

    /// <summary>Least value, inclusive.</summary>
    public required double? Min { get; init; }

    /// <summary>Greatest value, inclusive.</summary>
    public required double? Max { get; init; }

    /// <summary>No cell may be empty.</summary>
    public required bool Required { get; init; }

    /// <summary>Words allowed in a choice.</summary>
    public required ImmutableArray<string> Choices { get; init; }

    /// <summary>Table whose names a reference must be among; empty where it is no reference.</summary>
    public required string References { get; init; }

    /// <summary>What it is.</summary>
    public required Text Description { get; init; }

    /// <summary>Name of the property of the record: <c>power_mw</c> is <c>PowerMw</c>.</summary>
    public string PropertyName => SnakeCase.ToPascal(Name);

    /// <summary>The range in words: <c>0 … 100000 MW</c>.</summary>
    public string Range => $"{Plain(Min, "−∞")} … {Plain(Max, "∞")}{(Unit.Length == 0 ? "" : " " + Unit)}";

    static string Plain(double? value, string none) =>
        value is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : none;
}

/// <summary>What a cell holds.</summary>
enum ColumnType
{
    /// <summary>Identifier: letters, digits, _ and -.</summary>
    Name,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>Real number in the unit of the column.</summary>
    Number,

    /// <summary>Whole number.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>One of the listed words.</summary>
    Choice,

    /// <summary>Name of a row of another table.</summary>
    Reference,

    /// <summary>Names of rows of another table, separated by semicolons.</summary>
    References,

    /// <summary>Name of an hourly series.</summary>
    Series,

    /// <summary>Whole numbers, as a list.</summary>
    Integers,
}
