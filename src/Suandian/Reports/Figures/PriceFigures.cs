using System.Collections.Immutable;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

/// <summary>A price made of parts, plan beside base.</summary>
public sealed partial record PriceFigures
{
    /// <summary>What the parts are: yuan per MWh delivered, or yuan per GPU-hour of demand.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Parts in order; a part is listed when it is more than a millionth of the whole in plan or base.</summary>
    public required ImmutableArray<PricePartRow> Parts { get; init; }

    /// <summary>Sum of the parts.</summary>
    public required Pair Total { get; init; }

    /// <summary>Volume the costs are divided by: MWh/a delivered at local buses (its own in plan and base), or GPU-hours/a of demand (the same in both).</summary>
    public required Pair Volume { get; init; }

    /// <summary>GPU-hour price only: cost without losses from undone work per GPU-hour done, yuan; null for energy.</summary>
    public Pair? PerDoneYuan { get; init; }

    /// <summary>Energy price only: average cost of supply at the far ends, yuan/MWh; null where nothing is used there.</summary>
    public double? FarYuanPerMwh { get; init; }
}

/// <summary>One part of a price.</summary>
/// <param name="Part">Part; fixes order and colour.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Value">Yuan per unit of volume; negative for revenue.</param>
/// <param name="YearlyYuan">Yuan per year behind the value.</param>
public sealed record PricePartRow(PricePart Part, Text Name, Pair Value, Pair YearlyYuan);
