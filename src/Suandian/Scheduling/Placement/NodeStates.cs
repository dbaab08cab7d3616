using System.Runtime.InteropServices;

namespace Suandian.Scheduling.Placement;

/// <summary>All states that nodes have been in or could be in with one pod more, each once.</summary>
/// <param name="keepsKinds">True where states remember the kinds of pods on the node.</param>
sealed class NodeStates(bool keepsKinds)
{
    readonly Dictionary<Key, NodeState> _known = [];

    /// <summary>The state with these values.</summary>
    internal NodeState Of(int cpuMilli, int memoryMib, int model, short[] gpuMilli, ulong kinds)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, new Key(cpuMilli, memoryMib, model, kinds, gpuMilli), out _);
        return state ??= new NodeState(cpuMilli, memoryMib, model, gpuMilli, kinds);
    }

    /// <summary>A state with a pod more.</summary>
    /// <param name="state">A state that holds the pod.</param>
    /// <param name="pod">The pod.</param>
    /// <param name="gpu">Place of the GPU in ascending order for a share; whole GPUs are those at the end.</param>
    internal NodeState After(NodeState state, in PodClass pod, int gpu)
    {
        var free = state.GpuMilli;
        if (pod.IsShare)
        {
            free = (short[])free.Clone();
            var (left, place) = ((short)(free[gpu] - pod.GpuMilli), gpu);
            for (; place > 0 && free[place - 1] > left; place--)
            {
                free[place] = free[place - 1];
            }

            free[place] = left;
        }
        else if (pod.Gpus > 0)
        {
            free = new short[free.Length];
            state.GpuMilli.AsSpan(0, free.Length - pod.Gpus).CopyTo(free.AsSpan(pod.Gpus));
        }

        return Of(state.CpuMilli - pod.CpuMilli, state.MemoryMib - pod.MemoryMib, state.Model, free, keepsKinds ? state.Kinds | pod.Kind : 0);
    }

    readonly struct Key(int cpuMilli, int memoryMib, int model, ulong kinds, short[] gpuMilli) : IEquatable<Key>
    {
        readonly (int, int, int, ulong) _rest = (cpuMilli, memoryMib, model, kinds);
        readonly short[] _gpuMilli = gpuMilli;

        public bool Equals(Key other) => _rest == other._rest && _gpuMilli.AsSpan().SequenceEqual(other._gpuMilli);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = _rest.Item4 ^ ((ulong)(uint)_rest.Item1 << 32 | (uint)_rest.Item2) ^ (ulong)_rest.Item3 << 27;
            foreach (var free in _gpuMilli)
            {
                hash = (hash ^ (ushort)free) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 29;
            }

            hash *= 0xBF58476D1CE4E5B9;
            return (int)(hash >> 32);
        }
    }
}
