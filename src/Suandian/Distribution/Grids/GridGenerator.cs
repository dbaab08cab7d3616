using Suandian.Network;

namespace Suandian.Distribution.Grids;

/// <summary>One row of grid_generators.csv; columns and ranges in Cases/schema/grid/grid_generators.csv.</summary>
public sealed record GridGenerator
{
    /// <summary>Name of the generator or storage; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>What it holds: its power, its power and the voltage, or voltage and angle (the slack, which takes up what is missing).</summary>
    public GridControl Control { get; init; }

    /// <summary>Mean power today; multiplied by profile or series [MW].</summary>
    public double PowerMw { get; init; }

    /// <summary>Power factor, giving reactive power [pu].</summary>
    public double PowerFactorPu { get; init; } = 1;

    /// <summary>Mean reactive power instead of a power factor; positive gives [Mvar].</summary>
    public double? ReactiveMvar { get; init; }

    /// <summary>Voltage it holds; used by control voltage and slack [pu].</summary>
    public double SetpointPu { get; init; } = 1;

    /// <summary>Largest power in an optimal flow; its power in the hour if empty [MW].</summary>
    public double? MaxMw { get; init; }

    /// <summary>Least power in an optimal flow; 0 or its power in the hour, whichever is less, if empty [MW].</summary>
    public double? MinMw { get; init; }

    /// <summary>Most reactive power; no limit if empty [Mvar].</summary>
    public double? MaxMvar { get; init; }

    /// <summary>Least reactive power; no limit if empty [Mvar].</summary>
    public double? MinMvar { get; init; }

    /// <summary>Cost of a MWh in an optimal flow [yuan/MWh].</summary>
    public double MarginalCostYuanPerMwh { get; init; }

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
