using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling;

public class TraceSelectionTests
{
    [Fact]
    public void Every_array_of_a_trace_loses_the_jobs_that_are_left_out()
    {
        static JobLabels Words() => new([0, 1, 2], ["a", "b", "c"]);
        var trace = new JobTrace
        {
            Name = "three", Number = [1, 2, 3], SubmitS = [0, 1, 2], RunS = [1, 1, 1], EstimateS = [1, 1, 1], Processors = [1, 1, 1], Nodes = [1, 1, 1], AcceleratorMilli = [0, 0, 0],
            MemoryMiB = [0, 0, 0], Chip = Words(), Partition = Words(), User = Words(), Section = Words(), Id = ["first", "second", "third"], DeadlineS = [5, 6, 7], Line = [2, 3, 4],
            Demands = [JobDemand.None, JobDemand.None, JobDemand.None with { DataGb = 1 }],
        };

        var kept = TraceSelection.Without(trace, new HashSet<int> { 1 });

        var lengths = typeof(JobTrace).GetProperties().Select(p => p.GetValue(kept)).Select(value => value is JobLabels labels ? labels.Of.Length : (value as Array)?.Length).OfType<int>().ToArray();
        Assert.Equal(16, lengths.Length); // all that JobTrace has: a new one is given above
        Assert.All(lengths, length => Assert.Equal(2, length));
        Assert.Equal(["first", "third"], Enumerable.Range(0, 2).Select(kept.NameOf));
        Assert.Equal([5, 7], kept.DeadlineS!);
        Assert.Equal([0.0, 1], kept.Demands!.Select(d => d.DataGb));
    }
}
