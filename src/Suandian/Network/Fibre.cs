namespace Suandian.Network;

/// <summary>One row of fibres.csv; columns and ranges in Cases/schema/fibres.csv.</summary>
public sealed record Fibre
{
    /// <summary>Name of the fibre; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>One end.</summary>
    public required string Bus0 { get; init; }

    /// <summary>Other end.</summary>
    public required string Bus1 { get; init; }

    /// <summary>Existing capacity, each way [Gbit/s].</summary>
    public double CapacityGbitS { get; init; }

    /// <summary>Whether new capacity may be built.</summary>
    public bool Expandable { get; init; }

    /// <summary>Upper limit; needed where expandable [Gbit/s].</summary>
    public double? CapacityMaxGbitS { get; init; }

    /// <summary>Row of costs.csv that prices new capacity; needed where expandable.</summary>
    public string? Cost { get; init; }

    /// <summary>Fibre length [km].</summary>
    public required double LengthKm { get; init; }

    /// <summary>Propagation delay, one way [us/km].</summary>
    public double DelayUsPerKm { get; init; } = 4.9;

    /// <summary>Highest share of capacity used on average over an hour [pu].</summary>
    public double UtilisationMaxPu { get; init; } = 0.5;

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
