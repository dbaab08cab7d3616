using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>What a branch has to carry whatever is built elsewhere, if all voltages keep their limits.</summary>
/// <remarks>
/// Behind a branch that is the only way to some buses, losses are never negative: at its far end P ≥ Σ load − Σ generation of these buses, and
/// Q ≥ Σ load − Σ (shunts and charging behind it) · Vmax², as series reactances only take. No set of equipment fits whose ratings there add up to less
/// than √(P² + Q²). Behind a bus that holds its voltage Q is not known and counts as nothing.
/// </remarks>
/// <param name="grid">Grid as it stands.</param>
/// <param name="hours">Powers into its buses.</param>
/// <param name="limits">Limits of voltage.</param>
/// <param name="mostChargingPu">Most charging that each branch may come to have, pu. Shape [branches].</param>
sealed class PowerBehind(PowerGrid grid, HourlyInjections hours, FeederLimits limits, double[] mostChargingPu)
{
    /// <summary>Least apparent power that a branch carries in its hardest hour, MVA; 0 where there is another way.</summary>
    internal double LeastMva(int branch)
    {
        var behind = Behind(branch);
        var given = behind.Any(b => grid.Buses.Kind[b] == GridBusKind.Pv) ? double.PositiveInfinity : MostGivenMvar(branch, behind.ToHashSet());
        double Taken(double[] into, int t) => -behind.Sum(b => into[(b * hours.Hours) + t]);
        return behind.Length == 0 ? 0
            : Enumerable.Range(0, hours.Hours).Max(t => double.Hypot(Math.Max(0, Taken(hours.ActiveMw, t)), Math.Max(0, Taken(hours.ReactiveMvar, t) - given)));
    }

    /// <summary>Buses that no slack reaches without a branch, but with it.</summary>
    int[] Behind(int branch)
    {
        var inService = (bool[])grid.Branches.InService.Clone();
        inService[branch] = false;
        var islands = GridIslands.Of(grid with { Branches = grid.Branches with { InService = inService } });
        var fed = Enumerable.Range(0, grid.Buses.Count).Where(b => grid.Buses.Kind[b] == GridBusKind.Slack).Select(b => islands.OfBus[b]).ToHashSet();
        return [.. Enumerable.Range(0, grid.Buses.Count).Where(b => islands.OfBus[b] >= 0 && !fed.Contains(islands.OfBus[b]))];
    }

    double MostGivenMvar(int branch, HashSet<int> behind)
    {
        double Square(int bus) => behind.Contains(bus) ? limits.HighPu[bus] * limits.HighPu[bus] * (1 + (3 * FeederLimits.Tolerance)) : 0;
        return behind.Sum(b => Math.Max(0, grid.Buses.ShuntMvar[b]) * Square(b)) + Enumerable.Range(0, grid.Branches.Count).Where(k => k != branch && GridIslands.IsUsed(grid, k))
            .Sum(k => Math.Max(0, mostChargingPu[k]) / 2 * (Square(grid.Branches.From[k]) + Square(grid.Branches.To[k])) * grid.BaseMva);
    }
}
