using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>What a branch has to carry whatever is built elsewhere.</summary>
static class PowerBehind
{
    /// <summary>Most active power that the buses take together that no other way reaches, MW; 0 where there is another way or they give.</summary>
    /// <remarks>
    /// Losses are never negative, so that at the far end of the branch P ≥ Σ load − Σ generation behind it, and no set of equipment fits whose
    /// ratings there add up to less.
    /// </remarks>
    internal static double MostMw(PowerGrid grid, HourlyInjections hours, int branch)
    {
        var inService = (bool[])grid.Branches.InService.Clone();
        inService[branch] = false;
        var islands = GridIslands.Of(grid with { Branches = grid.Branches with { InService = inService } });
        var fed = Enumerable.Range(0, grid.Buses.Count).Where(b => grid.Buses.Kind[b] == GridBusKind.Slack).Select(b => islands.OfBus[b]).ToHashSet();
        int[] behind = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => islands.OfBus[b] >= 0 && !fed.Contains(islands.OfBus[b]))];
        return Math.Max(0, Enumerable.Range(0, hours.Hours).Max(t => -behind.Sum(b => hours.ActiveMw[(b * hours.Hours) + t])));
    }
}
