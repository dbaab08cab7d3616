using Suandian.Optimisation.Highs;

namespace Suandian.Optimisation;

public class LpTextTests
{
    [Fact]
    public void Every_kind_of_row_and_bound_is_written()
    {
        var model = EveryKind();

        Golden.Matches("every-kind.lp", model.ToLpText());
    }

    /// <summary>One column more than the model has: the constant of its cost.</summary>
    [Fact]
    public void HiGHS_reads_the_text_back_to_the_same_optimum()
    {
        var model = EveryKind();
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".lp");
        File.WriteAllText(file, model.ToLpText());

        using var highs = HighsHandle.Create();
        HighsNative.Highs_setBoolOptionValue(highs, "output_flag", 0);
        var status = HighsNative.Highs_readModel(highs, file);
        HighsNative.Highs_run(highs);
        HighsNative.Highs_getDoubleInfoValue(highs, "objective_function_value", out var objective);

        File.Delete(file);
        Assert.Equal(0, status);
        Assert.Equal(model.ColumnCount + 1, HighsNative.Highs_getNumCol(highs));
        var solution = Solver.Solve(model, new SolverOptions(), null, TestContext.Current.CancellationToken);
        Assert.Equal(solution.Objective, objective, 1e-9);
    }

    static LinearModel EveryKind()
    {
        var model = new LinearModel("every kind");
        var x = model.Variables("x", new Members(2, 2) { Names = ["淖毛湖 north", "a[1]"] }, -1.5, 2.25);
        var free = model.Variables("free", Members.Annual(1), double.NegativeInfinity, double.PositiveInfinity);
        var low = model.Variables("low", Members.Annual(1), double.NegativeInfinity, 3);
        var fixedAt = model.Variables("fixed", Members.Annual(1), 4, 4);
        var whole = model.Variables("whole", Members.Annual(2), 0, 7).AsIntegers();
        model.Subject("equal", 1, _ => x[0, 0] + free[0] == 1e-7);
        model.Subject("range", 2, i => Expression.Between(-1, x[i, 0] - 1.0 / 3 * x[i, 1] + whole[i], 2.5));
        model.Subject("less", 1, _ => low[0] - free[0] - fixedAt[0] <= 12345678.9);
        model.Subject("more", 1, _ => low[0] + x[1, 1] >= -10);
        model.Subject("nothing", 1, _ => 0 * x[0, 0] <= 1);
        model.Subject("unlimited", 1, _ => x[0, 0] <= double.PositiveInfinity);
        model.Minimise("cost", () => x[0, 0] + 2 * x[0, 1] + 0.5 * low[0] - 1.5 * whole[0] - whole[1] + 100);
        return model;
    }
}
