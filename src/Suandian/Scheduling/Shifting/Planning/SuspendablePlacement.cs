namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Times for a job that may be suspended: the cheapest free ones, or, where a resumption costs something, those of least cost with it.</summary>
/// <remarks>
/// With a cost of resuming, a price m is sought at which runs of least Σ (price − m) · time + resumptions fill the length: for each m
/// an exact choice by dynamic programming over the free parts; what is too much is cut from the dearest ends. Where the cheapest times
/// cost less with their resumptions, they stand.
/// </remarks>
/// <param name="resumption">Running time that a resumption is worth, h.</param>
sealed class SuspendablePlacement(double resumption) : Placement
{
    const int Halvings = 40;
    const double SlotsPerHour = Hour;

    readonly List<(int Start, int End)> _parts = [];
    readonly List<(double Price, int Part)> _order = [];
    readonly List<(int Start, int End)> _few = [];

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

        Cheapest(wish.Slots, prices, into);
        if (resumption > 0)
        {
            _few.Clear();
            FewRuns(wish, prices, _few);
            if (Cost(wish, prices, _few) < Cost(wish, prices, into))
            {
                into.Clear();
                into.AddRange(_few);
            }
        }

        return 0;
    }

    /// <summary>Cost of times with their resumptions.</summary>
    double Cost(in Wish wish, GuidePrices prices, List<(int Start, int End)> times)
    {
        times.Sort();
        var cost = 0.0;
        for (var k = 0; k < times.Count; k++)
        {
            var price = prices[times[k].Start / Hour];
            var resumes = k > 0 ? times[k].Start > times[k - 1].End : wish.Has == Past.Rests || (wish.Has == Past.Runs && times[k].Start > wish.Start);
            cost += price * ((times[k].End - times[k].Start) / SlotsPerHour) + (resumes ? Math.Max(0, price) * resumption : 0);
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
            var resume = Math.Min(cost.Running, cost.Resting) + Math.Max(0, price) * resumption;
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
