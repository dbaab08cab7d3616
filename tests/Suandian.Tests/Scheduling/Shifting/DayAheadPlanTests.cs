using Suandian.Optimisation;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Scheduling.Shifting.Planning;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting;

public class DayAheadPlanTests
{
    const int Hours = 60;

    [Fact]
    public void Small_plans_with_tight_capacity_and_equal_prices_are_nearly_always_optimal()
    {
        var (ratios, missed) = (new List<double>(), 0);
        for (var seed = 0; seed < 120; seed++)
        {
            var (trace, series, options) = Case(seed);
            if (Least(trace, series, options) is not { } least)
            {
                continue; // no plan of whole hours keeps all deadlines
            }

            var metrics = ShiftStudy.Run(trace, series, options, [ShiftPolicyKind.DayAhead], Cancel).Runs[0].Metrics;
            missed += metrics.Late > 0 ? 1 : 0;
            ratios.Add(metrics.Of(ShiftGoal.Carbon) / least);
        }

        Assert.Equal(0, missed);
        Assert.InRange(ratios.Min(), 1 - 1e-6, 1 + 1e-6); // parts of hours do not save anything; 1e-6 is the tolerance of the solver
        Assert.InRange(ratios.Average(), 1 - 1e-6, 1.002); // by list and second choice alone 1.013
        Assert.InRange(ratios.Max(), 1, 1.05); // by list and second choice alone 1.17
    }

    [Fact]
    public void Who_finds_no_room_moves_others_that_find_room_elsewhere()
    {
        // one processor: a takes the cheapest hour of its 3, which is the only one that b may use
        var trace = Of((0, Hour, 1), (Hour, Hour, 1)) with { WaitSlots = [2 * Hour, 0] };
        var jobs = new PlacedJobs(ClusterChoice.Anywhere(trace, new ShiftOptions()), [new Bounds.PlaceHours([5, 1, 3, 9], [1, 1, 1, 1])], ShiftGoal.Carbon);
        Assert.True(jobs.Choose(0, 0, jobs.Own));
        Assert.False(jobs.Choose(1, 0, jobs.Own));

        var late = new RoomMaking(jobs, jobs.Own, 1).For([1], 100, Cancel);

        Assert.Empty(late);
        Assert.Equal([(0, 2 * Hour, 3 * Hour), (1, Hour, 2 * Hour)], jobs.Schedule().Segments.Select(s => (s.Job, s.Start, s.End)));
    }

    [Fact]
    public void Where_no_room_can_be_made_all_is_as_before()
    {
        var trace = Of((0, Hour, 1), (0, Hour, 1), (0, Hour, 1)) with { WaitSlots = [Hour, Hour, Hour] }; // 3 h of work in 2 h
        var jobs = new PlacedJobs(ClusterChoice.Anywhere(trace, new ShiftOptions()), [new Bounds.PlaceHours([5, 1, 3], [1, 1, 1])], ShiftGoal.Carbon);
        Assert.True(jobs.Choose(0, 0, jobs.Own) && jobs.Choose(1, 0, jobs.Own));
        var before = jobs.Schedule().Segments;

        var late = new RoomMaking(jobs, jobs.Own, 1).For([2], 1000, Cancel);

        Assert.Equal([2], late);
        Assert.Equal(before, jobs.Schedule().Segments);
    }

    [Fact]
    public void Exchanges_leave_a_local_optimum_of_single_choices()
    {
        // one processor: a (2 h, any of 4) sits on the two cheap hours that b and c (1 h, hours 1 and 2 only) need for less; each alone finds nothing better
        var trace = Of((0, 2 * Hour, 1), (Hour, Hour, 1), (Hour, Hour, 1)) with { WaitSlots = [4 * Hour, 3 * Hour, 3 * Hour] };
        PlacedJobs jobs = new(ClusterChoice.Anywhere(trace, new ShiftOptions()), [new Bounds.PlaceHours([4, 1, 1, 5, 5, 5], [1, 1, 1, 1, 1, 1])], ShiftGoal.Carbon);
        Assert.True(jobs.Choose(0, 0, jobs.Own) && jobs.Choose(1, 0, jobs.Own) && jobs.Choose(2, 0, jobs.Own)); // 1 + 1, 5, 5

        new Exchanges(jobs, [jobs.Own], 1).Improve(0, 1000, Cancel);

        Assert.Equal(11, Enumerable.Range(0, 3).Sum(jobs.Cost), 1e-9); // a in hours 0 and 3, b and c in 1 and 2: 4 + 5 + 1 + 1, or a in 0 and one cheap one
    }

    [Fact]
    public void Jobs_that_may_not_be_suspended_are_planned_in_one_run()
    {
        // one processor, prices 9 1 2 8 1 9: a (2 h) runs in hours 1 and 2 for 3; b (1 h) would like hour 1 and takes hour 4 for 1
        var options = new ShiftOptions { CapacityCpus = 1, ShortWaitH = 4, LongWaitH = 4, Suspension = Suspension.Never };

        var run = ShiftStudy.Run(Of((0, 2 * Hour, 1), (0, Hour, 1)), Carbon(9, 1, 2, 8, 1, 9), options, [ShiftPolicyKind.DayAhead], Cancel).Runs[0];

        Assert.Equal([(0, Hour, 3 * Hour), (1, 4 * Hour, 5 * Hour)], run.Schedule.Segments.Select(s => (s.Job, s.Start, s.End)));
        Assert.Empty(run.Faults);
    }

    [Fact]
    public void A_job_of_unknown_length_starts_where_it_is_expected_to_cost_least_of_what_is_free_for_its_mean_length()
    {
        // mean length 1 h, prices 5 1 1.5 5 …: hour 1 would be best, but its second half is taken; hour 2 is next
        var profile = new SlotProfile([1, 1, 1, 1, 1, 1]);
        profile.Take(Hour + Hour / 2, 2 * Hour, 1);
        var expected = new ExpectedCost(new GuidePrices(h => h switch { 1 => 1, 2 => 1.5, _ => 5 }, []), Hour, (0, 5));

        var (start, cost) = new ExpectedPlacement().Find(new Wish(0, 5 * Hour, Hour, 1, Past.None), expected, 0, profile);

        Assert.Equal(2 * Hour, start);
        Assert.Equal(1.5 * (1 - Math.Exp(-1)) + 5 * Math.Exp(-1), cost, 1e-9); // an hour at 1.5, and what lasts longer at 5
        Assert.Equal((-1, double.PositiveInfinity), new ExpectedPlacement().Find(new Wish(Hour, 2 * Hour, Hour, 1, Past.None), expected, 0, profile));
    }

    /// <summary>2 to 10 jobs of whole hours, up to as wide as the machine, with 1 to 12 h to wait; few prices, so that many hours are alike.</summary>
    static (ShiftTrace Trace, ShiftSeries Series, ShiftOptions Options) Case(int seed)
    {
        var random = new Random(seed);
        var (count, capacity, levels, wait) = (2 + random.Next(9), 2 + random.Next(5), 1 + random.Next(4), 1 + random.Next(12));
        var trace = Of([.. Enumerable.Range(0, count).Select(_ => random.Next(6) * Hour).Order().Select(arrival => (arrival, Hour * (1 + random.Next(4)), 1 + random.Next(capacity)))]);
        return (trace, Carbon([.. Enumerable.Range(0, Hours).Select(_ => 100.0 * (1 + random.Next(levels + 1)))]), new ShiftOptions { CapacityCpus = capacity, ShortWaitH = wait, LongWaitH = wait });
    }

    /// <summary>The least cost of whole hours, by HiGHS: on(j,h) ∈ {0,1}; Σ over h on(j,h) = length(j); Σ over j cpus(j) on(j,h) ≤ capacity. Null where there is none.</summary>
    static double? Least(ShiftTrace trace, ShiftSeries series, ShiftOptions options)
    {
        var model = new LinearModel("whole hours", Hours + trace.Count, trace.Count * Hours, 2 * trace.Count * Hours);
        bool MayRun(int j, int h) => h >= trace.Arrival[j] / Hour && h < trace.Job(j, options).Deadline / Hour;
        var on = model.Variables("on", trace.Count, Hours, 0, (j, h) => MayRun(j, h) ? 1 : 0).AsIntegers();
        model.Subject("length", trace.Count, j => Expression.Sum(Hours, h => on[j, h]) == trace.Length[j] / Hour);
        model.Subject("capacity", Hours, h => Expression.Sum(trace.Count, j => trace.Cpus[j] * on[j, h]) <= options.CapacityCpus!.Value);
        model.Minimise("cost", trace.Count, Hours, (j, h) => series.CarbonGPerKwh![h] * trace.Cpus[j] * on[j, h]);
        var solution = Solver.Solve(model, new SolverOptions(), null, Cancel);
        return solution.Status == SolverStatus.Optimal ? solution.Objective : null;
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
