using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>One row of generators.csv; columns and ranges in Cases/schema/generators.csv.</summary>
public sealed record Generator
{
    /// <summary>Name of the generator; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>Carrier: decides colour, CO2 and what counts as green.</summary>
    public required string Carrier { get; init; }

    /// <summary>Existing capacity [MW].</summary>
    public double CapacityMw { get; init; }

    /// <summary>Whether new capacity may be built.</summary>
    public bool Expandable { get; init; }

    /// <summary>Upper limit of existing plus new capacity; needed where expandable [MW].</summary>
    public double? CapacityMaxMw { get; init; }

    /// <summary>New capacity comes in modules of this size; any size if empty [MW].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ModuleMw { get; init; }

    /// <summary>Row of costs.csv that prices new capacity; needed where expandable.</summary>
    public string? Cost { get; init; }

    /// <summary>Variable cost [yuan/MWh].</summary>
    public double MarginalCostYuanPerMwh { get; init; }

    /// <summary>Where hourly availability comes from.</summary>
    public GeneratorYieldModel YieldModel { get; init; }

    /// <summary>Constant availability, used by yield_model constant [pu].</summary>
    public double AvailabilityPu { get; init; } = 1;

    /// <summary>Name of the hourly series, needed by yield_model series [pu].</summary>
    public string? AvailabilitySeries { get; init; }

    /// <summary>Weather used by the yield models.</summary>
    public string? WeatherSite { get; init; }

    /// <summary>Tilt of a fixed PV array; latitude if empty [deg].</summary>
    public double? TiltDeg { get; init; }

    /// <summary>Azimuth of the array, clockwise from north [deg].</summary>
    public double AzimuthDeg { get; init; } = 180;

    /// <summary>DC rating over AC rating of PV; capacity is AC [pu].</summary>
    public double DcAcRatio { get; init; } = 1.2;

    /// <summary>Turbine in power_curves.csv, needed by wind.</summary>
    public string? PowerCurve { get; init; }

    /// <summary>Hub height [m].</summary>
    public double HubHeightM { get; init; } = 100;

    /// <summary>Losses taken off the gross yield: wind wake, availability, electrical (needed for wind); PV soiling, wiring, … (0.140757, the PVWatts default, must be written) [pu].</summary>
    public double? LossesPu { get; init; }

    /// <summary>Least output as a share of available capacity, while it is on where it is committable [pu].</summary>
    public double MinimumPu { get; init; }

    /// <summary>Whether it is either on or off, hour by hour; a whole-number problem, so choose weeks rather than the year.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Committable { get; init; }

    /// <summary>Cost of a start (of each module where it has some) [yuan].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double StartCostYuan { get; init; }

    /// <summary>Least hours on once started [h].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MinUpH { get; init; }

    /// <summary>Least hours off once stopped [h].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MinDownH { get; init; }

    /// <summary>Largest rise of output in an hour over capacity; a unit may start to any output; no limit if empty [1/h].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RampUpPuPerH { get; init; }

    /// <summary>Largest fall of output in an hour over capacity; a unit may stop from any output; no limit if empty [1/h].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RampDownPuPerH { get; init; }

    /// <summary>Land taken per MW [km2/MW].</summary>
    public double? LandKm2PerMw { get; init; }

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
