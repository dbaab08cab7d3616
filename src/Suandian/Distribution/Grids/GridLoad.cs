using Suandian.Network;

namespace Suandian.Distribution.Grids;

/// <summary>One row of grid_loads.csv; columns and ranges in Cases/schema/grid/grid_loads.csv.</summary>
public sealed record GridLoad
{
    /// <summary>Name of the load; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>Mean power today; multiplied by profile or series [MW].</summary>
    public required double PowerMw { get; init; }

    /// <summary>Power factor, inductive [pu].</summary>
    public double PowerFactorPu { get; init; } = 0.95;

    /// <summary>Mean reactive power instead of a power factor; positive takes [Mvar].</summary>
    public double? ReactiveMvar { get; init; }

    /// <summary>Shape from profiles.csv.</summary>
    public string? Profile { get; init; }

    /// <summary>Hourly factors instead of a profile [pu].</summary>
    public string? PowerSeries { get; init; }

    /// <summary>Whether it is in service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Table of the planning case whose row this one carries in the check of a plan.</summary>
    public PlanTable? PlanTable { get; init; }

    /// <summary>Row of that table; needed with plan_table.</summary>
    public string? PlanRow { get; init; }

    /// <summary>Share of the row that is placed here [pu].</summary>
    public double PlanSharePu { get; init; } = 1;

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
