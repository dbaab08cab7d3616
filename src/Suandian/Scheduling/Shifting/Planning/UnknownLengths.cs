using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>The price-guided policy where only classes are known: each hour every job says when it would run; what fits runs, the least patient first.</summary>
/// <remarks>
/// A job that may be suspended would run in the cheapest slots of the mean length and the wait it has left, and runs to the end of an hour it begins.
/// One that may not would start where the expected cost and the price of waiting are least (<see cref="ExpectedCost"/>).
/// A job that has used up its wait runs as soon as it fits.
/// </remarks>
sealed class UnknownLengths : HourlyReplanning
{
    readonly int[] _left;
    readonly bool[] _runs;
    readonly SuspendablePlacement _placement;
    readonly SlotProfile _unlimited = new(null);
    readonly List<(int Start, int End)> _found = [];

    internal UnknownLengths(ShiftTrace trace, HourlySignal signal, double[]? limit, ShiftOptions options)
        : base(trace, signal, limit, options)
    {
        (_left, _runs) = ((int[])trace.Length.Clone(), new bool[trace.Count]);
        _placement = new SuspendablePlacement(options.CheckpointS / 3600.0);
    }

    bool IsSuspendable => Options.Suspension == Suspension.Allowed;

    /// <inheritdoc/>
    protected override void AddWork(WorkItems items, int now)
    {
        foreach (var job in Active)
        {
            items.Add((0, Jobs[job].Expected + Patience(job, now)), Jobs[job].Expected, Trace.Cpus[job]);
        }
    }

    /// <inheritdoc/>
    protected override void Pass(int hour, GuidePrices prices, Range arriving)
    {
        var (begin, end) = (hour * Hour, (hour + 1) * Hour);
        var costs = new Dictionary<int, ExpectedCost>();
        var pass = new HourPass(Profile.Limit(hour), end);
        foreach (var (job, stop) in Held)
        {
            pass.Occupy(Trace.Cpus[job], stop);
        }

        foreach (var job in Active)
        {
            pass.Want(job, Wanted(job, begin, prices, costs));
        }

        for (var job = arriving.Start.Value; job < arriving.End.Value; job++)
        {
            Active.Add(job);
            pass.Want(job, Wanted(job, Trace.Arrival[job], prices, costs));
        }

        pass.Run((job, at) => new Claim(Trace.Cpus[job], Patience(job, at), IsSuspendable ? Math.Min(end, at + _left[job]) : at + _left[job]), (job, at, stop) =>
        {
            Done.Add(new ShiftSegment(job, at, stop));
            _left[job] -= stop - at;
            _runs[job] = stop == end;
            if (!IsSuspendable && stop > end)
            {
                Held.Add((job, stop));
            }
        });
        Active.RemoveAll(j => _left[j] == 0);
    }

    /// <summary>Slots that a job may still wait.</summary>
    int Patience(int job, int now) => Math.Max(0, Jobs[job].Wait - (now - Trace.Arrival[job] - (Trace.Length[job] - _left[job])));

    /// <summary>First slot of this hour in which a job would run; a later hour where it would not.</summary>
    int Wanted(int job, int now, GuidePrices prices, Dictionary<int, ExpectedCost> costs)
    {
        var (mean, patience) = (Jobs[job].Expected, Patience(job, now));
        if (patience == 0)
        {
            return now;
        }

        if (!IsSuspendable)
        {
            var hours = (now / Hour, now / Hour + (Math.Max(Options.WaitSlots(true), Options.WaitSlots(false)) + Hour) / Hour + 1);
            if (!costs.TryGetValue(mean, out var cost))
            {
                costs[mean] = cost = new ExpectedCost(prices, mean, hours);
            }

            return cost.Best(now, now + patience, WaitingPerHour);
        }

        var past = _left[job] == Trace.Length[job] ? Past.None : _runs[job] ? Past.Runs : Past.Rests;
        _runs[job] = false;
        _placement.Find(new Wish(now, now + mean + patience, mean, Trace.Cpus[job], past), prices, _unlimited, _found);
        return _found.Min(p => p.Start);
    }
}
