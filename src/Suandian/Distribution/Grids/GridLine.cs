using Suandian.Network;

namespace Suandian.Distribution.Grids;

/// <summary>One row of grid_lines.csv; columns and ranges in Cases/schema/grid/grid_lines.csv.</summary>
public sealed record GridLine
{
    /// <summary>Name of the line; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>First bus.</summary>
    public required string Bus0 { get; init; }

    /// <summary>Second bus, of the same voltage.</summary>
    public required string Bus1 { get; init; }

    /// <summary>Type of the line, from the catalogue or from line_types.csv.</summary>
    public required string Type { get; init; }

    /// <summary>Length of a circuit [km].</summary>
    public required double LengthKm { get; init; }

    /// <summary>Parallel circuits.</summary>
    public int Circuits { get; init; } = 1;

    /// <summary>Whether it is in service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Switches at the ends: an open end carries nothing, the other still feeds the charging.</summary>
    public LineSwitch Switch { get; init; }

    /// <summary>Standing of the figures in this row: F fact, D derived, E estimate, R recalled (to be checked).</summary>
    public Status? Status { get; init; }

    /// <summary>Where the figures of this row come from.</summary>
    public string? Source { get; init; }

    /// <summary>Chinese wording of source; source if empty.</summary>
    public string? SourceZh { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>Chinese wording of note; note if empty.</summary>
    public string? NoteZh { get; init; }
}
