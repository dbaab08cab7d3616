namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>A start for a job that may not be suspended and whose length is not known: that of least expected cost where the processors are free for the mean length.</summary>
/// <remarks>Starts at the begin of an hour and at the ends of what is free are tried; between them the expected cost is monotone (<see cref="ExpectedCost"/>).</remarks>
sealed class ExpectedPlacement
{
    const int Hour = ShiftTrace.SlotsPerHour;

    readonly List<(int Start, int End)> _parts = [];

    /// <summary>The best start and its cost with that of waiting; −1 and ∞ where there is no room.</summary>
    /// <param name="wish">First slot, slot after the mean length from the last start on, mean length and processors.</param>
    /// <param name="expected">Expected cost by start.</param>
    /// <param name="waitingPerHour">Price of an hour of waiting, for each expected cpu h.</param>
    /// <param name="profile">What is free.</param>
    internal (int Start, double Cost) Find(in Wish wish, ExpectedCost expected, double waitingPerHour, SlotProfile profile)
    {
        _parts.Clear();
        for (var at = wish.Start; at < wish.End;)
        {
            var next = Math.Min(wish.End, (at / Hour + 1) * Hour);
            profile.Free(at, next, wish.Cpus, _parts);
            at = next;
        }

        var best = (Start: -1, Cost: double.PositiveInfinity);
        for (var k = 0; k < _parts.Count;)
        {
            var (first, end) = _parts[k];
            for (k++; k < _parts.Count && _parts[k].Start == end; k++)
            {
                end = _parts[k].End;
            }

            var last = end - wish.Slots;
            for (var start = first; start <= last; start = start == last ? last + 1 : Math.Min(last, (start / Hour + 1) * Hour))
            {
                var cost = expected.At(start) + waitingPerHour * wish.Slots / Hour * (start - wish.Start) / Hour;
                if (best.Cost - cost > 1e-12 * Math.Abs(cost))
                {
                    best = (start, cost);
                }
            }
        }

        return best;
    }
}
