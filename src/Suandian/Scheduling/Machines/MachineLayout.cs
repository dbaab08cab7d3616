namespace Suandian.Scheduling.Machines;

/// <summary>A machine as one number a node in each array; nodes without accelerators come first, then by the order of the table, so that work for processors alone leaves accelerators free.</summary>
sealed class MachineLayout
{
    const double KiBPerGiB = 1024 * 1024;
    const double MilliwattPerWatt = 1000;
    const double MilliwattPerMegawatt = 1e9;
    const double Rounding = 1e-12;

    /// <summary>Memory of a node where it is not counted: more than any has, and the sum of all nodes is still a number.</summary>
    const long NotCountedKiB = 1L << 44;

    internal MachineLayout(Machine machine)
    {
        Machine = machine;
        (PartitionNames, ChipNames) = (machine.PartitionNames(), [.. machine.Nodes.Select(n => n.Chip).OfType<string>().Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)]);
        Kinds = [.. machine.Nodes.OrderBy(n => n.Accelerators > 0)];
        var kinds = Enumerable.Range(0, Kinds.Length).SelectMany(k => Enumerable.Repeat(k, Kinds[k].Count)).ToArray();
        T[] Each<T>(Func<MachineNode, T> of) => [.. kinds.Select(k => of(Kinds[k]))];
        (Kind, Names) = (kinds, [.. Kinds.SelectMany(Machine.NamesOf)]);
        (Cpus, Accelerators) = (Each(n => n.Cpus), Each(n => n.Accelerators));
        MemoryKiB = Each(n => n.MemoryGib is { } gib ? (long)(gib * KiBPerGiB) : NotCountedKiB);
        Chip = Each(n => Array.IndexOf(ChipNames, n.Chip ?? ""));
        Partitions = Each(n => Machine.PartitionsOf(n).Aggregate(0UL, (mask, p) => mask | 1UL << Array.IndexOf(PartitionNames, p)));
        Group = Groups();
        (IdleMilliwatt, CpuMilliwatt) = (Each(n => Milliwatt(n.IdleW)), Each(n => Milliwatt(n.CpuW)));
        AcceleratorMilliwatt = Each(n => Milliwatt(n.AcceleratorW));
        FirstAccelerator = new int[Nodes + 1];
        for (var n = 0; n < Nodes; n++)
        {
            FirstAccelerator[n + 1] = FirstAccelerator[n] + Accelerators[n];
        }

        LimitMilliwatt = machine.Hours.Any(h => h.PowerLimitMw is not null)
            ? [.. machine.Hours.Select(h => h.PowerLimitMw is { } mw ? (long)(mw * MilliwattPerMegawatt / h.Pue * (1 + Rounding)) : long.MaxValue)] : [];
        Outages = [.. machine.Outages.Select(o => ((long)Math.Round(o.FromH * Machine.SecondsPerHour), (long)Math.Round(o.ToH * Machine.SecondsPerHour), NodesOf(o)))];
        Announced = KnownBeforehand();
    }

    internal Machine Machine { get; }

    /// <summary>Rows of nodes, those without accelerators first.</summary>
    internal MachineNode[] Kinds { get; }

    internal string[] Names { get; }
    internal string[] PartitionNames { get; }
    internal string[] ChipNames { get; }

    /// <summary>Number of nodes.</summary>
    internal int Nodes => Kind.Length;

    /// <summary>Place in <see cref="Kinds"/>. Shape [nodes], as the next ones.</summary>
    internal int[] Kind { get; }
    internal int[] Cpus { get; }
    internal long[] MemoryKiB { get; }
    internal int[] Accelerators { get; }

    /// <summary>Place in <see cref="ChipNames"/>; −1 for none.</summary>
    internal int[] Chip { get; }

    /// <summary>One bit a partition.</summary>
    internal ulong[] Partitions { get; }

    /// <summary>Number of the group of nodes that are alike to a job, from 0 in the order of the nodes: the same however the table parts them into rows.</summary>
    internal int[] Group { get; }

    /// <summary>Power of a node on which nothing runs, mW.</summary>
    internal long[] IdleMilliwatt { get; }

    /// <summary>Power that a processor adds, mW.</summary>
    internal long[] CpuMilliwatt { get; }

    /// <summary>Power that a whole accelerator adds, mW.</summary>
    internal long[] AcceleratorMilliwatt { get; }

    /// <summary>Place of the first accelerator of each node among all. Shape [nodes + 1].</summary>
    internal int[] FirstAccelerator { get; }

    /// <summary>Most power of the machine, that is of the site over its PUE, by hour of the table, mW; empty for no limit.</summary>
    internal long[] LimitMilliwatt { get; }

    /// <summary>Outages: from, to (excluded), s, and nodes.</summary>
    internal (long FromS, long ToS, int[] Nodes)[] Outages { get; }

    /// <summary>Outages of each node that are known beforehand, from and to (excluded), s, by their begin. Shape [nodes]; empty where there are none at all.</summary>
    internal (long FromS, long ToS)[][] Announced { get; }

    /// <summary>Begin of the next outage of a node that is known beforehand, s; <see cref="long.MaxValue"/> where there is none.</summary>
    internal long NextAnnouncedS(int node, long nowS) => Array.Find(Announced[node], o => o.FromS > nowS) is { FromS: > 0 and var from } ? from : long.MaxValue;

    /// <summary>Power limit at a time, mW.</summary>
    internal long LimitAt(long timeS) => LimitMilliwatt.Length == 0 ? long.MaxValue : LimitMilliwatt[timeS / Machine.SecondsPerHour % LimitMilliwatt.Length];

    (long FromS, long ToS)[][] KnownBeforehand()
    {
        var known = Outages.Where((_, i) => Machine.Outages[i].Announced).SelectMany(o => o.Nodes.Select(n => (Node: n, Outage: (o.FromS, o.ToS)))).ToLookup(o => o.Node, o => o.Outage);
        return known.Count == 0 ? [] : [.. Enumerable.Range(0, Nodes).Select(n => known[n].Order().ToArray())];
    }

    int[] Groups()
    {
        var groups = new Dictionary<(int, long, int, int, ulong), int>();
        return [.. Enumerable.Range(0, Nodes).Select(n =>
        {
            var alike = (Cpus[n], MemoryKiB[n], Accelerators[n], Chip[n], Partitions[n]);
            groups.TryAdd(alike, groups.Count);
            return groups[alike];
        })];
    }

    static long Milliwatt(double watt) => (long)Math.Round(watt * MilliwattPerWatt);

    int[] NodesOf(MachineOutage outage)
    {
        var partition = outage.Partition is { Length: > 0 } p ? 1UL << Array.IndexOf(PartitionNames, p) : 0;
        return [.. Enumerable.Range(0, Nodes).Where(n => outage.Node is { Length: > 0 } name
            ? Names[n] == name || Kinds[Kind[n]].Name == name : (Partitions[n] & partition) != 0)];
    }
}
