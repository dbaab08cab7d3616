using Suandian.Network;

namespace Suandian.Distribution.Grids;

/// <summary>One row of grid_buses.csv; columns and ranges in Cases/schema/grid/grid_buses.csv.</summary>
public sealed record GridBus
{
    /// <summary>Name of the bus (a busbar of one voltage); unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Nominal voltage [kV].</summary>
    public required double VoltageKv { get; init; }

    /// <summary>Latitude, north positive [deg].</summary>
    public double? LatitudeDeg { get; init; }

    /// <summary>Longitude, east positive [deg].</summary>
    public double? LongitudeDeg { get; init; }

    /// <summary>Lowest voltage; 0.93 below 35 kV and 0.90 from there up if empty (GB/T 12325) [pu].</summary>
    public double? MinVoltagePu { get; init; }

    /// <summary>Highest voltage; 1.07 below 35 kV and 1.10 from there up if empty (GB/T 12325) [pu].</summary>
    public double? MaxVoltagePu { get; init; }

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
