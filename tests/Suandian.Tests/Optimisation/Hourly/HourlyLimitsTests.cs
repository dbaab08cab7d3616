using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation.Hourly;

/// <summary>Limits of time, accuracy and cost, and limits that leave nothing.</summary>
public class HourlyLimitsTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void HiGHS_gets_the_time_that_is_left_and_the_seconds_of_both_are_told()
    {
        // The clock goes on by two seconds whenever it is read: refusing the model has used up the second that is allowed.
        var options = HourlyOracle.Hourly with { TimeLimit = TimeSpan.FromSeconds(1), Clock = new LeapingClock() };

        var solution = Solver.Solve(new SmallPlant(7).Model, options, null, Token);

        Assert.Equal((SolverStatus.TimeLimit, false), (solution.Status, solution.HasPoint));
        Assert.NotNull(solution.Remark);
        Assert.True(solution.Seconds >= 2);
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-9)]
    public void A_small_violation_is_kept_where_it_is_asked_for(double tolerance)
    {
        var plant = new SmallPlant(200);
        plant.AddStore(_ => 0.99);

        var solution = Solver.Solve(plant.Model, HourlyOracle.Hourly with { PrimalTolerance = tolerance }, null, Token);

        var certificate = Certificate.Of(plant.Model, solution);
        Assert.Equal((SolverStatus.Optimal, null), (solution.Status, solution.Remark));
        Assert.True(certificate.Row.Size <= tolerance && certificate.Bound.Size <= tolerance, $"{certificate.Row}, {certificate.Bound}");
    }

    [Fact]
    public void A_violation_that_round_off_forbids_is_not_claimed()
    {
        // Levels of 1e9 carry round-off of 1e-7 each: 1e-10 cannot be reached, so HiGHS is asked and the remark says so.
        var plant = new SmallPlant(48);
        var level = plant.Model.Variables("lake", 1, 48, 0.9e9, 1.1e9);
        plant.Model.Subject("lake_balance", 1, 48, (_, t) => level[0, t] == 0.9 * level[0, plant.Before(t)] + 1e8 + plant.Power[2, t] / 3);

        var solution = Solver.Solve(plant.Model, HourlyOracle.Hourly with { PrimalTolerance = 1e-10 }, null, Token);

        Assert.True(solution.Remark is not null || Certificate.Of(plant.Model, solution).Row.Size <= 1e-10, $"{solution.Status}");
    }

    [Fact]
    public void Progress_counts_the_cost_of_what_cannot_move()
    {
        // A hall for 1e6 that stands anyway and 3 MW that must run at 7 in each of 48 hours.
        var plant = new SmallPlant(48);
        var (hall, must) = (plant.Model.Variables("hall", Members.Annual(1), 1, 1), plant.Model.Variables("must", 1, 48, 3, 3));
        plant.Model.Minimise("rent", 1, 1, (_, _) => 1e6 * hall[0]);
        plant.Model.Minimise("must_cost", 1, 48, (_, t) => 7 * must[0, t]);
        var last = default(SolverProgress);

        var solution = Solver.Solve(plant.Model, HourlyOracle.Hourly, new Each(p => last = p), Token);

        Assert.Equal(HourlyOracle.Solve(new SmallPlant(48).Model).Objective + 1e6 + 48 * 3 * 7, solution.Objective, 1e-7 * solution.Objective);
        Assert.Equal(solution.Objective, last.Objective, 1e-7 * solution.Objective);
        Assert.Equal(solution.Objective, last.DualObjective, 1e-7 * solution.Objective);
    }

    [Fact]
    public void A_plan_without_exports_and_with_too_little_supply_is_proved_infeasible()
    {
        var plant = WithoutSupply();
        var export = plant.Model.Variables("export", 1, 48, 0, 25);
        plant.Model.Subject("exported", 1, 48, (_, t) => export[0, t] <= plant.Power[0, t]);
        plant.Model.Minimise("export_price", 1, 48, (_, t) => -20 * export[0, t]);
        plant.Model.Subject("no_export", 1, _ => Sum(48, t => export[0, t]) <= 0);

        var solution = HourlyOracle.Solve(plant.Model);

        Assert.Equal((SolverStatus.Infeasible, null), (solution.Status, solution.Remark));
        Assert.True(new Farkas(plant.Model).Proves(solution.RowDuals));
    }

    [Fact]
    public void A_problem_that_costs_more_than_is_wanted_ends_as_infeasible()
    {
        // 48 hours × 10 of load; 4 of it are served, 6 have to be stretched at 100 each: 48 × 6 × 100 = 28 800. Stretches have no end.
        var model = new LinearModel("stretched");
        var (power, stretch) = (model.Variables("power", 1, 48, 0, 4), model.Variables("stretch", 1, 48, 0, double.PositiveInfinity));
        model.Subject("balance", 1, 48, (_, t) => power[0, t] + stretch[0, t] == 10);
        model.Minimise("stretching", 1, 48, (_, t) => 100 * stretch[0, t]);

        var (dear, cheap) = (Limited(model, 100), Limited(model, 30_000));

        Assert.Equal((SolverStatus.Infeasible, null), (dear.Status, dear.Remark));
        Assert.Equal((SolverStatus.Optimal, null), (cheap.Status, cheap.Remark));
        Assert.Equal(28_800, cheap.Objective, 1e-7 * 28_800);
    }

    [Fact]
    public void Duals_prove_that_no_point_costs_as_little_as_the_limit()
    {
        // min x + 2y, x + y ≥ 4: the dual 1 proves 4, no more; x and y have no upper bound.
        var model = new LinearModel("cost");
        var x = model.Variables("x", Members.Annual(2), 0, double.PositiveInfinity);
        model.Subject("above", 1, _ => x[0] + x[1] >= 4);
        model.Minimise("cost", 1, 1, (_, _) => x[0] + 2 * x[1]);

        Assert.True(new Farkas(model, 3.9).Proves([1]));
        Assert.False(new Farkas(model, 4.1).Proves([1]));
        Assert.False(new Farkas(model).Proves([1]));
        Assert.False(new Farkas(model, 0.1).Proves([-1])); // points at no side
    }

    [Fact]
    public void A_limit_of_zero_has_the_dual_of_what_it_withholds()
    {
        // 10 MW of load, served by 6 MW at 20 … 26 and the rest at 80. Import at 5 would replace power worth the dual of the balance.
        var model = new LinearModel("without import");
        var (power, import) = (model.Variables("power", 2, 48, 0, 6), model.Variables("import", 1, 48, 0, double.PositiveInfinity));
        var quota = model.Variables("quota", Members.Annual(1), 0, double.PositiveInfinity);
        var balance = model.Subject("balance", 1, 48, (_, t) => power[0, t] + power[1, t] + import[0, t] == (t % 4 == 0 ? 5 : 10));
        model.Subject("import_limit", 1, 48, (_, t) => import[0, t] <= quota[0]);
        model.Minimise("cost", 1, 48, (_, t) => (20 + t % 7) * power[0, t] + 80 * power[1, t] + 5 * import[0, t]);
        var none = model.Subject("none", 1, _ => quota[0] <= 0);

        var solution = HourlyOracle.Solve(model);

        // 12 of 48 hours are priced at 20 + t % 7, 36 at 80.
        var worth = 36 * 75 + Enumerable.Range(0, 12).Sum(k => 15 + 4 * k % 7);
        Assert.Equal((SolverStatus.Optimal, null), (solution.Status, solution.Remark));
        Assert.Equal(-worth, solution.Duals(none)[0], 1e-6 * worth);
        Assert.Equal(80, solution.Duals(balance)[1], 1e-5);
        Assert.True(Certificate.Of(model, solution).IsOptimal);
    }

    [Fact]
    public void Contradictory_limits_are_named()
    {
        var (column, row) = (new SmallPlant(24), new SmallPlant(24));
        column.Model.Variables("crossed", 1, 24, 2, (_, t) => t == 5 ? 1 : 3);
        row.Model.Subject("squeezed", 1, 24, (_, t) => Between(t == 7 ? 4 : 0, row.Power[2, t], 3));

        Assert.Contains("crossed[0,5]", HourlyOracle.Solve(column.Model).Remark?.En, StringComparison.Ordinal);
        Assert.Contains("squeezed[0,7]", HourlyOracle.Solve(row.Model).Remark?.Zh, StringComparison.Ordinal);
    }

    static LinearSolution Limited(LinearModel model, double limit) => Solver.Solve(model, HourlyOracle.Hourly with { CostLimit = limit }, null, Token);

    /// <summary>45 MW at most for a load that reaches 70 MW, and next to no shedding.</summary>
    static SmallPlant WithoutSupply()
    {
        var plant = new SmallPlant(48);
        plant.Model.Subject("small", 3, g => plant.Size[g] <= 15);
        plant.Model.Subject("no_shedding", 1, _ => Sum(48, t => plant.Shed[0, t]) <= 1);
        return plant;
    }

    sealed class LeapingClock : TimeProvider
    {
        long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds += 2;
    }

    sealed class Each(Action<SolverProgress> act) : IProgress<SolverProgress>
    {
        public void Report(SolverProgress value) => act(value);
    }
}
