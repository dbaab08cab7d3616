namespace Suandian.Scheduling.Placement;

public class PlacementMetricsTests
{
    [Fact]
    public void Allocation_by_load_counts_what_lies_on_nodes()
    {
        // capacity 2000, load 3000: three whole GPUs arrive, the third is turned away
        var experiment = new PlacementExperiment(Clusters.Of((8, 16, 2, "A")), Clusters.Pods((1, 1, 1, 1000, "")), 1.5);

        var metrics = PlacementMetrics.Of(experiment, experiment.Run(PlacementPolicyKind.FirstFit, 1, TestContext.Current.CancellationToken));

        Assert.Equal((1.0, 1.0, 0.0), (metrics.AllocatedPu, metrics.AllocatedAtCapacityPu, metrics.FragmentedPu));
        Assert.Equal(151, metrics.AllocatedByLoadPu.Length);
        Assert.Equal([0, 0.5, 0.5, 1, 1], new[] { 0, 1, 50, 51, 150 }.Select(percent => metrics.AllocatedByLoadPu[percent]));
        Assert.Equal([(TurnedAway.NoGpu, 1, 1000L)], metrics.TurnedAway);
        Assert.Equal(3000, metrics.ArrivedMilli); // shares of what is turned away are of this
    }

    [Theory]
    [InlineData(1, 1, 1, 500, "", TurnedAway.Fragmented)] // 2 · 400 free, in pieces
    [InlineData(1, 1, 1, 1000, "", TurnedAway.NoGpu)] // 800 free
    [InlineData(1, 1, 1, 400, "", TurnedAway.No)]
    [InlineData(9, 1, 1, 400, "", TurnedAway.TooLarge)]
    [InlineData(7, 1, 1, 300, "", TurnedAway.Cpu)]
    [InlineData(1, 15, 1, 300, "", TurnedAway.Memory)]
    [InlineData(1, 1, 1, 300, "B", TurnedAway.Model)] // model A would hold it
    [InlineData(1, 1, 2, 1000, "A", TurnedAway.NoGpu)] // 800 free of the 2000 it needs
    [InlineData(7, 1, 0, 0, "", TurnedAway.Cpu)]
    [InlineData(1, 1, 1, 1000, "C", TurnedAway.Model)] // no node has it
    public void The_reason_is_what_bars_most_of_the_free_GPU(int cores, int gib, int gpus, int milli, string models, TurnedAway reason)
    {
        // node of model A with 2 GPUs, each with 600 taken, 6 cores and 14 GiB left; the one of model B is full but for 2 cores
        var cluster = Clusters.Of((8, 16, 2, "A"), (8, 16, 1, "B"));
        var pods = Clusters.Pods((1, 1, 1, 600, "A"), (6, 1, 1, 1000, "B"), (cores, gib, gpus, milli, models)).Pods;
        PodClass[] classes = [.. pods.Select(p => PodClass.Of(p, cluster.Models))];
        var state = new ClusterState(cluster, classes, [0, 1], keepsKinds: false);
        var policy = new Policies.BestFitPlacement(Policies.LargestNode.Of(cluster));
        int[] before = [0, 0, 1];
        foreach (var pod in before)
        {
            var placing = state.Live.First(s => s.Holds(classes[pod]));
            var gpu = placing.GpuMilli.Length - 1;
            state.Put(new Placing(placing, 0, state.States.After(placing, classes[pod], gpu), gpu), classes[pod]);
        }

        Assert.Equal(reason, policy.Choose(state, 2) is null ? TurnedAwayReason.Of(state, cluster, classes[2]) : TurnedAway.No);
    }

    [Fact]
    public void A_node_of_another_model_that_would_hold_the_pod_makes_the_model_the_reason()
    {
        var experiment = new PlacementExperiment(Clusters.Of((8, 16, 1, "A"), (8, 16, 9, "B")), Clusters.Pods((1, 1, 1, 1000, "A")), 0.2);

        var solution = experiment.Run(PlacementPolicyKind.PatternPrices, 1, TestContext.Current.CancellationToken);

        Assert.Equal([TurnedAway.No, TurnedAway.Model], solution.Reasons); // 2000 of 10 000 arrive
    }
}
