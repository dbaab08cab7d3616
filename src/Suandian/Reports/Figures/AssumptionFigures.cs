using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>Every assumption with its source.</summary>
public sealed partial record AssumptionFigures
{
    /// <summary>One row per figure of the case that has a status (from figures.csv) or per table row (from its own status), largest yearly money first within a table.</summary>
    public required ImmutableArray<AssumptionRow> Rows { get; init; }

    /// <summary>Share of yearly money that rests on each status; the shares sum to 1. Money = sum of absolute cost items.</summary>
    public required ImmutableArray<StatusShare> Shares { get; init; }
}

/// <summary>One assumption.</summary>
public sealed record AssumptionRow
{
    /// <summary>Identifier in the source collection, such as TAR-01; else table.row.column.</summary>
    public required string Id { get; init; }

    /// <summary>Table.</summary>
    public required string Table { get; init; }

    /// <summary>Row.</summary>
    public required string Row { get; init; }

    /// <summary>Column; empty where the whole row is meant.</summary>
    public required string Column { get; init; }

    /// <summary>What it is.</summary>
    public required Text Item { get; init; }

    /// <summary>Value as written for people, invariant format; empty where the whole row is meant.</summary>
    public required string Value { get; init; }

    /// <summary>Unit of this cell: of the schema, and where that leaves it to the row (costs, annual rules), of the row; empty where none.</summary>
    public required string Unit { get; init; }

    /// <summary>Standing; null where the case states none.</summary>
    public Status? Status { get; init; }

    /// <summary>Source, in Chinese as the case words it where it does; empty where none is stated.</summary>
    public required Text Source { get; init; }

    /// <summary>Date of the source; empty where none.</summary>
    public required string Date { get; init; }

    /// <summary>Remark, in Chinese as the case words it where it does; empty where none.</summary>
    public required Text Note { get; init; }

    /// <summary>Yearly money of the plan that this row or figure prices, yuan/a; 0 where it prices nothing.</summary>
    public required double YearlyYuan { get; init; }
}

/// <summary>How much of the money rests on a status.</summary>
/// <param name="Status">Status; null where the case states none.</param>
/// <param name="SharePu">Share, pu.</param>
/// <param name="YearlyYuan">Money, yuan/a.</param>
public sealed record StatusShare(Status? Status, double SharePu, double YearlyYuan);
