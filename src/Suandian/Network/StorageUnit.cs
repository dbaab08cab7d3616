using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>One row of storage_units.csv; columns and ranges in Cases/schema/storage_units.csv.</summary>
public sealed record StorageUnit
{
    /// <summary>Name of the storage; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>Carrier: decides colour, CO2 and what counts as green.</summary>
    public required string Carrier { get; init; }

    /// <summary>Power and energy sized together (duration_h) or apart.</summary>
    public StorageUnitSizing Sizing { get; init; }

    /// <summary>Energy over power; needed by sizing together [h].</summary>
    public double? DurationH { get; init; }

    /// <summary>Existing power [MW].</summary>
    public double PowerMw { get; init; }

    /// <summary>Existing energy, used by sizing apart [MWh].</summary>
    public double EnergyMwh { get; init; }

    /// <summary>Whether new capacity may be built.</summary>
    public bool Expandable { get; init; }

    /// <summary>Upper limit of power; needed where expandable [MW].</summary>
    public double? PowerMaxMw { get; init; }

    /// <summary>New power comes in modules of this size; any size if empty [MW].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ModuleMw { get; init; }

    /// <summary>Upper limit of energy; needed where expandable and sized apart [MWh].</summary>
    public double? EnergyMaxMwh { get; init; }

    /// <summary>Price of power (MW); with sizing together of the whole unit.</summary>
    public string? Cost { get; init; }

    /// <summary>Price of energy (MWh).</summary>
    public string? CostEnergy { get; init; }

    /// <summary>Bus to store [pu].</summary>
    public required double ChargeEfficiency { get; init; }

    /// <summary>Store to bus [pu].</summary>
    public required double DischargeEfficiency { get; init; }

    /// <summary>Share of the level lost per hour [1/h].</summary>
    public double StandingLossPerH { get; init; }

    /// <summary>Ends where it began.</summary>
    public bool Cyclic { get; init; } = true;

    /// <summary>First level over energy, used where not cyclic [pu].</summary>
    public double InitialLevelPu { get; init; } = 0.5;

    /// <summary>Variable cost of discharge [yuan/MWh].</summary>
    public double MarginalCostYuanPerMwh { get; init; }

    /// <summary>Hourly inflow into the store [MW].</summary>
    public string? InflowSeries { get; init; }

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
