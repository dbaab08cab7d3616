using Suandian.Scheduling.Shifting;

namespace Suandian.Scheduling.Comparison;

public class ComparisonStudyTests
{
    static readonly (string, QueuePolicyKind)[] FifoAndEasy = [("fifo", QueuePolicyKind.Fifo), ("easy", QueuePolicyKind.Easy)];

    /// <summary>Starts worked out by hand: 0, 10, 20, 25 in order of arrival; 0, 10, 33, 3 with EASY.</summary>
    [Fact]
    public void Schedules_are_measured_alike_and_set_beside_the_best_and_the_bound()
    {
        var solution = Compare(Four() with { User = JobLabels.From(["a", "a", "b", "b"]), Section = JobLabels.From(["market", "market", "national", null]), DeadlineS = [-1, 19, 30, -1] });

        var (fifo, easy) = (solution.Runs[0].Metrics, solution.Runs[1].Metrics);
        Assert.Equal(12.25 / 3600, fifo.WaitH.Mean, 1e-12);
        Assert.Equal(10.0 / 3600, easy.WaitH.Mean, 1e-12); // waits 0, 9, 18, 22 and 0, 9, 31, 0
        Assert.Equal(1.225, solution.ToBest(solution.Runs[0], m => m.WaitH.Mean), 1e-12);
        Assert.Equal((55, 38), (fifo.MakespanS, easy.MakespanS));
        Assert.Equal(33, solution.Setting.LeastMakespanS); // the last job arrives at 3 and takes 30; all work takes 100/4 = 25
        Assert.Equal(100.0 / (4 * 55), fifo.UtilisationPu);
        Assert.Equal((1, 2), (fifo.Late, easy.Late)); // ends 20 and 25 in order of arrival, 20 and 38 with EASY, against 19 and 30
    }

    [Fact]
    public void Groups_and_fairness_are_means_of_their_jobs()
    {
        var fifo = Compare(Four() with { User = JobLabels.From(["a", "a", "b", "b"]), Section = JobLabels.From(["market", "market", "national", null]) }).Runs[0].Metrics;

        // slowdowns 1, 19/10, (18 + 5)/10 and 52/30
        var (a, b) = ((1 + 1.9) / 2, (2.3 + 52.0 / 30) / 2);
        Assert.Equal((a + b) * (a + b) / (2 * (a * a + b * b)), fifo.FairnessPu, 1e-12);
        Assert.Equal([":1", "market:2", "national:1"], fifo.Groups.Select(g => $"{g.Name}:{g.Jobs}"));
        Assert.Equal(4.5 / 3600, fifo.Groups[1].MeanWaitH, 1e-12);
    }

    /// <summary>Two jobs of an hour with 1 and 2 processors; hour 2 has 100 g, hour 1 500 g; 2 kW of green power in hour 2.</summary>
    [Fact]
    public void Queues_and_shifts_are_measured_on_the_same_hours_and_beside_the_proved_bound()
    {
        var trace = new JobTrace { Name = "two", Number = [1, 2], SubmitS = [0, 0], RunS = [3600, 3600], EstimateS = [3600, 3600], Processors = [1, 2] };
        var series = new ShiftSeries { Hours = 8, CarbonGPerKwh = [500, 100, 200, 600, 600, 600, 600, 600], PriceYuanPerKwh = [1, 2, 3, 4, 5, 6, 7, 8], GreenMw = [0, 0.002, 0, 0, 0, 0, 0, 0] };

        var solution = ComparisonStudy.Run(new ComparisonSetting(trace, 3, series, 1), [("easy", QueuePolicyKind.Easy)], [("now", ShiftPolicyKind.RunNow), ("wait-awhile", ShiftPolicyKind.WaitAwhile)], new ShiftOptions(), TestContext.Current.CancellationToken);

        Assert.Equal([1.5, 1.5, 0.3], solution.Runs.Select(r => Math.Round(r.Metrics.CarbonKg, 9)));
        Assert.Equal([3, 3, 6], solution.Runs.Select(r => Math.Round(r.Metrics.CostYuan, 9)));
        Assert.Equal([0, 0, 0.667], solution.Runs.Select(r => Math.Round(r.Metrics.GreenSharePu, 3))); // 2 of 3 kW
        Assert.Equal([5, 5, 1], solution.Runs.Select(r => Math.Round(r.ToBound(r.Metrics.CarbonKg, solution.Bounds.CarbonKg), 6)));

        var metered = ComparisonStudy.Run(new ComparisonSetting(trace, 3, series with { Pue = [1.5, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2] }, 1), [("easy", QueuePolicyKind.Easy)], [("wait-awhile", ShiftPolicyKind.WaitAwhile)], new ShiftOptions(), TestContext.Current.CancellationToken);
        Assert.Equal([1.5 * 1.5, 0.3 * 1.2], metered.Runs.Select(r => Math.Round(r.Metrics.CarbonKg, 9)));
        Assert.Equal([4.5, 3.6], metered.Runs.Select(r => Math.Round(r.Metrics.EnergyKwh, 9)));
        Assert.Equal(1, metered.Runs[1].ToBound(metered.Runs[1].Metrics.CarbonKg, metered.Bounds.CarbonKg), 1e-6);
        Assert.Equal(7, ComparisonStudy.HoursNeeded(trace, new ShiftOptions())); // 1 h of run time and 6 h of waiting
    }

    [Fact]
    public void A_schedule_above_the_power_limit_of_an_hour_is_not_ranked_and_has_no_ratio_to_the_bound()
    {
        // both jobs at once take 3 kW in the first hour, which lets 2 run
        var trace = new JobTrace { Name = "two", Number = [1, 2], SubmitS = [0, 0], RunS = [3600, 3600], EstimateS = [3600, 3600], Processors = [1, 2] };
        var series = new ShiftSeries { Hours = 8, CarbonGPerKwh = [500, 100, 200, 600, 600, 600, 600, 600], PowerLimitMw = [0.002, 0.003, 0.003, 0.003, 0.003, 0.003, 0.003, 0.003] };

        var solution = ComparisonStudy.Run(new ComparisonSetting(trace, 3, series, 1), [("easy", QueuePolicyKind.Easy)], [("ahead", ShiftPolicyKind.DayAhead)], new ShiftOptions(), TestContext.Current.CancellationToken);

        Assert.Equal([false, true], solution.Runs.Select(r => r.Metrics.IsWithinMachine));
        Assert.True(double.IsNaN(solution.Runs[0].ToBound(solution.Runs[0].Metrics.CarbonKg, solution.Bounds.CarbonKg)));
        Assert.Equal(1, solution.Runs[1].ToBound(solution.Runs[1].Metrics.CarbonKg, solution.Bounds.CarbonKg), 1e-6);
    }

    [Fact]
    public void Most_held_is_told_by_hour()
    {
        // 2 from 1800 to 5400, 1 from 3600 to 7200, 4 in the instant of a job without length
        Assert.Equal([2, 3, 0], Statistics.HeldProcessors.Most([(1800, 5400, 2), (3600, 7200, 1), (7200, 7200, 4)], 0, 3600, 3));
    }

    [Fact]
    public void Blocks_take_the_lowest_free_rows_and_never_share_one()
    {
        var trace = new JobTrace { Name = "t", Number = [1, 2, 3, 4], SubmitS = [0, 0, 0, 5], RunS = [10, 5, 10, 5], EstimateS = [10, 5, 10, 5], Processors = [1, 1, 1, 2] };

        var blocks = ProcessorRows.Of(trace, [new(0, 0, 10), new(1, 0, 5), new(2, 0, 10), new(3, 5, 10)]);

        Assert.Equal(["0:0+1", "1:1+1", "2:2+1", "3:1+1", "3:3+1"], blocks.Select(b => $"{b.Segment.Job}:{b.FirstRow}+{b.Rows}"));
    }

    [Fact]
    public void Blocks_of_any_schedule_fit_the_machine_and_hold_what_the_jobs_hold()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            int[] processors = [.. Enumerable.Range(0, 40).Select(_ => random.Next(1, 9))];
            long[] run = [.. processors.Select(_ => (long)random.Next(1, 50))];
            var trace = new JobTrace { Name = "t", Number = [.. Enumerable.Range(1, 40).Select(n => (long)n)], SubmitS = [.. Enumerable.Range(0, 40).Select(n => 3L * n)], RunS = run, EstimateS = run, Processors = processors };
            var solution = ComparisonStudy.Run(new ComparisonSetting(trace, 8, null, 1), FifoAndEasy, [], new ShiftOptions(), TestContext.Current.CancellationToken);
            foreach (var blocks in solution.Runs.Select(r => ProcessorRows.Of(trace, r.Schedule.Segments)))
            {
                Assert.All(blocks, b => Assert.InRange(b.FirstRow + b.Rows, 1, 8));
                Assert.Equal(processors, Enumerable.Range(0, 40).Select(j => blocks.Where(b => b.Segment.Job == j).Sum(b => b.Rows)));
                Assert.DoesNotContain(blocks.SelectMany((a, i) => blocks.Skip(i + 1).Select(b => (A: a, B: b))), p =>
                    p.A.Segment.StartS < p.B.Segment.EndS && p.B.Segment.StartS < p.A.Segment.EndS && p.A.FirstRow < p.B.FirstRow + p.B.Rows && p.B.FirstRow < p.A.FirstRow + p.A.Rows);
            }
        }
    }

    static ComparisonSolution Compare(JobTrace trace) => ComparisonStudy.Run(new ComparisonSetting(trace, 4, null, 1), FifoAndEasy, [], new ShiftOptions(), TestContext.Current.CancellationToken);

    static JobTrace Four() => new() { Name = "four", Number = [1, 2, 3, 4], SubmitS = [0, 1, 2, 3], RunS = [10, 10, 5, 30], EstimateS = [10, 10, 5, 30], Processors = [3, 2, 4, 1] };
}
