using System.Diagnostics;
using Suandian.Optimisation.Highs;

namespace Suandian.Optimisation;

public class SolverStoppingTests
{
    static readonly SolverOptions Simplex = new() { Method = SolverMethod.Simplex, Presolve = Switch.Off };

    static readonly SolverOptions Interior = new()
    {
        Method = SolverMethod.InteriorPoint,
        Presolve = Switch.Off,
        Crossover = Switch.Off,
    };

    /// <summary>A second on an idle machine; a loaded one gets more.</summary>
    static readonly TimeSpan ASecond = TimeSpan.FromSeconds(2);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_time_limit_ends_the_solve_with_a_status()
    {
        var model = SolverTests.Dispatch(hours: 3000);

        var solution = Solver.Solve(model, Simplex with { TimeLimit = TimeSpan.FromMilliseconds(50) }, null, Token);

        Assert.Equal(SolverStatus.TimeLimit, solution.Status);
        Assert.Equal("达到时间上限", solution.Words.Zh);
    }

    [Theory]
    [InlineData(SolverMethod.Simplex)]
    [InlineData(SolverMethod.InteriorPoint)]
    public void Cancelling_ends_the_solve_within_a_second(SolverMethod method)
    {
        var model = SolverTests.Dispatch(hours: 3000);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        long cancelled = 0;
        var progress = new Each(_ =>
        {
            cancelled = cancelled == 0 ? Stopwatch.GetTimestamp() : cancelled;
            source.Cancel();
        });

        var options = method == SolverMethod.Simplex ? Simplex : Interior;
        var solution = Solver.Solve(model, options, progress, source.Token);

        Assert.Equal(SolverStatus.Cancelled, solution.Status);
        Assert.True(Stopwatch.GetElapsedTime(cancelled) < ASecond);
    }

    [Fact]
    public void A_solver_that_does_not_listen_is_left_behind_within_a_second()
    {
        // PDLP has no place to ask whether to stop; its own time limit ends it after the test.
        var model = SolverTests.Dispatch(hours: 3000);
        var options = Interior with
        {
            Method = SolverMethod.FirstOrder,
            OptimalityTolerance = 1e-12,
            TimeLimit = TimeSpan.FromSeconds(2.5),
        };
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var begin = Stopwatch.GetTimestamp();

        var solution = Solver.Solve(model, options, null, source.Token);

        Assert.Equal((SolverStatus.Cancelled, false), (solution.Status, solution.HasPoint));
        Assert.True(Stopwatch.GetElapsedTime(begin) < ASecond);
    }

    [Fact]
    public void A_cancelled_search_for_whole_numbers_keeps_the_best_point_found()
    {
        var random = new Random(7);
        var model = new LinearModel("knapsacks");
        var x = model.Variables("x", Members.Annual(60), 0, 1).AsIntegers();
        model.Subject("weight", 12, _ => Expression.Sum(60, j => random.Next(20, 100) * x[j]) <= 900);
        model.Minimise("value", 60, 1, (j, _) => -(double)random.Next(40, 80) * x[j]);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var progress = new Each(p =>
        {
            if (p.Seconds > 0.1 && double.IsFinite(p.Objective))
            {
                source.Cancel();
            }
        });

        var solution = Solver.Solve(model, new SolverOptions { IntegerGap = 0 }, progress, source.Token);

        Assert.Equal((SolverStatus.Cancelled, true), (solution.Status, solution.HasPoint));
        Assert.True(Certificate.Of(model, solution).IsFeasible);
        Assert.All(solution.Values(x), v => Assert.Equal(Math.Round(v), v, 1e-6));
    }

    [Fact]
    public void A_solve_that_was_cancelled_before_it_began_does_not_run()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        var solution = Solver.Solve(SolverTests.Dispatch(hours: 3000), Simplex, null, source.Token);

        Assert.Equal((SolverStatus.Cancelled, 0L), (solution.Status, solution.Iterations));
    }

    [Fact]
    public void What_the_progress_handler_throws_reaches_the_caller()
    {
        var progress = new Each(_ => throw new FormatException("stop"));

        Assert.Throws<FormatException>(() => Solver.Solve(SolverTests.Dispatch(hours: 500), Interior, progress, Token));
    }

    [Fact]
    public void Interior_point_reports_objective_and_gap_that_close()
    {
        var points = new List<SolverProgress>();
        var solution = Solver.Solve(SolverTests.Dispatch(hours: 100), Interior, new Each(points.Add), Token);

        Assert.True(points.Count > 5);
        Assert.Equal(solution.Objective, points[^1].Objective, 1e-5 * solution.Objective);
        Assert.True(points[^1].RelativeGap < 1e-5 && points[0].RelativeGap > points[^1].RelativeGap);
    }

    [Fact]
    public void Lines_of_the_log_are_read_as_progress()
    {
        // lines as HiGHS 1.12 prints them
        var interior = HighsWatch.Parse("  12    1.51000000e+06   1.49000000e+06   1.58e-04   3.27e-05   1.33e-02       1s\n");
        var simplex = HighsWatch.Parse("        430     3.2612230000e+04 Pr: 12(341.2); Du: 0(1.2e-9) 2s\n");

        Assert.Equal((12, 1.51e6, 1.49e6), (interior!.Value.Iterations, interior.Value.Objective, interior.Value.DualObjective));
        Assert.Equal(0.02 / 1.51, interior.Value.RelativeGap, 1e-12);
        Assert.Equal((430, 32612.23), (simplex!.Value.Iterations, simplex.Value.Objective));
        Assert.Null(HighsWatch.Parse("Presolving model"));
        Assert.Null(HighsWatch.Parse("300 rows, 200 cols, 800 nonzeros  0s"));
    }

    sealed class Each(Action<SolverProgress> act) : IProgress<SolverProgress>
    {
        public void Report(SolverProgress value) => act(value);
    }
}
