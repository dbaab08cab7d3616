using Suandian.Network;

namespace Suandian.Distribution.Equipment;

/// <summary>One row of transformer_types.csv; columns and ranges in Cases/schema/grid/transformer_types.csv.</summary>
public sealed partial record TransformerType
{
    /// <summary>Name of the transformer type; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Rated power [MVA].</summary>
    public required double RatedMva { get; init; }

    /// <summary>Rated voltage of the high side [kV].</summary>
    public required double HighKv { get; init; }

    /// <summary>Rated voltage of the low side [kV].</summary>
    public required double LowKv { get; init; }

    /// <summary>Short-circuit voltage uk [pu].</summary>
    public required double ShortCircuitVoltagePu { get; init; }

    /// <summary>Load loss Pk at rated current [MW].</summary>
    public required double LoadLossMw { get; init; }

    /// <summary>No-load loss P0 [MW].</summary>
    public double NoLoadLossMw { get; init; }

    /// <summary>No-load current i0 over rated current [pu].</summary>
    public double NoLoadCurrentPu { get; init; }

    /// <summary>Voltage of a tap step at the high side; 0 without tap changer [pu].</summary>
    public double TapStepPu { get; init; }

    /// <summary>Steps to each side of the middle.</summary>
    public int TapSteps { get; init; }

    /// <summary>Whether the tap changer works under load.</summary>
    public bool OnLoad { get; init; }

    /// <summary>Phase shift of the vector group; positive delays the low side [deg].</summary>
    public double ShiftDeg { get; init; }

    /// <summary>Cost of a further unit with its bay; not offered as a measure if empty [yuan].</summary>
    public double? CostYuan { get; init; }

    /// <summary>Standing of the cost.</summary>
    public Status? CostStatus { get; init; }

    /// <summary>Where the cost comes from.</summary>
    public string? CostSource { get; init; }

    /// <summary>Chinese wording of cost_source; cost_source if empty.</summary>
    public string? CostSourceZh { get; init; }

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
