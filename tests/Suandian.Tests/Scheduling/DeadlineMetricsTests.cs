namespace Suandian.Scheduling;

public class DeadlineMetricsTests
{
    /// <summary>On 1 processor in order of arrival: ends 10, 30, 60, 65.</summary>
    static readonly JobTrace Four = Traces.Of([(0, 10, 10, 1), (0, 20, 20, 1), (0, 30, 30, 1), (0, 5, 5, 1)]) with
    {
        DeadlineS = [10, 25, -1, 64],
        Section = JobLabels.From(["market", "market", "national", null]),
    };

    [Fact]
    public void Missed_deadlines_and_the_largest_lateness_are_told_for_all_jobs_and_by_section()
    {
        var metrics = DeadlineMetrics.Of(Four, Run(Four));

        Assert.Equal(
            [
                new DeadlineMetrics(null, 3, 2, 5), // ends 10, 30, 65 against 10, 25, 64
                new DeadlineMetrics("market", 2, 1, 5), new DeadlineMetrics("national", 0, 0, 0), new DeadlineMetrics("", 1, 1, 1),
            ],
            metrics);
    }

    [Fact]
    public void A_trace_without_deadlines_has_none_and_one_without_sections_tells_all_jobs_alone()
    {
        Assert.Empty(DeadlineMetrics.Of(Four with { DeadlineS = null }, Run(Four)));
        Assert.Null(Assert.Single(DeadlineMetrics.Of(Four with { Section = null }, Run(Four))).Section);
    }

    [Fact]
    public void A_job_that_never_ends_has_missed_its_deadline_and_has_no_lateness() =>
        Assert.Equal(new DeadlineMetrics(null, 2, 1, 0), DeadlineMetrics.Of(null, [(10, null), (10, 10)]));

    static ScheduleSolution Run(JobTrace trace) => BatchSimulator.Run(trace, 1, QueuePolicyKind.Fifo, TestContext.Current.CancellationToken);
}
