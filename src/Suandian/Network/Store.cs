namespace Suandian.Network;

/// <summary>One row of stores.csv; columns and ranges in Cases/schema/stores.csv.</summary>
public sealed record Store
{
    /// <summary>Name of the store (energy only, at a bus of any kind); unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>Carrier: decides colour, CO2 and what counts as green.</summary>
    public required string Carrier { get; init; }

    /// <summary>Existing energy [MWh].</summary>
    public double EnergyMwh { get; init; }

    /// <summary>Whether new energy may be built.</summary>
    public bool Expandable { get; init; }

    /// <summary>Upper limit; needed where expandable [MWh].</summary>
    public double? EnergyMaxMwh { get; init; }

    /// <summary>Row of costs.csv that prices new capacity; needed where expandable.</summary>
    public string? Cost { get; init; }

    /// <summary>Share of the level lost per hour [1/h].</summary>
    public double StandingLossPerH { get; init; }

    /// <summary>Ends where it began.</summary>
    public bool Cyclic { get; init; } = true;

    /// <summary>First level over energy, used where not cyclic [pu].</summary>
    public double InitialLevelPu { get; init; } = 0.5;

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
