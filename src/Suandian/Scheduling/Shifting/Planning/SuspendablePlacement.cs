namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Times for a job that may be suspended: the cheapest free ones, or, where a resumption costs something, those of least cost with it.</summary>
/// <remarks>
/// With a cost of resuming, a price m is sought at which runs of least Σ (price − m) · time + resumptions fill the length: for each m
/// an exact choice by dynamic programming over the free parts; what is too much is cut from the dearest ends.
/// </remarks>
/// <param name="resumption">Running time that a resumption is worth, h.</param>
sealed class SuspendablePlacement(double resumption) : Placement
{
    const int Halvings = 40;
    const double SlotsPerHour = Hour;

    readonly List<(int Start, int End)> _parts = [];
    readonly List<int> _order = [];

    /// <inheritdoc/>
    internal override int Find(in Wish wish, GuidePrices prices, SlotProfile profile, List<(int Start, int End)> into)
    {
        into.Clear();
        FreeParts(wish, profile, _parts);
        var room = _parts.Sum(p => p.End - p.Start);
        if (room <= wish.Slots)
        {
            into.AddRange(_parts);
            return wish.Slots - room;
        }

        if (resumption > 0)
        {
            FewRuns(wish, prices, into);
        }
        else
        {
            Cheapest(wish.Slots, prices, into);
        }

        return 0;
    }

    void Cheapest(int slots, GuidePrices prices, List<(int Start, int End)> into)
    {
        _order.Clear();
        _order.AddRange(Enumerable.Range(0, _parts.Count));
        _order.Sort((a, b) => prices[_parts[a].Start / Hour].CompareTo(prices[_parts[b].Start / Hour]) is var c and not 0 ? c : a.CompareTo(b));
        foreach (var k in _order)
        {
            var (start, end) = _parts[k];
            var run = Math.Min(slots, end - start);
            into.Add((start, start + run));
            slots -= run;
            if (slots == 0)
            {
                return;
            }
        }
    }

    void FewRuns(in Wish wish, GuidePrices prices, List<(int Start, int End)> into)
    {
        var (low, high) = (_parts.Min(p => prices[p.Start / Hour]), _parts.Max(p => prices[p.Start / Hour]));
        (low, high) = (low - Math.Abs(low) - 1, high + (high - low + Math.Abs(high) + 1) * (1 + resumption * _parts.Count * SlotsPerHour));
        for (var k = 0; k < Halvings; k++)
        {
            var middle = 0.5 * (low + high);
            Choose(wish, prices, middle, into);
            (low, high) = into.Sum(p => p.End - p.Start) < wish.Slots ? (middle, high) : (low, middle);
        }

        Choose(wish, prices, high, into);
        for (var over = into.Sum(p => p.End - p.Start) - wish.Slots; over > 0;)
        {
            over -= CutDearestEnd(over, prices, into);
        }
    }

    /// <summary>The parts of least Σ (price − worth) · hours + price · resumption at each beginning.</summary>
    void Choose(in Wish wish, GuidePrices prices, double worth, List<(int Start, int End)> into)
    {
        var (running, resting) = (wish.IsRunning ? 0 : double.PositiveInfinity, 0.0); // least cost so far with the last part run, or not
        var fromRunning = new (bool Running, bool Resting)[_parts.Count];
        for (var k = 0; k < _parts.Count; k++)
        {
            var price = prices[_parts[k].Start / Hour];
            var isNext = _parts[k].Start == (k == 0 ? wish.Start : _parts[k - 1].End);
            var before = Math.Min(running, resting);
            var begin = before + Math.Max(0, price) * resumption;
            var goOn = isNext ? running : double.PositiveInfinity;
            fromRunning[k] = (goOn <= begin || running <= resting, running <= resting);
            (running, resting) = (Math.Min(goOn, begin) + (price - worth) * ((_parts[k].End - _parts[k].Start) / SlotsPerHour), before);
        }

        into.Clear();
        var runs = running < resting;
        for (var k = _parts.Count - 1; k >= 0; k--)
        {
            if (runs)
            {
                into.Add(_parts[k]);
            }

            runs = runs ? fromRunning[k].Running : fromRunning[k].Resting;
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
