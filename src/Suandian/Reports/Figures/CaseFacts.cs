using System.Collections.Immutable;

namespace Suandian.Reports.Figures;

/// <summary>What case this is.</summary>
public sealed partial record CaseFacts
{
    /// <summary>Name.</summary>
    public required Text Name { get; init; }

    /// <summary>One or two sentences.</summary>
    public required Text Description { get; init; }

    /// <summary>Calendar year of the hours.</summary>
    public required int Year { get; init; }

    /// <summary>Clock, hours ahead of UTC.</summary>
    public required double UtcOffsetH { get; init; }

    /// <summary>Year of the money.</summary>
    public required int MoneyYear { get; init; }

    /// <summary>Discount rate, pu per year.</summary>
    public required double DiscountRatePu { get; init; }

    /// <summary>Number of snapshots the plan was computed on.</summary>
    public required int Snapshots { get; init; }

    /// <summary>True where all 8760 hours were computed.</summary>
    public required bool IsWholeYear { get; init; }

    /// <summary>Number of blocks (weeks) of hours; 1 for the whole year.</summary>
    public required int Blocks { get; init; }

    /// <summary>Names of weather sites whose year is synthetic; the page shows a band when not empty.</summary>
    public required ImmutableArray<Text> SyntheticWeather { get; init; }

    /// <summary>How the plan ended.</summary>
    public required Planning.PlanningStatus Status { get; init; }
}

/// <summary>The short answer.</summary>
public sealed partial record Headline
{
    /// <summary>The answer in one sentence.</summary>
    public required Text Answer { get; init; }

    /// <summary>What the answer does not help, said as plainly (GPU-hour price, curtailment, undone work).</summary>
    public required Text Caveat { get; init; }

    /// <summary>New electric capacity by technology, MW (and MWh for storage), in stack order; only what is built.</summary>
    public required ImmutableArray<TechnologyCapacity> New { get; init; }

    /// <summary>New IT power at local buses, MW.</summary>
    public required double NewItMw { get; init; }

    /// <summary>New IT power at the far ends, MW.</summary>
    public required double NewFarItMw { get; init; }

    /// <summary>Price of a delivered MWh at local buses, yuan/MWh.</summary>
    public required Pair EnergyPriceYuanPerMwh { get; init; }

    /// <summary>Cost of a GPU-hour, yuan, per GPU-hour of demand (same demand below plan and base), losses from undone work included.</summary>
    public required Pair GpuHourPriceYuan { get; init; }

    /// <summary>Share of local consumption covered by local green power, pu.</summary>
    public required Pair LocalGreenSharePu { get; init; }

    /// <summary>Overnight investment in energy (generation, storage, lines, links), yuan.</summary>
    public required double EnergyInvestmentYuan { get; init; }

    /// <summary>Overnight investment in computing (halls, servers, fibres), yuan.</summary>
    public required double ComputingInvestmentYuan { get; init; }

    /// <summary>Curtailed share of available green generation, pu.</summary>
    public required Pair CurtailedSharePu { get; init; }

    /// <summary>Annual cost, yuan/a (the objective).</summary>
    public required Pair AnnualCostYuan { get; init; }

    /// <summary>Share of computing demand that is done, pu.</summary>
    public required Pair WorkDoneSharePu { get; init; }
}
