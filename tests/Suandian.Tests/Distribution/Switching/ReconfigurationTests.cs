using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

public class ReconfigurationTests
{
    /// <summary>Losses in kW and lowest voltages of the five best of the 50 751 states of the 33 buses; shared/anchors: enumeration by another program, the first confirmed by MATPOWER.</summary>
    static readonly (double LossKw, double LowestPu, string Open)[] Known =
    [
        (139.5513, 0.93782, "7-8 9-10 14-15 25-29 32-33"), (139.9782, 0.94129, "7-8 9-10 14-15 28-29 32-33"), (140.2790, 0.93782, "7-8 10-11 14-15 25-29 32-33"),
        (140.7058, 0.94129, "7-8 10-11 14-15 28-29 32-33"), (141.2042, 0.93782, "7-8 11-12 14-15 25-29 32-33"),
    ];

    [Fact]
    public void The_five_best_states_of_the_33_buses_are_found_and_proved_among_50751()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());

        var solution = Solve(grid);

        Assert.Equal((ReconfigurationMethod.Enumeration, 50751.0, true), (solution.Method, solution.States, solution.IsProved));
        Assert.InRange(solution.Computed, 5, 5000); // a bound of the loss rules the others out
        Assert.Equal(Known.Select(k => k.Open), solution.Best.Select(state => Names(grid, state)));
        Assert.Equal(Known.Select(k => k.LossKw), solution.Best.Select(state => Math.Round(1e3 * state.LossMw, 4)));
        Assert.Equal(Known.Select(k => k.LowestPu), solution.Best.Select(state => Math.Round(state.LowestPu, 5)));
        Assert.Equal(139.551347, 1e3 * solution.Best[0].LossMw, 5e-7);
        Assert.Equal(AcFlow.Solve(grid, new FlowOptions { TolerancePu = 1e-12 }).TotalLossMw, solution.Given!.LossMw, 1e-10);
    }

    [Fact]
    public void Limits_of_voltage_rule_states_out()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        var strict = grid with { Buses = grid.Buses with { MinVoltagePu = [.. grid.Buses.MinVoltagePu.Select(_ => 0.94)] } };

        var (solution, none) = (Solve(strict), Solve(grid with { Buses = grid.Buses with { MinVoltagePu = [.. grid.Buses.MinVoltagePu.Select(_ => 0.99)] } }));

        Assert.Equal("7-8 9-10 14-15 28-29 32-33", Names(grid, solution.Best[0])); // the second state above, lowest voltage 0.94129
        Assert.Equal((0L, true, false, 1), (none.WithinLimits, none.IsProved, none.HasState, none.Best.Length));
    }

    /// <summary>A capacitor of 1 var makes the bound of the loss void, so that every state is computed; it changes losses by less than the last digit.</summary>
    [Fact]
    public void States_that_the_bound_rules_out_are_none_of_the_best()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        double[] shunts = [.. grid.Buses.ShuntMvar];
        shunts[5] = 1e-6;

        var (bounded, all) = (Solve(grid, new ReconfigurationOptions { Kept = 40 }), Solve(grid with { Buses = grid.Buses with { ShuntMvar = shunts } }, new ReconfigurationOptions { Kept = 40 }));

        Assert.Equal(50751L, all.Computed);
        Assert.Equal(all.Best.Select(state => Names(grid, state)), bounded.Best.Select(state => Names(grid, state)));
    }

    [Fact]
    public void A_rating_rules_the_best_state_out()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        var free = Solve(grid);
        var branch = Find(grid, 19, 20); // feeds the loads behind the ties of 21-8 and 12-22 in the best state
        var flow = AcFlow.Solve(Reconfiguration.Switched(grid, free.Best[0]));
        var ratings = (double[])grid.Branches.RatingMva.Clone();
        ratings[branch] = 0.99 * flow.LoadingMva(branch);

        var solution = Solve(grid with { Branches = grid.Branches with { RatingMva = ratings } });

        Assert.NotEqual(free.Best[0].Open, solution.Best[0].Open);
        var switched = AcFlow.Solve(Reconfiguration.Switched(grid, solution.Best[0]));
        Assert.True(switched.LoadingMva(branch) <= ratings[branch]);
        Assert.Equal(switched.TotalLossMw, solution.Best[0].LossMw, 1e-8);
    }

    [Fact]
    public void Branches_that_may_not_be_switched_stay_as_they_are()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());
        var canSwitch = new bool[grid.Branches.Count];
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(7, 8), (8, 9), (21, 8), (9, 15), (14, 15)])
        {
            canSwitch[Find(grid, from, to)] = true;
        }

        var solution = Solve(grid, new ReconfigurationOptions { CanSwitch = canSwitch });

        // 12-22, 18-33 and 25-29 stay open. Loops: 2-…-7-8-21 (closed by 21-8) with switches 7-8, 21-8; 9-…-14-15 (closed by 9-15) with switches
        // 14-15, 9-15; 8-9 is in neither and must stay closed: 2 · 2 states
        Assert.Equal(4, solution.States);
        Assert.All(solution.Best, state => Assert.All(state.Open, k => Assert.True(canSwitch[k] || !grid.Branches.InService[k])));
        Assert.True(solution.Best[0].LossMw <= solution.Given!.LossMw);
    }

    [Fact]
    public void Two_slacks_share_a_forest_and_the_branch_between_them_stays_open()
    {
        // 1 - 3 - 4 - 2, slacks 1 and 2 and a branch 1 - 2: three states, one of 1-3, 3-4, 4-2 open. Equal lines, load at 3 only:
        // opening 3-4 feeds 3 over one line, as does opening 4-2; opening 1-3 over two.
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 10 1 1.1 0.9; 4 1 0 0 0 0 1 1 0 10 1 1.1 0.9",
            "1 0 0 9 -9 1 100 1 9 0; 2 0 0 9 -9 1 100 1 9 0", "1 3 0.5 0.5 0 0 0 0 0 0 1 -360 360; 3 4 0.5 0.5 0 0 0 0 0 0 1 -360 360; 4 2 0.5 0.5 0 0 0 0 0 0 0 -360 360; 1 2 0.1 0.1 0 0 0 0 0 0 0 -360 360"));

        var solution = Solve(grid);

        Assert.Equal((3, 3), (solution.States, solution.Best.Length));
        Assert.All(solution.Best, state => Assert.Contains(3, state.Open));
        Assert.Equal(AcFlow.Solve(Reconfiguration.Switched(grid, solution.Best[0])).TotalLossMw, solution.Best[0].LossMw, 1e-8);
        Assert.Equal([0, 3], solution.Best[2].Open);
    }

    [Fact]
    public void Search_finds_the_optimum_of_the_33_buses_and_the_bound_comes_close()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());

        var solution = Solve(grid, new ReconfigurationOptions { EnumerationLimit = 0, BoundTime = TimeSpan.FromSeconds(3) });

        Assert.Equal(ReconfigurationMethod.Search, solution.Method);
        Assert.Equal(Known[0].Open, Names(grid, solution.Best[0]));
        Assert.True(solution.LossAtLeastMw <= 0.139551347 + 1e-9, $"{solution.LossAtLeastMw}");
        Assert.True(solution.Gap < 0.5, $"gap {solution.Gap}");
        Assert.Equal(solution.Gap <= new ReconfigurationOptions().ProvedGap, solution.IsProved);
    }

    [Fact]
    public void All_that_stands_against_a_choice_is_told()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var faults = Reconfiguration.Faults(grid, new ReconfigurationOptions { CanSwitch = new bool[grid.Branches.Count] });

        Assert.Equal(2, faults.Count(f => f.Kind == ReconfigurationFaultKind.HeldVoltage));
        Assert.Single(faults, f => f.Kind == ReconfigurationFaultKind.FixedLoop);
        Assert.Throws<ArgumentException>(() => Solve(grid));
    }

    static ReconfigurationSolution Solve(PowerGrid grid, ReconfigurationOptions? options = null) => Reconfiguration.Solve(grid, options, TestContext.Current.CancellationToken);

    static int Find(PowerGrid grid, int from, int to) => Enumerable.Range(0, grid.Branches.Count).Single(k => (Number(grid, grid.Branches.From[k]), Number(grid, grid.Branches.To[k])) == (from, to));

    static int Number(PowerGrid grid, int bus) => grid.Buses.Number[bus];

    static string Names(PowerGrid grid, SwitchState state) => string.Join(' ', state.Open.Select(k => (A: Number(grid, grid.Branches.From[k]), B: Number(grid, grid.Branches.To[k]))).OrderBy(e => e).Select(e => $"{e.A}-{e.B}"));
}
