namespace Suandian.Optimisation;

public class CertificateTests
{
    static readonly SolverOptions Simplex = new() { Method = SolverMethod.Simplex };

    static readonly CertificateDemand Exact = new() { RelativeGap = 1e-12 };

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_vertex_is_certified_to_1e_12()
    {
        var model = SolverTests.Dispatch(hours: 100);
        var solution = Solver.Solve(model, Simplex, null, Token);

        var certificate = Certificate.Of(model, solution, Exact);

        Assert.True(certificate.IsOptimal, certificate.ToString());
        Assert.Equal(solution.Objective, certificate.Objective, 1e-9 * solution.Objective);
    }

    [Fact]
    public void An_interior_point_without_basis_is_certified_to_1e_8()
    {
        var model = SolverTests.Dispatch(hours: 100);
        var options = new SolverOptions { Method = SolverMethod.InteriorPoint, Crossover = Switch.Off };
        var solution = Solver.Solve(model, options, null, Token);

        var certificate = Certificate.Of(model, solution);

        Assert.False(solution.HasBasis);
        Assert.True(certificate.IsOptimal, certificate.ToString());
    }

    [Fact]
    public void The_bound_of_a_hand_solved_case_is_exact()
    {
        // min 2x + 3y, x + y ≥ 4, 0 ≤ x ≤ 3, y ≥ 0. With y1 = 3: D = 3·4 + (2 − 3)·3 = 9. With y1 = 2: D = 8.
        var model = Small();

        Assert.Equal(9, Certificate.Of(model, [3, 1], [3]).DualBound);
        Assert.Equal(8, Certificate.Of(model, [3, 1], [2]).DualBound);
        Assert.Equal(0, Certificate.Of(model, [3, 1], [-1]).DualBound); // a multiplier that points at no side is dropped
        Assert.Equal(1, Certificate.Of(model, [3, 1], [-1]).Dual.Size);
    }

    [Fact]
    public void A_wrong_point_is_refused_with_the_row_or_bound_it_breaks()
    {
        var model = Small();

        var low = Certificate.Of(model, [3, 0.5], [3]);
        var outside = Certificate.Of(model, [3.5, 0.5], [3]);
        var dear = Certificate.Of(model, [2, 2], [3]);

        Assert.Equal(new Worst(0.5, "demand[0]"), low.Row);
        Assert.Equal(new Worst(0.5, "x[0]"), outside.Bound);
        Assert.True(dear.IsFeasible);
        Assert.Equal(0.1, dear.RelativeGap, 1e-12); // cost 10 against D = 9
        Assert.False(low.IsOptimal || outside.IsOptimal || dear.IsOptimal);
        Assert.False(Certificate.Of(model, [3, double.NaN], [3]).IsFeasible);
    }

    [Fact]
    public void Wrong_duals_are_refused_however_good_the_point()
    {
        var model = SolverTests.Dispatch(hours: 50);
        var solution = Solver.Solve(model, Simplex, null, Token);
        var wrong = solution.RowDuals.Select(y => 0.999 * y).ToArray();

        var certificate = Certificate.Of(model, solution.Columns, wrong);

        Assert.True(certificate.IsFeasible);
        Assert.False(certificate.IsOptimal);
        Assert.True(certificate.DualBound <= solution.Objective * (1 + 1e-12)); // still a bound
    }

    [Fact]
    public void Costs_cut_to_whole_numbers_on_the_way_to_the_solver_are_found_out()
    {
        var (model, cut) = (Priced(p => p), Priced(Math.Truncate));
        var solution = Solver.Solve(cut, Simplex, null, Token);

        var trusting = Certificate.Of(cut, solution, Exact);
        var certificate = Certificate.Of(model, solution, Exact);

        Assert.True(trusting.IsOptimal); // the solver was right about the arrays it was given
        Assert.True(certificate.IsFeasible);
        Assert.False(certificate.IsOptimal);
    }

    [Fact]
    public void A_column_without_bound_gets_one_from_rows_and_cost()
    {
        // p ≤ z, p ≥ 5, cost 2z: neither p nor z has an upper bound. With duals (−1.9, 1.9) the rows give
        // r_z = 2 − 1.9 > 0 and r_p = −(−1.9) − 1.9 = 0; with (−2.1, 2.1) r_z < 0 needs z ≤ 10/2 = 5 from the cost.
        var model = new LinearModel("implied");
        var z = model.Variables("z", 1, 1, 0, double.PositiveInfinity);
        var p = model.Variables("p", 1, 1, 0, double.PositiveInfinity);
        model.Subject("limit", 1, _ => p[0] <= z[0]);
        model.Subject("demand", 1, _ => p[0] >= 5);
        model.Minimise("cost", () => 2 * z[0]);

        Assert.Equal(9.5, Certificate.Of(model, [5, 5], [-1.9, 1.9]).DualBound, 1e-12);
        Assert.Equal(10, Certificate.Of(model, [5, 5], [-2.1, 2.1]).DualBound, 1e-7); // 2.1·5 − 0.1·5
        Assert.Equal(0.1, Certificate.Of(model, [5, 5], [-2.1, 2.1]).Dual.Size, 1e-12);
    }

    [Fact]
    public void A_column_that_cannot_be_bounded_is_named_unless_the_caller_proves_a_bound()
    {
        var model = new LinearModel("free");
        var x = model.Variables("x", 1, 1, 0, double.PositiveInfinity);
        model.Subject("row", 1, _ => x[0] >= 1);

        var certificate = Certificate.Of(model, [1], [0.5]);
        var proven = Certificate.Of(model, [1], [0.5], new CertificateDemand { ProvenUpper = [4] });

        Assert.Equal("x[0,0]", certificate.Unbounded);
        Assert.False(certificate.IsOptimal);
        Assert.Equal(-1.5, proven.DualBound); // 0.5·1 − 0.5·4
    }

    static LinearModel Small()
    {
        var model = new LinearModel("small");
        var x = model.Variables("x", Members.Annual(2), 0, (i, _) => i == 0 ? 3 : double.PositiveInfinity);
        model.Subject("demand", 1, _ => x[0] + x[1] >= 4);
        model.Minimise("cost", () => 2 * x[0] + 3 * x[1]);
        return model;
    }

    /// <summary>Ten plants of 10 MW with prices that differ behind the decimal point serve 55 MW.</summary>
    static LinearModel Priced(Func<double, double> price)
    {
        var model = new LinearModel("prices");
        var power = model.Variables("power", 10, 1, 0, 10);
        model.Subject("balance", 1, _ => Expression.Sum(10, g => power[g]) == 55);
        model.Minimise("energy", 10, 1, (g, t) => price(300 + 0.1 * ((7 * g) % 10)) * power[g, t]);
        return model;
    }
}
