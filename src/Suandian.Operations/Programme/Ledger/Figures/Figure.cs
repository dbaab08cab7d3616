using System.Collections.Immutable;
using System.Globalization;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>A computed figure with the rows it is made of.</summary>
public sealed record Figure
{
    /// <summary>Indicator it is computed by.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>Value in the unit of the indicator; null where there are no data.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Rows counted, in order of their day.</summary>
    public required ImmutableArray<FigureRow> Rows { get; init; }

    /// <summary>Rows that meet the filter and are not counted, with the reason.</summary>
    public required ImmutableArray<ExcludedRow> Excluded { get; init; }

    /// <summary>Number of different values of the field; null where the indicator names none.</summary>
    public int? Distinct { get; init; }

    /// <summary>By ratio the rows that meet the filter.</summary>
    public int? Part { get; init; }

    /// <summary>First day that counts.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Rows counted.</summary>
    public int Raw => Rows.Length;

    /// <summary>Counted rows that no evidence proves.</summary>
    public int WithoutProof => Rows.Count(r => !r.IsProved);

    /// <summary>Rows that were left out for a reason.</summary>
    public int Left(Exclusion reason) => Excluded.Count(e => e.Reason == reason);

    /// <summary>A number as people read it: thousands separated, at most two decimals, four below one.</summary>
    public static string Written(decimal value) => value.ToString(Math.Abs(value) < 1 ? "0.####" : "#,##0.##", CultureInfo.InvariantCulture);
}

/// <summary>A row in a figure.</summary>
/// <param name="Row">The row.</param>
/// <param name="Day">Day it counts from.</param>
/// <param name="Key">What it is told apart by; empty where the indicator names no field.</param>
/// <param name="Amount">What it adds to a sum or measures; 1 elsewhere.</param>
/// <param name="IsProved">Evidence proves it, its own or that of the row it is listed under.</param>
public sealed record FigureRow(LedgerRow Row, DateOnly Day, string Key, decimal Amount, bool IsProved);

/// <summary>A row that is not counted though it meets the filter, or all of it but a field that nobody filled.</summary>
/// <param name="Address">The row.</param>
/// <param name="Reason">Why not.</param>
public sealed record ExcludedRow(RowAddress Address, Exclusion Reason)
{
    /// <summary>Fields nobody filled, where that is the reason.</summary>
    public ImmutableArray<Text> Fields { get; init; } = [];
}

/// <summary>Why a row is not counted.</summary>
public enum Exclusion
{
    /// <summary>It has no day.</summary>
    Undated,

    /// <summary>It is from before the first day that counts.</summary>
    BeforeSince,

    /// <summary>It is later than the day asked about.</summary>
    Later,

    /// <summary>Nothing proves it, and only proved rows count.</summary>
    WithoutProof,

    /// <summary>The field it is summed or told apart by is empty.</summary>
    Empty,

    /// <summary>Its unit is another.</summary>
    OtherUnit,

    /// <summary>A field that the indicator asks for is empty.</summary>
    Lacking,
}
