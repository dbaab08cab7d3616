using Suandian.Optimisation;
using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting;

public class ShiftBoundTests
{
    static readonly ShiftOptions OneHour = new() { ShortWaitH = 1, LongWaitH = 1 };

    [Fact]
    public void Without_limits_each_job_takes_its_cheapest_slots() // 2 cpus · (0.5 h · 1 + 0.5 h · 3): the arrival at half past leaves half of hour 0
        => Assert.Equal(2 * (0.5 * 1 + 0.5 * 3), ShiftBound.Of(ClusterChoice.Anywhere(Of((360, Hour, 2)), OneHour), [new PlaceHours([1, 3, 4], null)], ShiftGoal.Carbon, Cancel).Value, 1e-12);

    [Fact]
    public void Of_two_jobs_for_one_processor_one_takes_the_dear_hour_and_the_price_of_the_limit_is_the_difference()
    {
        var bound = ShiftBound.Of(ClusterChoice.Anywhere(Of((0, Hour, 1), (0, Hour, 1)), OneHour), [new PlaceHours([1, 3], [1, 1])], ShiftGoal.Carbon, Cancel);

        Assert.Equal((4, true), (Math.Round(bound.Value, 9), bound.IsFeasible)); // 1 + 3
        Assert.Equal(2, bound.DualPerCpuH[0][0] - bound.DualPerCpuH[0][1], 1e-6);
    }

    [Fact]
    public void Three_hours_of_work_in_two_hours_of_one_processor_are_proved_impossible() =>
        Assert.False(ShiftBound.Of(ClusterChoice.Anywhere(Of((0, Hour, 1), (0, Hour, 1), (0, Hour, 1)), OneHour), [new PlaceHours([1, 3], [1, 1])], ShiftGoal.Carbon, Cancel).IsFeasible);

    /// <summary>A job of 2 h in two hours at −1 and 1: run through it costs 0; each resumption in the first hour would earn what it takes.</summary>
    [Fact]
    public void Nothing_is_proved_where_resumptions_earn()
    {
        var (trace, series) = (Of((0, 2 * Hour, 1)), new ShiftSeries { Hours = 3, PriceYuanPerKwh = [-1, 1, 1] });
        ShiftBound Bound(int checkpointS) => ShiftStudy.Run(trace, series, OneHour with { Goal = ShiftGoal.Cost, CheckpointS = checkpointS }, [ShiftPolicyKind.RunNow], Cancel).Bounds[ShiftGoal.Cost];

        Assert.Equal(0, Bound(0).Value, 1e-9);
        Assert.Equal(double.NaN, Bound(600).Value);
    }

    /// <summary>Six jobs of 3 h that arrive one each hour and may wait 1 h: 18 h of work in 9 hours of two processors, but the first hour takes one job only.</summary>
    [Fact]
    public void A_lack_that_no_single_hour_shows_is_proved()
    {
        var trace = Of([.. Enumerable.Range(0, 6).Select(k => (k * Hour, 3 * Hour, 1))]);
        ShiftBound At(int cpus) => ShiftBound.Of(ClusterChoice.Anywhere(trace, OneHour), [new PlaceHours([.. Enumerable.Repeat(1.0, 9)], [.. Enumerable.Repeat((double)cpus, 9)])], ShiftGoal.Carbon, Cancel);

        Assert.False(At(2).IsFeasible);
        Assert.True(At(3).IsFeasible);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 5)]
    [InlineData(3, 6)]
    public void Prices_found_by_ascent_prove_what_HiGHS_proves_and_any_prices_prove_less(int seed, int capacity)
    {
        var (trace, options) = (ShiftTraces.Random(seed, 60), new ShiftOptions { ShortWaitH = 6, LongWaitH = 12 });
        var place = new PlaceHours(RandomSeries(seed, 80).CarbonGPerKwh!, [.. Enumerable.Repeat((double)capacity, 80)]);
        var items = WorkItems.Of(ClusterChoice.Anywhere(trace, options), ShiftGoal.Carbon);
        var (solution, dual) = TimeIndexedModel.Solve(items, [place], null, Cancel);
        var (together, random) = (TimeIndexedModel.Solve(items.Together(0), [place], null, Cancel).Solution, new Random(seed));
        var proof = new Lagrangian(items, [place]);

        Assert.Equal(SolverStatus.Optimal, solution.Status);
        Assert.Equal(solution.Objective, proof.Value(dual), 1e-6 * solution.Objective); // tolerance of the solver
        Assert.InRange(together.Objective, 0.97 * solution.Objective, solution.Objective * (1 + 1e-9)); // jobs put together may do more
        Assert.InRange(new CapacityPrices(items, [place]).Ascend(400, null, Cancel).Bound, 0.999 * solution.Objective, solution.Objective * (1 + 1e-9));
        Assert.True(proof.Value([[.. dual[0].Select(d => d * 2 * random.NextDouble())]]) <= solution.Objective * (1 + 1e-9));
    }

    [Fact]
    public void Work_moves_to_a_second_place_where_the_first_is_full()
    {
        // two jobs of 1 h, places of one processor at 1 and 2: one each, 1 + 2
        var items = WorkItems.Of(ClusterChoice.Anywhere(Of((0, Hour, 1), (0, Hour, 1)), new ShiftOptions { ShortWaitH = 0 }, 2), ShiftGoal.Carbon);

        var pricing = new CapacityPrices(items, [new PlaceHours([1], [1]), new PlaceHours([2], [1])]).Ascend(200, null, Cancel);

        Assert.InRange(pricing.Bound, 2.99, 3 + 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Bound_is_at_most_the_best_of_all_schedules_and_no_plan_is_below_it(int seed)
    {
        var random = new Random(seed);
        var trace = Of([.. Enumerable.Range(0, 4).Select(i => (i / 2 * Hour, Hour * random.Next(1, 3), random.Next(1, 3)))]);
        double[] carbon = [.. Enumerable.Range(0, 6).Select(_ => (double)random.Next(1, 30))];
        var (options, series) = (new ShiftOptions { CapacityCpus = 3, ShortWaitH = 2, LongWaitH = 2 }, Carbon(carbon));

        var best = Best(trace, carbon, options);
        var solution = ShiftStudy.Run(trace, series, options, [ShiftPolicyKind.DayAhead, ShiftPolicyKind.PriceGuided], Cancel);

        Assert.InRange(solution.Bounds[ShiftGoal.Carbon].Value, 0, best + 1e-6);
        Assert.All(solution.Runs.Where(r => r.Metrics.Late == 0), r => Assert.True(r.Metrics.Of(ShiftGoal.Carbon) >= best - 1e-6));
    }

    /// <summary>The least cost over every choice of whole hours; what begins and ends with hours has an optimum of this kind.</summary>
    static double Best(ShiftTrace trace, double[] carbon, ShiftOptions options)
    {
        double Search(int job, int[] free)
        {
            if (job == trace.Count)
            {
                return 0;
            }

            var (first, last, need) = (trace.Arrival[job] / Hour, trace.Job(job, options).Deadline / Hour, trace.Length[job] / Hour);
            var least = double.PositiveInfinity;
            for (var set = 0; set < 1 << (last - first); set++)
            {
                int[] hours = [.. Enumerable.Range(0, last - first).Where(k => (set >> k & 1) == 1).Select(k => first + k)];
                if (hours.Length == need && hours.All(h => free[h] >= trace.Cpus[job]))
                {
                    int[] rest = [.. free.Select((f, h) => hours.Contains(h) ? f - trace.Cpus[job] : f)];
                    least = Math.Min(least, hours.Sum(h => carbon[h]) * trace.Cpus[job] + Search(job + 1, rest));
                }
            }

            return least;
        }

        return Search(0, [.. Enumerable.Repeat(options.CapacityCpus!.Value, carbon.Length)]);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
