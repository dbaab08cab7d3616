using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

public class PlanningModelTests
{
    static readonly TinyNetwork Town = new()
    {
        Hours = 2,
        Generators = [new("wind", 0) { ExistingMw = 4, AvailabilityPu = [1, 0.5] }],
        Loads = [new("town", 0, [3, 3])],
    };

    [Fact]
    public void A_town_that_cannot_be_served_has_no_plan_and_no_certificate()
    {
        var solution = Plans.Build(Town.Build()).Solve(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(PlanningStatus.Infeasible, solution.Status);
        Assert.Null(solution.Certificate);
        Assert.Equal(2, solution.GeneratorMw.Length);
    }

    [Fact]
    public void A_shed_price_makes_it_solvable_and_is_the_price_of_the_short_hour()
    {
        var solution = Plans.Solve(Town with { ShedPrice = 5000 });

        // hour 1 is short of 3 − 2 = 1 MW for 4380 h/a
        Assert.Equal(4380 * 5000, solution.ObjectiveYuan, 1e-3);
        Assert.Equal(5000, solution.BusPriceYuanPerMwh[1], 1e-6);
        Assert.Equal(0, solution.BusPriceYuanPerMwh[0], 1e-6);
    }

    [Fact]
    public void More_of_a_fixed_generator_is_worth_what_it_would_save_in_operation()
    {
        var solution = Plans.Solve(Town with { ShedPrice = 5000 });

        // a MW more gives 0.5 MW in the short hour
        Assert.Equal(0.5 * 4380 * 5000, solution.LimitShadows.Single(s => s.Name == "wind").YuanPerUnit, 1e-3);
    }

    [Theory]
    [InlineData(SolverMethod.Simplex, Switch.On)]
    [InlineData(SolverMethod.InteriorPoint, Switch.Off)]
    [InlineData(SolverMethod.InteriorPoint, Switch.On)]
    public void Each_method_finds_the_same_cost(SolverMethod method, Switch crossover)
    {
        var network = RandomNetwork.Draw(7).Build();
        var options = new PlanningOptions { LineModel = LineModel.Kirchhoff, Solver = new() { Method = method, Crossover = crossover } };

        var solution = PlanningModel.Build(network, options).Solve(cancellation: TestContext.Current.CancellationToken);

        var vertex = Plans.Solve(network, LineModel.Kirchhoff);
        Assert.Equal(PlanningStatus.Optimal, solution.Status);
        Assert.True(solution.Certificate!.IsOptimal, solution.Certificate.ToString());
        Assert.Equal(vertex.ObjectiveYuan, solution.ObjectiveYuan, 1e-7 * Math.Abs(vertex.ObjectiveYuan));
    }

    [Fact]
    public void Blocks_of_hours_do_not_share_their_levels()
    {
        var day = new TinyNetwork
        {
            Hours = 4,
            Blocks = 2,
            Generators = [new("sun", 0) { ExistingMw = 10, AvailabilityPu = [1, 0, 0, 0] }],
            Storages = [new("battery", 0) { ExistingMw = 10, ExistingMwh = 10 }],
            Loads = [new("town", 0, [0, 2, 0, 2])],
            ShedPrice = 100,
        };

        var solution = Plans.Solve(day);

        // the sun of the first block serves its own hour; the second block has none: 2 MW shed for 2190 h/a
        Assert.Equal(2190 * 2 * 100, solution.ObjectiveYuan, 1e-3);
    }

    [Fact]
    public void The_same_network_gives_the_same_problem_text()
    {
        var first = Plans.Build(RandomNetwork.Draw(3).Build()).Linear.ToLpText();
        var second = Plans.Build(RandomNetwork.Draw(3).Build()).Linear.ToLpText();

        Assert.Equal(first, second);
    }

    [Fact]
    public void A_plan_that_is_called_off_before_it_begins_is_stopped_without_a_plan()
    {
        var solution = Plans.Build(RandomNetwork.Draw(5).Build()).Solve(cancellation: new CancellationToken(canceled: true));

        Assert.True(solution.Status is PlanningStatus.Stopped or PlanningStatus.Incumbent or PlanningStatus.Optimal, solution.Status.ToString());
        Assert.Equal(solution.Certificate is null, solution.Status == PlanningStatus.Stopped);
    }

    [Fact]
    public void Wrong_solver_options_are_listed_all_at_once()
    {
        var options = new PlanningOptions { Solver = new() { Threads = 0, PrimalTolerance = 1 } };

        Assert.Equal(2, options.Problems().Count);
    }
}
