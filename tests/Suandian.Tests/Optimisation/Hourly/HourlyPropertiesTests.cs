using System.Diagnostics;
using Suandian.Planning;

namespace Suandian.Optimisation.Hourly;

public class HourlyPropertiesTests
{
    const double Relative = 1e-8; // both solutions are certified to a tenth of it

    static readonly SolverOptions Exact = HourlyOracle.Hourly with { OptimalityTolerance = 1e-9 };

    /// <summary>A second on an idle machine; a loaded one gets more.</summary>
    static readonly TimeSpan ASecond = TimeSpan.FromSeconds(2);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1000, 8)];

    [Fact]
    public void The_same_bits_come_from_one_two_and_three_threads_and_from_a_second_run()
    {
        var model = YearWithStore(); // two groups of segments, so that two threads work

        var runs = ((int[])[1, 2, 3, 1]).Select(threads => Solver.Solve(model, HourlyOracle.Hourly with { Threads = threads }, null, Token)).ToArray();

        Assert.All(runs, run => Assert.Equal((SolverStatus.Optimal, null), (run.Status, run.Remark)));
        Assert.All(runs, run => Assert.Equal(runs[0].Columns, run.Columns));
        Assert.All(runs, run => Assert.Equal(runs[0].RowDuals, run.RowDuals));
    }

    [Fact]
    public void A_thousand_times_the_costs_give_a_thousand_times_the_objective()
    {
        var (once, dear) = (Cost(new SmallPlant(72).Model), Cost(new SmallPlant(72, costFactor: 1000).Model));

        Assert.Equal(1000 * once, dear, Relative * dear);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_components_does_not_matter(int seed)
    {
        var network = HourlyDraw.Network(seed);
        var turned = network with
        {
            Generators = [.. network.Generators.Reverse()],
            Storages = [.. network.Storages.Reverse()],
            Lines = [.. network.Lines.Reverse()],
            Loads = [.. network.Loads.Reverse()],
            Trades = [.. network.Trades.Reverse()],
            Rules = [.. network.Rules.Reverse()],
        };

        var (cost, other) = (Cost(network), Cost(turned));

        Assert.Equal(cost, other, Relative * Math.Abs(cost));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_dearer_import_never_lowers_the_cost(int seed)
    {
        var network = HourlyDraw.Network(seed);
        double WithPrice(double factor) => Cost(network with
        {
            Trades = [network.Trades[0] with { Price = [.. network.Trades[0].Price.Select(p => factor * p)] }, network.Trades[1]],
        });

        var (cheap, dear) = (WithPrice(1), WithPrice(1.2));

        Assert.True(dear >= cheap - Relative * Math.Abs(cheap), $"{dear} below {cheap}");
    }

    [Fact]
    public void Cancelling_ends_the_solve_within_a_second()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        long cancelled = 0;
        var progress = new Each(_ =>
        {
            cancelled = cancelled == 0 ? Stopwatch.GetTimestamp() : cancelled;
            source.Cancel();
        });

        var solution = Solver.Solve(YearWithStore(), HourlyOracle.Hourly, progress, source.Token);

        Assert.Equal((SolverStatus.Cancelled, false), (solution.Status, solution.HasPoint));
        Assert.True(Stopwatch.GetElapsedTime(cancelled) < ASecond);
    }

    [Fact]
    public void A_millisecond_is_too_short_and_says_so()
    {
        var solution = Solver.Solve(YearWithStore(), HourlyOracle.Hourly with { TimeLimit = TimeSpan.FromMilliseconds(1) }, null, Token);

        Assert.Equal((SolverStatus.TimeLimit, false), (solution.Status, solution.HasPoint));
    }

    [Fact]
    public void Progress_counts_iterations_and_ends_at_the_objective_with_a_closed_gap()
    {
        var points = new List<SolverProgress>();

        var solution = Solver.Solve(new SmallPlant(200).Model, HourlyOracle.Hourly, new Each(points.Add), Token);

        Assert.True(points.Count > 5);
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.InRange(pair.Second.Iterations - pair.First.Iterations, 0, 1));
        Assert.Equal(solution.Objective, points[^1].Objective, 1e-7 * solution.Objective); // to the gap and the clipping of bounds
        Assert.True(points[^1].RelativeGap < 1e-8 && points[points.Count / 2].RelativeGap < points[0].RelativeGap);
    }

    [Fact]
    public void Crossover_ends_at_a_vertex_certified_to_1e_12()
    {
        var model = new SmallPlant(120).Model;

        var solution = Solver.Solve(model, HourlyOracle.Hourly with { Crossover = Switch.On }, null, Token);

        Assert.Equal((true, null), (solution.HasBasis, solution.Remark));
        Assert.True(Certificate.Of(model, solution, new CertificateDemand { RelativeGap = 1e-12 }).IsOptimal);
        Assert.StartsWith("Suandian ", solution.Solver, StringComparison.Ordinal);
    }

    static double Cost(TinyNetwork network) => Cost(PlanningModel.Build(network.Build(), new PlanningOptions()).Linear);

    static double Cost(LinearModel model)
    {
        var solution = Solver.Solve(model, Exact, null, Token);
        Assert.Equal((SolverStatus.Optimal, null), (solution.Status, solution.Remark));
        return solution.Objective;
    }

    static LinearModel YearWithStore()
    {
        var plant = new SmallPlant(8760);
        plant.AddStore(_ => 0.99);
        return plant.Model;
    }

    sealed class Each(Action<SolverProgress> act) : IProgress<SolverProgress>
    {
        public void Report(SolverProgress value) => act(value);
    }
}
