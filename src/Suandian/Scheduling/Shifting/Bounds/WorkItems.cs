namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Work that may be done in any hours between a first and a last one, up to a rate: a job, or all jobs of the same hours together.</summary>
/// <remarks>
/// Work [cpu h]; in a whole hour at most Rate [cpu]; in the first and the last hour at most what of them lies within the window [cpu h].
/// Jobs put together may do more than each alone, so that a bound of items put together is one of the jobs, too.
/// </remarks>
sealed class WorkItems
{
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;

    readonly List<Item> _items = [];

    /// <summary>Number of items.</summary>
    internal int Count => _items.Count;

    /// <summary>An item.</summary>
    internal ref readonly Item this[int item] => ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items)[item];

    /// <summary>One past the last hour of any item.</summary>
    internal int Hours { get; private set; }

    /// <summary>Most hours of an item.</summary>
    internal int Widest { get; private set; }

    /// <summary>Work of all items, cpu h.</summary>
    internal double WorkCpuH { get; private set; }

    /// <summary>Every job of a trace between its arrival and its deadline.</summary>
    internal static WorkItems Of(ShiftTrace trace, ShiftOptions options)
    {
        var items = new WorkItems();
        for (var j = 0; j < trace.Count; j++)
        {
            var job = trace.Job(j, options);
            items.Add((job.Arrival, job.Deadline), job.Length, job.Cpus);
        }

        return items;
    }

    /// <summary>Adds work between two slots.</summary>
    /// <param name="window">First slot, and slot after the last; at least as long as the work.</param>
    /// <param name="slots">Slots of running.</param>
    /// <param name="cpus">Processors while it runs; for expected work not a whole number.</param>
    internal void Add((int Start, int End) window, int slots, double cpus)
    {
        var (first, last) = (window.Start / ShiftTrace.SlotsPerHour, (window.End - 1) / ShiftTrace.SlotsPerHour);
        var inFirst = Math.Min(window.End, (first + 1) * ShiftTrace.SlotsPerHour) - window.Start;
        Add(new Item(first, last, cpus * slots / SlotsPerHour, cpus, cpus * inFirst / SlotsPerHour, cpus * (window.End - last * SlotsPerHour) / SlotsPerHour));
    }

    /// <summary>The same work with items of the same first and last hour put together.</summary>
    internal WorkItems Together()
    {
        var together = new WorkItems();
        foreach (var group in _items.GroupBy(i => (i.First, i.Last)).OrderBy(g => g.Key))
        {
            together.Add(new Item(group.Key.First, group.Key.Last, group.Sum(i => i.WorkCpuH), group.Sum(i => i.RateCpus), group.Sum(i => i.InFirstCpuH), group.Sum(i => i.InLastCpuH)));
        }

        return together;
    }

    void Add(Item item)
    {
        _items.Add(item);
        (Hours, Widest, WorkCpuH) = (Math.Max(Hours, item.Last + 1), Math.Max(Widest, item.Last - item.First + 1), WorkCpuH + item.WorkCpuH);
    }
}

/// <summary>Work within a window of hours.</summary>
/// <param name="First">First hour.</param>
/// <param name="Last">Last hour.</param>
/// <param name="WorkCpuH">Work, cpu h.</param>
/// <param name="RateCpus">Most processors at once.</param>
/// <param name="InFirstCpuH">Most work in the first hour, cpu h; that of the whole window where it is the only one.</param>
/// <param name="InLastCpuH">Most work in the last hour, cpu h.</param>
readonly record struct Item(int First, int Last, double WorkCpuH, double RateCpus, double InFirstCpuH, double InLastCpuH)
{
    /// <summary>Most work in an hour of the window, cpu h.</summary>
    internal double Most(int hour) => hour == First ? InFirstCpuH : hour == Last ? InLastCpuH : RateCpus;
}
