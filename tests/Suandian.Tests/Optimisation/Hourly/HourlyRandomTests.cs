namespace Suandian.Optimisation.Hourly;

public class HourlyRandomTests
{
    const int Batch = 20;

    /// <summary>Plans whose last digit the hourly method does not reach; HiGHS solves them and the remark says so.</summary>
    static readonly HashSet<int> Stalling = [201];

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Random_plans_cost_what_HiGHS_finds_and_are_certified(int batch)
    {
        var faults = Enumerable.Range(batch * Batch, Batch)
            .Where(seed => !Stalling.Contains(seed))
            .Select(seed => (seed, Fault: HourlyOracle.Fault(HourlyDraw.Model(seed))))
            .Where(s => s.Fault is not null)
            .Select(s => $"seed {s.seed}: {s.Fault}");

        Assert.Empty(faults);
    }

    [Fact]
    public void A_plan_that_stalls_is_solved_by_HiGHS_and_never_wrongly()
    {
        foreach (var seed in Stalling)
        {
            var model = HourlyDraw.Model(seed);

            var (solution, highs) = (HourlyOracle.Solve(model), Solver.Solve(model, new SolverOptions(), null, TestContext.Current.CancellationToken));

            Assert.Equal(SolverStatus.Optimal, solution.Status);
            Assert.Equal(highs.Objective, solution.Objective, 1e-7 * Math.Abs(highs.Objective)); // ten times the gap of either
            Assert.True(Certificate.Of(model, solution).IsOptimal);
        }
    }
}
