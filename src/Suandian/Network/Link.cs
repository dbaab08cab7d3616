using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>One row of links.csv; columns and ranges in Cases/schema/links.csv.</summary>
public sealed record Link
{
    /// <summary>Name of the controllable link (HVDC, converter, heat engine); unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Sending bus.</summary>
    public required string Bus0 { get; init; }

    /// <summary>Receiving bus.</summary>
    public required string Bus1 { get; init; }

    /// <summary>Carrier: decides colour, CO2 and what counts as green.</summary>
    public required string Carrier { get; init; }

    /// <summary>Existing power at the sending end [MW].</summary>
    public double PowerMw { get; init; }

    /// <summary>Whether new power may be built.</summary>
    public bool Expandable { get; init; }

    /// <summary>Upper limit; needed where expandable [MW].</summary>
    public double? PowerMaxMw { get; init; }

    /// <summary>New power comes in modules of this size; any size if empty [MW].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ModuleMw { get; init; }

    /// <summary>Row of costs.csv that prices new capacity; needed where expandable.</summary>
    public string? Cost { get; init; }

    /// <summary>Power received over power sent [pu].</summary>
    public double EfficiencyPu { get; init; } = 1;

    /// <summary>May also run from bus1 to bus0 with the same loss.</summary>
    public bool TwoWay { get; init; }

    /// <summary>Length; needed where the cost is per MW·km [km].</summary>
    public double? LengthKm { get; init; }

    /// <summary>Charge per MWh sent (transmission price) [yuan/MWh].</summary>
    public double MarginalCostYuanPerMwh { get; init; }

    /// <summary>Whether it is either on or off, hour by hour; a whole-number problem, so choose weeks rather than the year.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Committable { get; init; }

    /// <summary>Cost of a start (of each module where it has some) [yuan].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double StartCostYuan { get; init; }

    /// <summary>Least flow over power while it is on; for a committable link only [pu].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double MinimumPu { get; init; }

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
