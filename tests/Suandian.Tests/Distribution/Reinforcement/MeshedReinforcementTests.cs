using System.Globalization;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

public class MeshedReinforcementTests
{
    /// <summary>By the search for many sets, against all sets: rings of six buses with a chord, lines with charging, limits of voltage to both sides.</summary>
    [Fact]
    public void The_cheapest_set_of_random_meshed_grids_is_that_of_brute_force()
    {
        var (random, cheap, none) = (new Random(5), 0, 0);
        for (var trial = 0; trial < 16; trial++)
        {
            var (grid, hours, measures) = Random(random, trial % 4 == 3 ? 2 : 1.1);
            var options = new ReinforcementOptions { Limits = FeederLimits.Of(grid, LimitChoice.Case), EnumerationLimit = 0, SearchTime = TimeSpan.FromMinutes(5) };

            var solution = FeederReinforcement.Solve(grid, hours, measures, options, TestContext.Current.CancellationToken);
            var least = BruteForce(grid, hours, measures);

            Assert.True(solution.Status switch
            {
                ReinforcementStatus.NothingNeeded => least == 0,
                ReinforcementStatus.Cheapest => Math.Abs(solution.AnnualYuan - least) < 1e-6 * least && solution.After.IsNone,
                ReinforcementStatus.NoneSuffices => double.IsPositiveInfinity(least) && solution.After.Buses.Length + solution.After.Branches.Length > 0,
                _ => false,
            }, $"trial {trial}: {solution.Status} {solution.AnnualYuan} against {least} after {solution.Sets} sets");
            cheap += solution.Status == ReinforcementStatus.Cheapest ? 1 : 0;
            none += solution.Status == ReinforcementStatus.NoneSuffices ? 1 : 0;
        }

        Assert.True(cheap >= 4 && none >= 1, $"{cheap} with a set, {none} without");
    }

    /// <summary>
    /// A ring whose line 1-3 is overloaded. A second line there does; with all others, which are cables of much charging, the voltage is too high, and so it is
    /// with half of the cables: no set that the search for what can be left out begins with holds.
    /// </summary>
    [Fact]
    public void One_measure_that_suffices_is_found_where_all_together_do_not()
    {
        var grid = Ring([6, 6], rating: 6.5, charging: 0);
        Measure[] measures = [Line(2, 0.02, 0), .. Enumerable.Range(0, 14).Select(n => Line(n % 3, 0.5, 4 + n))];
        var options = new ReinforcementOptions { Limits = FeederLimits.Of(grid, LimitChoice.Case), SearchTime = TimeSpan.FromMinutes(5) };

        var solution = FeederReinforcement.Solve(grid, FeederHours.Snapshot(grid), measures, options, TestContext.Current.CancellationToken);

        Assert.True(solution.IsBuilt, $"{solution.Status}");
        Assert.Equal(measures[0], Assert.Single(solution.Measures).Measure);
    }

    /// <summary>Slack 1, load of 8 MW at 3 behind 2 on lines of 5 MVA: a new line 1-3 takes half, and so does a tie 1-3 that is closed; the cheaper is taken.</summary>
    [Theory]
    [InlineData(1e5, 2e5, MeasureKind.NewLine)]
    [InlineData(2e5, 1e5, MeasureKind.CloseTie)]
    public void A_new_line_or_a_closed_tie_makes_a_second_way(double line, double tie, MeasureKind expected)
    {
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 0 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 8 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 99 -99 1 100 1 99 -99",
            "1 2 0.05 0.05 0 5 0 0 0 0 1 -360 360; 2 3 0.05 0.05 0 5 0 0 0 0 1 -360 360; 1 3 0.1 0.1 0 5 0 0 0 0 0 -360 360"));
        Measure[] measures =
        [
            new() { Name = "line", Kind = MeasureKind.NewLine, Site = 0, EndBus = 2, CostYuan = line, LifetimeYears = 30, ResistancePu = 0.1, ReactancePu = 0.1, RatingMva = 5 },
            new() { Name = "tie", Kind = MeasureKind.CloseTie, Site = 2, CostYuan = tie, LifetimeYears = 30 },
        ];

        var solution = FeederReinforcement.Solve(grid, FeederHours.Snapshot(grid), measures, null, TestContext.Current.CancellationToken);

        Assert.Equal((ReinforcementStatus.Cheapest, expected), (solution.Status, Assert.Single(solution.Measures).Measure.Kind));
        Assert.Equal(expected == MeasureKind.NewLine ? 4 : 3, solution.Grid.Branches.Count);
        Assert.True(AcFlow.Solve(solution.Grid).LoadingMva(1) < 5);
    }

    [Fact]
    public void What_stays_beyond_limits_is_named()
    {
        var grid = Ring([6, 6], rating: 3, charging: 0);

        var solution = FeederReinforcement.Solve(grid, FeederHours.Snapshot(grid), [Line(0, 0.1, 0)], null, TestContext.Current.CancellationToken);

        Assert.Equal(ReinforcementStatus.NoneSuffices, solution.Status);
        Assert.Contains(2, solution.After.Branches); // 1-3 has no measure
    }

    /// <summary>A second line with half of the grid's base impedance r and some Mvar of charging, on a rating of 8 MVA.</summary>
    static Measure Line(int branch, double r, double chargingMvar) => new()
    {
        Name = FormattableString.Invariant($"{branch} {chargingMvar}"), Kind = MeasureKind.ParallelLine, Site = branch, CostYuan = 1e5, LifetimeYears = 30, ResistancePu = r, ReactancePu = r, RatingMva = 8, ChargingPu = chargingMvar / 100,
    };

    /// <summary>Slack 1, loads at 2 and 3, lines 1-2, 2-3, 1-3 of 0.1 pu each but the last of 0.05; on 100 MVA.</summary>
    static PowerGrid Ring(double[] loads, double rating, double charging) => GridTexts.Grid(GridTexts.Case(
        FormattableString.Invariant($"1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 {loads[0]} 0 0 0 1 1 0 10 1 1.02 0.9; 3 1 {loads[1]} 0 0 0 1 1 0 10 1 1.02 0.9"), "1 0 0 999 -999 1 100 1 999 -999",
        FormattableString.Invariant($"1 2 0.1 0.1 {charging} 20 0 0 0 0 1 -360 360; 2 3 0.1 0.1 {charging} 20 0 0 0 0 1 -360 360; 1 3 0.05 0.05 {charging} {rating} 0 0 0 0 1 -360 360")));

    static (PowerGrid Grid, FeederHours Hours, Measure[] Measures) Random(Random random, double load)
    {
        double[] loads = [.. Enumerable.Range(0, 5).Select(_ => 0.5 + 1.5 * random.NextDouble())];
        (int A, int B)[] lines = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 5), (random.Next(1, 3), random.Next(4, 6))];
        double[] r = [.. lines.Select(_ => 0.2 + 0.4 * random.NextDouble())];
        var (rating, most) = (2.6 + 1.5 * random.NextDouble(), 1.01 + 0.02 * random.NextDouble());
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; " + string.Join("; ", loads.Select((p, b) => string.Create(CultureInfo.InvariantCulture, $"{b + 2} 1 {p:R} {0.4 * p:R} 0 0 1 1 0 10 1 {most:R} 0.96"))), "1 0 0 99 -99 1 100 1 99 -99",
            string.Join("; ", lines.Select((l, k) => string.Create(CultureInfo.InvariantCulture, $"{l.A + 1} {l.B + 1} {r[k]:R} {r[k]:R} 0.005 {rating:R} 0 0 0 0 1 -360 360")))));
        double Cost() => Math.Round(1e4 * (1 + 9 * random.NextDouble()));
        Measure Parallel(int k) => Line(k, r[k], 0.5 + 3 * random.NextDouble()) with { CostYuan = Cost(), RatingMva = rating };
        return (grid, FeederGrids.Scaled(grid, 0.1, 0.7, 1, load),
        [
            Parallel(0), Parallel(5), Parallel(2), Parallel(3), new() { Name = "larger", Kind = MeasureKind.LargerConductor, Site = 0, CostYuan = Cost(), LifetimeYears = 30, ResistancePu = r[0] / 3, ReactancePu = r[0] / 3, RatingMva = 9 },
            new() { Name = "capacitor", Kind = MeasureKind.Capacitor, Site = 3, CostYuan = Cost(), LifetimeYears = 15, Mvar = 2 },
            new() { Name = "route", Kind = MeasureKind.NewLine, Site = 0, EndBus = 3, CostYuan = Cost(), LifetimeYears = 30, ResistancePu = 0.3, ReactancePu = 0.3, RatingMva = rating, ChargingPu = 0.01 },
        ]);
    }

    static double BruteForce(PowerGrid grid, FeederHours hours, Measure[] measures)
    {
        var (feeder, least) = (new ReinforcedFeeder(grid, hours, measures, (FeederLimits.Of(grid, LimitChoice.Case), 1)), double.PositiveInfinity);
        for (var set = 0; set < 1 << measures.Length; set++)
        {
            bool[] isBuilt = [.. Enumerable.Range(0, measures.Length).Select(m => (set >> m & 1) == 1)];
            var cost = measures.Where((_, m) => isBuilt[m]).Sum(m => m.AnnualYuan(0.06));
            if (!(isBuilt[0] && isBuilt[4]) && cost < least && feeder.Check(isBuilt).Excess.IsNone)
            {
                least = cost;
            }
        }

        return least;
    }
}
