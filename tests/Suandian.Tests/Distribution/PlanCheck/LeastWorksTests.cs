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

    [Fact]
    public void A_bus_without_a_way_to_a_source_does_not_keep_the_cheapest_from_being_sought()
    {
        // as above, with a third line that is out of service before a load of 1 MW: no line strengthened can reach it
        var chain = Grids.Chain(4000, 1, 2, 1).Source;
        var grid = new EquippedGrid(chain with { Lines = chain.Lines.SetItem(2, chain.Lines[2] with { InService = false }) });

        var repair = GridRepair.Run(grid, Loads(0, 0, 11.2, 1), Weight);

        Assert.Equal(["Parallel line0 thin×2 tap 0 100"], repair.Told());
        Assert.Equal((true, false), (repair.IsCheapest, repair.After.Fits));
        Assert.Equal([3], repair.After.Dark);
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

    /// <summary>Where the search ends before it proves anything, each row of what is told is needed as dear as it is, and no other line by itself does for one of them for less.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void What_is_told_without_proof_is_cheapest_beside_each_of_its_rows(int seed)
    {
        var random = new Random(seed);
        double[] lengths = [.. Enumerable.Range(0, 4).Select(_ => 0.3 + (1.5 * random.NextDouble()))];
        var (grid, loads) = (Grids.Chain(600, lengths), Loads(0, 6 * random.NextDouble(), 5 * random.NextDouble(), 2 + (4 * random.NextDouble()), 2 * random.NextDouble()));

        var repair = GridRepair.Run(grid, (loads, HoursCheck.Flow(grid.Grid, loads, 1)), Weight, 1, mostSets: 1);

        var built = Enumerable.Range(0, 4).Select(k => Array.FindIndex(Options, o => o == Told(repair, k))).ToArray();
        Assert.DoesNotContain(-1, built);
        Assert.True(Fits(grid, loads, built));
        double Cost(int[] set) => set.Select((option, k) => Options[option].PerKm * lengths[k]).Sum();
        int[] With(int[] set, int place, int option) => [.. set.Select((o, k) => k == place ? option : o)];
        var cheaper = Enumerable.Range(0, 4).SelectMany(k => Enumerable.Range(0, Options.Length).Select(o => With(built, k, o)))
            .Concat(Enumerable.Range(0, 4).SelectMany(k => Enumerable.Range(0, 4).Where(l => l != k).SelectMany(l => Enumerable.Range(0, Options.Length).Select(o => With(With(built, k, 0), l, o)))));
        Assert.All(cheaper.Where(set => Cost(set) < Cost(built) - 1e-9), set => Assert.False(Fits(grid, loads, set)));
    }

    /// <summary>Nor does one row made cheaper and another one dearer for less than that saves.</summary>
    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 60)]
    [InlineData(3, 200)]
    public void What_is_told_without_proof_is_cheapest_among_all_pairs_of_its_rows(int seed, int mostSets)
    {
        var (grid, loads, lengths) = Six(seed);

        var repair = GridRepair.Run(grid, (loads, HoursCheck.Flow(grid.Grid, loads, 1)), Weight, 1, mostSets);

        Assert.Empty(CheaperPairs(grid, loads, lengths, repair));
    }

    /// <summary>A chain of six lines with random lengths and loads.</summary>
    static (EquippedGrid Grid, HourlyInjections Loads, double[] Lengths) Six(int seed)
    {
        var random = new Random(seed);
        double[] lengths = [.. Enumerable.Range(0, 6).Select(_ => 0.2 + random.NextDouble())];
        return (Grids.Chain(600, lengths), Loads([0, .. lengths.Select(_ => 4 * random.NextDouble())]), lengths);
    }

    /// <summary>Sets that fit and cost less than what is told, with other choices on two lines.</summary>
    static IEnumerable<int[]> CheaperPairs(EquippedGrid grid, HourlyInjections loads, double[] lengths, GridRepairSolution repair)
    {
        int[] built = [.. Enumerable.Range(0, lengths.Length).Select(k => Array.FindIndex(Options, o => o == Told(repair, k)))];
        double Cost(int[] set) => set.Select((option, k) => Options[option].PerKm * lengths[k]).Sum();
        var all = Enumerable.Range(0, Options.Length).ToArray();
        return from k in Enumerable.Range(0, lengths.Length)
               from l in Enumerable.Range(0, k)
               from a in all
               from b in all
               let set = (int[])[.. built.Select((o, i) => i == k ? a : i == l ? b : o)]
               where Cost(set) < Cost(built) - 1e-9 && Fits(grid, loads, set)
               select set;
    }

    [Fact]
    public void Without_time_for_a_proof_a_row_made_smaller_and_another_larger_take_the_place_of_a_dear_row()
    {
        // 40 MW: 0.93 pu need 0.93 · 0.07 / 0.4 = 0.163 ohm at most of 0.2 and 0.1. Two thick beside line0 leave 0.04 + 0.1 for 300; one less of anything there is too little, and so is
        // line1 alone; both doubled leave 0.1 + 0.05 for 100 + 50. Line2 carries nothing.
        var (grid, loads) = (Grids.Chain(4000, 1, 0.5, 1), Loads(0, 0, 40, 0));
        var catalogue = new WorksCatalogue(grid);
        var works = new GridWorks(catalogue);
        works.Build(0, catalogue.Options(0).First(o => o.Beside is { Count: 2 }), GridMeasureReason.LowVoltage);
        works.Build(2, catalogue.Options(2)[0], GridMeasureReason.LowVoltage);
        HoursCheckSolution Check(EquippedGrid of) => HoursCheck.Run(of.Grid, loads, FeederLimits.Of(grid.Grid), Weight);
        var estimate = new GridRepairSolution { Measures = works.Measures(), After = Check(works.Now), Rounds = 2 };

        var repair = new LeastWorks(grid, loads, Weight, 1) { MostSets = 1 }.Improve(Check(grid), estimate, works);

        Assert.Equal(400, estimate.CostYuan);
        Assert.Equal(["Parallel line0 thin×2 tap 0 100", "Parallel line1 thin×2 tap 0 50"], repair.Told());
    }

    [Fact]
    public void Without_time_for_a_proof_the_cheap_line_takes_the_place_of_the_dear_one()
    {
        // as in the first test, where the longer line drops more and is what the estimate doubles for 200
        var (grid, loads) = (Grids.Chain(4000, 1, 2), Loads(0, 0, 11.2));

        var repair = GridRepair.Run(grid, (loads, HoursCheck.Flow(grid.Grid, loads, 1)), Weight, 1, mostSets: 1);

        Assert.Equal(["Parallel line0 thin×2 tap 0 100"], repair.Told());
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

        Assert.Equal([6.0, 7.0], Behind(chain, hours));
        Assert.Equal([0.0, 0.0, 0.0], Behind(ring, new HourlyInjections(2, [.. hours.ActiveMw, 0, 0], new double[8])));
    }

    [Fact]
    public void Reactive_power_counts_behind_a_branch_as_far_as_shunts_and_charging_cannot_give_it()
    {
        // 3 MW and 4 Mvar at bus 2 give 5 MVA; 1 Mvar of shunts there at 1.07 pu leaves 4 − 1.07² Mvar; with 0.02 pu of charging on line 1, half at each end, bus 1 has 1 · 1.07² less still
        var plain = Grids.Chain(300, 1, 1).Grid;
        var shunted = plain with { Buses = plain.Buses with { ShuntMvar = [0, 0, 1] } };
        var hours = new HourlyInjections(1, [0, 0, -3], [0, 0, -4]);

        var held = plain with { Buses = plain.Buses with { Kind = [GridBusKind.Slack, GridBusKind.Pq, GridBusKind.Pv] } };

        Assert.Equal([5.0, 5.0], Behind(plain, hours));
        Assert.Equal(double.Hypot(3, 4 - (1.07 * 1.07)), Behind(shunted, hours)[1], 1e-5);
        Assert.Equal(double.Hypot(3, 4 - (2 * 1.07 * 1.07)), Behind(plain, hours, 0.02)[0], 1e-5);
        Assert.Equal([3.0, 3.0], Behind(held, hours));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_flow_within_the_limits_is_less_than_what_is_told_to_stand_behind_a_branch(int seed)
    {
        var random = new Random(seed);
        var grid = Grids.Chain(4000, 0.2, 0.3, 0.1).Grid;
        grid = grid with { Branches = grid.Branches with { ReactancePu = [0.05, 0.1, 0.02], ChargingPu = [0.01, 0.03, 0.005] }, Buses = grid.Buses with { ShuntMvar = [0, random.NextDouble(), 0, random.NextDouble()] } };
        double[] Powers() => [.. Enumerable.Range(0, 4 * 24).Select(_ => 3 - (10 * random.NextDouble()))];
        var hours = new HourlyInjections(24, Powers(), Powers());

        var (behind, check) = (new PowerBehind(grid, hours, FeederLimits.Of(grid), grid.Branches.ChargingPu), HoursCheck.Run(grid, hours, FeederLimits.Of(grid), new double[24]));

        Assert.DoesNotContain(check.Buses, b => b.IsOutside);
        Assert.All(Enumerable.Range(0, 3), k => Assert.InRange(behind.LeastMva(k), 1, check.Branches[k].PeakMva));
    }

    static double[] Behind(PowerGrid grid, HourlyInjections hours, double chargingPu = 0) =>
        [.. Enumerable.Range(0, grid.Branches.Count).Select(new PowerBehind(grid, hours, FeederLimits.Of(grid), [.. Enumerable.Repeat(chargingPu, grid.Branches.Count)]).LeastMva)];

    /// <summary>One to four circuits of either type, or up to three thick ones beside the thin one; yuan per km.</summary>
    static readonly (string Type, int Count, int Beside, double PerKm)[] Options =
    [
        ("thin", 1, 0, 0), ("thin", 2, 0, 100), ("thin", 3, 0, 200), ("thin", 4, 0, 300), ("thick", 1, 0, 150), ("thick", 2, 0, 300), ("thick", 3, 0, 450), ("thick", 4, 0, 600),
        ("thin", 1, 1, 150), ("thin", 1, 2, 300), ("thin", 1, 3, 450),
    ];

    /// <summary>Least cost of such a choice on each line that keeps all limits.</summary>
    static double Cheapest(EquippedGrid grid, HourlyInjections loads, double[] lengths)
    {
        var (best, n) = (double.PositiveInfinity, Options.Length);
        for (var set = 0; set < n * n * n; set++)
        {
            int[] chosen = [set % n, set / n % n, set / (n * n)];
            var cost = Enumerable.Range(0, 3).Sum(k => Options[chosen[k]].PerKm * lengths[k]);
            best = cost < best && Fits(grid, loads, chosen) ? cost : best;
        }

        return best;
    }

    static bool Fits(EquippedGrid grid, HourlyInjections loads, int[] chosen)
    {
        var rows = grid.Source.Lines.Select((l, k) => l with { Type = Options[chosen[k]].Type, Circuits = Options[chosen[k]].Count });
        var beside = grid.Source.Lines.Select((l, k) => l with { Name = l.Name + "b", Type = "thick", Circuits = Options[chosen[k]].Beside }).Where(l => l.Circuits > 0);
        var built = new EquippedGrid(grid.Source with { Lines = [.. rows, .. beside] });
        return HoursCheck.Run(built.Grid, loads, FeederLimits.Of(built.Grid), Weight).Fits;
    }

    /// <summary>What a line has with the measures.</summary>
    static (string Type, int Count, int Beside, double PerKm) Told(GridRepairSolution repair, int line) => repair.Measures.FirstOrDefault(m => m.Name == $"line{line}") is not { } m ? Options[0]
        : Options.First(o => m.Kind == GridMeasureKind.Beside ? o.Beside == m.Change.CountAfter : (o.Type, o.Count, o.Beside) == (m.Change.TypeAfter, m.Change.CountAfter, 0));

    static HourlyInjections Loads(params double[] mw) => new(1, [.. mw.Select(p => -p)], new double[mw.Length]);
}
