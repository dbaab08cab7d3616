using Suandian.Network;

namespace Suandian.Cases;

/// <summary>One row of power_curves.csv; columns and ranges in Cases/schema/power_curves.csv.</summary>
public sealed record PowerCurvePoint
{
    /// <summary>Name of the turbine; several rows each.</summary>
    public required string Turbine { get; init; }

    /// <summary>Wind speed at hub height, density 1.225 kg/m3 [m/s].</summary>
    public required double WindSpeedMS { get; init; }

    /// <summary>Power over nominal power; 0 outside the rows [pu].</summary>
    public required double PowerPu { get; init; }

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
