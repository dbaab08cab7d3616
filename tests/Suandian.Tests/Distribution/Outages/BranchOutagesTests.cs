using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Outages;

public class BranchOutagesTests
{
    [Fact]
    public void A_tie_that_carries_all_brings_all_back_in_one_action()
    {
        var outage = Solve(FeederGrids.Chain(tieMva: 5)).Outages[0];

        Assert.Equal([1, 2], outage.Dark.Order());
        Assert.Equal(3, outage.PeakMw, 1e-12);
        Assert.Equal([2], outage.Restoration!.Close);
        Assert.Empty(outage.Restoration.Open);
        Assert.Equal((3, 0, true), (Math.Round(outage.Restoration.RestoredMw, 9), outage.Restoration.Dark.Length, outage.Restoration.IsProved));
    }

    [Fact]
    public void A_tie_that_carries_the_end_alone_brings_the_end_back()
    {
        var solution = Solve(FeederGrids.Chain(tieMva: 1.5));

        var (first, second) = (solution.Outages[0], solution.Outages[1]);
        Assert.Equal([2], first.Restoration!.Close);
        Assert.Equal([1], first.Restoration.Open);
        Assert.Equal((1, 2), (Math.Round(first.Restoration.RestoredMw, 9), Math.Round(first.Restoration.DarkMw, 9)));
        Assert.Equal([1], first.Restoration.Dark);
        Assert.Equal(1, second.Restoration!.Actions); // bus 3 alone is dark there
    }

    [Fact]
    public void Circuits_side_by_side_in_the_dark_part_are_no_loop_and_are_opened_together()
    {
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 2 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999",
            "1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.2 0.2 0 2.5 0 0 0 0 1 -360 360; 3 2 0.2 0.2 0 2.5 0 0 0 0 1 -360 360; 1 3 0.1 0.1 0 1.5 0 0 0 0 0 -360 360"));

        var first = Solve(grid).Outages[0];

        // as one circuit of half the impedance: the tie of 1.5 MVA carries the end alone
        Assert.Equal([3], first.Restoration!.Close);
        Assert.Equal([1, 2], first.Restoration.Open);
        Assert.Equal((1, 2), (Math.Round(first.Restoration.RestoredMw, 9), Math.Round(first.Restoration.DarkMw, 9)));
    }

    /// <summary>
    /// 20 MW without reactive power behind a line; the tie has two circuits of r = 0.4 pu on 100 MVA. V (1 − V) = r P: V = (1 + √(1 − 4 · 0.4 · 0.2))/2 = 0.912 by one,
    /// below 0.93, and (1 + √(1 − 4 · 0.2 · 0.2))/2 = 0.958 by both.
    /// </summary>
    [Fact]
    public void Circuits_of_a_tie_are_closed_together_where_one_alone_breaks_a_limit()
    {
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 20 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999",
            "1 2 0.1 0 0 0 0 0 0 0 1 -360 360; 1 2 0.4 0 0 0 0 0 0 0 0 -360 360; 2 1 0.4 0 0 0 0 0 0 0 0 -360 360"));

        var restoration = Solve(grid).Outages[0].Restoration!;

        Assert.Equal([1, 2], restoration.Close);
        Assert.Equal((20, 0, true), (Math.Round(restoration.RestoredMw, 9), restoration.Dark.Length, restoration.IsProved));
    }

    /// <summary>As above with a third circuit that carries 1 MVA: each of three takes a third, 7 MVA and more, so that only the other two hold; by itself none does.</summary>
    [Theory]
    [InlineData("0.4", true)]
    [InlineData("0.4 0.401 0.402", true)]
    public void Of_three_circuits_of_a_tie_the_two_are_closed_that_hold(string further, bool isProved)
    {
        var weak = further.Split(' ').Select((r, n) => FormattableString.Invariant($"; 1 2 {r} 0 0 {(n == 0 ? 1 : 0.5)} 0 0 0 0 0 -360 360"));
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 20 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999",
            "1 2 0.1 0 0 0 0 0 0 0 1 -360 360; 1 2 0.4 0 0 0 0 0 0 0 0 -360 360; 1 2 0.4 0 0 0 0 0 0 0 0 -360 360" + string.Concat(weak)));

        var restoration = Solve(grid).Outages[0].Restoration!;

        Assert.Equal([1, 2], restoration.Close);
        Assert.Equal((20, 0, isProved), (Math.Round(restoration.RestoredMw, 9), restoration.Dark.Length, restoration.IsProved));
    }

    /// <summary>Nine unlike circuits have 511 sets, more than are computed: that none of those tried holds proves nothing.</summary>
    [Fact]
    public void Nothing_is_proved_of_a_route_with_more_sets_of_circuits_than_are_computed()
    {
        var circuits = string.Concat(Enumerable.Range(0, 9).Select(n => FormattableString.Invariant($"; 1 2 {0.4 + 0.001 * n} 0 0 {(n < 2 ? 0 : 1)} 0 0 0 0 0 -360 360")));
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 20 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999", "1 2 0.1 0 0 0 0 0 0 0 1 -360 360" + circuits));

        var restoration = Solve(grid).Outages[0].Restoration!;

        Assert.Equal((0.0, false, true), (restoration.RestoredMw, restoration.IsProved, restoration.HasTie));
    }

    /// <summary>Bus 3 is dark before any outage, as its branch to bus 1 is open: closing 2–3 after the loss of 1–2 would join two dark parts.</summary>
    [Fact]
    public void A_tie_to_a_bus_without_supply_brings_nothing_back()
    {
        var chain = FeederGrids.Chain(tieMva: 5);
        var grid = chain with { Branches = chain.Branches with { InService = [true, false, false] } };

        var restoration = BranchOutages.Solve(grid, FeederHours.Snapshot(grid), null, new OutageOptions { Ties = [1] }, TestContext.Current.CancellationToken).Outages[0].Restoration!;

        Assert.Equal((0.0, 2.0, false), (restoration.RestoredMw, Math.Round(restoration.DarkMw, 9), restoration.HasTie));
    }

    [Fact]
    public void A_tie_that_carries_nothing_of_it_leaves_all_dark()
    {
        var restoration = Solve(FeederGrids.Chain(tieMva: 0.5)).Outages[0].Restoration!;

        Assert.Empty(restoration.Close);
        Assert.Equal((0, 3, true), (restoration.RestoredMw, restoration.DarkMw, restoration.IsProved));
    }

    /// <summary>Bus 2 takes 5, 4, 3, 2 MW, bus 3 gives 0, 0, 1 and 6: of two hours one has the largest load and one the largest injection.</summary>
    [Fact]
    public void Half_of_the_hours_have_the_largest_load_and_half_the_largest_injection()
    {
        var hours = FeederHours.Of(new HourlyInjections(4, [0, 0, 0, 0, -5, -4, -3, -2, 0, 0, 1, 6], new double[12]));

        Assert.Equal((3, 1), (OutageHours.Choose(hours, 3) is var (three, byInjection) ? three.Length : 0, byInjection));
        Assert.Equal([0, 3], OutageHours.Choose(hours, 2).Hours);
        Assert.Equal([0, 1, 3], OutageHours.Choose(hours, 3).Hours);
        Assert.Equal([0, 1, 2, 3], OutageHours.Choose(hours, 9).Hours);
        Assert.Equal([0, 1], OutageHours.Choose(FeederHours.Of(new HourlyInjections(3, [0, 0, 0, -5, -4, -3], new double[6])), 2).Hours); // nothing is injected
    }

    /// <summary>A ring of lines of 4 MVA: 6 MW of sun at bus 3 at half load need both ways out, and the largest load does not.</summary>
    [Fact]
    public void An_overload_by_sun_is_found_and_its_hour_is_its_own()
    {
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 10 1 1.2 0.8; 2 1 1 0 0 0 1 1 0 10 1 1.2 0.8; 3 1 1 0 0 0 1 1 0 10 1 1.2 0.8", "1 0 0 999 -999 1 100 1 999 -999",
            "1 2 0.1 0.1 0 4 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 4 0 0 0 0 1 -360 360; 1 3 0.1 0.1 0 4 0 0 0 0 1 -360 360"));
        double[] load = [.. Enumerable.Range(0, 24).Select(h => h == 12 ? 0.5 : 0.6 + h / 100.0)];
        var hours = FeederHours.Of(new HourlyInjections(24, [.. new double[24], .. load.Select(p => -p), .. load.Select((p, h) => h == 12 ? 6 - p : -p)], new double[72]));

        var outage = BranchOutages.Solve(grid, hours, FeederLimits.Of(grid, LimitChoice.Case), new OutageOptions { MostHours = 4 }, TestContext.Current.CancellationToken).Outages[2];

        Assert.Equal((ViolationKind.Overload, 12, 1), (outage.Worst.Kind, outage.Worst.Hour, outage.HoursBeyond)); // 5 MW over 2-3 of 4 MVA
    }

    /// <summary>With the tie of <see cref="FeederGrids.Chain"/> between 1 and 3 only, an outage of 1-2 has one; where the tie lies between 2 and 3, none reaches the lit part.</summary>
    [Fact]
    public void Where_no_tie_reaches_the_dark_part_that_is_said()
    {
        var without = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 2 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999",
            "1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 0 -360 360"));

        Assert.Equal((true, false), (Solve(FeederGrids.Chain(tieMva: 0.5)).Outages[0].Restoration!.HasTie, Solve(without).Outages[0].Restoration!.HasTie));
    }

    [Fact]
    public void An_hour_without_solution_is_left_out_and_told()
    {
        var grid = FeederGrids.Pair();

        var solution = BranchOutages.Solve(grid, FeederHours.Of(new HourlyInjections(3, [0, 0, 0, -10, -400, -20], new double[6])), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([1], solution.Unsolved); // V (V − 1) = −0.4 has no real root
        Assert.Equal([2, 0], solution.Hours);
        Assert.Equal(20, solution.Outages[0].PeakMw, 1e-12);
    }

    [Fact]
    public void Without_ties_nothing_is_looked_for() =>
        Assert.All(BranchOutages.Solve(FeederGrids.Chain(5), FeederHours.Snapshot(FeederGrids.Chain(5)), options: new OutageOptions { Ties = [] }, cancellation: TestContext.Current.CancellationToken).Outages, o => Assert.Null(o.Restoration));

    [Fact]
    public void Each_outage_equals_the_flow_without_the_branch()
    {
        var grid = FeederGrids.ThirtyThree;
        var hours = FeederGrids.Scaled(grid, 0.3, 0.9, 0.6);

        var solution = BranchOutages.Solve(grid, hours, FeederGrids.Below(grid, 0.999), new OutageOptions { Ties = [] }, TestContext.Current.CancellationToken);

        Assert.Equal((32, 96L), (solution.Outages.Length, solution.Flows));
        Assert.Equal([1, 2, 0], solution.Hours); // largest load first
        foreach (var k in (int[])[0, 5, 16, 21])
        {
            var isOn = (bool[])grid.Branches.InService.Clone();
            isOn[k] = false;
            var flow = new HourlyFlow(grid with { Branches = grid.Branches with { InService = isOn } }).Solve(hours.Injections, cancellation: TestContext.Current.CancellationToken);
            var dark = Enumerable.Range(0, 33).Where(b => double.IsNaN(flow.VoltagePu[b * 3])).ToArray();
            Assert.Equal(dark, solution.Outages[k].Dark.Order());
            Assert.Equal(0.9 * dark.Sum(b => grid.Buses.LoadMw[b]), solution.Outages[k].PeakMw, 1e-9);
            Assert.Equal(0.6 * dark.Sum(b => grid.Buses.LoadMw[b]), solution.Outages[k].MeanMw, 1e-9);
            if (solution.Outages[k].Worst is { Kind: ViolationKind.HighVoltage } worst)
            {
                Assert.Equal(flow.VoltagePu[worst.Index * 3 + worst.Hour], worst.Value, 1e-7);
            }
        }
    }

    [Fact]
    public void Nothing_is_dark_in_a_meshed_grid_but_branches_are_overloaded()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var solution = BranchOutages.Solve(grid, FeederHours.Snapshot(grid), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(0, solution.Meshed); // nothing is dark
        var ring = solution.Outages.Where(o => !((int[])[0, 3, 6]).Contains(o.Branch)).ToArray(); // 1-4, 3-6 and 8-2 join machines alone
        Assert.All(ring, o => Assert.Empty(o.Dark));
        Assert.All(solution.Outages, o => Assert.Null(o.Restoration));
    }

    /// <summary>The search against a plain one: every set of up to two ties and two openings of the dark part, each by Newton.</summary>
    [Theory]
    [InlineData(1, 3)]
    [InlineData(5, 3)]
    [InlineData(23, 3)]
    [InlineData(23, 4)]
    [InlineData(7, 4)]
    public void No_switching_brings_back_more(int lost, int actions)
    {
        var grid = FeederGrids.ThirtyThree;
        grid = grid with { Branches = grid.Branches with { RatingMva = [.. grid.Branches.RatingMva.Select((_, k) => k >= 32 ? 0.9 : 5.0)] } };

        var found = BranchOutages.Solve(grid, FeederHours.Snapshot(grid), FeederLimits.Of(grid, LimitChoice.Case), new OutageOptions { MostTrials = 100_000, MostActions = actions }, TestContext.Current.CancellationToken).Outages[lost];

        var best = Plain(grid, lost, found.Dark, actions);
        Assert.True(found.Restoration!.IsProved);
        Assert.Equal(best, found.Restoration.RestoredMw, 1e-9);
    }

    static double Plain(PowerGrid grid, int lost, int[] dark, int actions)
    {
        int[] ties = [.. Enumerable.Range(32, 5)];
        int[] inside = [.. Enumerable.Range(0, 32).Where(k => k != lost && dark.Contains(grid.Branches.From[k]) && dark.Contains(grid.Branches.To[k]))];
        var closings = ties.Select(t => new[] { t }).Concat(ties.SelectMany(a => ties.Where(b => b > a).Select(b => new[] { a, b })));
        var best = 0.0;
        foreach (var close in closings)
        {
            foreach (var open in Subsets(inside, actions - close.Length))
            {
                var isOn = (bool[])grid.Branches.InService.Clone();
                isOn[lost] = false;
                Array.ForEach(open, k => isOn[k] = false);
                Array.ForEach(close, k => isOn[k] = true);
                var switched = grid with { Branches = grid.Branches with { InService = isOn } };
                var depth = FeederPaths.Of(switched).Depth;
                var restored = dark.Where(b => depth[b] >= 0).Sum(b => grid.Buses.LoadMw[b]);
                var isRadial = Enumerable.Range(0, isOn.Length).Count(k => isOn[k] && depth[grid.Branches.From[k]] >= 0) == depth.Count(d => d > 0);
                best = restored > best && isRadial && Holds(switched, depth) ? restored : best;
            }
        }

        return best;
    }

    static IEnumerable<int[]> Subsets(int[] of, int most) =>
        most == 0 ? [[]] : Subsets(of, most - 1).SelectMany(some => of.Where(k => some.Length == 0 || k > some[^1]).Select(k => (int[])[.. some, k]).Prepend(some)).DistinctBy(some => string.Join(' ', some));

    static bool Holds(PowerGrid grid, int[] depth)
    {
        var flow = AcFlow.Solve(grid);
        var before = AcFlow.Solve(FeederGrids.ThirtyThree).VoltagePu;
        return flow.Status == FlowStatus.Converged
            && Enumerable.Range(0, 33).All(b => depth[b] < 1 || flow.VoltagePu[b] >= Math.Min(0.9, before[b]) - 1e-6)
            && Enumerable.Range(0, grid.Branches.Count).All(k => flow.LoadingMva(k) <= grid.Branches.RatingMva[k] + 1e-6);
    }

    static OutageSolution Solve(PowerGrid grid) => BranchOutages.Solve(grid, FeederHours.Snapshot(grid), cancellation: TestContext.Current.CancellationToken);
}
