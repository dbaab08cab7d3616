using static Suandian.Scheduling.Shifting.Clusters.TwoClusters;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting.Clusters;

public class ClusterChoiceTests
{
    static readonly ShiftOptions Options = new() { ShortWaitH = 2, LongWaitH = 2, Goal = ShiftGoal.Cost };

    [Theory]
    [InlineData(ClusterRefusal.None, "far", "green", 30.0, 1, 1)]
    [InlineData(ClusterRefusal.NotNamed, "near", "green", 30.0, 1, 1)]
    [InlineData(ClusterRefusal.Qualification, "far", "secret", 30.0, 1, 1)]
    [InlineData(ClusterRefusal.Latency, "far", "GREEN", 29.9, 1, 1)]
    [InlineData(ClusterRefusal.Size, "far", "green", 30.0, 1, 4)]
    [InlineData(ClusterRefusal.Transfer, "far", "green", 30.0, 5, 1)] // 5 GB at 2 GB/h come after 2.5 h of 2 h
    public void A_cluster_takes_a_job_that_names_it_whose_demands_it_meets(ClusterRefusal expected, string named, string tag, double limit, double gb, int cpus)
    {
        var far = Priced("far", 3, 1, 1) with { LatencyMs = 30, DataGbPerH = 2, Qualifications = ["Green", "extra"] };

        Assert.Equal(expected, ClusterChoice.Refusal(Of((0, 100, cpus)).Job(0, Options), new JobDemand(gb, limit, [tag], "", [named]), far));
    }

    [Fact]
    public void Home_is_the_first_cluster_that_a_job_names_and_may_go_to_else_the_first_of_all()
    {
        var trace = Asking(Of((0, 100, 1), (0, 100, 1), (0, 100, 5), (0, 100, 1)),
            JobDemand.None, JobDemand.None with { Named = ["c", "b"] }, JobDemand.None, JobDemand.None with { Requires = ["x"], Named = ["b", "c"] });
        var choice = new ClusterChoice(trace, [Priced("a", 4, 1, 1, 1), Priced("b", null, 1, 1, 1), Priced("c", 2, 1, 1, 1)], Options);

        Assert.Equal([0, 2, 1, -1], Enumerable.Range(0, 4).Select(choice.Home));
    }

    [Fact]
    public void A_job_arrives_where_its_data_are_and_may_wait_the_less()
    {
        // 1 GB at 3 GB/h: 240 slots of 5 s
        var choice = new ClusterChoice(Asking(Of((10, 100, 1)), JobDemand.None with { DataGb = 1 }), [Priced("a", null, 1, 1, 1) with { DataGbPerH = 3 }], Options);

        var there = choice.At(0, 0);

        Assert.Equal((250, 2 * Hour - 240, 10 + 100 + 2 * Hour), (there.Arrival, there.Wait, there.Deadline));
    }
}
