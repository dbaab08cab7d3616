namespace Suandian.Scheduling.Machines.Passes;

/// <summary>What is free over time to come, kinds of nodes taken together: steps that begin now.</summary>
/// <remarks>
/// Approximated: nodes of a kind count as one, so that pieces of free nodes are not seen; on alike processors nothing is approximated.
/// From one begin to the next what is free only shrinks. So a job finds no time before that of one of the same shape which was to run no longer,
/// and the search begins there (<see cref="ShapeHints"/>).
/// </remarks>
/// <param name="jobs">Jobs beside their machine.</param>
/// <param name="machine">The machine.</param>
/// <param name="kinds">Kinds of nodes, that is groups of <see cref="MachineLayout.Group"/>, that the jobs of the queue may use, ascending; those of other queues are not looked at.</param>
sealed class KindProfile(MachineJobs jobs, RunningMachine machine, int[] kinds)
{
    readonly int[] _nodes = [.. Enumerable.Range(0, jobs.Layout.Nodes).Where(n => kinds.Contains(jobs.Layout.Group[n]))];
    readonly int[] _place = [.. Enumerable.Range(0, jobs.Layout.Group.Max() + 1).Select(k => Array.IndexOf(kinds, k))]; // among the kinds of the queue
    readonly Dictionary<int, int[]> _allowed = [];
    readonly ShapeHints _hints = new(jobs.Shapes.Count);
    readonly Free[] _least = new Free[kinds.Length];
    long[] _timeS = new long[64];
    Free[] _free = new Free[64 * kinds.Length]; // [steps × kinds]
    int _count;

    /// <summary>What is free when running jobs end by their estimates.</summary>
    internal void Begin()
    {
        _allowed.Clear();
        _hints.Clear();
        (_count, _timeS[0]) = (1, machine.NowS);
        Array.Clear(_free, 0, kinds.Length);
        foreach (var node in _nodes)
        {
            var (cpus, memory, milli) = machine.State.FreeOf(node);
            _free[_place[jobs.Layout.Group[node]]].Add(new Free(cpus, memory, milli));
        }

        for (var k = 0; k < machine.Running; k++)
        {
            var placed = machine.Log.PlacedOf(machine.ReleaseRun[k]);
            if (_place[jobs.Layout.Group[placed[0].Node]] < 0)
            {
                continue;
            }

            if (_timeS[_count - 1] != machine.ReleaseS[k])
            {
                Insert(_count, machine.ReleaseS[k]);
            }

            var shape = machine.ShapeOf(machine.Log.JobOf(machine.ReleaseRun[k]));
            foreach (var part in placed)
            {
                At(_count - 1, _place[jobs.Layout.Group[part.Node]]).Add(Free.Of(shape, part.Parts));
            }
        }

        Drain();
    }

    /// <summary>Takes the nodes for the outages that are known beforehand, of those that are up.</summary>
    void Drain()
    {
        foreach (var node in jobs.Layout.Announced.Length == 0 ? [] : _nodes.Where(machine.State.IsUp))
        {
            var all = new Free(-jobs.Layout.Cpus[node], -jobs.Layout.MemoryKiB[node], -(long)jobs.Layout.Accelerators[node] * Machine.Whole);
            foreach (var (fromS, toS) in jobs.Layout.Announced[node].Where(o => o.FromS > machine.NowS))
            {
                for (var (k, end) = (Split(0, fromS), Split(0, toS)); k < end; k++)
                {
                    At(k, _place[jobs.Layout.Group[node]]).Add(all);
                }
            }
        }
    }

    /// <summary>Forgets what is past.</summary>
    internal void MoveTo(long nowS)
    {
        var past = 0;
        while (past + 1 < _count && _timeS[past + 1] <= nowS)
        {
            past++;
        }

        Array.Copy(_timeS, past, _timeS, 0, _count - past);
        Array.Copy(_free, past * kinds.Length, _free, 0, (_count - past) * kinds.Length);
        _count -= past;
        _timeS[0] = nowS;
    }

    /// <summary>True where a job fits into what is free now; it may not be for long enough.</summary>
    internal bool FitsNow(int job)
    {
        var shape = machine.ShapeOf(job);
        return Fits(_free.AsSpan(0, kinds.Length), shape, Allowed(shape));
    }

    /// <summary>Takes what a job needs at the earliest time at which it is free for so long.</summary>
    /// <returns>That time, s; <see cref="long.MaxValue"/> where there is none.</returns>
    internal long Reserve(int job, long durationS)
    {
        var shape = machine.ShapeOf(job);
        var allowed = Allowed(shape);
        var first = Array.BinarySearch(_timeS, 0, _count, _hints.Earliest(jobs.ShapeOf[job], durationS));
        for (var start = first < 0 ? ~first : first; start < _count; start++)
        {
            if (!Fits(Step(start), shape, allowed))
            {
                continue;
            }

            Step(start).CopyTo(_least);
            var (endS, k) = (_timeS[start] + durationS, start + 1);
            for (; k < _count && _timeS[k] < endS; k++)
            {
                if (Lessen(k) && !Fits(_least, shape, allowed))
                {
                    start = Fits(Step(k), shape, allowed) ? start : k;
                    k = -1;
                    break;
                }
            }

            if (k >= 0)
            {
                Take(shape, allowed, (start, Split(start, endS)));
                _hints.Note(jobs.ShapeOf[job], durationS, _timeS[start]);
                return _timeS[start];
            }
        }

        return long.MaxValue;
    }

    Span<Free> Step(int step) => _free.AsSpan(step * kinds.Length, kinds.Length);

    ref Free At(int step, int kind) => ref _free[step * kinds.Length + kind];

    /// <summary>Takes the least of what is free; true where that is less than before.</summary>
    bool Lessen(int step)
    {
        var isLess = false;
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            ref readonly var free = ref At(step, kind);
            if (free.Cpus < _least[kind].Cpus || free.MemoryKiB < _least[kind].MemoryKiB || free.Milli < _least[kind].Milli)
            {
                (_least[kind], isLess) = (_least[kind].Least(free), true);
            }
        }

        return isLess;
    }

    /// <summary>Nodes of each kind that a job may use; kept for the list until the next begin, as no node goes down between.</summary>
    int[] Allowed(in JobShape shape)
    {
        if (_allowed.TryGetValue(shape.Eligible, out var allowed))
        {
            return allowed;
        }

        _allowed[shape.Eligible] = allowed = new int[kinds.Length];
        foreach (var node in jobs.Eligible[shape.Eligible])
        {
            allowed[_place[jobs.Layout.Group[node]]] += machine.State.IsUp(node) ? 1 : 0;
        }

        return allowed;
    }

    static bool Fits(ReadOnlySpan<Free> free, in JobShape shape, int[] allowed)
    {
        var parts = 0L;
        for (var kind = 0; kind < free.Length && parts < shape.Parts; kind++)
        {
            parts += free[kind].Parts(shape, allowed[kind]);
        }

        return parts >= shape.Parts;
    }

    void Take(in JobShape shape, int[] allowed, (int From, int To) steps)
    {
        var left = (long)shape.Parts;
        for (var kind = 0; kind < _least.Length && left > 0; kind++)
        {
            var parts = Math.Min(left, _least[kind].Parts(shape, allowed[kind]));
            for (var k = steps.From; k < steps.To && parts > 0; k++)
            {
                At(k, kind).Add(Free.Of(shape, -parts));
            }

            left -= parts;
        }
    }

    /// <summary>Makes a step begin at a time and returns its place.</summary>
    int Split(int from, long timeS)
    {
        var at = Array.BinarySearch(_timeS, from, _count - from, timeS);
        if (at < 0)
        {
            Insert(~at, timeS);
        }

        return at < 0 ? ~at : at;
    }

    /// <summary>A step at a place, with what is free in the one before.</summary>
    void Insert(int at, long timeS)
    {
        if (_count == _timeS.Length)
        {
            Array.Resize(ref _timeS, 2 * _count);
            Array.Resize(ref _free, 2 * _free.Length);
        }

        Array.Copy(_timeS, at, _timeS, at + 1, _count - at);
        Array.Copy(_free, (at - 1) * kinds.Length, _free, at * kinds.Length, (_count - at + 1) * kinds.Length);
        (_timeS[at], _count) = (timeS, _count + 1);
    }

    /// <summary>Free processors, KiB and thousandths of accelerators.</summary>
    record struct Free(long Cpus, long MemoryKiB, long Milli)
    {
        internal static Free Of(in JobShape shape, long parts) => new(parts * shape.Cpus, parts * shape.MemoryKiB, parts * shape.Milli);

        internal void Add(Free other) => (Cpus, MemoryKiB, Milli) = (Cpus + other.Cpus, MemoryKiB + other.MemoryKiB, Milli + other.Milli);

        internal readonly Free Least(Free other) => new(Math.Min(Cpus, other.Cpus), Math.Min(MemoryKiB, other.MemoryKiB), Math.Min(Milli, other.Milli));

        /// <summary>Parts of a job that fit; divides only where one does.</summary>
        internal readonly long Parts(in JobShape shape, int nodes)
        {
            if (nodes == 0 || Cpus < shape.Cpus || Milli < shape.Milli)
            {
                return 0;
            }

            var parts = Cpus / shape.Cpus;
            parts = shape.MemoryKiB == 0 ? parts : Math.Min(parts, MemoryKiB / shape.MemoryKiB);
            parts = shape.Milli == 0 ? parts : Math.Min(parts, Milli / shape.Milli);
            return shape.IsApart ? Math.Min(parts, nodes) : parts;
        }
    }
}
