using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suandian.Network;

namespace Suandian.Cases;

/// <summary>Settings of a case, from case.yaml (keys in snake_case, as the properties).</summary>
public sealed record CaseSettings
{
    /// <summary>Name of the case, <c>name_zh</c> and <c>name_en</c>; required.</summary>
    public required Text Name { get; init; }

    /// <summary>One or two sentences on what the case is, <c>description_zh</c> and <c>description_en</c>.</summary>
    public Text Description { get; init; }

    /// <summary>Calendar year of the hourly data; required, not a leap year (366 days are refused).</summary>
    public required int Year { get; init; }

    /// <summary>Clock of the case, hours ahead of UTC; required, 8 for Beijing time.</summary>
    public required double UtcOffsetH { get; init; }

    /// <summary>Year of the money in which all costs are stated; required.</summary>
    public required int MoneyYear { get; init; }

    /// <summary>Real discount rate per year, pu, 0 … 0.3; required.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Price of load not served, yuan/MWh; absent means that no load may be shed.</summary>
    public double? ShedPriceYuanPerMwh { get; init; }

    /// <summary>How AC lines carry power; required where there are lines.</summary>
    public LineModel? LineModel { get; init; }

    /// <summary>Which hours the plan is computed on; required.</summary>
    public required HourSelection Hours { get; init; }

    /// <summary>First Mondays-to-Sundays of the chosen weeks when <see cref="Hours"/> is weeks: week numbers 1 … 52 counted from 1 January in steps of 168 hours.</summary>
    public ImmutableArray<int> Weeks { get; init; } = [];

    /// <summary>Yuan per tonne of CO2; absent means none.</summary>
    public double? Co2PriceYuanPerT { get; init; }

    /// <summary>Weight of the costly tail beside the expected cost, pu, used with scenarios; absent means 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RiskWeight { get; init; }

    /// <summary>The tail is the costliest 1 − this part of the probability, pu; absent means 0.9.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RiskLevel { get; init; }

    /// <summary>Folder of the grid that the plan is checked on, from the case folder on; absent means no check.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Grid { get; init; }
}

/// <summary>Which hours a plan is computed on.</summary>
public enum HourSelection
{
    /// <summary>All 8760 hours.</summary>
    Year,

    /// <summary>The weeks listed, each standing for the same share of the year.</summary>
    Weeks,

    /// <summary>One week, the first listed (examples and tests).</summary>
    Week,

    /// <summary>The snapshots of an imported network, with their own weights.</summary>
    Snapshots,
}
