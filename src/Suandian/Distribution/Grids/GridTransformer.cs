using Suandian.Network;

namespace Suandian.Distribution.Grids;

/// <summary>One row of grid_transformers.csv; columns and ranges in Cases/schema/grid/grid_transformers.csv.</summary>
public sealed record GridTransformer
{
    /// <summary>Name of the transformer; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus of the high side.</summary>
    public required string BusHigh { get; init; }

    /// <summary>Bus of the low side.</summary>
    public required string BusLow { get; init; }

    /// <summary>Type, from the catalogue or from transformer_types.csv.</summary>
    public required string Type { get; init; }

    /// <summary>Units side by side.</summary>
    public int Units { get; init; } = 1;

    /// <summary>Position of the tap changer at the high side, 0 in the middle; up lowers the low voltage.</summary>
    public int Tap { get; init; }

    /// <summary>Whether it is in service.</summary>
    public bool InService { get; init; } = true;

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
