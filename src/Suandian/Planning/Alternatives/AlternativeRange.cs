using System.Collections.Immutable;
using Suandian.Optimisation;

namespace Suandian.Planning.Alternatives;

/// <summary>The ranges of several quantities around one cheapest plan.</summary>
/// <param name="WithinPu">How much more an alternative may cost, as a share of the least cost.</param>
/// <param name="LimitYuan">Cost that no alternative exceeds, yuan/a.</param>
/// <param name="Optimum">The cheapest plan.</param>
/// <param name="Ranges">One range for each quantity asked for.</param>
public sealed record AlternativesAnswer(double WithinPu, double LimitYuan, PlanningSolution Optimum, ImmutableArray<AlternativeRange> Ranges)
{
    /// <summary>What the ranges refer to, where it is not the whole case as it stands.</summary>
    public ImmutableArray<Text> Notes { get; init; } = [];
}

/// <summary>The least and the most of a quantity among the plans that cost no more than the limit.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Optimum">Its value in the cheapest plan.</param>
/// <param name="Least">The plan with the least of it.</param>
/// <param name="Most">The plan with the most of it.</param>
public sealed record AlternativeRange(PlanQuantity Quantity, double Optimum, AlternativePlan Least, AlternativePlan Most)
{
    /// <summary>True where the quantity can be told from fixed: it moves by more than 1e-6 of its size and of a unit.</summary>
    public bool Moves => Most.Value - Least.Value > 1e-6 * Math.Max(1, Math.Abs(Optimum));

    /// <summary>True where both ends are proved.</summary>
    public bool IsProved => Least.IsProved && Most.IsProved;
}

/// <summary>A capacity of the cheapest plan and how far it may move at the same cost.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Plan">Value in the plan.</param>
/// <param name="Least">Least at the same cost.</param>
/// <param name="Most">Most at the same cost.</param>
/// <param name="Moves">True where the ends differ.</param>
public sealed record SameCost(Text Name, string Unit, double Plan, double Least, double Most, bool Moves)
{
    /// <summary>The range of a quantity at the same cost.</summary>
    public static SameCost Of(AlternativeRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new(range.Quantity.Name, range.Quantity.Unit, range.Optimum, range.Least.Value, range.Most.Value, range.Moves);
    }
}

/// <summary>A plan at an end of a range.</summary>
/// <param name="Value">Value of the quantity.</param>
/// <param name="CostYuan">Annual cost of the plan, yuan/a.</param>
/// <param name="Plan">The whole plan. Its prices and shadow prices are 0: they are those of the cheapest plan, not of this one.</param>
/// <param name="Proof">Certificate that there is no plan with less (or more) of the quantity within the limit of cost.</param>
public sealed record AlternativePlan(double Value, double CostYuan, PlanningSolution Plan, Certificate? Proof)
{
    /// <summary>True where the end is proved.</summary>
    public bool IsProved => Proof is { IsOptimal: true };
}
