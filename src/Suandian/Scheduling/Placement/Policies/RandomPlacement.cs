using Suandian.Weather;

namespace Suandian.Scheduling.Placement.Policies;

/// <summary>Any node that holds the pod, all equally likely, and any of its GPUs that does.</summary>
/// <param name="random">Numbers that decide.</param>
sealed class RandomPlacement(SplitMix64 random) : PlacementPolicy
{
    internal override Placing? Choose(ClusterState cluster, int number)
    {
        var pod = cluster.Classes[number];
        NodeState[] able = [.. cluster.Live.Where(s => s.Holds(pod)).OrderBy(s => s.Nodes[0])];
        if (able.Length == 0)
        {
            return null;
        }

        var index = Below(able.Sum(s => s.Nodes.Count));
        var state = able.First(s => (index -= s.Nodes.Count) < 0);
        var gpu = pod.IsShare ? state.GpuMilli.Length - 1 - Below(state.GpuMilli.Count(g => g >= pod.GpuMilli)) : 0;
        return new Placing(state, index + state.Nodes.Count, cluster.States.After(state, pod, gpu), gpu);
    }

    int Below(int count) => (int)(random.Uniform() * count);
}
