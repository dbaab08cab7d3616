namespace Suandian.Network;

/// <summary>One row of buses.csv; columns and ranges in Cases/schema/buses.csv.</summary>
public sealed record Bus
{
    /// <summary>Name of the bus (a place where power is balanced); unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>What is balanced here.</summary>
    public BusKind Kind { get; init; }

    /// <summary>Nominal voltage; needed where AC lines follow Kirchhoff [kV].</summary>
    public double? VoltageKv { get; init; }

    /// <summary>Latitude, north positive [deg].</summary>
    public double? LatitudeDeg { get; init; }

    /// <summary>Longitude, east positive [deg].</summary>
    public double? LongitudeDeg { get; init; }

    /// <summary>How the map shows it: site in the county, hub next to it, far end, internal (not shown).</summary>
    public BusRole Role { get; init; }

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
