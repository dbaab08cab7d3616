namespace Suandian.Optimisation.Hourly;

public class HourlyHandOverTests
{
    [Fact]
    public void A_row_that_reaches_two_hours_back_is_named_and_HiGHS_solves()
    {
        var plant = new SmallPlant(48);
        plant.AddStore(_ => 1);
        plant.Model.Subject("skip", 1, 48, (_, t) => plant.Power[2, t] - plant.Power[2, (t + 46) % 48] <= 10);

        AssertHandedOver(plant.Model, "skip[0,0]");
    }

    [Fact]
    public void Rows_that_all_look_back_to_one_hour_are_named_and_HiGHS_solves()
    {
        var plant = new SmallPlant(48);
        plant.Model.Subject("peak_hour", new Members(1, 48) { Where = (_, t) => t > 0 }, (_, t) => plant.Power[2, t] <= plant.Power[2, 0] + 20);

        AssertHandedOver(plant.Model, "peak_hour[0,2]"); // hour 1 alone would be a chain
    }

    [Fact]
    public void Whole_numbers_are_named_and_HiGHS_solves()
    {
        var plant = new SmallPlant(24);
        var units = plant.Model.Variables("units", Members.Annual(1), 0, 50).AsIntegers();
        plant.Model.Subject("unit_size", 1, _ => plant.Size[2] <= 7 * units[0]);
        plant.Model.Minimise("unit_cost", 1, 1, (_, _) => 10 * units[0]);

        var solution = AssertHandedOver(plant.Model, "units");

        Assert.Equal(Math.Round(solution.Values(units)[0]), solution.Values(units)[0], 1e-6);
    }

    [Fact]
    public void A_handful_of_hours_goes_to_HiGHS() => AssertHandedOver(new SmallPlant(7).Model, "small plant");

    [Fact]
    public void Variables_of_another_number_of_snapshots_are_named_and_HiGHS_solves()
    {
        var plant = new SmallPlant(48);
        var half = plant.Model.Variables("half", 1, 24, 0, 5);
        plant.Model.Subject("halves", 1, 24, (_, t) => half[0, t] <= plant.Power[2, 2 * t]);
        plant.Model.Minimise("half_sale", 1, 24, (_, t) => -1 * half[0, t]);

        AssertHandedOver(plant.Model, "half");
    }

    [Fact]
    public void Bounds_that_contradict_each_other_are_infeasible()
    {
        var plant = new SmallPlant(24);
        plant.Model.Variables("crossed", 1, 24, 2, (_, t) => t == 5 ? 1 : 3);

        var solution = HourlyOracle.Solve(plant.Model);

        Assert.Equal(SolverStatus.Infeasible, solution.Status);
        Assert.NotNull(solution.Remark);
    }

    [Fact]
    public void A_cost_without_floor_is_unbounded()
    {
        var plant = new SmallPlant(48);
        var sale = plant.Model.Variables("sale_size", Members.Annual(1), 0, double.PositiveInfinity);
        var sold = plant.Model.Variables("sold", 1, 48, 0, double.PositiveInfinity);
        plant.Model.Subject("sale_limit", 1, 48, (_, t) => sold[0, t] <= sale[0]);
        plant.Model.Minimise("sale", 1, 1, (_, _) => -1 * sale[0]);

        var solution = HourlyOracle.Solve(plant.Model);

        Assert.Equal(SolverStatus.Unbounded, solution.Status);
        Assert.NotNull(solution.Remark);
    }

    static LinearSolution AssertHandedOver(LinearModel model, string name)
    {
        var (solution, highs) = (HourlyOracle.Solve(model), Solver.Solve(model, new SolverOptions(), null, TestContext.Current.CancellationToken));

        Assert.Contains(name, solution.Remark?.En, StringComparison.Ordinal);
        Assert.Equal(SolverStatus.Optimal, solution.Status);
        Assert.Equal(highs.Objective, solution.Objective, (model.HasIntegers ? 2e-4 : 1e-7) * Math.Abs(highs.Objective)); // integer gap 1e-4 of each
        return solution;
    }
}
