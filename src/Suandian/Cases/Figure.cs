using Suandian.Network;

namespace Suandian.Cases;

/// <summary>One row of figures.csv; columns and ranges in Cases/schema/figures.csv.</summary>
public sealed record Figure
{
    /// <summary>Table of the figure.</summary>
    public required string Table { get; init; }

    /// <summary>Name of the row.</summary>
    public required string Row { get; init; }

    /// <summary>Column.</summary>
    public required string Column { get; init; }

    /// <summary>Identifier in the source collection, such as TAR-01.</summary>
    public string? Id { get; init; }

    /// <summary>What it is, in English.</summary>
    public string? Item { get; init; }

    /// <summary>What it is, in Chinese.</summary>
    public string? ItemZh { get; init; }

    /// <summary>Standing of this one figure, above that of its row.</summary>
    public required Status Status { get; init; }

    /// <summary>Source.</summary>
    public required string Source { get; init; }

    /// <summary>Chinese wording of source; source if empty.</summary>
    public string? SourceZh { get; init; }

    /// <summary>Date of the source.</summary>
    public string? Date { get; init; }

    /// <summary>Remark, range, derivation.</summary>
    public string? Note { get; init; }

    /// <summary>Chinese wording of note; note if empty.</summary>
    public string? NoteZh { get; init; }
}
