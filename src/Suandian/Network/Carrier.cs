namespace Suandian.Network;

/// <summary>One row of carriers.csv; columns and ranges in Cases/schema/carriers.csv.</summary>
public sealed record Carrier
{
    /// <summary>Name of the carrier; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Technology: fixes the colour everywhere.</summary>
    public required Technology Technology { get; init; }

    /// <summary>Counts as green power.</summary>
    public bool Renewable { get; init; }

    /// <summary>CO2 per MWh produced at the bus [t/MWh].</summary>
    public double Co2TPerMwh { get; init; }

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
