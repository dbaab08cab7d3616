using System.Globalization;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

public class FeederReinforcementTests
{
    /// <summary>10 kV, 1 Ω is 1 pu on 100 MVA; line of 5 MVA, load 6 MW: a conductor of 5.5 MVA does not do, of 8 MVA does, two lines of 5 MVA too.</summary>
    [Fact]
    public void An_overload_is_mended_by_the_cheapest_conductor_that_carries_it()
    {
        var grid = Chain([6], rating: 5);

        var solution = Solve(grid, [6], [Conductor(0, 0.05, 5.5, 50e3), Conductor(0, 0.04, 8, 80e3), Parallel(0, 0.1, 5, 100e3)]);

        Assert.Equal(ReinforcementStatus.Cheapest, solution.Status);
        Assert.Equal(80e3, solution.CostYuan);
        Assert.Equal(80e3 * 0.06 / (1 - Math.Pow(1.06, -30)), solution.AnnualYuan, 1e-6);
        Assert.Equal((1, true), (solution.Before.Hours, solution.After.IsNone));
        Assert.Equal(6 * 1.006 / 5 - 1, solution.Before.Loading, 0.005); // losses are some 6 ‰ of the load
    }

    [Fact]
    public void Nothing_is_built_where_nothing_is_needed_and_nothing_is_claimed_where_nothing_suffices()
    {
        var grid = Chain([6], rating: 5);

        var (fine, hopeless) = (Solve(grid, [4], [Parallel(0, 0.1, 5, 1)]), Solve(grid, [6], [Conductor(0, 0.05, 5.5, 50e3)]));

        Assert.Equal((ReinforcementStatus.NothingNeeded, 0), (fine.Status, fine.Measures.Length));
        Assert.Equal((ReinforcementStatus.NoneSuffices, 0, 0.0), (hopeless.Status, hopeless.Measures.Length, hopeless.CostYuan));
        Assert.False(hopeless.After.IsNone);
    }

    /// <summary>
    /// Voltage about 1 − (r P + x Q) with r = x = 0.5 pu: 10 MW and 8 Mvar give 0.91 less losses. A capacitor of 8 Mvar leaves 0.95 less losses, a regulator
    /// of ratio 0.95 raises by 5 %. Lower limit 0.93: either does, the cheaper is taken.
    /// </summary>
    [Theory]
    [InlineData(10e3, 20e3, MeasureKind.Capacitor)]
    [InlineData(20e3, 10e3, MeasureKind.Regulator)]
    public void A_low_voltage_is_raised_by_the_cheaper_of_capacitor_and_regulator(double capacitor, double regulator, MeasureKind expected)
    {
        var grid = Chain([10], rating: 0, r: 0.5) is var chain ? chain with { Buses = chain.Buses with { LoadMvar = [0, 8], MinVoltagePu = [0.9, 0.93] } } : null!;
        Measure[] measures = [New(MeasureKind.Capacitor, 1, capacitor) with { Mvar = 8 }, New(MeasureKind.Regulator, 0, regulator) with { Ratio = 0.95 }];

        var solution = Solve(grid, [10], measures);

        Assert.Equal(expected, Assert.Single(solution.Measures).Measure.Kind);
        Assert.InRange(solution.Before.LowPu, 0.02, 0.05);
        Assert.True(solution.After.IsNone);
    }

    /// <summary>Load 4 MW, and 6 MW in one hour of the day, on a line of 5 MVA: 1 MW of storage for an hour does, and moves it to other hours.</summary>
    [Theory]
    [InlineData(MeasureKind.Storage)]
    [InlineData(MeasureKind.FlexibleCompute)]
    public void A_peak_of_one_hour_is_moved_where_that_is_cheaper_than_a_line(MeasureKind kind)
    {
        double[] day = [.. Enumerable.Range(0, 24).Select(h => h == 18 ? 6.0 : 4)];
        var shift = New(kind, 1, 30e3) with { Mw = 2, Mwh = 2, Efficiency = kind == MeasureKind.Storage ? 0.9 : 1 };

        var solution = Solve(Chain([6], rating: 5), day, [Parallel(0, 0.1, 5, 100e3), shift]);

        Assert.Equal(kind, Assert.Single(solution.Measures).Measure.Kind);
    }

    /// <summary>
    /// 4 MW behind a branch of 4 MVA, 5 MW in the hour 12; before it 8 MW in the evening and 1 MW else. A battery of 1 MW that levels the feeder gives in the evening;
    /// one that levels what lies behind the branch gives at noon and needs no line.
    /// </summary>
    [Theory]
    [InlineData(MeasureKind.Storage, 4096)]
    [InlineData(MeasureKind.Storage, 0)]
    [InlineData(MeasureKind.FlexibleCompute, 4096)]
    [InlineData(MeasureKind.FlexibleCompute, 0)]
    public void Storage_behind_a_narrow_branch_levels_what_lies_behind_it(MeasureKind kind, double enumeration)
    {
        var grid = Chain([8, 5], rating: 0, r: 0.01) is var chain ? chain with { Branches = chain.Branches with { RatingMva = [20, 4.3] } } : null!;
        double[] first = [.. Enumerable.Range(0, 24).Select(h => h is >= 18 and < 21 ? 8.0 : 1)], second = [.. Enumerable.Range(0, 24).Select(h => h == 12 ? 5.0 : 4)];
        var hours = FeederHours.Of(new HourlyInjections(24, [.. new double[24], .. first.Select(p => -p), .. second.Select(p => -p)], new double[72]));
        Measure[] measures = [Parallel(1, 0.01, 4.3, 100e3), New(kind, 2, 30e3) with { Mw = 1, Mwh = 1, Efficiency = kind == MeasureKind.Storage ? 0.9 : 1 }];

        var solution = FeederReinforcement.Solve(grid, hours, measures, Case(grid) with { EnumerationLimit = enumeration }, TestContext.Current.CancellationToken);

        var built = Assert.Single(solution.Measures);
        Assert.Equal((ReinforcementStatus.Cheapest, kind, 1), (solution.Status, built.Measure.Kind, built.Measure.LevelledBranch));
        Assert.InRange(built.ActiveMw[12], 0.7, 1);
        Assert.InRange(built.ActiveMw[19], -0.1, 0); // what noon gives is taken in all other hours alike
    }

    /// <summary>20 MW of sun at the end of r = x = 0.5 pu lift the voltage by 0.1; taking 0.5 Mvar for each MW halves that.</summary>
    [Fact]
    public void Inverters_that_take_reactive_power_lower_a_high_voltage()
    {
        var grid = Chain([-20], rating: 0, r: 0.5) is var chain ? chain with { Buses = chain.Buses with { MaxVoltagePu = [1.1, 1.07] } } : null!;

        var solution = Solve(grid, [-20], [New(MeasureKind.SmartInverter, 1, 5e3) with { ReactiveShare = 0.5 }]);

        Assert.Equal(ReinforcementStatus.Cheapest, solution.Status);
        Assert.InRange(solution.Before.HighPu, 0.01, 0.04);
    }

    /// <summary>4.2 MW growing by 5 % a year on a line of 5 MVA: 4.2 · 1.05³ = 4.86, 4.2 · 1.05⁴ = 5.105, so it is needed in year 4.</summary>
    [Fact]
    public void Growth_tells_the_year_of_need()
    {
        var options = new ReinforcementOptions { Growth = 0.05, Years = 8 };

        var solution = FeederReinforcement.Solve(Chain([4.2], rating: 5, r: 0.01), FeederHours.Of(Hours([4.2])), [Parallel(0, 0.01, 5, 100e3)], options, TestContext.Current.CancellationToken);

        Assert.Equal(4, Assert.Single(solution.Measures).Year);
    }

    /// <summary>By enumeration, and by the relaxation in its place: loads from fair to far beyond what the feeder carries.</summary>
    [Theory]
    [InlineData(4096.0, 1.3)]
    [InlineData(0.0, 1.3)]
    [InlineData(0.0, 1.9)]
    public void The_cheapest_set_of_random_feeders_is_that_of_brute_force(double enumeration, double load)
    {
        var (random, needed, none) = (new Random(11), 0, 0);
        for (var trial = 0; trial < 12; trial++)
        {
            var (grid, hours, measures) = Random(random, load);

            var solution = FeederReinforcement.Solve(grid, hours, measures, Case(grid) with { EnumerationLimit = enumeration, SearchTime = TimeSpan.FromMinutes(5) }, TestContext.Current.CancellationToken);
            var cheapest = BruteForce(grid, hours, Scheduled(grid, hours, measures));

            Assert.True(solution.Status switch
            {
                ReinforcementStatus.NothingNeeded => cheapest == 0,
                ReinforcementStatus.Cheapest => Math.Abs(solution.AnnualYuan - cheapest) < 1e-6 * cheapest && solution.After.IsNone,
                ReinforcementStatus.NoneSuffices => double.IsPositiveInfinity(cheapest),
                _ => false,
            }, $"trial {trial}: {solution.Status} {solution.AnnualYuan} against {cheapest} after {solution.Sets} sets");
            needed += solution.Status == ReinforcementStatus.Cheapest ? 1 : 0;
            none += solution.Status == ReinforcementStatus.NoneSuffices ? 1 : 0;
        }

        Assert.True(needed + none >= 4, $"{needed} needed, {none} without");
    }

    /// <summary>Without time for a bound a set is still found, it fits, and it is not called the cheapest; its bound lies below what is the cheapest.</summary>
    [Fact]
    public void Without_time_a_set_that_fits_is_found_and_not_called_the_cheapest()
    {
        var (random, found) = (new Random(11), 0);
        for (var trial = 0; trial < 12; trial++)
        {
            var (grid, hours, measures) = Random(random, 1.3);

            var solution = FeederReinforcement.Solve(grid, hours, measures, Case(grid) with { EnumerationLimit = 0, SearchTime = TimeSpan.Zero }, TestContext.Current.CancellationToken);
            var cheapest = BruteForce(grid, hours, Scheduled(grid, hours, measures));

            Assert.True(solution.Status != ReinforcementStatus.Fits || (solution.After.IsNone && solution.AnnualYuan >= cheapest * (1 - 1e-9) && solution.AnnualAtLeastYuan <= cheapest * (1 + 1e-9)));
            Assert.True(solution.Status is ReinforcementStatus.NothingNeeded or ReinforcementStatus.Fits || double.IsPositiveInfinity(cheapest), $"trial {trial}: {solution.Status}, cheapest {cheapest}");
            found += solution.Status == ReinforcementStatus.Fits ? 1 : 0;
        }

        Assert.InRange(found, 4, 12);
    }

    /// <summary>A loop of three equal lines of 5 MVA feeds 8 MW at one corner: two thirds, 5.3 MW, flow over the direct line. A second direct line leaves four fifths for two; a second line on the other way leaves 4.8 MW for the direct one, but is dearer.</summary>
    [Fact]
    public void A_meshed_grid_is_reinforced_by_exact_flows()
    {
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 0 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 8 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 99 -99 1 100 1 99 -99",
            "1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 1 -360 360; 1 3 0.1 0.1 0 5 0 0 0 0 1 -360 360"));

        var solution = FeederReinforcement.Solve(grid, FeederHours.Snapshot(grid), [Parallel(2, 0.1, 5, 100e3), Parallel(0, 0.1, 5, 200e3)], Case(grid), TestContext.Current.CancellationToken);

        Assert.Equal((ReinforcementStatus.Cheapest, 2), (solution.Status, Assert.Single(solution.Measures).Measure.Site));
    }

    /// <summary>35 kV: +6 % in one hour and −6 % in another are each within 10 % and together are not; a capacitor lifts the low hour by x Q = 0.02 and the high one too, a conductor of a tenth draws both in.</summary>
    [Fact]
    public void The_sum_of_deviations_is_kept()
    {
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 35 1 1.1 0.9; 2 1 6 0 0 0 1 1 0 35 1 1.1 0.9", "1 0 0 99 -99 1 100 1 99 -99", "1 2 1 0 0 0 0 0 0 0 1 -360 360"));
        var hours = FeederHours.Of(Hours([6, -6.5]));

        var solution = FeederReinforcement.Solve(grid, hours, [New(MeasureKind.Capacitor, 1, 1e3) with { Mvar = 1 }, Conductor(0, 0.1, 99, 50e3)], null, TestContext.Current.CancellationToken);

        Assert.Equal((0, MeasureKind.LargerConductor), (solution.Before.Hours, Assert.Single(solution.Measures).Measure.Kind));
        Assert.InRange(solution.Before.SpreadPu, 0.01, 0.04);
    }

    /// <summary>PV beside a load: the load of 2 MW grows to 4, the PV of 3 MW stays, so that −(−4 + 3) = 1 MW is taken; reactive load by the ratio of the case.</summary>
    [Fact]
    public void Loads_grow_beside_generation_that_stays()
    {
        var grid = Chain([2], rating: 0) is var chain ? chain with { Buses = chain.Buses with { LoadMvar = [0, 1] } } : null!;
        var hours = FeederHours.Of(new HourlyInjections(1, [0, 1], [0, -1])) with { LoadMw = [0, 2] };

        var grown = FeederReinforcement.Grown(grid, hours, new ReinforcementOptions { Growth = 1 }, 1);

        Assert.Equal([0, -1], grown.Injections.ActiveMw);
        Assert.Equal([0, -2], grown.Injections.ReactiveMvar);
        Assert.Equal([0, 4], grown.LoadMw);
    }

    [Fact]
    public void A_daily_shift_gives_what_it_took_and_levels_the_day()
    {
        double[] day = [.. Enumerable.Range(0, 24).Select(h => 3 + 2 * Math.Sin(h / 4.0))];

        var schedule = DailyShift.Schedule(day, [.. day.Select(_ => 1.0)], mw: 1, mwh: 3, efficiency: 0.8);

        double given = schedule.Where(p => p > 0).Sum(), taken = -schedule.Where(p => p < 0).Sum();
        Assert.Equal(3, given, 1e-9);
        Assert.Equal(given / 0.8, taken, 1e-9);
        Assert.True(day.Zip(schedule, (a, b) => a - b).Max() < day.Max() && day.Zip(schedule, (a, b) => a - b).Min() >= day.Min());
        Assert.All(schedule, p => Assert.InRange(Math.Abs(p), 0, 1));
    }

    /// <summary>The storage of a random feeder with each of its schedules: branch b − 1 of the tree leads to bus b.</summary>
    static Measure[] Scheduled(PowerGrid grid, FeederHours hours, Measure[] measures)
    {
        var full = new ReinforcedFeeder(grid, hours, measures, (FeederLimits.Of(grid, LimitChoice.Case), 1)).Check(new bool[measures.Length]).Excess.Branches;
        var way = new List<int>();
        for (var bus = 3; bus > 0; bus = grid.Branches.From[bus - 1])
        {
            way.Add(bus - 1);
        }

        return [.. measures.SelectMany(m => m.Kind == MeasureKind.Storage ? way.Where(full.Contains).Prepend(-1).Select(k => m with { LevelledBranch = k }) : [m])];
    }

    static double BruteForce(PowerGrid grid, FeederHours hours, Measure[] measures)
    {
        var (feeder, cheapest) = (new ReinforcedFeeder(grid, hours, measures, (FeederLimits.Of(grid, LimitChoice.Case), 1)), double.PositiveInfinity);
        for (var set = 0; set < 1 << measures.Length; set++)
        {
            bool[] isBuilt = [.. Enumerable.Range(0, measures.Length).Select(m => (set >> m & 1) == 1)];
            Measure[] built = [.. measures.Where((_, m) => isBuilt[m])];
            var cost = built.Sum(m => m.AnnualYuan(0.06));
            var isPossible = built.Where(m => m.IsConductor).GroupBy(m => m.Site).All(g => g.Count() == 1) && built.Where(m => m.Kind == MeasureKind.Regulator).GroupBy(m => m.Site).All(g => g.Count() == 1)
                && built.Count(m => m.Kind == MeasureKind.Storage) <= 1;
            if (isPossible && cost < cheapest && feeder.Check(isBuilt).Excess.IsNone)
            {
                cheapest = cost;
            }
        }

        return cheapest;
    }

    /// <summary>Five buses behind a slack, loads with a daily shape, sun at the last; eight measures at random costs.</summary>
    static (PowerGrid Grid, FeederHours Hours, Measure[] Measures) Random(Random random, double load)
    {
        double[] loads = [.. Enumerable.Range(0, 5).Select(_ => 0.5 + 1.5 * random.NextDouble())];
        var grid = Tree([.. Enumerable.Range(1, 5).Select(b => random.Next(0, b))], [.. loads.Select(_ => 0.2 + 0.4 * random.NextDouble())], rating: 3 + 3 * random.NextDouble());
        var sun = 3 * random.NextDouble();
        double[] active = [.. Enumerable.Range(0, 6).SelectMany(b => Enumerable.Range(0, 24).Select(h => b == 0 ? 0
            : -loads[b - 1] * (0.7 + 0.3 * Math.Sin(h / 3.8)) * load + (b == 5 ? sun * Math.Max(0, Math.Sin((h - 6) * Math.PI / 12)) : 0)))];
        double[] reactive = [.. Enumerable.Range(0, 6).SelectMany(b => Enumerable.Range(0, 24).Select(h => b == 0 ? 0 : -0.5 * loads[b - 1] * (0.7 + 0.3 * Math.Sin(h / 3.8))))];
        double Cost() => Math.Round(1e4 * (1 + 9 * random.NextDouble()));
        double R(int k) => grid.Branches.ResistancePu[k];
        return (grid, FeederHours.Of(new HourlyInjections(24, active, reactive)),
        [
            Parallel(0, R(0), grid.Branches.RatingMva[0], Cost()), Conductor(0, R(0) / 2, 9, Cost()), Conductor(1, R(1) / 3, 8, Cost()), Parallel(2, R(2), grid.Branches.RatingMva[2], Cost()),
            New(MeasureKind.Regulator, 0, Cost()) with { Ratio = 0.97 }, New(MeasureKind.Capacitor, 4, Cost()) with { Mvar = 1.5 },
            New(MeasureKind.Storage, 3, Cost()) with { Mw = 1, Mwh = 4, Efficiency = 0.9 }, New(MeasureKind.SmartInverter, 5, Cost()) with { ReactiveShare = 0.4 },
        ]);
    }

    static ReinforcementSolution Solve(PowerGrid grid, double[] load, Measure[] measures) =>
        FeederReinforcement.Solve(grid, FeederHours.Of(Hours(load, grid.Buses.LoadMvar[1] / grid.Buses.LoadMw[1])), measures, Case(grid), TestContext.Current.CancellationToken);

    static ReinforcementOptions Case(PowerGrid grid) => new() { Limits = FeederLimits.Of(grid, LimitChoice.Case) };

    static HourlyInjections Hours(double[] load, double ratio = 0) =>
        new(load.Length, [.. new double[load.Length], .. load.Select(p => -p)], [.. new double[load.Length], .. load.Select(p => -p * ratio)]);

    static Measure New(MeasureKind kind, int site, double cost) => new() { Name = kind.ToString(), Kind = kind, Site = site, CostYuan = cost, LifetimeYears = 30 };

    static Measure Conductor(int branch, double r, double rating, double cost) => New(MeasureKind.LargerConductor, branch, cost) with { ResistancePu = r, ReactancePu = r, RatingMva = rating };

    static Measure Parallel(int branch, double r, double rating, double cost) => New(MeasureKind.ParallelLine, branch, cost) with { ResistancePu = r, ReactancePu = r, RatingMva = rating };

    static PowerGrid Chain(double[] loads, double rating, double r = 0.1)
    {
        var grid = Tree([.. Enumerable.Range(0, loads.Length)], [.. loads.Select(_ => r)], rating);
        return grid with { Buses = grid.Buses with { LoadMw = [0, .. loads], MinVoltagePu = [.. grid.Buses.MinVoltagePu.Select(_ => 0.9)] } };
    }

    static PowerGrid Tree(int[] parent, double[] r, double rating) => GridTexts.Grid(GridTexts.Case(
        "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; " + string.Join("; ", parent.Select((_, b) => $"{b + 2} 1 0 0 0 0 1 1 0 10 1 1.07 0.95")), "1 0 0 99 -99 1 100 1 99 -99",
        string.Join("; ", parent.Select((p, b) => string.Create(CultureInfo.InvariantCulture, $"{p + 1} {b + 2} {r[b]:R} {r[b]:R} 0 {rating:R} 0 0 0 0 1 -360 360")))));
}
