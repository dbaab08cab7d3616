using System.Runtime.InteropServices;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Work that may be done at one of some places, in any hours between a first and a last one, up to a rate: a job, or jobs of the same hours together.</summary>
/// <remarks>
/// Work [cpu h]; in a whole hour at most Rate [cpu]; in the first and the last hour at most what of them lies within the window [cpu h].
/// Jobs put together may do more than each alone; at one place a bound of items put together is therefore one of the jobs, too. At several
/// places it need not be, because they go together to one: what is proved there is added up job by job.
/// </remarks>
/// <param name="places">Number of places.</param>
sealed class WorkItems(int places)
{
    readonly List<Item> _items = []; // [items × places]

    /// <summary>Number of items.</summary>
    internal int Count => _items.Count / places;

    /// <summary>Number of places.</summary>
    internal int Places => places;

    /// <summary>True where an item may run longer than its work, because resumptions add to it.</summary>
    internal bool MayRunLonger { get; init; }

    /// <summary>An item at a place.</summary>
    internal ref readonly Item this[int item, int place] => ref CollectionsMarshal.AsSpan(_items)[item * places + place];

    /// <summary>One past the last hour of any item.</summary>
    internal int Hours { get; private set; }

    /// <summary>Most hours of an item.</summary>
    internal int Widest { get; private set; }

    /// <summary>Work of all items, cpu h.</summary>
    internal double WorkCpuH { get; private set; }

    /// <summary>Every job between the time when its data are there and its deadline.</summary>
    /// <param name="choice">The jobs and where they may run.</param>
    /// <param name="goal">What moving counts in; null where it counts nothing.</param>
    internal static WorkItems Of(ClusterChoice choice, ShiftGoal? goal)
    {
        var items = new WorkItems(choice.Count) { MayRunLonger = choice.Options.CheckpointSlots > 0 };
        var at = new Item[choice.Count];
        for (var j = 0; j < choice.Trace.Count; j++)
        {
            for (var p = 0; p < at.Length; p++)
            {
                at[p] = choice.Allows(j, p) ? Of(choice.At(j, p), goal is { } unit ? choice.Move(j, p, unit) : 0) : Item.None;
            }

            items.Add(at);
        }

        return items;

        static Item Of(in ShiftJob job, double move) => Item.Of((job.Arrival, job.Deadline), job.Length, job.Cpus) with { Move = move };
    }

    /// <summary>Adds an item.</summary>
    /// <param name="at">What it is at each place; <see cref="Item.None"/> where it may not be done. Shape [places].</param>
    internal void Add(ReadOnlySpan<Item> at)
    {
        var work = 0.0;
        foreach (ref readonly var item in at)
        {
            _items.Add(item);
            (Hours, Widest, work) = (Math.Max(Hours, item.Last + 1), Math.Max(Widest, item.Hours), Math.Max(work, item.WorkCpuH));
        }

        WorkCpuH += work;
    }

    /// <summary>The same work with items of the same first and last hour at every place, and moved at about the same cost, put together.</summary>
    /// <param name="price">A usual price for each cpu h, by which costs of moving are set apart.</param>
    internal WorkItems Together(double price)
    {
        var together = new WorkItems(places) { MayRunLonger = MayRunLonger };
        var groups = new Dictionary<Kind, Item[]>();
        for (var i = 0; i < Count; i++)
        {
            var kind = new Kind([.. Enumerable.Range(0, places).Select(p => Class(this[i, p], price))]);
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, kind, out _);
            group ??= new Item[places];
            for (var p = 0; p < places; p++)
            {
                group[p] = group[p].With(this[i, p]);
            }
        }

        foreach (var group in groups.OrderBy(g => g.Key.At, Comparer<(int, int, int)[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b))).Select(g => g.Value))
        {
            together.Add(group);
        }

        return together;
    }

    /// <summary>Hours, and cost of moving in steps of a tenth beyond a hundredth of the price.</summary>
    static (int First, int Last, int Move) Class(in Item item, double price)
    {
        const double Least = 0.01, Step = 0.1;
        var scale = Least * price * item.WorkCpuH;
        return (item.First, item.Last, item.Move > 0 && scale > 0 ? 1 + (int)(Math.Log(1 + item.Move / scale) / Step) : 0);
    }

    /// <summary>What items have to share to be put together.</summary>
    readonly record struct Kind((int First, int Last, int Move)[] At)
    {
        public bool Equals(Kind other) => At.AsSpan().SequenceEqual(other.At);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var at in At)
            {
                hash.Add(at);
            }

            return hash.ToHashCode();
        }
    }
}
