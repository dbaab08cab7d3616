namespace Suandian.Scheduling.Placement;

/// <summary>A cluster in the course of a placement: its nodes by state, and what is free on each GPU.</summary>
sealed class ClusterState
{
    readonly NodeState[] _stateOf; // by place in the order of the draw
    readonly short[][] _gpuMilli; // by place in the order of the draw, in the order of the GPUs
    readonly List<NodeState> _live = [];

    /// <summary>The empty cluster.</summary>
    /// <param name="cluster">Its nodes.</param>
    /// <param name="classes">Classes of pods that can arrive.</param>
    /// <param name="order">Nodes in the order of the draw, which decides between equal costs.</param>
    /// <param name="keepsKinds">True where states remember the kinds of pods on the node.</param>
    internal ClusterState(GpuCluster cluster, PodClass[] classes, int[] order, bool keepsKinds)
    {
        var models = cluster.Models;
        (Classes, Order, States) = (classes, order, new NodeStates(keepsKinds));
        FreeMilliOfModel = new long[Math.Max(1, models.Length)];
        (_stateOf, _gpuMilli) = (new NodeState[order.Length], new short[order.Length][]);
        for (var place = 0; place < order.Length; place++)
        {
            var node = cluster.Nodes[order[place]];
            var model = Math.Max(0, models.IndexOf(node.Model));
            _gpuMilli[place] = [.. Enumerable.Repeat((short)Pod.WholeMilli, node.Gpus)];
            FreeMilliOfModel[model] += (long)Pod.WholeMilli * node.Gpus;
            Enter(States.Of(node.CpuMilli, node.MemoryMib, model, [.. _gpuMilli[place]], 0), place);
        }
    }

    /// <summary>Classes of pods that can arrive.</summary>
    internal PodClass[] Classes { get; }

    /// <summary>Nodes in the order of the draw.</summary>
    internal int[] Order { get; }

    /// <summary>All states known.</summary>
    internal NodeStates States { get; }

    /// <summary>States that some node is in, in no order that means anything.</summary>
    internal IReadOnlyList<NodeState> Live => _live;

    /// <summary>Free GPU of each model, thousandths.</summary>
    internal long[] FreeMilliOfModel { get; }

    /// <summary>The states that some node is in, for loops over all of them.</summary>
    internal ReadOnlySpan<NodeState> LiveSpan => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_live);

    /// <summary>Puts a pod on a node.</summary>
    /// <param name="placing">Where.</param>
    /// <param name="pod">The pod.</param>
    /// <returns>The node, and a bit for each of its GPUs that the pod has.</returns>
    internal (int Node, ulong Gpus) Put(Placing placing, in PodClass pod)
    {
        var place = placing.Before.Nodes[placing.Index];
        var gpus = Take(_gpuMilli[place], pod, pod.IsShare ? placing.Before.GpuMilli[placing.Gpu] : (short)Pod.WholeMilli);
        FreeMilliOfModel[placing.Before.Model] -= pod.TotalMilli;
        Leave(placing.Before, place);
        Enter(placing.After, place);
        return (Order[place], gpus);
    }

    /// <summary>The first GPUs with so much free.</summary>
    static ulong Take(short[] gpuMilli, in PodClass pod, short free)
    {
        var taken = 0UL;
        for (int gpu = 0, left = pod.Gpus; left > 0; gpu++)
        {
            if (gpuMilli[gpu] == free)
            {
                gpuMilli[gpu] -= (short)pod.GpuMilli;
                taken |= 1UL << gpu;
                left--;
            }
        }

        return taken;
    }

    void Enter(NodeState state, int place)
    {
        if (state.Place < 0)
        {
            state.Place = _live.Count;
            _live.Add(state);
        }

        state.Nodes.Insert(~state.Nodes.BinarySearch(place), place);
        _stateOf[place] = state;
    }

    void Leave(NodeState state, int place)
    {
        state.Nodes.RemoveAt(state.Nodes.BinarySearch(place));
        if (state.Nodes.Count == 0)
        {
            _live[state.Place] = _live[^1];
            _live[^1].Place = state.Place;
            _live.RemoveAt(_live.Count - 1);
            (state.Place, state.Choices) = (-1, []); // a state without nodes keeps no memory for each class of pods
        }
    }
}

/// <summary>Where a pod goes.</summary>
/// <param name="Before">State of the node.</param>
/// <param name="Index">Which of the nodes in that state.</param>
/// <param name="After">State of the node with the pod.</param>
/// <param name="Gpu">Place of the GPU in ascending order of what is free, for a share.</param>
readonly record struct Placing(NodeState Before, int Index, NodeState After, int Gpu);
