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

    static ReinforcementSolution Solve(Measure[] measures) => FeederReinforcement.Solve(Cut, FeederHours.Snapshot(Cut), measures, cancellation: TestContext.Current.CancellationToken);

    static Measure Tie(int branch, double yuan) => new() { Name = $"tie{branch}", Kind = MeasureKind.CloseTie, Site = branch, CostYuan = yuan, LifetimeYears = 10 };
}
