using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Suandian.Planning.Sensitivities;

/// <summary>How far the shadow prices and the sizes of a plan hold.</summary>
/// <param name="Shadows">Rules and limits that bind, each with the range in which its shadow price holds.</param>
/// <param name="Costs">Capacities that may be built, each with the range of its annual cost in which the plan stays the best.</param>
public sealed record SensitivityAnswer(ImmutableArray<ShadowRange> Shadows, ImmutableArray<CostRange> Costs)
{
    /// <summary>What the ranges refer to, where it is not the whole case as it stands.</summary>
    [JsonIgnore]
    public ImmutableArray<Text> Notes { get; init; } = [];
}

/// <summary>The range of a limit in which its shadow price holds.</summary>
public sealed record ShadowRange
{
    /// <summary>Table of the limit: that of the component, or <c>annual_rules</c>.</summary>
    public required string Component { get; init; }

    /// <summary>Name in that table.</summary>
    public required string Name { get; init; }

    /// <summary>Column that holds the limit, such as <c>capacity_max_mw</c>; <c>limit</c> for a rule.</summary>
    public required string Column { get; init; }

    /// <summary>Shadow price: yuan/a saved per unit by which the limit is loosened; per percentage point for a share.</summary>
    public required double YuanPerUnit { get; init; }

    /// <summary>The limit, in its unit (a share in pu).</summary>
    public required double Limit { get; init; }

    /// <summary>Lower end of the range, in the unit of the limit; −∞ where nothing ends it, NaN where it was not found.</summary>
    public required double From { get; init; }

    /// <summary>Upper end of the range; +∞ where nothing ends it, NaN where it was not found.</summary>
    public required double To { get; init; }

    /// <summary>True where both ends are proved.</summary>
    public required bool IsProved { get; init; }

    /// <summary>
    /// True where the cost is exactly a straight line within the range. False for a share of something that itself changes
    /// within the range, such as generation: then the line is the tangent at the plan.
    /// </summary>
    public required bool IsStraight { get; init; }
}

/// <summary>The range of the annual cost of a capacity in which the plan, with all its sizes, stays the best.</summary>
public sealed record CostRange
{
    /// <summary>Table of the component.</summary>
    public required string Component { get; init; }

    /// <summary>Name in that table.</summary>
    public required string Name { get; init; }

    /// <summary>Column of the size: <c>capacity_mw</c>, <c>power_mw</c>, <c>energy_mwh</c>, <c>it_capacity_mw</c>, <c>capacity_gbit_s</c>.</summary>
    public required string Column { get; init; }

    /// <summary>Size in the plan, MW, MWh or Gbit/s.</summary>
    public required double Size { get; init; }

    /// <summary>Annual cost of a new unit, annuity and upkeep, yuan/a per MW, MWh or Gbit/s.</summary>
    public required double CostYuanPerUnit { get; init; }

    /// <summary>Lower end; −∞ where nothing ends it. Below it more is built.</summary>
    public required double From { get; init; }

    /// <summary>Upper end; +∞ where nothing ends it. Above it less is built.</summary>
    public required double To { get; init; }

    /// <summary>True where both ends are proved.</summary>
    public required bool IsProved { get; init; }
}
