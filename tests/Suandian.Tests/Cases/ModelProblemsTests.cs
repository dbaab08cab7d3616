using Suandian.Optimisation;

namespace Suandian.Cases;

public class ModelProblemsTests
{
    [Fact]
    public void Contradictory_limits_and_coefficients_too_far_apart_are_listed_at_once_by_name()
    {
        var model = new LinearModel("odd");
        var x = model.Variables("x", 2, 8, 0, (i, t) => i == 1 && t == 3 ? -1 : 5);
        model.Subject("huge", 1, 8, (_, t) => 4e9 * x[0, t] <= 1);
        model.Subject("tiny", 1, 8, (_, t) => 2e-7 * x[1, t] <= (t == 5 ? 2 : 1));
        model.Subject("crossed", 1, _ => Expression.Between(2, x[0, 0] + x[1, 0], 1));
        model.Minimise("cost", 2, 8, (i, t) => (i == 0 ? 1e-9 : 1e7) * x[i, t]);

        var problems = ModelProblems.Of(model);

        // 4e9 / 2e-7 = 2e16 and 1e7 / 1e-9 = 1e16
        Assert.Equal(
            [("SD0991", "x[1,3]"), ("SD0991", "crossed[0]"), ("SD0992", "2e-7 … 4e+9"), ("SD0992", "1e-9 … 1e+7")],
            problems.Select(p => (p.Code, p.Value)));
        Assert.Contains("tiny[0,0]", problems[2].Expected.En, StringComparison.Ordinal);
        Assert.Contains("huge[0,0]", problems[2].Expected.Zh, StringComparison.Ordinal);
        Assert.All(problems, p => Assert.Equal(Severity.Error, p.Severity));
    }

    [Fact]
    public void A_model_without_faults_or_without_anything_has_no_problem()
    {
        var model = new LinearModel("plain");
        Assert.Empty(ModelProblems.Of(model));
        var x = model.Variables("x", 1, 4, 0, 1);
        model.Subject("row", 1, 4, (_, t) => 1e-3 * x[0, t] <= 1e9);
        model.Minimise("cost", 1, 4, (_, t) => 1e6 * x[0, t]);

        Assert.Empty(ModelProblems.Of(model));
    }

    [Theory]
    [InlineData(SolverMethod.Hourly)]
    [InlineData(SolverMethod.Simplex)]
    [InlineData(SolverMethod.InteriorPoint)]
    public void A_solver_that_is_given_such_a_model_all_the_same_answers_with_a_status(SolverMethod method)
    {
        // x ≤ 2.5e-10 where it costs, y ≤ 5e6: nothing forces either above 0.
        var model = new LinearModel("wide");
        var x = model.Variables("x", 2, 24, 0, 5e6);
        model.Subject("huge", 1, 24, (_, t) => 4e9 * x[0, t] <= 1);
        model.Subject("tiny", 1, 24, (_, t) => 2e-7 * x[1, t] - 1e-7 * x[1, (t + 23) % 24] <= 1);
        model.Minimise("cost", 2, 24, (i, t) => (i == 0 ? 1e-9 : 1e7) * x[i, t]);

        var solution = Solver.Solve(model, new SolverOptions { Method = method, TimeLimit = TimeSpan.FromSeconds(30) }, null, TestContext.Current.CancellationToken);

        Assert.True(solution.Status == SolverStatus.Optimal && Math.Abs(solution.Objective) < 1, $"{solution.Status} {solution.Objective}");
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("1e400")]
    public void Numbers_of_a_case_that_are_none_are_problems(string number)
    {
        using var spoiled = new SpoiledCase();
        spoiled.Cell("loads.csv", 2, "power_mw", number);

        Assert.Contains(CaseFolder.Read(spoiled.Folder).Problems, p => p.Code == ProblemCode.NotFinite && p.Value == number);
    }
}
