using Suandian.Network;

namespace Suandian.Distribution.Equipment;

/// <summary>One row of line_types.csv; columns and ranges in Cases/schema/grid/line_types.csv.</summary>
public sealed partial record LineType
{
    /// <summary>Name of the line type; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Overhead line or cable.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>Nominal voltage it is built for [kV].</summary>
    public required double VoltageKv { get; init; }

    /// <summary>Resistance of a phase [ohm/km].</summary>
    public required double ResistanceOhmPerKm { get; init; }

    /// <summary>Reactance of a phase [ohm/km].</summary>
    public required double ReactanceOhmPerKm { get; init; }

    /// <summary>Charging susceptance of a phase [uS/km].</summary>
    public double SusceptanceUsPerKm { get; init; }

    /// <summary>Continuous current [A].</summary>
    public required double AmpacityA { get; init; }

    /// <summary>Cost of a new circuit; not offered as a measure if empty [yuan/km].</summary>
    public double? CostYuanPerKm { get; init; }

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
