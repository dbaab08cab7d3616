using Suandian.Network;

namespace Suandian.Cases;

/// <summary>One row of monthly_normals.csv; columns and ranges in Cases/schema/monthly_normals.csv.</summary>
public sealed record MonthlyNormal
{
    /// <summary>Weather site.</summary>
    public required string Site { get; init; }

    /// <summary>Month.</summary>
    public required int Month { get; init; }

    /// <summary>Mean temperature [degC].</summary>
    public required double TemperatureC { get; init; }

    /// <summary>Mean daily range of temperature [K].</summary>
    public required double DiurnalRangeC { get; init; }

    /// <summary>Mean wind speed at 10 m [m/s].</summary>
    public required double WindSpeed10mMS { get; init; }

    /// <summary>Weibull shape of wind speed.</summary>
    public required double WeibullK { get; init; }

    /// <summary>Mean global irradiance over clear-sky irradiance [pu].</summary>
    public required double ClearSkyIndex { get; init; }

    /// <summary>Linke turbidity, air mass 2.</summary>
    public required double LinkeTurbidity { get; init; }

    /// <summary>Mean relative humidity [%].</summary>
    public required double RelativeHumidityPct { get; init; }

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
