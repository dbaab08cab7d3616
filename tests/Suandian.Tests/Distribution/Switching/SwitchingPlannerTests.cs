using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

public class SwitchingPlannerTests
{
    /// <summary>
    /// Slacks 1 and 2 at the ends of 1 - 3 - 4 - 2; in the first half of the hours the load lies at 3, in the second at 4, and slack 2 is far from both
    /// (r = 0.2 against 0.1). Open 3-4 is best always: each load on its own slack over one line.
    /// </summary>
    [Fact]
    public void A_state_that_is_best_in_every_period_needs_no_change()
    {
        var solution = Solve(Ring(0.1, 0.1, 0.1), [1, 1, 0, 0], [0, 0, 1, 1], periods: 2);

        Assert.All(solution.Plans, plan => Assert.Equal(0, plan.Changes));
        Assert.Equal("2", string.Join(' ', solution.Candidates[solution.Plans[0].State[0]].Open.Select(k => k + 1)));
    }

    /// <summary>
    /// One slack, ring 1 - 3 - 4 - 1: load at 3 is fed best over 1-3 with any other line open, load at 4 over 4-1. States: open 1-3 (loss of a load at 3
    /// over two lines), open 3-4 (best always). Where 3-4 may not be opened one change pays: open 4-1 while the load is at 3, 1-3 while at 4.
    /// </summary>
    [Fact]
    public void One_change_saves_what_two_exact_years_say()
    {
        var grid = Ring(0.1, 0.1, 0.1, isOneSlack: true);

        var solution = Solve(grid, [1, 1, 0, 0], [0, 0, 1, 1], periods: 2, canSwitch: [true, false, true]);

        var best = solution.Plans[1];
        Assert.Equal((0, 1, 2), (solution.Plans[0].Changes, best.Changes, best.Operations));
        Assert.Equal([[2], [0]], best.State.Select(s => solution.Candidates[s].Open));

        // without change half of the hours flow over two lines in place of one
        var one = AcFlow.Solve(Loaded(grid, open: 2, at: 2)).TotalLossMw;
        var two = AcFlow.Solve(Loaded(grid, open: 2, at: 3)).TotalLossMw;
        Assert.Equal(4 * one, best.LossMwh, 1e-7);
        Assert.Equal(2 * one + 2 * two, solution.Plans[0].LossMwh, 1e-7);
    }

    [Fact]
    public void Periods_in_which_a_state_breaks_a_limit_are_closed_to_it()
    {
        var grid = Ring(0.1, 0.1, 0.1, isOneSlack: true);
        var weak = AcFlow.Solve(Loaded(grid, open: 2, at: 3)).VoltagePu[3];
        var strict = grid with { Buses = grid.Buses with { MinVoltagePu = [0.9, 0.9, 0.9, weak + 1e-4] } };

        var solution = Solve(strict, [1, 1, 0, 0], [0, 0, 1, 1], periods: 2, canSwitch: [true, false, true]);

        // open 4-1 is out in the second period, so that without change open 1-3 is left
        Assert.Equal([0], solution.Candidates[solution.Plans[0].State[0]].Open);
        Assert.Contains(solution.HoursOutside, hours => hours == 2);
    }

    [Fact]
    public void More_changes_never_lose_more()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        var hours = Enumerable.Range(0, 48).Select(h => 0.6 + 0.5 * Math.Sin(h / 5.0)).ToArray();
        double[] Shaped(double[] loads) => [.. loads.SelectMany((load, b) => hours.Select((f, h) => -load * (b % 2 == h / 24 ? 0.3 : 1) * f))];

        var solution = SwitchingPlanner.Solve(grid, new HourlyInjections(48, Shaped(grid.Buses.LoadMw), Shaped(grid.Buses.LoadMvar)),
            new SwitchingPlanOptions { PeriodStart = [0, 12, 24, 36], MostChanges = 3 }, TestContext.Current.CancellationToken);

        Assert.True(solution.Plans.Zip(solution.Plans[1..]).All(pair => pair.Second.LossMwh <= pair.First.LossMwh));
        Assert.Equal(Enumerable.Range(0, solution.Candidates.Length).Where(c => solution.HoursOutside.AsSpan(4 * c, 4).ToArray().Sum() == 0)
            .Min(c => solution.LossMwh.AsSpan(4 * c, 4).ToArray().Sum()), solution.Plans[0].LossMwh, 1e-12);
        Assert.True(solution.Plans[0].LossMwh <= solution.LossMwh.AsSpan(4 * solution.Given, 4).ToArray().Sum());
    }

    static SwitchingPlanSolution Solve(PowerGrid grid, double[] at3, double[] at4, int periods, bool[]? canSwitch = null)
    {
        var injections = new double[4 * at3.Length];
        for (var h = 0; h < at3.Length; h++)
        {
            (injections[2 * at3.Length + h], injections[3 * at3.Length + h]) = (-at3[h], -at4[h]);
        }

        return SwitchingPlanner.Solve(grid, new HourlyInjections(at3.Length, injections, new double[injections.Length]), new SwitchingPlanOptions
        {
            PeriodStart = [.. Enumerable.Range(0, periods).Select(p => p * at3.Length / periods)],
            Search = new ReconfigurationOptions { Kept = 3, CanSwitch = canSwitch },
        }, TestContext.Current.CancellationToken);
    }

    static PowerGrid Loaded(PowerGrid grid, int open, int at) => grid with
    {
        Buses = grid.Buses with { LoadMw = [.. Enumerable.Range(0, 4).Select(b => b == at ? 1.0 : 0)] },
        Branches = grid.Branches with { InService = [.. Enumerable.Range(0, 3).Select(k => k != open)] },
    };

    /// <summary>Lines 1-3, 3-4, 4-2 (or 4-1), of which the second is open.</summary>
    static PowerGrid Ring(double a, double b, double c, bool isOneSlack = false) => GridTexts.Grid(GridTexts.Case(
        $"1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 {(isOneSlack ? 4 : 3)} 0 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 0 0 0 0 1 1 0 10 1 1.1 0.9; 4 1 0 0 0 0 1 1 0 10 1 1.1 0.9",
        "1 0 0 9 -9 1 100 1 9 0" + (isOneSlack ? "" : "; 2 0 0 9 -9 1 100 1 9 0"),
        FormattableString.Invariant($"1 3 {a} {a} 0 0 0 0 0 0 1 -360 360; 3 4 {b} {b} 0 0 0 0 0 0 {(isOneSlack ? 1 : 0)} -360 360; 4 {(isOneSlack ? 1 : 2)} {c} {c} 0 0 0 0 0 0 {(isOneSlack ? 0 : 1)} -360 360")));
}
