using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>The price-guided policy where only classes are known: each hour every job says where and when it would run; what fits runs, the least patient first.</summary>
/// <remarks>
/// A job that may be suspended would run in the cheapest slots of the mean length and the wait it has left, and runs to the end of an hour it begins.
/// One that may not would start where the expected cost and the price of waiting are least (<see cref="ExpectedCost"/>).
/// A job that has used up its wait runs as soon as it fits.
/// </remarks>
sealed class UnknownLengths : HourlyReplanning
{
    readonly SuspendablePlacement _placement;
    readonly SlotProfile _unlimited = new(null);
    readonly List<(int Start, int End)> _found = [];

    internal UnknownLengths(ShiftQuestion question)
        : base(question) => _placement = new SuspendablePlacement(Options);

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

        foreach (var job in Active)
        {
            Want(job, begin);
        }

        for (var job = arriving.Start.Value; job < arriving.End.Value; job++)
        {
            Active.Add(job);
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
            (Place[job], var from) = Wanted(job, now, prices, costs);
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

    /// <summary>The cluster where a job would run at least expected cost, and the first slot of this hour in which; a later hour where it would not.</summary>
    (int Place, int From) Wanted(int job, int now, GuidePrices[] prices, Dictionary<(int Place, int Mean), ExpectedCost> costs)
    {
        var (best, least) = ((Place: -1, From: 0), double.PositiveInfinity);
        foreach (var place in Open(job))
        {
            var ready = Math.Max(now, Choice.Ready(job, place));
            var (from, cost) = Wanted((job, place), ready, prices[place], costs);
            cost = cost * Trace.Cpus[job] + Move(job, place);
            if (best.Place < 0 || cost < least)
            {
                (best, least) = ((place, from), cost);
            }
        }

        return best;
    }

    (int From, double Cost) Wanted((int Job, int Place) at, int now, GuidePrices prices, Dictionary<(int Place, int Mean), ExpectedCost> costs)
    {
        var (mean, patience) = (Jobs[at.Job].Expected, Patience(at.Job, now));
        if (!IsSuspendable)
        {
            var hours = (now / Hour, now / Hour + (Jobs[at.Job].Wait + Math.Max(Options.WaitSlots(true), Options.WaitSlots(false)) + Hour) / Hour + 1);
            if (!costs.TryGetValue((at.Place, mean), out var cost) || !cost.Covers(hours))
            {
                costs[(at.Place, mean)] = cost = new ExpectedCost(prices, mean, hours);
            }

            var start = cost.Best(now, now + patience, WaitingPerHour);
            return (start, cost.At(start));
        }

        if (patience <= Options.CheckpointSlots)
        {
            return (now, prices.Between(now, now + mean));
        }

        _placement.Find(new Wish(now, now + mean + patience, mean, Trace.Cpus[at.Job], PastOf(at.Job, now)), prices, _unlimited, _found);
        return (_found.Min(p => p.Start), _found.Sum(p => prices.Between(p.Start, p.End)));
    }
}
