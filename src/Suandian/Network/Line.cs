using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>One row of lines.csv; columns and ranges in Cases/schema/lines.csv.</summary>
public sealed record Line
{
    /// <summary>Name of the AC line; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>First bus.</summary>
    public required string Bus0 { get; init; }

    /// <summary>Second bus.</summary>
    public required string Bus1 { get; init; }

    /// <summary>Existing capacity [MW].</summary>
    public double CapacityMw { get; init; }

    /// <summary>Whether new capacity may be built.</summary>
    public bool Expandable { get; init; }

    /// <summary>Upper limit; needed where expandable [MW].</summary>
    public double? CapacityMaxMw { get; init; }

    /// <summary>New capacity comes in modules of this size; any size if empty [MW].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ModuleMw { get; init; }

    /// <summary>Row of costs.csv that prices new capacity; needed where expandable.</summary>
    public string? Cost { get; init; }

    /// <summary>Length [km].</summary>
    public required double LengthKm { get; init; }

    /// <summary>Series reactance; needed by line model kirchhoff [ohm/km].</summary>
    public double? ReactanceOhmPerKm { get; init; }

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
