using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

public class LeastWorksTests
{
    static readonly double[] Weight = [8760];

    [Fact]
    public void The_cheap_line_is_strengthened_where_that_is_enough_though_the_other_drops_more()
    {
        // 0.6 ohm in all, 11.2 MW: U = (1 + √(1 − 4 · 0.6 · 0.112)) / 2 = 0.9276; with the first km doubled 0.5 ohm: 0.9405; the 2 km would cost twice as much
        var repair = GridRepair.Run(Grids.Chain(4000, 1, 2), Loads(0, 0, 11.2), Weight);

        Assert.Equal(["Parallel line0 thin×2 tap 0 100"], repair.Told());
        Assert.True(repair.IsCheapest);
        Assert.Equal((2, 100.0), (repair.Candidates, repair.AtLeastYuan));
        Assert.Equal((1 + Math.Sqrt(1 - (4 * 0.5 * 0.112))) / 2, repair.After.Buses[2].LowestPu, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_set_is_cheaper_among_all_of_a_small_chain(int seed)
    {
        var random = new Random(seed);
        double[] lengths = [.. Enumerable.Range(0, 3).Select(_ => 0.3 + (1.5 * random.NextDouble()))];
        var (grid, loads) = (Grids.Chain(600, lengths), Loads(0, 6 * random.NextDouble(), 5 * random.NextDouble(), 2 + (4 * random.NextDouble())));

        var repair = GridRepair.Run(grid, loads, Weight);

        Assert.True(repair.IsCheapest);
        Assert.Equal(Cheapest(grid, loads, lengths), repair.CostYuan, 1e-9);
        Assert.Equal(repair.After.LossMwh, HoursCheck.Run(new EquippedGrid(repair.On(grid.Source)).Grid, loads, FeederLimits.Of(grid.Grid), Weight).LossMwh, 1e-9);
    }

    /// <summary>Least cost of one to four circuits of either type on each line that keeps all limits.</summary>
    static double Cheapest(EquippedGrid grid, HourlyInjections loads, double[] lengths)
    {
        (string Type, int Count, double PerKm)[] options = [("thin", 1, 0), ("thin", 2, 100), ("thin", 3, 200), ("thin", 4, 300), ("thick", 1, 150), ("thick", 2, 300), ("thick", 3, 450), ("thick", 4, 600)];
        var best = double.PositiveInfinity;
        for (var n = 0; n < 8 * 8 * 8; n++)
        {
            int[] chosen = [n % 8, n / 8 % 8, n / 64];
            var cost = Enumerable.Range(0, 3).Sum(k => options[chosen[k]].PerKm * lengths[k]);
            var built = new EquippedGrid(grid.Source with { Lines = [.. grid.Source.Lines.Select((l, k) => l with { Type = options[chosen[k]].Type, Circuits = options[chosen[k]].Count })] });
            if (cost < best && HoursCheck.Run(built.Grid, loads, FeederLimits.Of(built.Grid), Weight).Fits)
            {
                best = cost;
            }
        }

        return best;
    }

    static HourlyInjections Loads(params double[] mw) => new(1, [.. mw.Select(p => -p)], new double[mw.Length]);
}
