using Suandian.Network;

namespace Suandian.Cases;

/// <summary>One row of stages.csv; columns and ranges in Cases/schema/stages.csv.</summary>
public sealed record Stage
{
    /// <summary>Name of the stage; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>First year of the stage; rising from row to row.</summary>
    public required int Year { get; init; }

    /// <summary>How many years it stands for; all but the last end where the next begins [a].</summary>
    public required int Years { get; init; }

    /// <summary>Factor on fixed loads [pu].</summary>
    public double LoadPu { get; init; } = 1;

    /// <summary>Factor on computing work [pu].</summary>
    public double WorkPu { get; init; } = 1;

    /// <summary>Factor on the energy price of imports [pu].</summary>
    public double ImportPricePu { get; init; } = 1;

    /// <summary>Factor on the price of exports [pu].</summary>
    public double ExportPricePu { get; init; } = 1;

    /// <summary>Factor on the investment in wind built in this stage [pu].</summary>
    public double WindCostPu { get; init; } = 1;

    /// <summary>Factor on the investment in PV and solar heat [pu].</summary>
    public double SolarCostPu { get; init; } = 1;

    /// <summary>Factor on the investment in storage units and stores [pu].</summary>
    public double StorageCostPu { get; init; } = 1;

    /// <summary>Factor on the investment in servers [pu].</summary>
    public double ServerCostPu { get; init; } = 1;

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
