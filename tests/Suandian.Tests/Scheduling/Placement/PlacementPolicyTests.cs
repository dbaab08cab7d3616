using Suandian.Weather;

namespace Suandian.Scheduling.Placement;

public class PlacementPolicyTests
{
    static readonly PlacementPolicyKind[] All = Enum.GetValues<PlacementPolicyKind>();

    public static TheoryData<PlacementPolicyKind> Policies => [.. All];

    public static TheoryData<PlacementPolicyKind> Cheapest => [.. All.Where(p => p != PlacementPolicyKind.Random)];

    /// <summary>
    /// Three nodes of 16 cores and two GPUs: n0 empty, n1 with a share of 500 and 4 cores, n2 with a whole GPU and 8 cores. A share of 500 or a whole GPU
    /// comes, with 4 cores; both are as frequent.
    /// Best fit: shares of 16 cores and 2 GPUs left are ¾ + ¾, ½ + ½, ¼ + ¼ for the share, ¾ + ½, ½ + ¼, ¼ + 0 for the whole: n2.
    /// Dot product: n2 has the least of both. Packing: the share goes to the GPU in use on n1, the whole one to a free GPU of a node in use, first n1.
    /// Clustering: shares are on n1 alone, a whole GPU on n2. FGD: F is 0, 250 (half the pods cannot use the 500) and 0; the share lowers it on n1,
    /// the whole one changes none, so the first. Ours: every place costs the share 500 and the whole GPU 1000 of potential; the share on n1 ends a
    /// fragmentation of 250, 15 less, and the whole one goes to the fullest, n2.
    /// </summary>
    [Theory]
    [InlineData(PlacementPolicyKind.FirstFit, 0, 0)]
    [InlineData(PlacementPolicyKind.BestFit, 2, 2)]
    [InlineData(PlacementPolicyKind.DotProduct, 2, 2)]
    [InlineData(PlacementPolicyKind.GpuPacking, 1, 1)]
    [InlineData(PlacementPolicyKind.GpuClustering, 1, 2)]
    [InlineData(PlacementPolicyKind.FragmentationGradient, 1, 0)]
    [InlineData(PlacementPolicyKind.PatternPrices, 1, 2)]
    public void On_three_nodes_a_policy_chooses_as_worked_out_by_hand(PlacementPolicyKind kind, int share, int whole)
    {
        var cluster = Clusters.Of((16, 64, 2, "A"), (16, 64, 2, "A"), (16, 64, 2, "A"));
        var pods = Clusters.Pods((4, 1, 1, 500, ""), (4, 1, 1, 1000, ""));
        var policy = Clusters.Policy(kind, cluster, pods.Pods);
        PodClass[] classes = [.. pods.Pods.Select(p => PodClass.Of(p, cluster.Models)), Clusters.Class(8, 1, 1000)];
        var state = new ClusterState(cluster, classes, [0, 1, 2], policy.AsksKinds);
        Put(state, 0, 1);
        Put(state, 2, 2);

        Assert.Equal((share, whole), (NodeOf(policy.Choose(state, 0)), NodeOf(policy.Choose(state, 1))));
    }

    [Theory]
    [MemberData(nameof(Cheapest))]
    public void Shared_states_and_remembered_costs_choose_as_a_plain_search_over_all_nodes_does(PlacementPolicyKind kind)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var experiment = Clusters.Random(seed);

            var solution = experiment.Run(kind, seed, TestContext.Current.CancellationToken);

            Assert.Equal(PlainSearch.Nodes(experiment, kind, solution), solution.Nodes);
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_placement_on_random_clusters_stands_the_check(PlacementPolicyKind kind)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var experiment = Clusters.Random(seed);

            var solution = experiment.Run(kind, seed, TestContext.Current.CancellationToken);

            Assert.Empty(PlacementCheck.Of(experiment.Cluster, experiment.Trace, solution));
            Assert.All(solution.Nodes.Zip(solution.Reasons), p => Assert.Equal(p.First < 0, p.Second != TurnedAway.No));
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_seed_gives_the_same_placement_again_and_another_seed_another(PlacementPolicyKind kind)
    {
        var token = TestContext.Current.CancellationToken;
        var (first, again, other) = (Clusters.Random(4).Run(kind, 9, token), Clusters.Random(4).Run(kind, 9, token), Clusters.Random(4).Run(kind, 10, token));

        Assert.Equal((first.Pods, first.Nodes, first.Gpus), (again.Pods, again.Nodes, again.Gpus), (a, b) => a.Pods.SequenceEqual(b.Pods) && a.Nodes.SequenceEqual(b.Nodes) && a.Gpus.SequenceEqual(b.Gpus));
        Assert.NotEqual(first.Pods, other.Pods);
    }

    [Fact]
    public void Arrivals_are_the_whole_list_in_some_order_then_draws_from_it_until_the_load_is_reached()
    {
        var pods = Clusters.Pods((1, 1, 1, 1000, ""), (1, 1, 1, 500, ""), (1, 1, 0, 0, "")).Pods;

        var arrivals = PodArrivals.Draw(pods, 4000, new SplitMix64(1));

        Assert.Equal([0, 1, 2], arrivals.Take(3).Order());
        var arrived = arrivals.Select(p => pods[p].TotalMilli).ToArray();
        Assert.InRange(arrived.Sum(), 4000, 4999);
        Assert.True(arrived.SkipLast(1).Sum() < 4000);
    }

    static int NodeOf(Placing? placing) => placing!.Value.Before.Nodes[placing.Value.Index];

    /// <summary>Puts a pod on a node, on its last GPU.</summary>
    static void Put(ClusterState state, int pod, int node)
    {
        var before = state.Live.First(s => s.Nodes.Contains(node));
        state.Put(new Placing(before, before.Nodes.IndexOf(node), state.States.After(before, state.Classes[pod], 1), 1), state.Classes[pod]);
    }
}
