using System.Collections.Immutable;
using Suandian.Scheduling.Placement.Policies;

namespace Suandian.Scheduling.Placement;

/// <summary>Clusters and pods for tests.</summary>
static class Clusters
{
    /// <summary>Nodes by cores, GiB, GPUs and model, named by their number.</summary>
    internal static GpuCluster Of(params (int Cores, int Gib, int Gpus, string Model)[] nodes) =>
        new() { Name = "cluster", Nodes = [.. nodes.Select((n, i) => new GpuNode($"n{i}", 1000 * n.Cores, 1024 * n.Gib, n.Gpus, n.Model))] };

    /// <summary>Pods by cores, GiB, GPUs, thousandths and models, named by their number.</summary>
    internal static PodTrace Pods(params (int Cores, int Gib, int Gpus, int Milli, string Models)[] pods) =>
        new() { Name = "pods", Pods = [.. pods.Select((p, i) => new Pod($"p{i}", 1000 * p.Cores, 1024 * p.Gib, p.Gpus, p.Milli, p.Models))] };

    /// <summary>A class of pods on any model.</summary>
    internal static PodClass Class(int cores, int gpus, int milli, ulong models = PodClass.AnyModel) => new(1000 * cores, 0, gpus, milli, models);

    /// <summary>A small cluster of three models and forty kinds of pods, some of which fit nowhere.</summary>
    internal static PlacementExperiment Random(int seed)
    {
        var random = new Random(seed);
        string[] models = ["A", "B", "C"], asked = ["", "", "", "A", "B|C", "A|D"];
        int[] counts = [0, 1, 1, 1, 2, 4];
        var nodes = new (int, int, int, string)[random.Next(3, 12)];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = (random.Next(8, 65), random.Next(16, 257), i == 0 ? 4 : random.Next(0, 9), models[random.Next(3)]);
        }

        var pods = new (int, int, int, int, string)[40];
        for (var i = 0; i < pods.Length; i++)
        {
            var gpus = i == 0 ? 1 : counts[random.Next(6)];
            pods[i] = (random.Next(0, 13), random.Next(0, 33), gpus, gpus == 0 ? 0 : gpus > 1 || random.Next(2) == 0 ? 1000 : 10 * random.Next(1, 100), asked[random.Next(6)]);
        }

        return new PlacementExperiment(Of(nodes), Pods(pods), 1.3);
    }

    /// <summary>What a policy knows, made anew.</summary>
    internal static CheapestPlacement Policy(PlacementPolicyKind kind, GpuCluster cluster, ImmutableArray<Pod> pods)
    {
        var counts = pods.Select(p => PodClass.Of(p, cluster.Models)).CountBy(c => c).Select(c => (c.Key, c.Value)).ToArray();
        var (typical, largest) = (new TypicalPods(counts, 0.95), LargestNode.Of(cluster));
        return kind switch
        {
            PlacementPolicyKind.FirstFit => new FirstFitPlacement(),
            PlacementPolicyKind.BestFit => new BestFitPlacement(largest),
            PlacementPolicyKind.DotProduct => new DotProductPlacement(largest),
            PlacementPolicyKind.GpuPacking => new GpuPackingPlacement(),
            PlacementPolicyKind.GpuClustering => new GpuClusteringPlacement(largest),
            PlacementPolicyKind.FragmentationGradient => new FragmentationGradientPlacement(typical),
            _ => new PatternPricePlacement(new NodePotential(counts, CancellationToken.None), typical, new ModelPressure(counts, cluster.Models.Length)),
        };
    }
}
