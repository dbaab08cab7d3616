using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

public class DarkReinforcementTests
{
    /// <summary>A chain whose bus 3 is cut off: both branches to it are open.</summary>
    static readonly PowerGrid Cut = FeederGrids.Chain(tieMva: 5) is var chain ? chain with { Branches = chain.Branches with { InService = [true, false, false] } } : null!;

    [Fact]
    public void The_cheapest_way_to_supply_a_dark_bus_is_built_where_the_catalogue_has_one()
    {
        var solution = Solve([Tie(1, 200), Tie(2, 100)]);

        Assert.Equal((ReinforcementStatus.Cheapest, ReinforcementProof.Enumeration), (solution.Status, solution.Proof));
        Assert.Equal(2, Assert.Single(solution.Measures).Measure.Site);
        Assert.Equal([2], solution.Before.Dark);
        Assert.Equal((0, false), (solution.After.Dark.Length, solution.Unsupplied.IsAny));
    }

    [Fact]
    public void A_bus_that_no_measure_reaches_stays_dark_and_is_told_beside_what_the_others_need()
    {
        var parallel = new Measure { Name = "line", Kind = MeasureKind.ParallelLine, Site = 0, CostYuan = 100, LifetimeYears = 10, ResistancePu = 0.1, ReactancePu = 0.1, RatingMva = 5 };

        var solution = Solve([parallel]);

        Assert.Equal(ReinforcementStatus.NothingNeeded, solution.Status);
        Assert.Equal((2, 1.0), (Assert.Single(solution.Unsupplied.Buses), solution.Unsupplied.PeakMw)); // 1 MW at bus 3
    }

    [Fact]
    public void Proofs_speak_of_a_fixed_schedule_where_the_catalogue_has_one()
    {
        var storage = new Measure { Name = "battery", Kind = MeasureKind.Storage, Site = 1, CostYuan = 100, LifetimeYears = 10, Mw = 1, Mwh = 2, Efficiency = 0.9 };

        Assert.Equal((true, false), (Solve([Tie(2, 100), storage]).HasFixedSchedule, Solve([Tie(2, 100)]).HasFixedSchedule));
    }

    /// <summary>
    /// 1.2 MW in the evening at a dark bus behind a tie of 1.15 MVA: the tie and a battery of 0.5 MW at the bus suffice, wherever the slack stands in the file.
    /// 0.9 MW at bus 3 and 0.5 MW at the dark bus behind it are more than the 1.35 MVA of the branch to bus 3, once the tie is closed: a battery at bus 3 has to level that branch, as the feeder peaks at noon.
    /// </summary>
    [Theory]
    [InlineData(true, 1.0, 20, 2.0, 1.15, 1.2, 0.5, 4)]
    [InlineData(false, 1.0, 20, 2.0, 1.15, 1.2, 0.5, 4)]
    [InlineData(true, 3.5, 12, 1.35, 1.0, 0.5, 0.9, 3)]
    [InlineData(false, 3.5, 12, 1.35, 1.0, 0.5, 0.9, 3)]
    public void Storage_levels_what_a_tie_brings(bool isSlackFirst, double first, int peak, double rating, double tie, double dark, double middle, int site)
    {
        string[] rows = ["1 3 0 0 0 0 1 1 0 10 1 1.1 0.9", "2 1 1 0 0 0 1 1 0 10 1 1.1 0.9", "3 1 1 0 0 0 1 1 0 10 1 1.1 0.9", "4 1 1 0 0 0 1 1 0 10 1 1.1 0.9"];
        var whole = GridTexts.Grid(GridTexts.Case(string.Join("; ", isSlackFirst ? rows : [.. rows[1..], rows[0]]), "1 0 0 99 -99 1 100 1 99 -99",
            FormattableString.Invariant($"1 2 .001 .001 0 5 0 0 0 0 1 -360 360; 2 3 .001 .001 0 {rating} 0 0 0 0 1 -360 360; 3 4 .001 .001 0 {tie} 0 0 0 0 1 -360 360")));
        var grid = whole with { Branches = whole.Branches with { InService = [true, true, false] } };
        double Load(int number, int hour) => number switch { 2 => first * (hour == peak ? 1 : 0.3), 3 => middle * (hour == 20 ? 1 : 0.4), 4 => dark * (hour == 20 ? 1 : 0.4), _ => 0 };
        double[] active = [.. grid.Buses.Number.SelectMany(n => Enumerable.Range(0, 24).Select(h => -Load(n, h)))];
        var battery = new Measure { Name = "battery", Kind = MeasureKind.Storage, Site = Array.IndexOf(grid.Buses.Number, site), CostYuan = 1000, LifetimeYears = 10, Mw = 0.5, Mwh = 1, Efficiency = 0.9 };

        var solution = FeederReinforcement.Solve(grid, FeederHours.Of(new HourlyInjections(24, active, new double[active.Length])), [Tie(2, 100), battery], new ReinforcementOptions { Limits = FeederLimits.Of(grid, LimitChoice.Case) }, TestContext.Current.CancellationToken);

        Assert.Equal((ReinforcementStatus.Cheapest, 2), (solution.Status, solution.Measures.Length));
        Assert.True(solution.After.IsNone);
    }

    /// <summary>More branches than buses: the place of a measure at a branch is no bus.</summary>
    [Fact]
    public void Storage_stands_beside_a_measure_at_the_last_of_many_branches()
    {
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 2 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 99 -99 1 100 1 99 -99",
            "1 2 .001 .001 0 9 0 0 0 0 1 -360 360; 2 3 .001 .001 0 1.9 0 0 0 0 1 -360 360; 1 3 .001 .001 0 9 0 0 0 0 0 -360 360; 1 3 .001 .001 0 9 0 0 0 0 0 -360 360"));
        var battery = new Measure { Name = "battery", Kind = MeasureKind.Storage, Site = 2, CostYuan = 1000, LifetimeYears = 10, Mw = 0.1, Mwh = 0.1, Efficiency = 0.9 };

        var solution = FeederReinforcement.Solve(grid, FeederHours.Snapshot(grid), [battery, Tie(3, 100)], cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("tie3", Assert.Single(solution.Measures).Measure.Name);
    }

    static ReinforcementSolution Solve(Measure[] measures) => FeederReinforcement.Solve(Cut, FeederHours.Snapshot(Cut), measures, cancellation: TestContext.Current.CancellationToken);

    static Measure Tie(int branch, double yuan) => new() { Name = $"tie{branch}", Kind = MeasureKind.CloseTie, Site = branch, CostYuan = yuan, LifetimeYears = 10 };
}
