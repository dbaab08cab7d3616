namespace Suandian.Scheduling;

/// <summary>Faults planted in schedules are found.</summary>
public class ScheduleCheckTests
{
    static readonly JobTrace Four = Traces.Of([(0, 10, 10, 3), (1, 10, 10, 2), (2, 5, 5, 4), (3, 30, 30, 1)]);

    [Theory]
    [InlineData(QueuePolicyKind.Fifo, new long[] { 0, 10, 20, -1 }, ScheduleFaultKind.BeforeArrival, 4)]
    [InlineData(QueuePolicyKind.Fifo, new long[] { 0, 9, 20, 25 }, ScheduleFaultKind.TooManyProcessors, 2)]
    [InlineData(QueuePolicyKind.Fifo, new long[] { 0, 10, 33, 3 }, ScheduleFaultKind.OutOfOrder, 4)]
    [InlineData(QueuePolicyKind.ShortestFirst, new long[] { 0, 10, 20, 25 }, ScheduleFaultKind.OutOfOrder, 2)]
    [InlineData(QueuePolicyKind.Easy, new long[] { 0, 11, 33, 3 }, ScheduleFaultKind.PromiseBroken, 2)]
    [InlineData(QueuePolicyKind.Conservative, new long[] { 0, 10, 21, 26 }, ScheduleFaultKind.PromiseBroken, 3)]
    public void Each_is_named(QueuePolicyKind policy, long[] starts, ScheduleFaultKind fault, long job) =>
        Assert.Contains(ScheduleCheck.Of(Four, new ScheduleSolution(policy, 4, starts)), f => f.Kind == fault && f.Job == job);
}
