using System.Numerics;

namespace Suandian.Scheduling.Machines;

/// <summary>What is free on each node: one number a node in each array, one a accelerator where they are shared.</summary>
sealed class NodeStates
{
    readonly MachineLayout _layout;
    readonly int[] _cpus;
    readonly long[] _memoryKiB;
    readonly int[] _whole; // accelerators of which nothing is taken
    readonly short[] _milli; // free thousandths of each accelerator
    readonly int[] _freeMilli; // of a node
    readonly byte[] _down; // outages that hold the node

    internal NodeStates(MachineLayout layout)
    {
        _layout = layout;
        (_cpus, _memoryKiB, _whole) = ([.. layout.Cpus], [.. layout.MemoryKiB], [.. layout.Accelerators]);
        (_milli, _down) = (new short[layout.FirstAccelerator[^1]], new byte[layout.Nodes]);
        Array.Fill(_milli, (short)Machine.Whole);
        _freeMilli = [.. layout.Accelerators.Select(a => a * Machine.Whole)];
        FreeCpus = _cpus.Sum(c => (long)c);
    }

    /// <summary>Free processors of all nodes, those of nodes that are down too.</summary>
    internal long FreeCpus { get; private set; }

    /// <summary>Becomes equal to another state of the same machine.</summary>
    internal void CopyFrom(NodeStates other)
    {
        Array.Copy(other._cpus, _cpus, _cpus.Length);
        Array.Copy(other._memoryKiB, _memoryKiB, _memoryKiB.Length);
        Array.Copy(other._whole, _whole, _whole.Length);
        Array.Copy(other._milli, _milli, _milli.Length);
        Array.Copy(other._freeMilli, _freeMilli, _freeMilli.Length);
        Array.Copy(other._down, _down, _down.Length);
        FreeCpus = other.FreeCpus;
    }

    /// <summary>Parts of a job that fit on a node now; at most one where parts sit apart.</summary>
    internal int Fit(int node, in JobShape shape)
    {
        if (_cpus[node] < shape.Cpus || _memoryKiB[node] < shape.MemoryKiB || _down[node] > 0)
        {
            return 0;
        }

        if (shape.Milli > 0)
        {
            var parts = shape.Accelerators > 0 ? _whole[node] / shape.Accelerators : Shares(node, shape.ShareMilli);
            return shape.IsApart || parts == 0 ? Math.Min(parts, 1) : Math.Min(parts, Plain(node, shape));
        }

        return shape.IsApart ? 1 : Plain(node, shape);
    }

    /// <summary>Takes parts of a job on a node where they fit.</summary>
    /// <returns>The accelerators taken, one bit each.</returns>
    internal ulong Take(int node, int parts, in JobShape shape)
    {
        _cpus[node] -= parts * shape.Cpus;
        FreeCpus -= parts * shape.Cpus;
        _memoryKiB[node] -= parts * shape.MemoryKiB;
        _freeMilli[node] -= parts * shape.Milli;
        var (mask, first) = (0UL, _layout.FirstAccelerator[node]);
        for (var left = parts * shape.Accelerators; left > 0; left--)
        {
            var k = Array.IndexOf(_milli, (short)Machine.Whole, first, _layout.Accelerators[node]);
            (_milli[k], mask) = (0, mask | 1UL << (k - first));
        }

        _whole[node] -= parts * shape.Accelerators;
        if (shape.ShareMilli > 0)
        {
            mask = 1UL << (Fullest(node, shape.ShareMilli) - first);
            Change(node, mask, -shape.ShareMilli);
        }

        return mask;
    }

    /// <summary>Takes again what was released.</summary>
    internal void Retake(in Placed placed, in JobShape shape) => Move(placed, shape, -1);

    /// <summary>Gives back what a part of a run holds.</summary>
    internal void Release(in Placed placed, in JobShape shape) => Move(placed, shape, 1);

    /// <summary>A node goes down (+1) or comes back (−1).</summary>
    internal void Down(int node, int change) => _down[node] = (byte)(_down[node] + change);

    /// <summary>True where no outage holds a node.</summary>
    internal bool IsUp(int node) => _down[node] == 0;

    /// <summary>Free processors, KiB and thousandths of accelerators of a node; nothing where it is down.</summary>
    internal (int Cpus, long MemoryKiB, int Milli) FreeOf(int node) => _down[node] > 0 ? default : (_cpus[node], _memoryKiB[node], _freeMilli[node]);

    int Plain(int node, in JobShape shape)
    {
        var parts = shape.Cpus == 1 ? _cpus[node] : _cpus[node] / shape.Cpus;
        return shape.MemoryKiB == 0 ? parts : (int)Math.Min(parts, _memoryKiB[node] / shape.MemoryKiB);
    }

    int Shares(int node, int milli)
    {
        var count = 0;
        foreach (var free in _milli.AsSpan(_layout.FirstAccelerator[node], _layout.Accelerators[node]))
        {
            count += free / milli;
        }

        return count;
    }

    /// <summary>The accelerator with the least that is enough.</summary>
    int Fullest(int node, int milli)
    {
        var best = -1;
        for (var k = _layout.FirstAccelerator[node]; k < _layout.FirstAccelerator[node + 1]; k++)
        {
            best = _milli[k] >= milli && (best < 0 || _milli[k] < _milli[best]) ? k : best;
        }

        return best;
    }

    void Move(in Placed placed, in JobShape shape, int sign)
    {
        _cpus[placed.Node] += sign * placed.Parts * shape.Cpus;
        FreeCpus += sign * placed.Parts * shape.Cpus;
        _memoryKiB[placed.Node] += sign * placed.Parts * shape.MemoryKiB;
        _freeMilli[placed.Node] += sign * placed.Parts * shape.Milli;
        if (placed.Accelerators != 0)
        {
            Change(placed.Node, placed.Accelerators, sign * (shape.ShareMilli > 0 ? shape.ShareMilli : Machine.Whole));
        }
    }

    void Change(int node, ulong mask, int milli)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            ref var free = ref _milli[_layout.FirstAccelerator[node] + BitOperations.TrailingZeroCount(mask)];
            _whole[node] -= free == Machine.Whole ? 1 : 0;
            free = (short)(free + milli);
            _whole[node] += free == Machine.Whole ? 1 : 0;
        }
    }
}

/// <summary>Parts of a run on one node.</summary>
/// <param name="Node">Place of the node.</param>
/// <param name="Parts">How many.</param>
/// <param name="Accelerators">Accelerators of the node that they hold, one bit each.</param>
public readonly record struct Placed(int Node, int Parts, ulong Accelerators);
