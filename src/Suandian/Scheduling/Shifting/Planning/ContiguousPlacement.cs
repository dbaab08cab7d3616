namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>A start for a job that may not be suspended and whose length is known: that of least cost where the processors fit all along.</summary>
/// <remarks>
/// While a run moves within hours its cost is linear, so that the least lies where its start or its end meets an hour, the window or a time
/// that is taken; those starts are tried. Of equal ones the first stands.
/// </remarks>
sealed class ContiguousPlacement : Placement
{
    const double SlotsPerHour = Hour;

    readonly List<(int Start, int End)> _parts = [];
    readonly List<(int Start, int End)> _rooms = [];

    /// <inheritdoc/>
    internal override int Find(in Wish wish, GuidePrices prices, SlotProfile profile, List<(int Start, int End)> into)
    {
        into.Clear();
        FreeParts(wish, profile, _parts);
        _rooms.Clear();
        foreach (var part in _parts)
        {
            if (_rooms.Count > 0 && _rooms[^1].End == part.Start)
            {
                _rooms[^1] = (_rooms[^1].Start, part.End);
            }
            else
            {
                _rooms.Add(part);
            }
        }

        var (best, least) = (-1, double.PositiveInfinity);
        var before = Sums(wish, prices);
        foreach (var (first, end) in _rooms)
        {
            var last = end - wish.Slots;
            foreach (var start in Starts(first, last, wish.Slots))
            {
                var cost = At(start + wish.Slots) - At(start);
                if (least - cost > 1e-12 * Math.Abs(cost))
                {
                    (best, least) = (start, cost);
                }
            }
        }

        if (best < 0)
        {
            return wish.Slots;
        }

        into.Add((best, best + wish.Slots));
        return 0;

        double At(int slot)
        {
            var k = slot / Hour - before.First;
            return before.Sum[k] + (slot % Hour == 0 ? 0 : prices[slot / Hour] * (slot % Hour / SlotsPerHour));
        }
    }

    /// <summary>Starts from first to last at which a run begins or ends with an hour, and the ends of the room, ascending.</summary>
    static SortedSet<int> Starts(int first, int last, int slots)
    {
        if (first > last)
        {
            return [];
        }

        SortedSet<int> starts = [first, last];
        for (var at = (first / Hour + 1) * Hour; at <= last; at += Hour)
        {
            starts.Add(at);
        }

        for (var end = ((first + slots) / Hour + 1) * Hour; end - slots <= last; end += Hour)
        {
            starts.Add(end - slots);
        }

        return starts;
    }

    /// <summary>Σ of the prices of the hours before each hour of the window.</summary>
    static (int First, double[] Sum) Sums(in Wish wish, GuidePrices prices)
    {
        var first = wish.Start / Hour;
        var sum = new double[wish.End / Hour - first + 2];
        for (var k = 0; k + 1 < sum.Length; k++)
        {
            sum[k + 1] = sum[k] + prices[first + k];
        }

        return (first, sum);
    }
}
