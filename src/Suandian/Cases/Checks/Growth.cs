using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>What may be built of a component: existing, limit and cost, with the columns they stand in.</summary>
/// <param name="Existing">Existing capacity.</param>
/// <param name="ExistingColumn">Its column.</param>
/// <param name="Max">Limit of existing plus new.</param>
/// <param name="MaxColumn">Its column.</param>
/// <param name="Unit">Unit of both.</param>
sealed record Growth(double Existing, string ExistingColumn, double? Max, string MaxColumn, string Unit)
{
    /// <summary>Whether new capacity may be built.</summary>
    public required bool Expandable { get; init; }

    /// <summary>Row of costs.csv.</summary>
    public required string? Cost { get; init; }

    /// <summary>Column of the cost.</summary>
    public string CostColumn { get; init; } = "cost";

    /// <summary>Units the cost may be in.</summary>
    public required ImmutableArray<CostUnit> CostUnits { get; init; }
}
