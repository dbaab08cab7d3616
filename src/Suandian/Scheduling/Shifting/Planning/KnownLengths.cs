using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>The price-guided policy where lengths are known: times are reserved slot by slot, so that no limit is ever exceeded.</summary>
/// <remarks>
/// Jobs with most to run choose first, because they find room hardest; those that find none before their deadline choose first in a second try,
/// and so on. Who finds none at all runs as soon after its deadline as there is room. Then all choose again among what the others leave, at
/// 0.7 of the prices of capacity: what is free now counts for more than what may yet arrive.
/// </remarks>
sealed class KnownLengths : HourlyReplanning
{
    const int Tries = 12;
    const int Sweeps = 3;

    /// <summary>Share of the prices of capacity that counts where room is free.</summary>
    const double Free = 0.7;

    readonly Placement _placement;
    readonly Dictionary<int, (int Start, int End)[]> _plan = [];
    List<(int Start, int End)> _found = [], _chosen = [];

    internal KnownLengths(ShiftQuestion question)
        : base(question) => _placement = IsSuspendable ? new SuspendablePlacement(Options) : new ContiguousPlacement();

    /// <inheritdoc/>
    protected override Item Remaining(int job, int now, int ready) =>
        Item.Of((ready - now, Math.Max(Jobs[job].Deadline, ready + Left[job]) - now), Left[job], Trace.Cpus[job]);

    /// <inheritdoc/>
    protected override void Pass(int hour, GuidePrices[] prices, Range arriving)
    {
        Plan(hour * Hour, prices);
        for (var job = arriving.Start.Value; job < arriving.End.Value; job++)
        {
            Active.Add(job);
            Reserve(job, (Trace.Arrival[job], 0), prices);
        }

        foreach (var job in Active)
        {
            CarryOut(job, (hour + 1) * Hour);
        }

        Active.RemoveAll(j => Left[j] == 0);
    }

    void Plan(int now, GuidePrices[] prices)
    {
        var order = Active.OrderByDescending(j => Left[j]).ThenBy(j => j).ToList();
        for (var k = 1; ; k++)
        {
            Array.ForEach(Profile, p => p.Clear());
            foreach (var (job, end) in Held)
            {
                Profile[Place[job]].Take(now, end, Trace.Cpus[job]);
            }

            var without = order.Where(job => !Reserve(job, (now, 0), prices)).ToList();
            if (without.Count == 0 || k == Tries)
            {
                without.ForEach(job => ReserveLate(job, now, prices));
                Improve([.. order.Except(without)], now, [.. prices.Select(p => p.WithCapacityAt(Free))]);
                return;
            }

            order = [.. without, .. order.Except(without)];
        }
    }

    /// <summary>Reserves times at the cluster where most of the length finds room, and of those where it costs least; false where some finds none.</summary>
    /// <remarks>What a job that may be suspended finds is reserved all the same.</remarks>
    bool Reserve(int job, (int Now, int Late) at, GuidePrices[] prices)
    {
        var least = (Missing: int.MaxValue, Cost: double.PositiveInfinity, Place: -1);
        foreach (var place in Open(job))
        {
            var start = Math.Max(at.Now, Choice.Ready(job, place));
            var wish = new Wish(start, Math.Max(Jobs[job].Deadline, start + Left[job]) + at.Late, Left[job], Trace.Cpus[job], PastOf(job, start));
            var missing = _placement.Find(wish, prices[place], Profile[place], _found);
            var cost = Places == 1 ? 0 : Move(job, place) + _found.Sum(t => prices[place].Between(t.Start, t.End)) * Trace.Cpus[job];
            if ((missing, cost).CompareTo((least.Missing, least.Cost)) < 0)
            {
                least = (missing, cost, place);
                (_chosen, _found) = (_found, _chosen);
            }
        }

        Place[job] = least.Place;
        _plan[job] = [.. _chosen.Order()];
        foreach (var (start, end) in _plan[job])
        {
            Profile[least.Place].Take(start, end, Trace.Cpus[job]);
        }

        return least.Missing == 0;
    }

    /// <summary>Lets each job choose among what the others leave, until nothing moves; what it has stays free for it.</summary>
    void Improve(int[] order, int now, GuidePrices[] prices)
    {
        var moved = true;
        for (var sweep = 0; sweep < Sweeps && moved; sweep++)
        {
            moved = false;
            foreach (var job in order)
            {
                var (place, times) = (Place[job], _plan[job]);
                GiveBack(job);
                Reserve(job, (now, 0), prices);
                moved |= Place[job] != place || !_plan[job].AsSpan().SequenceEqual(times);
            }
        }
    }

    void GiveBack(int job)
    {
        foreach (var (start, end) in _plan[job])
        {
            Profile[Place[job]].Take(start, end, -Trace.Cpus[job]);
        }
    }

    /// <summary>Lets the window of a job grow by the hour until there is room; gives back what it had.</summary>
    void ReserveLate(int job, int now, GuidePrices[] prices)
    {
        GiveBack(job);
        for (var late = 0; !Reserve(job, (now, late), prices) && (Jobs[job].Deadline + late) / Hour < Profile.Min(p => p.Hours); late += Hour)
        {
            GiveBack(job);
        }
    }

    /// <summary>Runs what lies before a slot.</summary>
    void CarryOut(int job, int until)
    {
        foreach (var (start, end) in _plan[job].Where(p => p.Start < until))
        {
            var stop = IsSuspendable ? Math.Min(end, until) : end;
            CarryOut(job, start, stop);
            if (!IsSuspendable && stop > until)
            {
                Held.Add((job, stop));
            }
        }

        _plan.Remove(job);
    }
}
