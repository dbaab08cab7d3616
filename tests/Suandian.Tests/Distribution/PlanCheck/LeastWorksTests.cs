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

    [Fact]
    public void A_choice_that_cannot_carry_the_load_behind_it_is_not_computed()
    {
        // 14 MW need 14 MVA: of 5.2 thin and 10.4 thick the cheapest that has as much is thick beside thin, 150 · 0.1 on each line, so that no cheaper set is left to compute
        var repair = GridRepair.Run(Grids.Chain(300, 0.1, 0.1), Loads(0, 0, 14), Weight);

        Assert.True(repair.IsCheapest);
        Assert.Equal(["Beside line0 thick×1 tap 0 15", "Beside line1 thick×1 tap 0 15"], repair.Told());
        Assert.Equal(0, repair.Sets);
    }

    [Fact]
    public void Behind_a_branch_stands_the_load_of_all_hours_less_its_generation_and_nothing_where_there_is_another_way()
    {
        var chain = Grids.Chain(300, 1, 1).Grid;
        var three = Grids.Chain(300, 1, 1, 1).Grid; // its branches as a ring of the first three buses
        var ring = three with { Branches = three.Branches with { From = [0, 1, 2], To = [1, 2, 0] }, Buses = three.Buses with { Kind = [.. three.Buses.Kind[..3], GridBusKind.Isolated] } };
        var hours = new HourlyInjections(2, [0, 0, -3, 1, -2, -7], new double[6]);

        Assert.Equal([6.0, 7.0], Enumerable.Range(0, 2).Select(k => PowerBehind.MostMw(chain, hours, k)));
        Assert.Equal(0, PowerBehind.MostMw(ring, new HourlyInjections(2, [.. hours.ActiveMw, 0, 0], new double[8]), 0));
    }

    /// <summary>Least cost of one to four circuits of either type, or of up to three thick ones beside the thin one, on each line that keeps all limits.</summary>
    static double Cheapest(EquippedGrid grid, HourlyInjections loads, double[] lengths)
    {
        (string Type, int Count, int Beside, double PerKm)[] options =
        [
            ("thin", 1, 0, 0), ("thin", 2, 0, 100), ("thin", 3, 0, 200), ("thin", 4, 0, 300), ("thick", 1, 0, 150), ("thick", 2, 0, 300), ("thick", 3, 0, 450), ("thick", 4, 0, 600),
            ("thin", 1, 1, 150), ("thin", 1, 2, 300), ("thin", 1, 3, 450),
        ];
        var (best, n) = (double.PositiveInfinity, options.Length);
        for (var set = 0; set < n * n * n; set++)
        {
            int[] chosen = [set % n, set / n % n, set / (n * n)];
            var cost = Enumerable.Range(0, 3).Sum(k => options[chosen[k]].PerKm * lengths[k]);
            var rows = grid.Source.Lines.Select((l, k) => l with { Type = options[chosen[k]].Type, Circuits = options[chosen[k]].Count });
            var beside = grid.Source.Lines.Select((l, k) => l with { Name = l.Name + "b", Type = "thick", Circuits = options[chosen[k]].Beside }).Where(l => l.Circuits > 0);
            var built = new EquippedGrid(grid.Source with { Lines = [.. rows, .. beside] });
            if (cost < best && HoursCheck.Run(built.Grid, loads, FeederLimits.Of(built.Grid), Weight).Fits)
            {
                best = cost;
            }
        }

        return best;
    }

    static HourlyInjections Loads(params double[] mw) => new(1, [.. mw.Select(p => -p)], new double[mw.Length]);
}
