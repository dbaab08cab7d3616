using Suandian.Scheduling.Placement.Policies;
using Suandian.Weather;

namespace Suandian.Scheduling.Placement;

/// <summary>A cluster, the pods that arrive at it, and what policies may know of them; placements are made from it.</summary>
/// <remarks>Pods come one by one and stay; one that fits nowhere is turned away and does not come again. The definitions: docs/explanation/placement.md.</remarks>
public sealed class PlacementExperiment
{
    /// <summary>Share of the pods that typical pods make up, as in the experiments of Weng et al.</summary>
    const double TypicalShare = 0.95;

    const int CancellationEvery = 256; // pods

    readonly int[] _classOf; // by pod of the trace
    readonly (PodClass Pod, int Count)[] _classes;
    readonly Lazy<NodePotential> _potential;
    readonly Lazy<ModelPressure> _pressure;

    /// <summary>Prepares placements.</summary>
    /// <param name="cluster">The cluster; some node has a GPU.</param>
    /// <param name="trace">The pods; some need a GPU.</param>
    /// <param name="loadPu">GPU that arrives over GPU capacity, &gt; 0.</param>
    /// <exception cref="ArgumentException">No GPU on either side, or no load.</exception>
    public PlacementExperiment(GpuCluster cluster, PodTrace trace, double loadPu)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(loadPu);
        if (cluster.CapacityMilli == 0 || trace.Pods.All(p => p.TotalMilli == 0) || cluster.Models.Length > GpuCluster.MostModels)
        {
            throw new ArgumentException($"{cluster.Name}: {cluster.CapacityMilli} thousandths of {cluster.Models.Length} models; {trace.Name}: {trace.Pods.Length} pods", nameof(cluster));
        }

        (Cluster, Trace, LoadPu) = (cluster, trace, loadPu);
        var (models, numbers) = (cluster.Models, new Dictionary<PodClass, int>());
        _classOf = [.. trace.Pods.Select(p => PodClass.Of(p, models)).Select(c => numbers.TryGetValue(c, out var n) ? n : numbers[c] = numbers.Count)];
        var counts = _classOf.CountBy(n => n).ToDictionary();
        _classes = [.. numbers.OrderBy(n => n.Value).Select(n => (n.Key, counts[n.Value]))];
        Typical = new TypicalPods(_classes, TypicalShare);
        _potential = new(() => new NodePotential(_classes, CancellationToken.None));
        _pressure = new(() => new ModelPressure(_classes, models.Length));
    }

    /// <summary>The cluster.</summary>
    public GpuCluster Cluster { get; }

    /// <summary>The pods.</summary>
    public PodTrace Trace { get; }

    /// <summary>GPU that arrives over GPU capacity.</summary>
    public double LoadPu { get; }

    /// <summary>How many different pods count as typical.</summary>
    public int TypicalCount => Typical.Count;

    /// <summary>The typical pods.</summary>
    internal TypicalPods Typical { get; }

    /// <summary>Places pods until the load has arrived.</summary>
    /// <param name="kind">Who is given what.</param>
    /// <param name="seed">Seed of the order of nodes, of the arrivals and of random choices; all policies meet the same arrivals at a seed.</param>
    /// <param name="cancellation">Stops between pods.</param>
    public PlacementSolution Run(PlacementPolicyKind kind, int seed, CancellationToken cancellation = default)
    {
        var arrivals = PodArrivals.Draw(Trace.Pods, LoadPu * Cluster.CapacityMilli, SplitMix64.Stream((ulong)seed, 0));
        int[] order = [.. Enumerable.Range(0, Cluster.Nodes.Length)];
        PodArrivals.Shuffle(order, SplitMix64.Stream((ulong)seed, 1));
        var policy = PolicyOf(kind, seed);
        var state = new ClusterState(Cluster, [.. _classes.Select(c => c.Pod)], order, policy.AsksKinds);
        var solution = new PlacementSolution(kind, seed, arrivals, new int[arrivals.Length], new ulong[arrivals.Length], new TurnedAway[arrivals.Length]);
        for (var i = 0; i < arrivals.Length; i++)
        {
            if (i % CancellationEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var number = _classOf[arrivals[i]];
            var pod = _classes[number].Pod;
            if (policy.Choose(state, number) is { } placing)
            {
                (solution.Nodes[i], solution.Gpus[i]) = state.Put(placing, pod);
            }
            else
            {
                (solution.Nodes[i], solution.Reasons[i]) = (-1, TurnedAwayReason.Of(state, Cluster, pod));
            }
        }

        return solution;
    }

    PlacementPolicy PolicyOf(PlacementPolicyKind kind, int seed) => kind switch
    {
        PlacementPolicyKind.Random => new RandomPlacement(SplitMix64.Stream((ulong)seed, 2)),
        PlacementPolicyKind.FirstFit => new FirstFitPlacement(),
        PlacementPolicyKind.BestFit => new BestFitPlacement(LargestNode.Of(Cluster)),
        PlacementPolicyKind.DotProduct => new DotProductPlacement(LargestNode.Of(Cluster)),
        PlacementPolicyKind.GpuPacking => new GpuPackingPlacement(),
        PlacementPolicyKind.GpuClustering => new GpuClusteringPlacement(LargestNode.Of(Cluster)),
        PlacementPolicyKind.FragmentationGradient => new FragmentationGradientPlacement(Typical),
        PlacementPolicyKind.PatternPrices => new PatternPricePlacement(_potential.Value, Typical, _pressure.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such policy"),
    };
}
