using Suandian.Cases;
using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Scheduling.Shifting.Planning;

namespace Suandian.Scheduling.Shifting;

/// <summary>The trace pai_1k of GAIA (umassos/GAIA, MIT) under a made-up carbon intensity of days and weeks.</summary>
public class GaiaTraceTests
{
    static readonly ShiftSeries Series = new() { Hours = 300, CarbonGPerKwh = [.. Enumerable.Range(0, 300).Select(Intensity)] };

    [Fact]
    public void The_trace_has_the_published_jobs_processor_hours_and_class_means()
    {
        var trace = Trace(new ShiftOptions());

        Assert.Equal(1000, trace.Count);
        Assert.Equal(3191.92, trace.CpuHours, 0.005); // lengths rounded down to slots of 5 s
        Assert.Equal((454, 5221), (trace.MeanShort, trace.MeanLong)); // as GAIA's load_tasks computes them
    }

    [Fact]
    public void Wait_awhile_with_true_lengths_is_the_bound_without_limits_and_every_other_policy_is_above()
    {
        var options = new ShiftOptions();

        var solution = ShiftStudy.Run(Trace(options), Series, options, Enum.GetValues<ShiftPolicyKind>(), TestContext.Current.CancellationToken);

        var bound = solution.Bounds[ShiftGoal.Carbon].Value;
        Assert.All(solution.Runs, r => Assert.True(r.Metrics.Of(ShiftGoal.Carbon) >= bound * (1 - 1e-9), $"{r.Schedule.Policy}"));
        Assert.Equal(bound, solution.Runs.Single(r => r.Schedule.Policy == ShiftPolicyKind.WaitAwhile).Metrics.Of(ShiftGoal.Carbon), 1e-6 * bound);
        Assert.All(solution.Runs, r => Assert.Empty(r.Faults));
    }

    [Fact]
    public void With_34_processors_the_day_ahead_plan_is_within_1_percent_of_the_proved_bound()
    {
        var options = new ShiftOptions { CapacityCpus = 34 }; // twice the mean demand

        var solution = ShiftStudy.Run(Trace(options), Series, options, [ShiftPolicyKind.DayAhead], TestContext.Current.CancellationToken);

        var bound = solution.Bounds[ShiftGoal.Carbon];
        Assert.Equal(bound.SolverValue!.Value, bound.Value, 1e-6 * bound.Value); // the proof by prices equals what HiGHS says
        Assert.InRange(solution.Runs[0].Metrics.Of(ShiftGoal.Carbon) / bound.Value, 1 - 1e-9, 1.01);
        Assert.Empty(solution.Runs[0].Faults);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(55)]
    public void With_34_processors_the_policy_that_knows_no_arrivals_is_within_1_percent_of_the_proved_bound(int from)
    {
        var options = new ShiftOptions { CapacityCpus = 34 };
        var series = new ShiftSeries { Hours = 300, CarbonGPerKwh = [.. Enumerable.Range(from, 300).Select(Intensity)] };

        var solution = ShiftStudy.Run(Trace(options), series, options, [ShiftPolicyKind.PriceGuided], TestContext.Current.CancellationToken);

        Assert.InRange(solution.Runs[0].Metrics.Of(ShiftGoal.Carbon) / solution.Bounds[ShiftGoal.Carbon].Value, 1 - 1e-9, 1.01);
        Assert.Equal(0, solution.Runs[0].Metrics.HoursOverLimit);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(55)]
    public void Without_suspension_and_with_34_processors_the_day_ahead_plan_is_within_4_percent_of_the_preemptive_bound(int from)
    {
        var options = new ShiftOptions { CapacityCpus = 34, Suspension = Suspension.Never };
        var series = new ShiftSeries { Hours = 300, CarbonGPerKwh = [.. Enumerable.Range(from, 300).Select(Intensity)] };

        var solution = ShiftStudy.Run(Trace(options), series, options, [ShiftPolicyKind.DayAhead, ShiftPolicyKind.PriceGuided], TestContext.Current.CancellationToken);

        Assert.InRange(solution.ToBound(solution.Runs[0], ShiftGoal.Carbon), 1, 1.04);
        Assert.InRange(solution.ToBound(solution.Runs[1], ShiftGoal.Carbon), 1, 1.05); // found 1.037 to 1.048; arrivals are not known
        Assert.All(solution.Runs, r => Assert.InRange(r.Metrics.MeanWaitH, 0, 6));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(55)]
    public void Without_suspension_and_with_unknown_lengths_few_jobs_are_late_on_34_processors(int from)
    {
        var options = new ShiftOptions { CapacityCpus = 34, Suspension = Suspension.Never, Lengths = LengthKnowledge.ClassMean };
        var series = new ShiftSeries { Hours = 300, CarbonGPerKwh = [.. Enumerable.Range(from, 300).Select(Intensity)] };

        var solution = ShiftStudy.Run(Trace(options), series, options, [ShiftPolicyKind.PriceGuided], TestContext.Current.CancellationToken);

        var metrics = solution.Runs[0].Metrics;
        Assert.InRange(metrics.Late, 0, 20); // of 1000; each by itself, without room for the others: 21 to 45
        Assert.InRange(metrics.MeanWaitH, 0, 6);
        Assert.InRange(metrics.Of(ShiftGoal.Carbon) / solution.Bounds[ShiftGoal.Carbon].Value, 1, 1.1); // found 1.082 to 1.089
    }

    [Fact]
    public void A_hundred_thousand_jobs_at_two_places_for_a_year_are_planned_within_1_percent_of_the_proved_bound()
    {
        var options = new ShiftOptions();
        var (small, random) = (Trace(options), new Random(1));
        int[] arrival = [.. Enumerable.Range(0, 100_000).Select(_ => random.Next(8640 * ShiftTrace.SlotsPerHour)).Order()];
        int[] like = [.. arrival.Select(_ => random.Next(small.Count))];
        var trace = small with { Id = [.. arrival.Select((_, i) => $"{i}")], Arrival = arrival, Length = [.. like.Select(j => small.Length[j])], Cpus = [.. like.Select(j => small.Cpus[j])] };
        var each = Math.Ceiling(trace.CpuHours / 8760); // both together twice the mean demand
        PlaceHours[] places = [.. Enumerable.Range(0, 2).Select(p => new PlaceHours([.. Enumerable.Range(0, 8760).Select(h => Intensity(h + 7 * p) + 20 * random.NextDouble())], [.. Enumerable.Repeat(each, 8760)]))];

        var choice = ClusterChoice.Anywhere(trace, options, 2);
        var plan = new DayAheadPlan(choice, places, ShiftGoal.Carbon).Solve(TestContext.Current.CancellationToken);

        Assert.Equal(0, plan.Late);
        Assert.InRange(plan.Cost(choice, places, ShiftGoal.Carbon) / plan.Bound, 1 - 1e-9, 1.01);
    }

    static double Intensity(int hour) => 280 + 90 * Math.Sin(2 * Math.PI * hour / 24) + 60 * Math.Sin(2 * Math.PI * hour / 168) + 15 * Math.Sin(hour * hour);

    static ShiftTrace Trace(ShiftOptions options)
    {
        var reading = ShiftTraceFile.Read(OutsideData.File("traces", "pai_1k.csv"), new ShiftFit(options, 300), new JobLogOptions());
        Assert.Empty(reading.Problems);
        return reading.Trace!;
    }
}
