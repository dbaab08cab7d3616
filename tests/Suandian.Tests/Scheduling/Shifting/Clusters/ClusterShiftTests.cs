using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Bounds;
using static Suandian.Scheduling.Shifting.Clusters.TwoClusters;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting.Clusters;

public class ClusterShiftTests
{
    static readonly ShiftOptions OneHour = new() { ShortWaitH = 1, LongWaitH = 1, Goal = ShiftGoal.Cost };

    static readonly ShiftTrace TwoJobs = Of((0, Hour, 1), (0, Hour, 1));

    /// <summary>One processor each: a costs 1 and 5 in its hours, b 3 and 2.</summary>
    static readonly ImmutableArray<ShiftCluster> Both = [Priced("a", 1, 1, 5), Priced("b", 1, 3, 2) with { DataYuanPerGb = 2, LatencyMs = 10 }];

    [Theory]
    [InlineData(ShiftPolicyKind.DayAhead)]
    [InlineData(ShiftPolicyKind.PriceGuided)]
    public void Two_jobs_take_the_cheapest_hour_of_each_cluster(ShiftPolicyKind policy)
    {
        var solution = Run(Asking(TwoJobs, JobDemand.None, JobDemand.None), Both, OneHour, policy);

        Assert.Equal(3, solution.Runs[0].Metrics.CostYuan, 1e-9); // a in hour 0 for 1, b in hour 1 for 2
        Assert.Equal([0, 1], solution.Runs[0].Schedule.Cluster.Order());
        Assert.Equal([0, Hour], solution.Runs[0].Schedule.Segments.Select(s => s.Start).Order());
        Assert.Equal(3, solution.Bounds[ShiftGoal.Cost].Value, 1e-6);
    }

    [Fact]
    public void A_job_whose_data_cost_more_than_they_save_stays_and_the_other_moves()
    {
        // moving 1 GB costs 2: the first job would pay 2 + 2 at b, the second, without data, 2
        var solution = Run(Asking(TwoJobs, JobDemand.None with { DataGb = 1 }, JobDemand.None), Both, OneHour, ShiftPolicyKind.DayAhead);

        Assert.Equal([0, 1], solution.Runs[0].Schedule.Cluster);
        Assert.Equal((3, 0.0, 1), (Math.Round(solution.Runs[0].Metrics.CostYuan, 9), solution.Runs[0].Metrics.DataCostYuan, solution.Runs[0].Metrics.Away));
    }

    [Fact]
    public void Where_both_have_data_one_pays_for_moving_them()
    {
        // 1 at a, and 2 + 2 at b in hour 1, less than 5 at a
        var run = Run(Asking(TwoJobs, JobDemand.None with { DataGb = 1 }, JobDemand.None with { DataGb = 1 }), Both, OneHour, ShiftPolicyKind.DayAhead).Runs[0];

        Assert.Equal((5, 2.0), (Math.Round(run.Metrics.CostYuan, 9), run.Metrics.DataCostYuan));
        Assert.Equal([0.0, 1.0], run.Metrics.Clusters.Select(c => c.DataGb * (c.Name == "b" ? 1 : 0)));
    }

    [Theory]
    [InlineData(ShiftPolicyKind.DayAhead)]
    [InlineData(ShiftPolicyKind.PriceGuided)]
    public void Two_jobs_that_may_not_go_far_share_the_near_cluster(ShiftPolicyKind policy)
    {
        // latency 10 ms is above 5 ms: a in hours 0 and 1 for 1 + 5
        var near = JobDemand.None with { LatencyLimitMs = 5 };

        Assert.Equal(6, Run(Asking(TwoJobs, near, near), Both, OneHour, policy).Runs[0].Metrics.CostYuan, 1e-9);
    }

    [Fact]
    public void Running_at_once_is_at_home()
    {
        var run = Run(Asking(TwoJobs, JobDemand.None with { Named = ["b", "a"] }, JobDemand.None), Both, OneHour, ShiftPolicyKind.RunNow).Runs[0];

        Assert.Equal(4, run.Metrics.CostYuan, 1e-9); // 3 at b, 1 at a
        Assert.Equal([1, 0], run.Schedule.Cluster);
    }

    [Fact]
    public void Pue_and_green_power_of_each_cluster_count_by_its_meter()
    {
        // 1 cpu of 1 kW in hour 0 at a with PUE 1.5: 1.5 kWh at 2 yuan, of which 0.6 kWh are green
        var a = Priced("a", null, 2, 9) with { Series = new ShiftSeries { Hours = 2, PriceYuanPerKwh = [2, 9], Pue = [1.5, 1.2], GreenMw = [0.0006, 1] } };

        var run = Run(Asking(Of((0, Hour, 1)), JobDemand.None), [a], OneHour, ShiftPolicyKind.RunNow).Runs[0];

        Assert.Equal((1.5, 3.0, 0.4), (run.Metrics.EnergyKwh, run.Metrics.CostYuan, Math.Round(run.Metrics.GreenSharePu, 9)));
    }

    [Fact]
    public void A_power_limit_counts_what_the_meter_shows()
    {
        // 3 kW at PUE 1.5 let 2 processors of 1 kW run
        var series = new ShiftSeries { Hours = 1, PowerLimitMw = [0.003], Pue = [1.5] };

        Assert.Equal([2], series.LimitCpus(5, 1)!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Bound_is_at_most_the_best_of_all_schedules_and_no_policy_in_time_is_below_it(int seed)
    {
        var options = new ShiftOptions { ShortWaitH = 2, LongWaitH = 2, Goal = ShiftGoal.Cost };
        var (trace, clusters) = TwoClusters.Random(seed, 4, 8);

        var best = Least(trace, clusters, options);
        var solution = Run(trace, clusters, options, ShiftPolicyKind.DayAhead, ShiftPolicyKind.PriceGuided);

        var bound = solution.Bounds[ShiftGoal.Cost];
        Assert.InRange(bound.Value, bound.SolverValue!.Value * (1 - 1e-6), best + 1e-6);
        Assert.All(solution.Runs.Where(r => r.Metrics.Late == 0), r => Assert.True(r.Metrics.CostYuan >= best - 1e-6));
        Assert.True(double.IsInfinity(best) || solution.Runs[0].Metrics.Late > 0 || solution.Runs[0].Metrics.CostYuan <= 1.3 * best);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Prices_of_grouped_work_prove_nearly_what_HiGHS_says_of_single_jobs(int seed)
    {
        var options = new ShiftOptions { ShortWaitH = 4, LongWaitH = 8, Goal = ShiftGoal.Cost };
        var (trace, clusters) = TwoClusters.Random(seed, 40, 40);
        var choice = new ClusterChoice(trace, clusters, options);
        var places = ShiftQuestion.Of(choice, clusters, ShiftGoal.Cost).Places();
        var items = WorkItems.Of(choice, ShiftGoal.Cost);

        var (exact, dual) = TimeIndexedModel.Solve(items, places, null, Cancel);
        var together = items.Together(ShiftBound.UsualPrice(places));
        var ascent = new CapacityPrices(together, places).Ascend(200, null, Cancel).Dual;

        Assert.True(together.Count < items.Count);
        Assert.Equal(items.WorkCpuH, together.WorkCpuH, 1e-9);
        Assert.True(new Lagrangian(items, places).Value(dual) >= exact.Objective * (1 - 1e-6)); // it splits no job
        Assert.InRange(new Lagrangian(items, places).Value(ascent), 0.98 * exact.Objective, 1.1 * exact.Objective);
    }

    [Theory]
    [InlineData(Suspension.Allowed, LengthKnowledge.Known)]
    [InlineData(Suspension.Allowed, LengthKnowledge.ClassMean)]
    [InlineData(Suspension.Never, LengthKnowledge.Known)]
    [InlineData(Suspension.Never, LengthKnowledge.ClassMean)]
    public void Every_policy_keeps_place_data_and_capacity_and_what_a_resumption_adds(Suspension suspension, LengthKnowledge lengths)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var options = new ShiftOptions { Suspension = suspension, Lengths = lengths, Goal = ShiftGoal.Cost, CheckpointTimeS = seed % 2 * 307, ForecastErrorPu = seed / 3 * 0.1 };
            var (whole, clusters) = TwoClusters.Random(seed, 40, 120);
            var jobs = ShiftTraces.Random(seed, 40);
            var trace = jobs with { Demands = [.. whole.Demands.Select((d, j) => jobs.Cpus[j] > 2 ? d with { Requires = [] } : d)] }; // 2 is the size of the one that is green

            var solution = Run(trace, clusters, options, [.. Enum.GetValues<ShiftPolicyKind>().Where(p => ShiftStudy.Serves(p, options))]);

            Assert.All(solution.Runs, r => Assert.True(r.Metrics.Late > 0 || r.Metrics.HoursOverLimit > 0 || r.Metrics.CostYuan >= solution.Bounds[ShiftGoal.Cost].Value * (1 - 1e-9)));
            Assert.All(solution.Runs.Where(r => r.Schedule.Policy is ShiftPolicyKind.PriceGuided or ShiftPolicyKind.DayAhead), r => Assert.Equal(0, r.Metrics.HoursOverLimit));
        }
    }

    static ShiftSolution Run(ShiftTrace trace, ImmutableArray<ShiftCluster> clusters, ShiftOptions options, params ShiftPolicyKind[] policies) => ShiftStudy.Run(trace, clusters, options, policies, Cancel);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
