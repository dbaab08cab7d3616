using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation.Hourly;

public class HourlyPartsTests
{
    [Fact]
    public void A_series_is_one_number_until_another_is_set()
    {
        var series = new Series(5);
        series.Set(1, 3);
        series.Set(2, 3);

        Assert.True(series.IsConstant);
        Assert.Equal((3, 3, 2), (series[0], series[4], series.Count));

        series.Set(3, -7);
        series.Put(4, 2);

        Assert.False(series.IsConstant);
        Assert.Equal([3.0, 3, 3, -7, 2], Enumerable.Range(0, 5).Select(t => series[t]));
        Assert.Equal((7, 3), (series.Largest(), series.Count));
    }

    [Fact]
    public void Keeping_some_snapshots_of_a_series_makes_the_others_zero()
    {
        var series = new Series(4);
        series.Set(0, 5);

        series.Keep(t => t % 2 == 0);

        Assert.Equal([5.0, 0, 5, 0], Enumerable.Range(0, 4).Select(t => series[t]));
        Assert.True(new Series(4).IsZero);
    }

    [Fact]
    public void Rows_of_carried_columns_are_eliminated_after_all_others()
    {
        var plant = new SmallPlant(24);
        plant.AddStore(_ => 0.9);
        var shape = HourlyReader.Read(plant.Model).Shape!;

        var pattern = HourPattern.Of(shape);

        // Rows that are no bounds: balance, charge_limit (two hourly columns), level_balance. Only the level is carried.
        Assert.Equal(3, pattern.Rows);
        Assert.Equal((2, 1), (pattern.Local, pattern.States));
        Assert.Equal(Enumerable.Range(0, 3), pattern.Place.Order());
        Assert.Equal("level[0]", shape.Columns[Assert.Single(pattern.LinkColumns)].Name);
        var state = shape.Rows.FindIndex(r => r.Template.Block.Block.Name == "level_balance");
        Assert.Equal(2, pattern.Place[state]);
    }

    [Fact]
    public void A_dense_factor_solves_a_hand_case_and_drops_a_lost_pivot()
    {
        // [4 2; 2 5] = L L' with L = [2 0; 1 2]; L⁻¹ (4, 6) = (2, 2); L'⁻¹ of it = (1/2, 1).
        var factor = Of([4, 0, 2, 5]);
        double[] x = [4, 6];

        factor.Forward(x);
        Assert.Equal([2.0, 2], x);
        factor.Backward(x);
        Assert.Equal([0.5, 1], x);

        // [1 1; 1 1]: the second pivot is 0, so its unknown is set to 0 and the first solves alone.
        double[] y = [3, 3];
        var singular = Of([1, 0, 1, 1]);
        singular.Forward(y);
        singular.Backward(y);
        Assert.Equal([3.0, 0], y);

        static DenseCholesky Of(double[] rows)
        {
            var factor = new DenseCholesky(2);
            rows.AsSpan(0, 2).CopyTo(factor.Row(0));
            rows.AsSpan(2, 2).CopyTo(factor.Row(1));
            factor.Factor();
            return factor;
        }
    }

    [Fact]
    public void Duals_prove_two_rows_infeasible_when_they_add_up_to_a_contradiction()
    {
        // x + y ≥ 4 and x + y ≤ 3 within 0 … 10: (1, −1) gives 0 ≥ 4 − 3. (1, 0) gives x + y ≥ 4, which x = y = 10 obeys.
        var model = new LinearModel("two rows");
        var x = model.Variables("x", Members.Annual(2), 0, 10);
        model.Subject("above", 1, _ => x[0] + x[1] >= 4);
        model.Subject("below", 1, _ => x[0] + x[1] <= 3);

        Assert.True(new Farkas(model).Proves([1, -1]));
        Assert.True(new Farkas(model).Proves([1e9, -1e9])); // the size does not matter
        Assert.False(new Farkas(model).Proves([1, 0]));
        Assert.False(new Farkas(model).Proves([-1, 1])); // points at no side
        Assert.False(new Farkas(model).Proves([double.NaN, -1]));
    }

    [Fact]
    public void Exports_that_must_not_exceed_zero_are_held_and_their_row_has_a_dual_of_the_right_sign()
    {
        var plant = new SmallPlant(48);
        var export = plant.Model.Variables("export", 1, 48, 0, 25);
        plant.Model.Subject("exported", 1, 48, (_, t) => export[0, t] <= plant.Power[0, t]);
        plant.Model.Minimise("export_price", 1, 48, (_, t) => -(20 + t % 3) * export[0, t]);
        var rule = plant.Model.Subject("no_export", 1, _ => Sum(48, t => export[0, t]) <= 0);

        var forced = ForcedColumns.Of(plant.Model);
        var solution = HourlyOracle.Solve(plant.Model);

        Assert.Equal([(rule.Block.First, 1)], forced.Rows);
        Assert.Equal((0.0, 0.0), forced.Bounds(export.Column(0, 7)));
        Assert.Null(solution.Remark);
        Assert.True(solution.Duals(rule)[0] < -19); // the dearest hour of 20 … 22 less the cost of wind, which is nearly 0
        Assert.All(solution.Reduced(export), r => Assert.True(r >= -1e-9, $"{r}"));
        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void A_guessed_basis_has_as_many_basic_members_as_rows()
    {
        var model = new SmallPlant(48).Model;

        var basis = CrashBasis.Of(model, HourlyOracle.Solve(model));

        Assert.Equal((model.ColumnCount, model.RowCount), (basis.Columns.Length, basis.Rows.Length));
        Assert.Equal(model.RowCount, basis.Columns.Concat(basis.Rows).Count(s => s == BasisState.Basic));
    }
}
