using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Ledger;

/// <summary>One field of a register as schema/*.csv declares it.</summary>
public sealed record FieldSchema
{
    /// <summary>Name in files, commands and the history.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Unit of a number; empty where it has none.</summary>
    public required string Unit { get; init; }

    /// <summary>Value where none is given; empty where there is no default.</summary>
    public required string Default { get; init; }

    /// <summary>Least value, inclusive.</summary>
    public required decimal? Min { get; init; }

    /// <summary>Greatest value, inclusive.</summary>
    public required decimal? Max { get; init; }

    /// <summary>May not be empty.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Filled by the program; never taken from a person.</summary>
    public required bool IsComputed { get; init; }

    /// <summary>Part of the natural key: two rows with equal keys are the same thing.</summary>
    public required bool IsKey { get; init; }

    /// <summary>What it tells about a person.</summary>
    public required Personal Personal { get; init; }

    /// <summary>Words allowed in a choice, with their names for people.</summary>
    public required ImmutableArray<(string Word, string Zh)> Choices { get; init; }

    /// <summary>Register whose ids a reference must be among; empty where it is no reference.</summary>
    public required string References { get; init; }

    /// <summary>The evidence of the row it refers to counts for this row too, as a sign-in sheet does for everyone on it.</summary>
    public required bool IsProof { get; init; }

    /// <summary>Heading of a column.</summary>
    public required Text Title { get; init; }

    /// <summary>What it is.</summary>
    public required Text Description { get; init; }

    /// <summary>A value as people read it: a choice by its name, everything else as it is.</summary>
    public Text Shown(string value) => Choices.FirstOrDefault(c => c.Word == value) is { Word: not null } choice
        ? new Text(choice.Zh, value.Replace('_', ' '))
        : new Text(value, value);

    /// <summary>Fields by the heads of their columns, with the names programs use: 学历层次（level）.</summary>
    internal static Text Titles(IEnumerable<FieldSchema> fields)
    {
        FieldSchema[] all = [.. fields];
        return new(string.Join('、', all.Select(f => $"{f.Title.Zh}（{f.Name}）")), string.Join(", ", all.Select(f => $"{f.Title.En} ({f.Name})")));
    }
}

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>Identifier: letters, digits, _ and -.</summary>
    Name,

    /// <summary>Any text on one line.</summary>
    Text,

    /// <summary>Decimal number in the unit of the field.</summary>
    Number,

    /// <summary>Whole number.</summary>
    Whole,

    /// <summary>Number, or a date where the target is an interval.</summary>
    Amount,

    /// <summary>Day, written 2024-10-31.</summary>
    Date,

    /// <summary>yes or no.</summary>
    YesNo,

    /// <summary>One of the listed words.</summary>
    Choice,

    /// <summary>Id of a row of another register.</summary>
    Reference,

    /// <summary>Ids of rows of another register, separated by ;.</summary>
    References,

    /// <summary>Words separated by ;.</summary>
    List,
}

/// <summary>What a field tells about a person; decides how it is masked.</summary>
public enum Personal
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Name.</summary>
    Name,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>Number that stands for the person: student, staff or identity number.</summary>
    Id,
}
