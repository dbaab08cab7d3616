using System.Collections.Immutable;
using Suandian.Planning.Alternatives;

namespace Suandian.Planning.Stages;

/// <summary>What is built in which stage, and what it costs.</summary>
public sealed record StageAnswer
{
    /// <summary>Present value of all years of all stages at the beginning of the first, yuan.</summary>
    public required double PresentValueYuan { get; init; }

    /// <summary>The stages in order.</summary>
    public required ImmutableArray<StageOutcome> Stages { get; init; }

    /// <summary>Every capacity that may be built.</summary>
    public required ImmutableArray<StagePath> Paths { get; init; }
}

/// <summary>One stage.</summary>
/// <param name="Name">Name.</param>
/// <param name="Year">First year.</param>
/// <param name="DiscountedYears">Present value of one yuan in each of its years, yuan.</param>
/// <param name="CostYuan">Annual cost in this stage, yuan/a, annuities of all that stands included.</param>
public sealed record StageOutcome(string Name, int Year, double DiscountedYears, double CostYuan);

/// <summary>One capacity through the stages.</summary>
/// <param name="Quantity">The capacity.</param>
/// <param name="Built">New capacity in each stage, in the unit of the quantity.</param>
/// <param name="Standing">What stands in each stage, existing and all new that has not reached its end.</param>
public sealed record StagePath(PlanQuantity Quantity, ImmutableArray<double> Built, ImmutableArray<double> Standing);
