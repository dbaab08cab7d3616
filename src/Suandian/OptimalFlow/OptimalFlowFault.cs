using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>Why a grid cannot be optimised as it is.</summary>
public enum OptimalFlowFaultKind
{
    /// <summary>No generator has a cost.</summary>
    NoCosts,

    /// <summary>A cost is not convex, or a polynomial with a higher power than the square.</summary>
    CostShape,

    /// <summary>The grid has DC lines, which are not computed.</summary>
    DcLines,

    /// <summary>A branch in service has no reactance, which the DC form needs.</summary>
    NoReactance,

    /// <summary>A lower limit lies above the upper one.</summary>
    Limits,
}

/// <summary>One reason.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Index">Generator, branch or bus (for limits of voltage) it is about; −1 where the whole grid is meant.</param>
/// <param name="IsReactive">True where the reactive power of the generator is meant.</param>
public sealed record OptimalFlowFault(OptimalFlowFaultKind Kind, int Index, bool IsReactive = false)
{
    /// <summary>All reasons against a grid, in order; empty where it can be optimised.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="form">How it is to be computed.</param>
    public static IReadOnlyList<OptimalFlowFault> Of(PowerGrid grid, OptimalFlowForm form)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (faults, generators) = (new List<OptimalFlowFault>(), grid.Generators);
        if (generators.Costs.Length == 0)
        {
            faults.Add(new(OptimalFlowFaultKind.NoCosts, -1));
        }

        if (Array.Exists(grid.FurtherFields, field => field.Name == "dcline" && field.Text.Any(char.IsDigit)))
        {
            faults.Add(new(OptimalFlowFaultKind.DcLines, -1));
        }

        for (var g = 0; g < generators.Count; g++)
        {
            if (generators.InService[g])
            {
                OfGenerator(generators, g, form, faults);
            }
        }

        for (var k = 0; k < grid.Branches.Count && form != OptimalFlowForm.Ac; k++)
        {
            if (GridIslands.IsUsed(grid, k) && grid.Branches.ReactancePu[k] == 0)
            {
                faults.Add(new(OptimalFlowFaultKind.NoReactance, k));
            }
        }

        return faults;
    }

    static void OfGenerator(GridGenerators generators, int g, OptimalFlowForm form, List<OptimalFlowFault> faults)
    {
        if (generators.Costs.Length > 0 && OutputCost.Of(generators.Costs[g]) is null)
        {
            faults.Add(new(OptimalFlowFaultKind.CostShape, g));
        }

        if (form == OptimalFlowForm.Ac && generators.ReactiveCosts.Length > 0 && OutputCost.Of(generators.ReactiveCosts[g]) is null)
        {
            faults.Add(new(OptimalFlowFaultKind.CostShape, g, IsReactive: true));
        }

        if (generators.MinMw[g] > generators.MaxMw[g])
        {
            faults.Add(new(OptimalFlowFaultKind.Limits, g));
        }

        if (form == OptimalFlowForm.Ac && generators.MinMvar[g] > generators.MaxMvar[g])
        {
            faults.Add(new(OptimalFlowFaultKind.Limits, g, IsReactive: true));
        }
    }
}
