using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation;

public class SolverTests
{
    static readonly SolverOptions Simplex = new() { Method = SolverMethod.Simplex };

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SolverMethod> Methods => new(SolverMethod.Choose, SolverMethod.Simplex, SolverMethod.InteriorPoint);

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_small_network_costs_what_the_hand_finds(SolverMethod method)
    {
        var model = LinearModelTests.TwoBusesTwoHours();

        var solution = Solver.Solve(model, new SolverOptions { Method = method }, null, Token);

        // Load 60 and 80 at b. Coal costs 150 per MW (80 − f2 decides with 60 − f1) and 40 per MWh; wind 100 per MW with
        // availability 1 and 1/4. One MW of wind gives 1 MWh in hour 0 and 1/4 in hour 1: it saves 40 · 1.25 = 50 in fuel
        // and 150/4 = 37.5 in coal capacity, together 87.5 < 100: nothing is built as long as hour 1 decides on coal.
        // So coal 80 MW: 150 · 80 + 40 · 140 = 17 600.
        Assert.Equal(SolverStatus.Optimal, solution.Status);
        Assert.Equal(17_600, solution.Objective, 1e-5);
        Assert.Equal([0.0, 80], solution.Values(model.VariableBlocks[0]).Select(v => Math.Round(v, 6) + 0.0));
    }

    [Fact]
    public void Duals_are_the_change_of_cost_with_the_right_hand_side()
    {
        // min 2x + 3y, x + y ≥ 4, x ≤ 3 as a row, y ≤ 10: x = 3, y = 1, cost 9.
        // One unit more demand costs 3 (y); one unit more of x saves 1, so the dual of x ≤ 3 is −1.
        var model = new LinearModel("duals");
        var x = model.Variables("x", 2, 1, 0, 10);
        var demand = model.Subject("demand", 1, _ => x[0] + x[1] >= 4);
        var limit = model.Subject("limit", 1, _ => x[0] <= 3);
        model.Minimise("cost", () => 2 * x[0] + 3 * x[1] + 100);

        var solution = Solver.Solve(model, Simplex, null, Token);

        Assert.Equal(109, solution.Objective, 1e-9);
        Assert.Equal([3.0], solution.Duals(demand));
        Assert.Equal([-1.0], solution.Duals(limit));
        Assert.Equal([3.0], solution.Activities(limit));
        Assert.Equal([0.0, 0.0], solution.Reduced(x));
        Assert.True(solution.HasBasis && solution.HasPoint && solution.HasDuals);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Contradicting_rows_are_infeasible(SolverMethod method)
    {
        var model = new LinearModel("infeasible");
        var x = model.Variables("x", 2, 1, 0, 10);
        model.Subject("above", 1, _ => x[0] + x[1] >= 4);
        model.Subject("below", 1, _ => x[0] + x[1] <= 3);
        model.Minimise("cost", () => x[0]);

        var solution = Solver.Solve(model, new SolverOptions { Method = method }, null, Token);

        Assert.Equal(SolverStatus.Infeasible, solution.Status);
        Assert.False(solution.HasPoint);
        Assert.Equal("无可行解：各项约束互相矛盾", solution.Words.Zh);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_cost_without_floor_is_unbounded(SolverMethod method)
    {
        var model = new LinearModel("unbounded");
        var x = model.Variables("x", 2, 1, 0, double.PositiveInfinity);
        model.Subject("row", 1, _ => x[0] - x[1] <= 1);
        model.Minimise("cost", () => -1 * x[0] - x[1]);

        var solution = Solver.Solve(model, new SolverOptions { Method = method }, null, Token);

        Assert.Equal(SolverStatus.Unbounded, solution.Status);
    }

    [Fact]
    public void Crossed_bounds_are_infeasible()
    {
        var model = new LinearModel("crossed");
        var x = model.Variables("x", 1, 1, 2, 1);
        model.Minimise("cost", () => x[0]);

        Assert.Equal(SolverStatus.Infeasible, Solver.Solve(model, Simplex, null, Token).Status);
    }

    [Fact]
    public void An_empty_row_that_excludes_zero_is_infeasible()
    {
        var model = new LinearModel("empty row");
        var x = model.Variables("x", 1, 1, 0, 1);
        model.Subject("row", 1, _ => 0 * x[0] >= 1);

        Assert.Equal(SolverStatus.Infeasible, Solver.Solve(model, Simplex, null, Token).Status);
    }

    [Fact]
    public void A_model_without_rows_takes_its_bounds()
    {
        var model = new LinearModel("boxes");
        var x = model.Variables("x", 2, 1, -1, 5);
        model.Minimise("cost", () => 2 * x[0] - x[1] + 1);

        var solution = Solver.Solve(model, Simplex, null, Token);

        Assert.Equal((SolverStatus.Optimal, -6.0), (solution.Status, solution.Objective)); // 2 · (−1) − 5 + 1
    }

    [Fact]
    public void A_degenerate_vertex_is_still_optimal()
    {
        // Three rows meet at (1, 1) in the plane: x ≤ 1, y ≤ 1, x + y ≤ 2. max x + y = 2.
        var model = new LinearModel("degenerate");
        var x = model.Variables("x", 2, 1, 0, double.PositiveInfinity);
        model.Subject("single", 2, i => x[i] <= 1);
        model.Subject("both", 1, _ => x[0] + x[1] <= 2);
        model.Minimise("cost", () => -1 * x[0] - x[1]);

        var solution = Solver.Solve(model, Simplex, null, Token);

        Assert.Equal(-2, solution.Objective, 1e-12);
        Assert.True(Certificate.Of(model, solution).IsOptimal);
    }

    [Fact]
    public void Whole_numbers_are_kept_whole()
    {
        // max 5x + 4y, 6x + 4y ≤ 24, x + 2y ≤ 6: relaxed (3, 1.5) with 21, whole (4, 0) with 20.
        var model = new LinearModel("integers");
        var x = model.Variables("x", 2, 1, 0, 10).AsIntegers();
        model.Subject("row", 2, i => i == 0 ? 6 * x[0] + 4 * x[1] <= 24 : x[0] + 2 * x[1] <= 6);
        model.Minimise("cost", () => -5 * x[0] - 4 * x[1]);

        var solution = Solver.Solve(model, new SolverOptions(), null, Token);

        Assert.Equal(-20, solution.Objective, 1e-9);
    }

    [Fact]
    public void A_basis_saves_all_iterations_of_the_same_problem()
    {
        var model = Dispatch(hours: 200);
        var cold = Solver.Solve(model, Simplex, null, Token);

        var warm = Solver.Solve(model, Simplex with { Start = cold.Basis }, null, Token);

        Assert.True(cold.Iterations > 0);
        Assert.Equal(0, warm.Iterations);
        Assert.Equal(cold.Objective, warm.Objective, 1e-9 * Math.Abs(cold.Objective));
    }

    [Fact]
    public void A_basis_of_another_shape_is_refused()
    {
        var basis = Solver.Solve(Dispatch(hours: 3), Simplex, null, Token).Basis;

        Assert.Throws<ArgumentException>(() => Solver.Solve(Dispatch(hours: 4), Simplex with { Start = basis }, null, Token));
    }

    [Fact]
    public void The_thread_count_changes_nothing()
    {
        var model = Dispatch(hours: 200);

        var one = Solver.Solve(model, Simplex, null, Token);
        var two = Solver.Solve(model, Simplex with { Threads = 2 }, null, Token);

        Assert.Equal(one.Columns, two.Columns);
        Assert.Equal(one.RowDuals, two.RowDuals);
    }

    [Fact]
    public void Seconds_are_those_of_the_clock_given()
    {
        var solution = Solver.Solve(Dispatch(hours: 3), Simplex with { Clock = new StandingClock() }, null, Token);

        Assert.Equal(0, solution.Seconds);
    }

    [Fact]
    public void Options_tell_all_their_problems_at_once()
    {
        var options = new SolverOptions
        {
            Method = (SolverMethod)9,
            Crossover = (Switch)7,
            TimeLimit = TimeSpan.Zero,
            Threads = 0,
            PrimalTolerance = 1,
            DualTolerance = double.NaN,
            OptimalityTolerance = 0,
            IntegerGap = -1,
            RandomSeed = -1,
        };

        var problems = options.Problems();

        Assert.Equal(9, problems.Count);
        Assert.Contains("求解器选项 threads 的取值 0 不合要求，应为 1 … 1024", problems.Select(p => p.Zh));
        Assert.Empty(new SolverOptions().Problems());
        Assert.Throws<ArgumentException>(() => Solver.Solve(Dispatch(hours: 1), options, null, Token));
    }

    /// <summary>Three generators with ramp-free cost, a storage, and a load that swings; capacities are chosen.</summary>
    internal static LinearModel Dispatch(int hours)
    {
        var model = new LinearModel("dispatch");
        double[] capital = [90, 60, 20], energy = [0, 0, 90];
        double Availability(int g, int t) => g switch
        {
            0 => 0.5 + 0.5 * Math.Sin(0.7 * t + Math.Sin(t)),
            1 => Math.Max(0, Math.Sin(2 * Math.PI * t / 24)),
            _ => 1,
        };
        var size = model.Variables("capacity", Members.Annual(4), 0, 1e4);
        var power = model.Variables("power", 3, hours, 0, double.PositiveInfinity);
        var level = model.Variables("level", 1, hours, 0, double.PositiveInfinity);
        var charge = model.Variables("charge", 1, hours, -50, 50);
        model.Subject("limit", 3, hours, (g, t) => power[g, t] <= Availability(g, t) * size[g]);
        model.Subject("level_limit", 1, hours, (s, t) => level[s, t] <= size[3]);
        model.Subject("level_balance", 1, hours, (s, t) => level[s, t] == 0.99 * level[s, (t + hours - 1) % hours] + charge[s, t]);
        model.Subject("balance", 1, hours, (_, t) => Sum(3, g => power[g, t]) - charge[0, t] == 50 + 20 * Math.Cos(0.26 * t));
        model.Minimise("capital", 4, 1, (g, _) => hours * (g < 3 ? capital[g] : 2) / 24 * size[g]);
        model.Minimise("energy", 3, hours, (g, t) => (energy[g] + 0.01 * (t % 7)) * power[g, t]);
        return model;
    }

    sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
