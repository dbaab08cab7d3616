using Suandian.Network;

namespace Suandian.Cases;

/// <summary>One row of scenarios.csv; columns and ranges in Cases/schema/scenarios.csv.</summary>
public sealed record Scenario
{
    /// <summary>Name of the scenario; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Probability; all together 1 [pu].</summary>
    public required double ProbabilityPu { get; init; }

    /// <summary>Put before the names of the weather files; the files of the sites if empty.</summary>
    public string? WeatherPrefix { get; init; }

    /// <summary>Added to the seed of generated weather.</summary>
    public int SeedShift { get; init; }

    /// <summary>Factor on fixed loads [pu].</summary>
    public double LoadPu { get; init; } = 1;

    /// <summary>Factor on computing work [pu].</summary>
    public double WorkPu { get; init; } = 1;

    /// <summary>Factor on the energy price of imports [pu].</summary>
    public double ImportPricePu { get; init; } = 1;

    /// <summary>Factor on the price of exports [pu].</summary>
    public double ExportPricePu { get; init; } = 1;

    /// <summary>Factor on the availability of wind; no hour above 1 [pu].</summary>
    public double WindPu { get; init; } = 1;

    /// <summary>Factor on the availability of PV and solar heat; no hour above 1 [pu].</summary>
    public double SolarPu { get; init; } = 1;

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
