using Suandian.Scheduling.Placement.Policies;
using Suandian.Weather;

namespace Suandian.Scheduling.Placement;

/// <summary>Placement without memory: every node is looked at for every pod, every state made anew.</summary>
static class PlainSearch
{
    /// <summary>Node of each arrival; −1 where none holds it.</summary>
    internal static int[] Nodes(PlacementExperiment experiment, PlacementPolicyKind kind, PlacementSolution solution)
    {
        var (cluster, pods) = (experiment.Cluster, experiment.Trace.Pods);
        int[] order = [.. Enumerable.Range(0, cluster.Nodes.Length)];
        PodArrivals.Shuffle(order, SplitMix64.Stream((ulong)solution.Seed, 1));
        var policy = Clusters.Policy(kind, cluster, pods);
        Free[] free = [.. cluster.Nodes.Select(n => new Free(n.CpuMilli, n.MemoryMib, Math.Max(0, cluster.Models.IndexOf(n.Model)), [.. Enumerable.Repeat((short)1000, n.Gpus)], 0))];
        return [.. solution.Pods.Select(p => Place(policy, cluster, (order, free), PodClass.Of(pods[p], cluster.Models)))];
    }

    static int Place(CheapestPlacement policy, GpuCluster cluster, (int[] Order, Free[] Free) nodes, PodClass pod)
    {
        // a price per model needs what is free of each; nothing else of the cluster is asked for
        var frees = Enumerable.Range(0, cluster.Models.Length).Select(m => nodes.Free.Where(f => f.Model == m).Sum(f => (long)f.GpuMilli.Sum(g => g))).ToArray();
        var state = new ClusterState(new GpuCluster { Name = "", Nodes = [.. cluster.Models.Select(m => new GpuNode(m, 0, 0, 1, m))] }, [pod], [.. Enumerable.Range(0, cluster.Models.Length)], policy.AsksKinds);
        frees.CopyTo(state.FreeMilliOfModel, 0);
        var prices = policy.PriceOfModel(state).ToArray();
        var (least, best) = (double.PositiveInfinity, (Node: -1, After: default(Free)));
        foreach (var node in nodes.Order)
        {
            var before = nodes.Free[node].State();
            if (!before.Holds(pod))
            {
                continue;
            }

            var gpus = pod.IsShare ? Enumerable.Range(0, before.GpuMilli.Length).Where(g => before.GpuMilli[g] >= pod.GpuMilli) : [0];
            foreach (var gpu in gpus)
            {
                var after = new NodeStates(policy.AsksKinds).After(before, pod, gpu);
                var cost = policy.Cost(before, pod, after) + (prices.Length == 0 ? 0 : prices[before.Model] * pod.TotalMilli);
                if (cost < least || best.Node < 0)
                {
                    (least, best) = (cost, (node, new Free(after.CpuMilli, after.MemoryMib, after.Model, after.GpuMilli, after.Kinds)));
                }
            }
        }

        if (best.Node >= 0)
        {
            nodes.Free[best.Node] = best.After;
        }

        return best.Node;
    }

    /// <summary>What is free on a node.</summary>
    readonly record struct Free(int CpuMilli, int MemoryMib, int Model, short[] GpuMilli, ulong Kinds)
    {
        internal NodeState State() => new(CpuMilli, MemoryMib, Model, GpuMilli, Kinds);
    }
}
