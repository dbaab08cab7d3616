namespace Suandian.Scheduling;

public class BatchSimulatorTests
{
    /// <summary>Four processors. A 3 × 10 s at 0, B 2 × 10 s at 1, C 4 × 5 s at 2, D 1 × 30 s at 3; estimates are true.</summary>
    static readonly JobTrace Four = Traces.Of([(0, 10, 10, 3), (1, 10, 10, 2), (2, 5, 5, 4), (3, 30, 30, 1)]);

    /// <summary>
    /// FIFO: B waits for A, C for B, D for C. Shortest first: at 10 C is shorter than B. EASY: B is to start at 10 with 2 to spare, so D may start
    /// at once, and C waits for D. Conservative: D would delay C, which is to start at 20, so it starts after C.
    /// </summary>
    [Theory]
    [InlineData(QueuePolicyKind.Fifo, new long[] { 0, 10, 20, 25 })]
    [InlineData(QueuePolicyKind.ShortestFirst, new long[] { 0, 15, 10, 15 })]
    [InlineData(QueuePolicyKind.Easy, new long[] { 0, 10, 33, 3 })]
    [InlineData(QueuePolicyKind.Conservative, new long[] { 0, 10, 20, 25 })]
    public void Four_jobs_start_as_worked_out_by_hand(QueuePolicyKind policy, long[] starts) =>
        Assert.Equal(starts, Run(Four, 4, policy).StartS);

    [Fact]
    public void An_early_end_lets_all_move_up()
    {
        // A holds all 4 processors until 3 and not until 10 as it said: B, reserved for 10, and C beside it start at 3
        var trace = Traces.Of([(0, 3, 10, 4), (1, 5, 5, 2), (2, 5, 5, 2)]);

        Assert.Equal([0, 3, 3], Run(trace, 4, QueuePolicyKind.Conservative).StartS);
    }

    [Theory]
    [InlineData(QueuePolicyKind.Fifo)]
    [InlineData(QueuePolicyKind.ShortestFirst)]
    [InlineData(QueuePolicyKind.Easy)]
    [InlineData(QueuePolicyKind.Conservative)]
    public void Three_hundred_random_traces_start_as_by_brute_force(QueuePolicyKind policy)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var processors = 8 + seed % 20;
            var trace = Traces.Random(seed, 40, processors);

            var schedule = Run(trace, processors, policy);

            Assert.Equal(new BruteForce(trace, processors).Starts(policy), schedule.StartS);
            Assert.Empty(ScheduleCheck.Of(trace, schedule));
        }
    }

    [Fact]
    public void The_measures_are_as_worked_out_by_hand()
    {
        var metrics = ScheduleMetrics.Of(Four, Run(Four, 4, QueuePolicyKind.Fifo));

        Assert.Equal((0 + 9 + 18 + 22) / 4.0, metrics.MeanWaitS);
        Assert.Equal((9 + 18) / 2.0, metrics.MedianWaitS);
        Assert.Equal(22, metrics.LongestWaitS);
        Assert.Equal((1 + 19 / 10.0 + 23 / 10.0 + 52 / 30.0) / 4, metrics.MeanBoundedSlowdown, 1e-12); // C runs 5 s and counts as 10 s
        Assert.Equal(55, metrics.MakespanS);
        Assert.Equal((30 + 20 + 20 + 30) / (4.0 * 55), metrics.UtilisationPu, 1e-12);
    }

    [Fact]
    public void A_job_larger_than_the_machine_is_a_programmers_mistake() =>
        Assert.Throws<ArgumentException>(() => Run(Four, 3, QueuePolicyKind.Easy));

    [Fact]
    public void A_trace_without_jobs_has_a_schedule_without_starts() =>
        Assert.Empty(Run(Traces.Of([]), 4, QueuePolicyKind.Easy).StartS);

    /// <summary>With one reservation nobody passes the first that waits, as in order of arrival; with as many as jobs nothing is left out.</summary>
    [Fact]
    public void Conservative_backfilling_looks_as_deep_as_it_is_told()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var trace = Traces.Random(seed, 40, 6);
            long[] At(int depth) => BatchSimulator.Run(trace, 6, QueuePolicyKind.Conservative, depth, TestContext.Current.CancellationToken).StartS;

            Assert.Equal(Run(trace, 6, QueuePolicyKind.Fifo).StartS, At(1));
            Assert.Equal(Run(trace, 6, QueuePolicyKind.Conservative).StartS, At(40));
            Assert.Empty(ScheduleCheck.Of(trace, new ScheduleSolution(QueuePolicyKind.Conservative, 6, At(3))));
        }
    }

    static ScheduleSolution Run(JobTrace trace, int processors, QueuePolicyKind policy) =>
        BatchSimulator.Run(trace, processors, policy, TestContext.Current.CancellationToken);
}
