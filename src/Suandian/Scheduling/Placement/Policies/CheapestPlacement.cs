namespace Suandian.Scheduling.Placement.Policies;

/// <summary>Gives a pod the node, and the GPU, of least cost; between equal costs the first node in the order of the draw and the fullest GPU.</summary>
/// <remarks>Costs depend on the state of a node and the class of a pod alone, so each is worked out once.</remarks>
abstract class CheapestPlacement : PlacementPolicy
{
    /// <summary>Cost of placing a pod.</summary>
    /// <param name="before">State of the node.</param>
    /// <param name="pod">The pod, which fits.</param>
    /// <param name="after">State of the node with the pod.</param>
    internal abstract double Cost(NodeState before, in PodClass pod, NodeState after);

    /// <summary>What a thousandth of a GPU costs beside that, by model, as the cluster is; empty for nothing.</summary>
    internal virtual ReadOnlySpan<double> PriceOfModel(ClusterState cluster) => [];

    internal sealed override Placing? Choose(ClusterState cluster, int number)
    {
        ref readonly var pod = ref cluster.Classes[number];
        var prices = PriceOfModel(cluster);
        var (least, best) = (double.PositiveInfinity, default(NodeState));
        foreach (var state in cluster.LiveSpan)
        {
            var choice = ChoiceOf(cluster, state, number);
            if (choice.After is null)
            {
                continue;
            }

            var cost = choice.Cost + (prices.IsEmpty ? 0 : prices[state.Model] * pod.TotalMilli);
            if (cost < least || best is null || (cost == least && state.Nodes[0] < best.Nodes[0]))
            {
                (least, best) = (cost, state);
            }
        }

        return best is null ? null : new Placing(best, 0, best.Choices[number].After!, best.Choices[number].Gpu);
    }

    /// <summary>The best for a class of pods on nodes of a state.</summary>
    NodeChoice ChoiceOf(ClusterState cluster, NodeState state, int number)
    {
        if (state.Choices.Length == 0)
        {
            state.Choices = new NodeChoice[cluster.Classes.Length];
        }

        ref var choice = ref state.Choices[number];
        if (!choice.IsKnown)
        {
            choice = Weigh(cluster.States, state, cluster.Classes[number]);
        }

        return choice;
    }

    NodeChoice Weigh(NodeStates states, NodeState state, in PodClass pod)
    {
        if (!state.Holds(pod))
        {
            return new NodeChoice(0, null, 0, IsKnown: true);
        }

        if (!pod.IsShare)
        {
            var whole = states.After(state, pod, 0);
            return new NodeChoice(Cost(state, pod, whole), whole, 0, IsKnown: true);
        }

        var best = new NodeChoice(double.PositiveInfinity, null, 0, IsKnown: true);
        for (var gpu = 0; gpu < state.GpuMilli.Length; gpu++)
        {
            if (state.GpuMilli[gpu] >= pod.GpuMilli && (gpu == 0 || state.GpuMilli[gpu] > state.GpuMilli[gpu - 1]))
            {
                var after = states.After(state, pod, gpu);
                var cost = Cost(state, pod, after);
                best = best.After is null || cost < best.Cost ? new NodeChoice(cost, after, gpu, IsKnown: true) : best;
            }
        }

        return best;
    }
}
