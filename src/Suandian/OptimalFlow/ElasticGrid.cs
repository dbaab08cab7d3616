using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>A grid that always has an operating point: at every bus power may be added or taken, and the sum of all that is the cost.</summary>
static class ElasticGrid
{
    /// <summary>The grid with one generator more at every bus with supply, behind its own, which cost nothing.</summary>
    internal static PowerGrid Of(PowerGrid grid)
    {
        var isSupplied = GridIslands.Of(grid).Supplied(grid.Buses);
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => isSupplied[b])];
        var most = 10 * (grid.BaseMva + grid.Buses.LoadMw.Sum(Math.Abs) + grid.Buses.LoadMvar.Sum(Math.Abs) + grid.Generators.MinMw.Sum(p => Math.Max(0, p)));
        var (own, free) = (grid.Generators, new GeneratorCost(GeneratorCostKind.Polynomial, 0, 0, [0, 0]));
        var shape = new GeneratorCost(GeneratorCostKind.Piecewise, 0, 0, [-most, most, 0, 0, most, most]);
        GeneratorCost[] costs = [.. own.Bus.Select(_ => free), .. buses.Select(_ => shape)];
        double[] With(double[] values, double further) => [.. values, .. buses.Select(_ => further)];
        return grid with
        {
            Generators = own with
            {
                Bus = [.. own.Bus, .. buses],
                InService = [.. own.InService, .. buses.Select(_ => true)],
                PowerMw = With(own.PowerMw, 0),
                PowerMvar = With(own.PowerMvar, 0),
                SetpointPu = With(own.SetpointPu, 1),
                RatingMva = With(own.RatingMva, most),
                MaxMvar = With(own.MaxMvar, most),
                MinMvar = With(own.MinMvar, -most),
                MaxMw = With(own.MaxMw, most),
                MinMw = With(own.MinMw, -most),
                FurtherColumns = [],
                Costs = costs,
                ReactiveCosts = costs,
            },
        };
    }
}
