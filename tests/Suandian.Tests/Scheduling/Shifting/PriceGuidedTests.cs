using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Scheduling.Shifting.Planning;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting;

public class PriceGuidedTests
{
    [Fact]
    public void Without_limits_and_with_known_lengths_it_reaches_the_bound()
    {
        var solution = Run(1, new ShiftOptions(), ShiftPolicyKind.PriceGuided, ShiftPolicyKind.DayAhead);

        Assert.All(solution.Runs, r => Assert.Equal(solution.Bounds[ShiftGoal.Carbon].Value, r.Metrics.Of(ShiftGoal.Carbon), 1e-6 * r.Metrics.Of(ShiftGoal.Carbon)));
    }

    [Theory]
    [InlineData(Suspension.Allowed, LengthKnowledge.Known)]
    [InlineData(Suspension.Allowed, LengthKnowledge.ClassMean)]
    [InlineData(Suspension.Never, LengthKnowledge.Known)]
    [InlineData(Suspension.Never, LengthKnowledge.ClassMean)]
    public void Capacity_and_lengths_are_kept_and_no_schedule_in_time_is_below_the_bound(Suspension suspension, LengthKnowledge lengths)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var options = new ShiftOptions { CapacityCpus = 9, Suspension = suspension, Lengths = lengths, ForecastErrorPu = seed % 2 * 0.1, CheckpointS = seed / 3 * 60 };

            var run = Run(seed, options, ShiftPolicyKind.PriceGuided);

            Assert.DoesNotContain(run.Runs[0].Faults, f => f.Kind is not ShiftFaultKind.AfterDeadline);
            Assert.InRange(run.Runs[0].Metrics.PeakCpus, 1, 9);
            Assert.True(run.Runs[0].Metrics.Late > 0 || run.Runs[0].Metrics.Of(ShiftGoal.Carbon) >= run.Bounds[ShiftGoal.Carbon].Value * (1 - 1e-9));
        }
    }

    [Fact]
    public void Work_goes_around_hours_of_little_power()
    {
        // hour 1 is the cheapest and has no power: two jobs of 1 h with one processor each run in hours 0 and 2
        var series = Carbon(5, 1, 3, 9) with { PowerLimitMw = [0.001, 0, 0.001, 0.001] };

        var run = ShiftStudy.Run(Of((0, Hour, 1), (0, Hour, 1)), series, new ShiftOptions { ShortWaitH = 2 }, [ShiftPolicyKind.DayAhead], Cancel).Runs[0];

        Assert.Equal([0, 2 * Hour], run.Schedule.Segments.Select(s => s.Start).Order());
        Assert.Equal((8, 0), (Math.Round(run.Metrics.Of(ShiftGoal.Carbon), 9), run.Metrics.Late));
    }

    [Fact]
    public void A_job_that_may_not_be_suspended_starts_where_no_other_start_is_cheaper()
    {
        var (trace, series) = (ShiftTraces.Random(7, 20), RandomSeries(7, 60));
        var (options, signal) = (new ShiftOptions { Suspension = Suspension.Never, WaitingPricePu = 0 }, series.Signal(ShiftGoal.Carbon)!);

        var schedule = Schedule(ShiftPolicyKind.PriceGuided, trace, signal, options);

        Assert.All(schedule.Segments, s =>
        {
            var (job, length) = (trace.Job(s.Job, options), s.End - s.Start);
            var least = Enumerable.Range(job.Arrival, job.Wait + 1).Min(start => signal.Between(start, start + length));
            Assert.Equal(least, signal.Between(s.Start, s.End), 1e-9 * least);
        });
    }

    [Fact]
    public void A_resumption_that_costs_more_than_it_saves_is_not_made()
    {
        // 2 h in hours of 1, 2, 1.2: apart they cost 2.2, together 3; a resumption is worth 1.2 · its running time
        var profile = new SlotProfile(null);
        var prices = new GuidePrices(h => new[] { 1, 2, 1.2 }[h], []);
        var (wish, found) = (new Wish(0, 3 * Hour, 2 * Hour, 1, Past.None), new List<(int Start, int End)>());

        new SuspendablePlacement(0.5).Find(wish, prices, profile, found); // + 0.6
        Assert.Equal([(0, Hour), (2 * Hour, 3 * Hour)], found.Order());
        new SuspendablePlacement(1).Find(wish, prices, profile, found); // + 1.2
        Assert.Equal([(0, Hour), (Hour, 2 * Hour)], found.Order());
    }

    [Fact]
    public void A_resumption_that_adds_time_is_made_where_it_pays_with_what_it_adds()
    {
        // 2 h in hours of 1, 2, 1.2. Adding 0.1 h: hours 0 and 2 and 0.1 h of hour 1, 2.4 < 3. Adding 0.5 h: 1 + 1 + 1.2 = 3.2 > 3
        var profile = new SlotProfile(null);
        var prices = new GuidePrices(h => new[] { 1, 2, 1.2, 9 }[h], []);
        var (wish, found) = (new Wish(0, 3 * Hour, 2 * Hour, 1, Past.None), new List<(int Start, int End)>());

        new SuspendablePlacement(0, 72).Find(wish, prices, profile, found);
        Assert.Equal((2.4, 2 * Hour + 72), (Math.Round(found.Sum(t => prices.Between(t.Start, t.End)), 9), found.Sum(t => t.End - t.Start)));
        new SuspendablePlacement(0, 360).Find(wish, prices, profile, found);
        Assert.Equal([(0, Hour), (Hour, 2 * Hour)], found.Order()); // one run in two hours
    }

    [Fact]
    public void A_job_whose_resumption_finds_no_room_is_told_to_miss_its_length()
    {
        // rests, 1 h to run and 0.1 h to add in a window of 1 h
        var (wish, found) = (new Wish(0, Hour, Hour, 1, Past.Rests), new List<(int Start, int End)>());

        Assert.True(new SuspendablePlacement(0, 72).Find(wish, new GuidePrices(_ => 1, []), new SlotProfile(null), found) > 0);
    }

    [Fact]
    public void Expected_cost_equals_integration_slot_by_slot()
    {
        var signal = new HourlySignal(RandomSeries(3, 40).CarbonGPerKwh!);
        var cost = new ExpectedCost(new GuidePrices(h => signal[h], []), 500, (2, 10));
        foreach (var start in (int[])[2 * Hour, 2 * Hour + 100, 9 * Hour + 719])
        {
            // each slot weighs exp(−u/m) at its middle
            var integral = Enumerable.Range(0, 30 * 500).Sum(u => Math.Exp(-(u + 0.5) / 500) * signal[(start + u) / Hour]) / Hour;
            Assert.Equal(integral, cost.At(start), 1e-6 * integral);
        }
    }

    [Fact]
    public void A_day_ahead_plan_for_two_places_keeps_both_limits_and_comes_within_a_tenth_of_its_bound()
    {
        var (trace, options) = (ShiftTraces.Random(5, 300), new ShiftOptions());
        var hours = trace.Arrival[^1] / Hour + 40;
        PlaceHours[] places = [.. Enumerable.Range(1, 2).Select(p => new PlaceHours(RandomSeries(p, hours).CarbonGPerKwh!, [.. Enumerable.Repeat(6.0, hours)]))];

        var choice = ClusterChoice.Anywhere(trace, options, 2);

        var plan = new DayAheadPlan(choice, places, ShiftGoal.Carbon).Solve(Cancel);

        Assert.Equal(0, plan.Late);
        Assert.InRange(plan.Cost(choice, places, ShiftGoal.Carbon) / plan.Bound, 1, 1.1);
        for (var p = 0; p < 2; p++)
        {
            var here = new ShiftSchedule(ShiftPolicyKind.DayAhead, [.. plan.Schedule.Segments.Where(s => plan.Schedule.ClusterOf(s.Job) == p)]);
            Assert.DoesNotContain(ShiftCheck.Of(trace, Carbon(new double[hours]), options with { CapacityCpus = 6 }, here), f => f.Kind is ShiftFaultKind.OverLimit or ShiftFaultKind.BeforeArrival);
        }
    }

    [Fact]
    public void Runs_are_the_same_each_time()
    {
        var options = new ShiftOptions { CapacityCpus = 8, ForecastErrorPu = 0.2 };

        Assert.Equal(Run(2, options, ShiftPolicyKind.PriceGuided).Runs[0].Schedule.Segments, Run(2, options, ShiftPolicyKind.PriceGuided).Runs[0].Schedule.Segments);
        Assert.NotEqual(Run(2, options, ShiftPolicyKind.PriceGuided).Runs[0].Schedule.Segments, Run(2, options with { Seed = 9 }, ShiftPolicyKind.PriceGuided).Runs[0].Schedule.Segments);
    }

    static ShiftSolution Run(int seed, ShiftOptions options, params ShiftPolicyKind[] policies) => ShiftStudy.Run(ShiftTraces.Random(seed, 60), RandomSeries(seed, 150), options, policies, Cancel);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
