using CsCheck;

namespace Suandian.Optimisation;

/// <summary>Properties of random models that have a solution by construction: rows are drawn around a point within the bounds.</summary>
public class RandomModelTests
{
    static readonly SolverOptions Simplex = new() { Method = SolverMethod.Simplex };

    static readonly Gen<Drawn> AnyModel =
        from columns in Gen.Int[1, 8]
        from rows in Gen.Int[0, 8]
        from a in Gen.Int[-3, 3].Array[columns * rows]
        from cost in Gen.Int[-9, 9].Array[columns]
        from point in Gen.Int[0, 5].Array[columns]
        from slack in Gen.Int[0, 4].Array[rows]
        from kind in Gen.Int[0, 3].Array[rows]
        select new Drawn(columns, rows, a, cost, point, slack, kind);

    [Fact]
    public void Every_optimum_is_certified_and_every_point_between_bounds_costs_no_less() => AnyModel.Sample(drawn =>
    {
        var model = drawn.Model();

        var solution = Solver.Solve(model, Simplex, null, TestContext.Current.CancellationToken);
        var certificate = Certificate.Of(model, solution, new CertificateDemand { RelativeGap = 1e-9 });

        return solution.Status == SolverStatus.Optimal && certificate.IsOptimal
            && certificate.DualBound <= drawn.Point.Zip(drawn.Cost, (x, c) => (double)x * c).Sum() + 1e-9;
    }, iter: 150, seed: "0N0XIzNsQ0O2", threads: 1);

    [Fact]
    public void Any_duals_give_a_lower_bound() => Gen.Select(AnyModel, Gen.Double[-5, 5].Array[8]).Sample((drawn, y) =>
    {
        var model = drawn.Model();

        var solution = Solver.Solve(model, Simplex, null, TestContext.Current.CancellationToken);
        var certificate = Certificate.Of(model, solution.Columns, y.AsSpan(0, drawn.Rows));

        return certificate.DualBound <= solution.Objective + 1e-9 * (1 + Math.Abs(solution.Objective));
    }, iter: 150, seed: "0N0XIzNsQ0O2", threads: 1);

    [Fact]
    public void The_optimum_does_not_depend_on_the_order_of_columns_and_rows_and_scales_with_the_costs() =>
        AnyModel.Sample(drawn =>
        {
            var token = TestContext.Current.CancellationToken;

            var plain = Solver.Solve(drawn.Model(), Simplex, null, token).Objective;
            var turned = Solver.Solve(drawn.Reversed().Model(), Simplex, null, token).Objective;
            var dear = Solver.Solve((drawn with { Cost = [.. drawn.Cost.Select(c => 1000 * c)] }).Model(), Simplex, null, token).Objective;

            return Math.Abs(plain - turned) <= 1e-9 * (1 + Math.Abs(plain)) && Math.Abs(1000 * plain - dear) <= 1e-6 * (1 + Math.Abs(plain));
        }, iter: 100, seed: "0N0XIzNsQ0O2", threads: 1);

    /// <summary>Rows a·x ≤, ≥, = or between, each satisfied at the point; 0 ≤ x ≤ 6.</summary>
    sealed record Drawn(int Columns, int Rows, int[] A, int[] Cost, int[] Point, int[] Slack, int[] Kind)
    {
        internal Drawn Reversed() => new(Columns, Rows, [.. A.Reverse()], [.. Cost.Reverse()], [.. Point.Reverse()],
            [.. Slack.Reverse()], [.. Kind.Reverse()]);

        internal LinearModel Model()
        {
            var model = new LinearModel("random");
            var x = model.Variables("x", Columns, 1, 0, 6);
            model.Subject("row", Rows, i =>
            {
                var here = Enumerable.Range(0, Columns).Sum(j => A[i * Columns + j] * Point[j]);
                var body = Expression.Sum(Columns, j => A[i * Columns + j] * x[j]);
                return Kind[i] switch
                {
                    0 => body <= here + Slack[i],
                    1 => body >= here - Slack[i],
                    2 => body == here,
                    _ => Expression.Between(here - Slack[i], body, here + Slack[i]),
                };
            });
            model.Minimise("cost", Columns, 1, (j, _) => Cost[j] * x[j]);
            return model;
        }
    }
}
