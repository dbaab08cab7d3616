using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>One column of a table that people fill in: what a cell holds and how it is called.</summary>
public sealed record SheetColumn
{
    /// <summary>Name in the concealed code row, in CSV files and for programs: lower case with underscores.</summary>
    public required string Code { get; init; }

    /// <summary>Head of the column.</summary>
    public required Text Title { get; init; }

    /// <summary>What a cell holds.</summary>
    public required SheetType Type { get; init; }

    /// <summary>Unit of a number; empty where it has none or every row names its own.</summary>
    public string Unit { get; init; } = "";

    /// <summary>No cell may be empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Words allowed, in the order of the drop-down; empty where any are.</summary>
    public ImmutableArray<SheetChoice> Choices { get; init; } = [];

    /// <summary>Words a drop-down offers where any are allowed.</summary>
    public ImmutableArray<string> Offered { get; init; } = [];

    /// <summary>Words of the drop-down; empty where there is none.</summary>
    internal ImmutableArray<string> DropDown => Type == SheetType.Choice ? [.. Choices.Select(c => c.Name.Zh)] : Offered;

    /// <summary>Least number, included.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number, included.</summary>
    public decimal? Max { get; init; }

    /// <summary>Numbers may be written as people write them: 2万平米, 150+, 80 家以上, full-width digits.</summary>
    public bool AllowsNotation { get; init; } = true;

    /// <summary>Whether the column holds personal data; such cells are masked in lists and exports.</summary>
    public Personal Personal { get; init; }

    /// <summary>What stands in the grey example row.</summary>
    public string Example { get; init; } = "";

    /// <summary>What it is and how it is filled in.</summary>
    public Text Description { get; init; }

    /// <summary>The range in words: <c>0 … 100 %</c>.</summary>
    internal string Range => $"{Bound(Min, "−∞")} … {Bound(Max, "∞")}{(Unit.Length == 0 ? "" : " " + Unit)}";

    static string Bound(decimal? value, string none) => value?.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture) ?? none;
}

/// <summary>A word of a drop-down.</summary>
/// <param name="Code">As programs know it.</param>
/// <param name="Name">As people read it.</param>
public sealed record SheetChoice(string Code, Text Name);

/// <summary>What a cell holds, and the type of its value.</summary>
public enum SheetType
{
    /// <summary>Any text; <see cref="string"/>.</summary>
    Text,

    /// <summary>Number in the unit of the column; <see cref="decimal"/>.</summary>
    Number,

    /// <summary>Whole number; <see cref="decimal"/>.</summary>
    Whole,

    /// <summary>A number or a range as a promise writes it, with comparator and unit: ≥3000人次, 3-5家; <see cref="SheetQuantity"/>.</summary>
    Quantity,

    /// <summary>Day; <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>One of the listed words; its code, <see cref="string"/>.</summary>
    Choice,

    /// <summary>是 or 否; <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>Several texts separated by ； ; or 、; an immutable array of <see cref="string"/>.</summary>
    List,
}
