using Suandian.Network;

namespace Suandian.Cases;

/// <summary>One row of weather_sites.csv; columns and ranges in Cases/schema/weather_sites.csv.</summary>
public sealed record WeatherSite
{
    /// <summary>Name of the weather site; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Latitude [deg].</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude [deg].</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Elevation [m].</summary>
    public required double ElevationM { get; init; }

    /// <summary>Clock of the data [h].</summary>
    public double UtcOffsetH { get; init; } = 8;

    /// <summary>EPW or hourly CSV in weather/, else monthly normals are used.</summary>
    public string? File { get; init; }

    /// <summary>Seed of the synthetic year; needed where no file is given.</summary>
    public int? Seed { get; init; }

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
