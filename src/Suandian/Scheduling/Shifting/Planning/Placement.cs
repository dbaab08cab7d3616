namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>What a job asks of a placement.</summary>
/// <param name="Start">First slot in which it may run.</param>
/// <param name="End">Slot after the last in which it should.</param>
/// <param name="Slots">Slots it still runs, or is expected to.</param>
/// <param name="Cpus">Processors.</param>
/// <param name="Has">What it did until <paramref name="Start"/>.</param>
readonly record struct Wish(int Start, int End, int Slots, int Cpus, Past Has);

/// <summary>What a job has done until now.</summary>
enum Past
{
    /// <summary>It has not run: its start is no resumption.</summary>
    None,

    /// <summary>It runs: going on is no resumption.</summary>
    Runs,

    /// <summary>It is suspended.</summary>
    Rests,
}

/// <summary>Prices that a placement looks at: forecast and price of capacity, for each cpu h.</summary>
/// <param name="price">Price of an hour.</param>
/// <param name="dual">Price of capacity. Shape [hours]; empty for none.</param>
sealed class GuidePrices(Func<int, double> price, double[] dual)
{
    double[] _known = []; // NaN where it was not asked

    /// <summary>Price of an hour, capacity included.</summary>
    internal double this[int hour]
    {
        get
        {
            if (hour >= _known.Length)
            {
                var before = _known.Length;
                Array.Resize(ref _known, Math.Max(hour + 1, 2 * before));
                Array.Fill(_known, double.NaN, before, _known.Length - before);
            }

            ref var value = ref _known[hour];
            if (double.IsNaN(value))
            {
                value = price(hour) + (hour < dual.Length ? dual[hour] : 0);
            }

            return value;
        }
    }

    /// <summary>The same with a share of the price of capacity.</summary>
    internal GuidePrices WithCapacityAt(double share) => new(price, Array.ConvertAll(dual, d => share * d));

    /// <summary>∫ price dt from one slot to another, in price · h.</summary>
    internal double Between(int start, int end)
    {
        var sum = 0.0;
        for (var at = start; at < end;)
        {
            var next = Math.Min(end, (at / ShiftTrace.SlotsPerHour + 1) * ShiftTrace.SlotsPerHour);
            sum += this[at / ShiftTrace.SlotsPerHour] * ((next - at) / (double)ShiftTrace.SlotsPerHour);
            at = next;
        }

        return sum;
    }
}

/// <summary>Finds times for one job among those that are free.</summary>
abstract class Placement
{
    /// <summary>Slots of an hour.</summary>
    protected const int Hour = ShiftTrace.SlotsPerHour;

    /// <summary>Finds times within the window of a wish; takes nothing.</summary>
    /// <param name="wish">What is asked.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="profile">What is free.</param>
    /// <param name="into">Takes the times, in any order; cleared first.</param>
    /// <returns>Slots for which there is no time.</returns>
    internal abstract int Find(in Wish wish, GuidePrices prices, SlotProfile profile, List<(int Start, int End)> into);

    /// <summary>The parts of the hours of a window in which the processors fit, in order of time.</summary>
    protected static void FreeParts(in Wish wish, SlotProfile profile, List<(int Start, int End)> parts)
    {
        parts.Clear();
        for (var at = wish.Start; at < wish.End;)
        {
            var next = Math.Min(wish.End, (at / Hour + 1) * Hour);
            profile.Free(at, next, wish.Cpus, parts);
            at = next;
        }
    }
}
