namespace Suandian.Scheduling.Placement;

/// <summary>The pods that are expected, by what they need and how often, and the fragmentation that nodes have in their eyes.</summary>
/// <remarks>
/// Sets        m ∈ M typical pods with share p[m], Σ p = 1; g GPUs of a node, free r[g]; R = Σ r
/// F = Σ p[m] F[m], thousandths of a GPU. F[m] = R where m needs no GPU, its model is not that of the node, the free CPU is too little, or fewer GPUs
/// than it needs have its thousandths free; else Σ r[g] over the GPUs where fewer than its thousandths are free. Memory does not enter.
/// M are the most frequent combinations of CPU, GPUs, thousandths and models until they make up a share of the pods.
/// Source: Weng et al., Beware of Fragmentation, USENIX ATC 2023, section 3, and its artifact.
/// </remarks>
sealed class TypicalPods
{
    readonly Group[] _groups;
    readonly double _withoutGpu;

    /// <summary>The typical pods of a trace.</summary>
    /// <param name="pods">Classes of pods with their counts.</param>
    /// <param name="share">Share of the pods that they make up, 0 to 1.</param>
    internal TypicalPods(IEnumerable<(PodClass Pod, int Count)> pods, double share)
    {
        var types = pods.GroupBy(p => p.Pod with { MemoryMib = 0 }).Select(g => (Pod: g.Key, Count: g.Sum(p => (long)p.Count)))
            .OrderByDescending(t => t.Count).ThenByDescending(t => t.Pod.CpuMilli).ThenByDescending(t => t.Pod.GpuMilli).ThenByDescending(t => t.Pod.Gpus).ThenByDescending(t => t.Pod.Models).ToArray();
        var (enough, taken, count) = (share * types.Sum(t => t.Count), 0L, 0);
        while (count < types.Length && taken < enough)
        {
            taken += types[count++].Count;
        }

        _withoutGpu = types.Take(count).Where(t => t.Pod.Gpus == 0).Sum(t => t.Count) / (double)taken;
        _groups = [.. types.Take(count).Where(t => t.Pod.Gpus > 0).GroupBy(t => (t.Pod.Gpus, t.Pod.GpuMilli, t.Pod.Models)).Select(g => new Group(
            g.First().Pod, [.. g.OrderBy(t => t.Pod.CpuMilli).Select(t => (t.Pod.CpuMilli, t.Count / (double)taken))]))];
        Count = count;
    }

    /// <summary>How many different pods.</summary>
    internal int Count { get; }

    /// <summary>Fragmentation of a node, thousandths of a GPU.</summary>
    internal double FragmentationOf(NodeState state) =>
        double.IsNaN(state.Fragmentation) ? state.Fragmentation = FragmentationOf(state.CpuMilli, state.Model, state.GpuMilli) : state.Fragmentation;

    /// <summary>Fragmentation of a node, thousandths of a GPU.</summary>
    /// <param name="cpuMilli">Free CPU, thousandths of a core.</param>
    /// <param name="model">Model of its GPUs.</param>
    /// <param name="gpuMilli">Free thousandths of each GPU.</param>
    internal double FragmentationOf(int cpuMilli, int model, ReadOnlySpan<short> gpuMilli)
    {
        var free = 0;
        foreach (var r in gpuMilli)
        {
            free += r;
        }

        if (free == 0)
        {
            return 0;
        }

        var sum = _withoutGpu * free;
        foreach (var group in _groups)
        {
            var fits = group.Pod.Allows(model) ? group.ShareWithin(cpuMilli) : 0;
            var (able, rest) = (0, 0);
            foreach (var r in gpuMilli)
            {
                (able, rest) = r >= group.Pod.GpuMilli ? (able + 1, rest) : (able, rest + r);
            }

            sum += able < group.Pod.Gpus ? group.Share * free : fits * rest + (group.Share - fits) * free;
        }

        return sum;
    }

    /// <summary>Typical pods that differ in CPU alone.</summary>
    sealed class Group
    {
        readonly int[] _cpuMilli; // ascending
        readonly double[] _shareUpTo; // share of those with no more CPU

        internal Group(PodClass pod, (int CpuMilli, double Share)[] members)
        {
            (Pod, _cpuMilli, _shareUpTo) = (pod, [.. members.Select(m => m.CpuMilli)], new double[members.Length]);
            for (var i = 0; i < members.Length; i++)
            {
                _shareUpTo[i] = members[i].Share + (i > 0 ? _shareUpTo[i - 1] : 0);
            }
        }

        internal PodClass Pod { get; }

        internal double Share => _shareUpTo[^1];

        internal double ShareWithin(int cpuMilli)
        {
            var (low, high) = (0, _cpuMilli.Length);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                (low, high) = _cpuMilli[middle] <= cpuMilli ? (middle + 1, high) : (low, middle);
            }

            return low == 0 ? 0 : _shareUpTo[low - 1];
        }
    }
}
