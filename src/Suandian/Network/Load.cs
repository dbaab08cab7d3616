namespace Suandian.Network;

/// <summary>One row of loads.csv; columns and ranges in Cases/schema/loads.csv.</summary>
public sealed record Load
{
    /// <summary>Name of the load; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>Mean power; multiplied by profile or series [MW].</summary>
    public required double PowerMw { get; init; }

    /// <summary>Shape with mean 1 from profiles.csv.</summary>
    public string? Profile { get; init; }

    /// <summary>Hourly factors instead of a profile [pu].</summary>
    public string? PowerSeries { get; init; }

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
