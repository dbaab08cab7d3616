using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A filled table as it was read: good rows, and everything that is wrong with the others.</summary>
/// <remarks>All-or-nothing: take <see cref="Rows"/> only where <see cref="IsSound"/>. Row by row: take them anyway and hand back the error file.</remarks>
public sealed record SheetReading
{
    /// <summary>What was to be read.</summary>
    public required SheetDeclaration Declaration { get; init; }

    /// <summary>Name of the file, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>Rows in which every cell is understood, in the order of the file.</summary>
    public required ImmutableArray<SheetRow> Rows { get; init; }

    /// <summary>Everything found, by row; rows are numbered as the user sees them.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>Cells whose text was understood as something else than it says literally, such as 2万 as 20000.</summary>
    public required ImmutableArray<CellReadAs> ReadAs { get; init; }

    /// <summary>True where nothing stops the whole table from being taken.</summary>
    public bool IsSound => Problems.All(p => p.Severity != Severity.Error);

    /// <summary>Rows with a cell that is not understood, for checks of the others; such a cell has no value here.</summary>
    internal ImmutableArray<SheetRow> Spoiled { get; init; } = [];

    /// <summary>The cells as text, for the error file.</summary>
    internal RawSheet Raw { get; init; } = RawSheet.Nothing;
}

/// <summary>The sheet as it was found.</summary>
/// <param name="Name">Name of the sheet; empty for CSV.</param>
/// <param name="Header">Titles as written.</param>
/// <param name="Columns">For every column of the file the place in the declaration; −1 where it has none.</param>
/// <param name="Rows">Rows with any text, without title, code and example rows.</param>
sealed record RawSheet(string Name, ImmutableArray<string> Header, ImmutableArray<int> Columns, ImmutableArray<RawRow> Rows)
{
    internal static readonly RawSheet Nothing = new("", [], [], []);
}

/// <summary>A row of a table: the value of each column, or null where the cell is empty.</summary>
/// <param name="Declaration">The columns.</param>
/// <param name="Line">Row as the user sees it.</param>
/// <param name="Values">One for each column of the declaration; types as <see cref="SheetType"/> says.</param>
public sealed record SheetRow(SheetDeclaration Declaration, int Line, ImmutableArray<object?> Values)
{
    /// <summary>Text of a column of text or choices; empty where the cell is.</summary>
    public string Text(string column) => (string?)this[column] ?? "";

    /// <summary>Number of a column of numbers.</summary>
    public decimal? Number(string column) => (decimal?)this[column];

    /// <summary>Quantity of a column of quantities.</summary>
    public SheetQuantity? Quantity(string column) => (SheetQuantity?)this[column];

    /// <summary>Day of a column of dates.</summary>
    public DateOnly? Date(string column) => (DateOnly?)this[column];

    /// <summary>是 or 否.</summary>
    public bool? Boolean(string column) => (bool?)this[column];

    /// <summary>Texts of a column of lists.</summary>
    public ImmutableArray<string> List(string column) => this[column] is ImmutableArray<string> list ? list : [];

    object? this[string column] => Values[Declaration.IndexOf(column)];
}
