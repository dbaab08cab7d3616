namespace Suandian.Scheduling.Machines.Passes;

/// <summary>What is free over time to come, kinds of nodes taken together: steps that begin now.</summary>
/// <remarks>Approximated: nodes of a kind count as one, so that pieces of free nodes are not seen; on alike processors nothing is approximated.</remarks>
sealed class KindProfile(MachineJobs jobs, RunningMachine machine)
{
    readonly List<Step> _steps = [];
    readonly Dictionary<int, int[]> _allowed = [];

    int Kinds => jobs.Layout.Kinds.Length;

    /// <summary>What is free when running jobs end by their estimates.</summary>
    internal void Begin()
    {
        _steps.Clear();
        _allowed.Clear();
        var now = new Step(machine.NowS, new Free[Kinds]);
        for (var n = 0; n < jobs.Layout.Nodes; n++)
        {
            var (cpus, memory, milli) = machine.State.FreeOf(n);
            now.Kinds[jobs.Layout.Kind[n]].Add(new Free(cpus, memory, milli));
        }

        _steps.Add(now);
        for (var k = 0; k < machine.Running; k++)
        {
            if (_steps[^1].TimeS != machine.ReleaseS[k])
            {
                _steps.Add(new Step(machine.ReleaseS[k], [.. _steps[^1].Kinds]));
            }

            var run = machine.ReleaseRun[k];
            var shape = machine.ShapeOf(machine.Log.JobOf(run));
            foreach (var placed in machine.Log.PlacedOf(run))
            {
                _steps[^1].Kinds[jobs.Layout.Kind[placed.Node]].Add(Free.Of(shape, placed.Parts));
            }
        }
    }

    /// <summary>Forgets what is past.</summary>
    internal void MoveTo(long nowS)
    {
        var past = 0;
        while (past + 1 < _steps.Count && _steps[past + 1].TimeS <= nowS)
        {
            past++;
        }

        _steps.RemoveRange(0, past);
        _steps[0] = _steps[0] with { TimeS = nowS };
    }

    /// <summary>Takes what a job needs at the earliest time at which it is free for so long.</summary>
    /// <returns>That time, s; <see cref="long.MaxValue"/> where there is none.</returns>
    internal long Reserve(int job, long durationS)
    {
        var (shape, least) = (machine.ShapeOf(job), new Free[Kinds]);
        var allowed = Allowed(shape);
        for (var start = 0; start < _steps.Count; start++)
        {
            _steps[start].Kinds.CopyTo(least, 0);
            var (endS, k) = (_steps[start].TimeS + durationS, start);
            for (; k < _steps.Count && _steps[k].TimeS < endS; k++)
            {
                for (var kind = 0; kind < Kinds; kind++)
                {
                    least[kind] = least[kind].Least(_steps[k].Kinds[kind]);
                }

                if (!Fits(least, shape, allowed))
                {
                    start = Fits(_steps[k].Kinds, shape, allowed) ? start : k;
                    k = -1;
                    break;
                }
            }

            if (k >= 0)
            {
                Take(shape, allowed, (start, Split(start, endS)), least);
                return _steps[start].TimeS;
            }
        }

        return long.MaxValue;
    }

    /// <summary>Nodes of each kind that a job may use; kept for the list until the next begin, as no node goes down between.</summary>
    int[] Allowed(JobShape shape)
    {
        if (_allowed.TryGetValue(shape.Eligible, out var allowed))
        {
            return allowed;
        }

        _allowed[shape.Eligible] = allowed = new int[Kinds];
        foreach (var node in jobs.Eligible[shape.Eligible])
        {
            allowed[jobs.Layout.Kind[node]] += machine.State.IsUp(node) ? 1 : 0;
        }

        return allowed;
    }

    static bool Fits(Free[] free, JobShape shape, int[] allowed)
    {
        var parts = 0L;
        for (var kind = 0; kind < free.Length && parts < shape.Parts; kind++)
        {
            parts += free[kind].Parts(shape, allowed[kind]);
        }

        return parts >= shape.Parts;
    }

    void Take(JobShape shape, int[] allowed, (int From, int To) steps, Free[] least)
    {
        var left = (long)shape.Parts;
        for (var kind = 0; kind < least.Length && left > 0; kind++)
        {
            var parts = Math.Min(left, least[kind].Parts(shape, allowed[kind]));
            for (var k = steps.From; k < steps.To && parts > 0; k++)
            {
                _steps[k].Kinds[kind].Add(Free.Of(shape, -parts));
            }

            left -= parts;
        }
    }

    /// <summary>Makes a step begin at a time and returns its place.</summary>
    int Split(int from, long timeS)
    {
        var k = from;
        while (k < _steps.Count && _steps[k].TimeS < timeS)
        {
            k++;
        }

        if (k == _steps.Count || _steps[k].TimeS != timeS)
        {
            _steps.Insert(k, new Step(timeS, [.. _steps[k - 1].Kinds]));
        }

        return k;
    }

    readonly record struct Step(long TimeS, Free[] Kinds);

    /// <summary>Free processors, KiB and thousandths of accelerators.</summary>
    record struct Free(long Cpus, long MemoryKiB, long Milli)
    {
        internal static Free Of(JobShape shape, long parts) => new(parts * shape.Cpus, parts * shape.MemoryKiB, parts * shape.Milli);

        internal void Add(Free other) => (Cpus, MemoryKiB, Milli) = (Cpus + other.Cpus, MemoryKiB + other.MemoryKiB, Milli + other.Milli);

        internal readonly Free Least(Free other) => new(Math.Min(Cpus, other.Cpus), Math.Min(MemoryKiB, other.MemoryKiB), Math.Min(Milli, other.Milli));

        internal readonly long Parts(JobShape shape, int nodes)
        {
            var parts = nodes == 0 ? 0 : Cpus / shape.Cpus;
            parts = shape.MemoryKiB == 0 ? parts : Math.Min(parts, MemoryKiB / shape.MemoryKiB);
            parts = shape.Milli == 0 ? parts : Math.Min(parts, Milli / shape.Milli);
            return shape.IsApart ? Math.Min(parts, nodes) : parts;
        }
    }
}
