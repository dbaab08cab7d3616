using Suandian.Network;

namespace Suandian.Distribution.Grids;

/// <summary>One row of grid_shunts.csv; columns and ranges in Cases/schema/grid/grid_shunts.csv.</summary>
public sealed record GridShunt
{
    /// <summary>Name of the shunt (capacitor or reactor); unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>Reactive power at nominal voltage; positive for a capacitor, negative for a reactor [Mvar].</summary>
    public required double ReactiveMvar { get; init; }

    /// <summary>Active power it takes at nominal voltage [MW].</summary>
    public double LossMw { get; init; }

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
