using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>The price-guided policy where only classes are known: each hour every job says where and when it would run; what fits runs, the least patient first.</summary>
/// <remarks>
/// A job that may be suspended would run in the cheapest slots of the mean length and the wait it has left, and runs to the end of an hour it begins.
/// Those that may not are planned as whole windows of the mean length, the least patient first: each starts where the expected cost and the
/// price of waiting are least (<see cref="ExpectedCost"/>) and the processors are free for it; those that run are taken to run for the mean
/// length on. Who finds no room comes first in the next try. A job that has used up its wait runs as soon as it fits.
/// </remarks>
sealed class UnknownLengths : HourlyReplanning
{
    const int Tries = 6;

    /// <summary>How long after its deadline room is sought, slots.</summary>
    const int MostLate = 48 * Hour;

    readonly SuspendablePlacement _placement;
    readonly SlotProfile _unlimited = new(null);
    readonly List<(int Start, int End)> _found = [];
    readonly ExpectedPlacement _whole = new();
    readonly int[] _start; // planned start of a job that may not be suspended

    internal UnknownLengths(ShiftQuestion question)
        : base(question) => (_placement, _start) = (new SuspendablePlacement(Options), new int[question.Trace.Count]);

    /// <inheritdoc/>
    protected override Item Remaining(int job, int now, int ready) =>
        Item.Of((ready - now, ready - now + Jobs[job].Expected + Patience(job, ready)), Jobs[job].Expected, Trace.Cpus[job]);

    /// <inheritdoc/>
    protected override void Pass(int hour, GuidePrices[] prices, Range arriving)
    {
        var (begin, end) = (hour * Hour, (hour + 1) * Hour);
        var costs = new Dictionary<(int Place, int Mean), ExpectedCost>();
        HourPass[] passes = [.. Profile.Select(p => new HourPass(p.Limit(hour), end))];
        foreach (var (job, stop) in Held)
        {
            passes[Place[job]].Occupy(Trace.Cpus[job], stop);
        }

        if (!IsSuspendable)
        {
            Plan(begin, prices, costs);
        }

        foreach (var job in Active)
        {
            Want(job, begin);
        }

        for (var job = arriving.Start.Value; job < arriving.End.Value; job++)
        {
            Active.Add(job);
            if (!IsSuspendable)
            {
                ReserveSoonest(job, Trace.Arrival[job], prices, costs);
            }

            Want(job, Trace.Arrival[job]);
        }

        foreach (var pass in passes)
        {
            pass.Run((job, at) => new Claim(Trace.Cpus[job], Patience(job, at), Stop(job, at, end)), (job, at, stop) =>
            {
                CarryOut(job, at, stop);
                if (!IsSuspendable && stop > end)
                {
                    Held.Add((job, stop));
                }
            });
        }

        Active.RemoveAll(j => Left[j] == 0);

        void Want(int job, int now)
        {
            (Place[job], var from) = IsSuspendable ? Wanted(job, now, prices) : (Place[job], _start[job]);
            passes[Place[job]].Want(job, from);
        }
    }

    int Stop(int job, int at, int end)
    {
        var whole = at + Left[job] + Resuming(job, at);
        return IsSuspendable ? Math.Min(end, whole) : whole;
    }

    /// <summary>Slots that a job may still wait at a slot.</summary>
    int Patience(int job, int at) => Math.Max(0, Jobs[job].Wait - (at - Trace.Arrival[job] - (Trace.Length[job] - Left[job])) - Resuming(job, at));

    /// <summary>Plans the start of every job that has arrived and may not be suspended.</summary>
    void Plan(int now, GuidePrices[] prices, Dictionary<(int Place, int Mean), ExpectedCost> costs)
    {
        var order = Active.OrderBy(j => Patience(j, now)).ThenBy(j => j).ToList();
        for (var k = 1; ; k++)
        {
            Array.ForEach(Profile, p => p.Clear());
            foreach (var (job, _) in Held)
            {
                Profile[Place[job]].Take(now, now + Jobs[job].Expected, Trace.Cpus[job]);
            }

            var without = order.Where(job => !Reserve(job, (now, 0), prices, costs)).ToList();
            if (without.Count == 0 || k == Tries)
            {
                without.ForEach(job => ReserveSoonest(job, now, prices, costs));
                return;
            }

            order = [.. without, .. order.Except(without)];
        }
    }

    /// <summary>Plans a start; where there is no room before the deadline, in a window that grows by the hour; at once where there is none at all.</summary>
    void ReserveSoonest(int job, int now, GuidePrices[] prices, Dictionary<(int Place, int Mean), ExpectedCost> costs)
    {
        for (var late = 0; late <= MostLate; late += Hour)
        {
            if (Reserve(job, (now, late), prices, costs))
            {
                return;
            }
        }

        (Place[job], _start[job]) = (Open(job).First(), now);
    }

    /// <summary>Plans a job as a whole window of the mean length where it costs least; false where there is no room.</summary>
    bool Reserve(int job, (int Now, int Late) at, GuidePrices[] prices, Dictionary<(int Place, int Mean), ExpectedCost> costs)
    {
        var (best, least, mean) = ((Place: -1, Start: 0), double.PositiveInfinity, Jobs[job].Expected);
        foreach (var place in Open(job))
        {
            var ready = Math.Max(at.Now, Choice.Ready(job, place));
            var wish = new Wish(ready, ready + mean + Patience(job, ready) + at.Late, mean, Trace.Cpus[job], Past.None);
            var hours = (ready / Hour, (wish.End + Math.Max(Options.WaitSlots(true), Options.WaitSlots(false))) / Hour + 1);
            if (!costs.TryGetValue((place, mean), out var expected) || !expected.Covers(hours))
            {
                costs[(place, mean)] = expected = new ExpectedCost(prices[place], mean, hours);
            }

            var (start, cost) = _whole.Find(wish, expected, WaitingPerHour, Profile[place]);
            if (start >= 0 && cost * Trace.Cpus[job] + Move(job, place) is var all && all < least)
            {
                (best, least) = ((place, start), all);
            }
        }

        if (best.Place >= 0)
        {
            (Place[job], _start[job]) = best;
            Profile[best.Place].Take(best.Start, best.Start + mean, Trace.Cpus[job]);
        }

        return best.Place >= 0;
    }

    /// <summary>The cluster where a job that may be suspended would run at least cost, and the first slot of this hour in which; a later hour where it would not.</summary>
    (int Place, int From) Wanted(int job, int now, GuidePrices[] prices)
    {
        var (best, least) = ((Place: -1, From: 0), double.PositiveInfinity);
        foreach (var place in Open(job))
        {
            var ready = Math.Max(now, Choice.Ready(job, place));
            var (from, cost) = Wanted((job, place), ready, prices[place]);
            cost = cost * Trace.Cpus[job] + Move(job, place);
            if (best.Place < 0 || cost < least)
            {
                (best, least) = ((place, from), cost);
            }
        }

        return best;
    }

    (int From, double Cost) Wanted((int Job, int Place) at, int now, GuidePrices prices)
    {
        var (mean, patience) = (Jobs[at.Job].Expected, Patience(at.Job, now));
        if (patience <= Options.CheckpointSlots)
        {
            return (now, prices.Between(now, now + mean));
        }

        _placement.Find(new Wish(now, now + mean + patience, mean, Trace.Cpus[at.Job], PastOf(at.Job, now)), prices, _unlimited, _found);
        return (_found.Min(p => p.Start), _found.Sum(p => prices.Between(p.Start, p.End)));
    }
}
