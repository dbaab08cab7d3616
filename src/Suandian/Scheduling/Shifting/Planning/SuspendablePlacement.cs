namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Times for a job that may be suspended: the cheapest free ones, or, where a resumption costs something, those of least cost with it.</summary>
/// <remarks>
/// With a cost of resuming, a price m is sought at which runs of least Σ (price − m) · time + resumptions fill the length: for each m
/// an exact choice by dynamic programming over the free parts; what is too much is cut from the dearest ends. Where the cheapest times
/// cost less with their resumptions, they stand. Where a resumption adds running time, the length is chosen again with what the resumptions
/// found add, and what is too much is cut; a single run stands where nothing of more runs costs less.
/// </remarks>
/// <param name="energyH">Running time whose energy a resumption costs, h.</param>
/// <param name="added">Slots that a resumption adds.</param>
sealed class SuspendablePlacement(double energyH, int added = 0) : Placement
{
    const int Halvings = 40;
    const int Attempts = 6;
    const double SlotsPerHour = Hour;

    readonly double _resumption = energyH + added / SlotsPerHour; // worth of a resumption in running time, h
    readonly ContiguousPlacement _single = new();
    readonly List<(int Start, int End)> _one = [];

    readonly List<(int Start, int End)> _parts = [];
    readonly List<(double Price, int Part)> _order = [];
    readonly List<(int Start, int End)> _few = [];

    /// <summary>A placement where resumptions cost what the options tell.</summary>
    internal SuspendablePlacement(ShiftOptions options)
        : this(options.CheckpointS / 3600.0, options.CheckpointSlots)
    {
    }

    /// <inheritdoc/>
    internal override int Find(in Wish wish, GuidePrices prices, SlotProfile profile, List<(int Start, int End)> into)
    {
        into.Clear();
        FreeParts(wish, profile, _parts);
        if (added > 0)
        {
            return FindWithAdded(wish, prices, profile, into);
        }

        var room = _parts.Sum(p => p.End - p.Start);
        if (room <= wish.Slots)
        {
            into.AddRange(_parts);
            return wish.Slots - room;
        }

        Cheapest(wish.Slots, prices, into);
        if (_resumption > 0)
        {
            _few.Clear();
            FewRuns(wish, wish.Slots, prices, _few);
            if (Cost(wish, prices, _few) < Cost(wish, prices, into))
            {
                into.Clear();
                into.AddRange(_few);
            }
        }

        return 0;
    }

    /// <summary>Times of which resumptions take some; the slots missing where there is no room for them.</summary>
    int FindWithAdded(in Wish wish, GuidePrices prices, SlotProfile profile, List<(int Start, int End)> into)
    {
        var least = double.PositiveInfinity;
        foreach (var few in (bool[])[false, true])
        {
            if (Fitted(wish, few, prices, _few) && Cost(wish, prices, _few) is var cost && cost < least)
            {
                least = cost;
                into.Clear();
                into.AddRange(_few);
            }
        }

        var late = wish.Has == Past.None ? 0 : added;
        var isNext = wish.Has == Past.Runs && _parts is [var first, ..] && first.Start == wish.Start && _single.Find(wish with { End = wish.Start + wish.Slots }, prices, profile, _one) == 0;
        var missing = isNext ? 0 : _single.Find(wish with { Slots = wish.Slots + late }, prices, profile, _one);
        if (missing == 0 && Cost(wish, prices, _one) < least)
        {
            into.Clear();
            into.AddRange(_one);
            return 0;
        }

        return double.IsPositiveInfinity(least) ? wish.Slots : 0;
    }

    /// <summary>Times whose sum is the length and what their resumptions add; false where none are found.</summary>
    bool Fitted(in Wish wish, bool few, GuidePrices prices, List<(int Start, int End)> into)
    {
        var (slots, room) = (wish.Slots, _parts.Sum(p => p.End - p.Start));
        for (var attempt = 0; attempt < Attempts && slots <= room; attempt++)
        {
            into.Clear();
            if (few && slots < room)
            {
                FewRuns(wish, slots, prices, into);
            }
            else
            {
                Cheapest(slots, prices, into);
            }

            into.Sort();
            var needed = wish.Slots + added * Resumptions(wish, into);
            if (needed > slots)
            {
                slots = needed;
                continue;
            }

            for (var over = slots - needed; over > 0; over = into.Sum(p => p.End - p.Start) - wish.Slots - added * Resumptions(wish, into))
            {
                CutDearestEnd(over, prices, into);
            }

            return true;
        }

        return false;
    }

    /// <summary>How often times in their order resume the job.</summary>
    static int Resumptions(in Wish wish, List<(int Start, int End)> times)
    {
        var count = 0;
        for (var k = 0; k < times.Count; k++)
        {
            count += IsResumption(wish, times, k) ? 1 : 0;
        }

        return count;
    }

    static bool IsResumption(in Wish wish, List<(int Start, int End)> times, int k) =>
        k > 0 ? times[k].Start > times[k - 1].End : wish.Has == Past.Rests || (wish.Has == Past.Runs && times[k].Start > wish.Start);

    /// <summary>Cost of times with the energy of their resumptions.</summary>
    double Cost(in Wish wish, GuidePrices prices, List<(int Start, int End)> times)
    {
        times.Sort();
        var cost = 0.0;
        for (var k = 0; k < times.Count; k++)
        {
            var price = prices[times[k].Start / Hour];
            cost += prices.Between(times[k].Start, times[k].End) + (IsResumption(wish, times, k) ? Math.Max(0, price) * energyH : 0);
        }

        return cost;
    }

    void Cheapest(int slots, GuidePrices prices, List<(int Start, int End)> into)
    {
        _order.Clear();
        for (var k = 0; k < _parts.Count; k++)
        {
            _order.Add((prices[_parts[k].Start / Hour], k));
        }

        _order.Sort(static (a, b) => a.Price != b.Price ? a.Price.CompareTo(b.Price) : a.Part.CompareTo(b.Part));
        foreach (var (_, part) in _order)
        {
            var (start, end) = _parts[part];
            var run = Math.Min(slots, end - start);
            into.Add((start, start + run));
            slots -= run;
            if (slots == 0)
            {
                return;
            }
        }
    }

    void FewRuns(in Wish wish, int slots, GuidePrices prices, List<(int Start, int End)> into)
    {
        var (low, high) = (_parts.Min(p => prices[p.Start / Hour]), _parts.Max(p => prices[p.Start / Hour]));
        (low, high) = (low - Math.Abs(low) - 1, high + (high - low + Math.Abs(high) + 1) * (1 + _resumption * _parts.Count * SlotsPerHour));
        for (var k = 0; k < Halvings; k++)
        {
            var middle = 0.5 * (low + high);
            Choose(wish, prices, middle, into);
            (low, high) = into.Sum(p => p.End - p.Start) < slots ? (middle, high) : (low, middle);
        }

        Choose(wish, prices, high, into);
        for (var over = into.Sum(p => p.End - p.Start) - slots; over > 0;)
        {
            over -= CutDearestEnd(over, prices, into);
        }
    }

    /// <summary>The parts of least Σ (price − worth) · hours + price · resumption at each resumption; the first start of a job is none.</summary>
    void Choose(in Wish wish, GuidePrices prices, double worth, List<(int Start, int End)> into)
    {
        const double None = double.PositiveInfinity;
        var cost = (Fresh: wish.Has == Past.None ? 0 : None, Running: wish.Has == Past.Runs ? 0 : None, Resting: wish.Has == Past.Rests ? 0 : None);
        var from = new (Past Running, Past Resting)[_parts.Count];
        for (var k = 0; k < _parts.Count; k++)
        {
            var price = prices[_parts[k].Start / Hour];
            var goOn = _parts[k].Start == (k == 0 ? wish.Start : _parts[k - 1].End) ? cost.Running : None;
            var resume = Math.Min(cost.Running, cost.Resting) + Math.Max(0, price) * _resumption;
            var stopped = cost.Running <= cost.Resting ? Past.Runs : Past.Rests;
            from[k] = (cost.Fresh <= Math.Min(goOn, resume) ? Past.None : goOn <= resume ? Past.Runs : stopped, stopped);
            cost = (cost.Fresh, Math.Min(cost.Fresh, Math.Min(goOn, resume)) + (price - worth) * ((_parts[k].End - _parts[k].Start) / SlotsPerHour), Math.Min(cost.Running, cost.Resting));
        }

        into.Clear();
        var at = cost.Running <= Math.Min(cost.Fresh, cost.Resting) ? Past.Runs : cost.Resting <= cost.Fresh ? Past.Rests : Past.None;
        for (var k = _parts.Count - 1; k >= 0 && at != Past.None; k--)
        {
            if (at == Past.Runs)
            {
                into.Add(_parts[k]);
            }

            at = at == Past.Runs ? from[k].Running : from[k].Resting;
        }

        into.Reverse();
    }

    /// <summary>Cuts slots off the dearest part that nothing touches on one side; returns how many.</summary>
    static int CutDearestEnd(int over, GuidePrices prices, List<(int Start, int End)> into)
    {
        var (dearest, isLast) = (-1, false);
        for (var k = 0; k < into.Count; k++)
        {
            var hasBefore = k > 0 && into[k - 1].End == into[k].Start;
            var hasAfter = k + 1 < into.Count && into[k + 1].Start == into[k].End;
            if ((!hasBefore || !hasAfter) && (dearest < 0 || prices[into[k].Start / Hour] >= prices[into[dearest].Start / Hour]))
            {
                (dearest, isLast) = (k, !hasAfter);
            }
        }

        var (start, end) = into[dearest];
        var cut = Math.Min(over, end - start);
        if (cut == end - start)
        {
            into.RemoveAt(dearest);
        }
        else
        {
            into[dearest] = isLast ? (start, end - cut) : (start + cut, end);
        }

        return cut;
    }
}
