namespace Suandian.OptimalFlow.Relaxation;

/// <summary>A lower bound of the cost of every AC operating point of a grid.</summary>
/// <param name="CostAtLeast">Money/h, proved by the duals of the last linear programme; +∞ where it has no solution, and so the grid has none; −∞ where nothing was proved.</param>
/// <param name="Rounds">Linear programmes that were solved.</param>
/// <param name="Cuts">Tangents that were added.</param>
/// <param name="Violation">Largest violation of a cone that is left, pu; what more rounds could still gain comes from it.</param>
public sealed record CostBound(double CostAtLeast, int Rounds, int Cuts, double Violation)
{
    /// <summary>True where no operating point exists.</summary>
    public bool ProvesInfeasible => double.IsPositiveInfinity(CostAtLeast);

    /// <summary>How far a cost lies above the bound, as a share of the cost.</summary>
    public double Gap(double cost) => (cost - CostAtLeast) / Math.Max(1e-9, Math.Abs(cost));
}
