using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>The price-guided policy where lengths are known: times are reserved slot by slot, so that no limit is ever exceeded.</summary>
/// <remarks>
/// Jobs with most to run choose first, because they find room hardest; those that find none before their deadline choose first in a second try,
/// and so on. Who finds none at all runs as soon after its deadline as there is room.
/// </remarks>
sealed class KnownLengths : HourlyReplanning
{
    const int Tries = 5;

    readonly int[] _left;
    readonly bool[] _runs; // until the begin of the hour
    readonly Placement _placement;
    readonly Dictionary<int, (int Start, int End)[]> _plan = [];
    readonly List<(int Start, int End)> _found = [];

    internal KnownLengths(ShiftTrace trace, HourlySignal signal, double[]? limit, ShiftOptions options)
        : base(trace, signal, limit, options)
    {
        (_left, _runs) = ((int[])trace.Length.Clone(), new bool[trace.Count]);
        _placement = options.Suspension == Suspension.Allowed ? new SuspendablePlacement(options.CheckpointS / 3600.0) : new ContiguousPlacement(WaitingPerHour);
    }

    bool IsSuspendable => Options.Suspension == Suspension.Allowed;

    /// <inheritdoc/>
    protected override void AddWork(WorkItems items, int now)
    {
        foreach (var job in Active)
        {
            items.Add((0, Math.Max(Jobs[job].Deadline - now, _left[job])), _left[job], Trace.Cpus[job]);
        }
    }

    /// <inheritdoc/>
    protected override void Pass(int hour, GuidePrices prices, Range arriving)
    {
        Plan(hour * Hour, prices);
        for (var job = arriving.Start.Value; job < arriving.End.Value; job++)
        {
            Active.Add(job);
            Reserve(job, Wish(job, Trace.Arrival[job]), prices);
        }

        foreach (var job in Active)
        {
            CarryOut(job, (hour + 1) * Hour);
        }

        Active.RemoveAll(j => _left[j] == 0);
    }

    Wish Wish(int job, int now) => new(now, Math.Max(Jobs[job].Deadline, now + _left[job]), _left[job], Trace.Cpus[job],
        _left[job] == Trace.Length[job] ? Past.None : _runs[job] ? Past.Runs : Past.Rests);

    void Plan(int now, GuidePrices prices)
    {
        var order = Active.OrderByDescending(j => _left[j]).ThenBy(j => j).ToList();
        for (var k = 1; ; k++)
        {
            Profile.Clear();
            foreach (var (job, end) in Held)
            {
                Profile.Take(now, end, Trace.Cpus[job]);
            }

            var without = order.Where(job => !Reserve(job, Wish(job, now), prices)).ToList();
            if (without.Count == 0 || k == Tries)
            {
                without.ForEach(job => ReserveLate(job, Wish(job, now), prices));
                order.Where(job => !without.Contains(job)).ToList().ForEach(job => ChooseAgain(job, Wish(job, now), prices));
                return;
            }

            order = [.. without, .. order.Except(without)];
        }
    }

    /// <summary>Reserves times; false where some of the length finds none. What a job that may be suspended finds is reserved all the same.</summary>
    bool Reserve(int job, Wish wish, GuidePrices prices)
    {
        var missing = _placement.Find(wish, prices, Profile, _found);
        foreach (var (start, end) in _found)
        {
            Profile.Take(start, end, wish.Cpus);
        }

        _plan[job] = [.. _found];
        return missing == 0;
    }

    /// <summary>Lets a job choose among what the others leave; what it has stays free for it.</summary>
    void ChooseAgain(int job, Wish wish, GuidePrices prices)
    {
        GiveBack(job);
        Reserve(job, wish, prices);
    }

    void GiveBack(int job)
    {
        foreach (var (start, end) in _plan[job])
        {
            Profile.Take(start, end, -Trace.Cpus[job]);
        }
    }

    /// <summary>Lets the window of a job grow by the hour until there is room; gives back what it had.</summary>
    void ReserveLate(int job, Wish wish, GuidePrices prices)
    {
        GiveBack(job);
        for (var late = wish; !Reserve(job, late, prices) && late.End / Hour < Profile.Hours; late = late with { End = late.End + Hour })
        {
            GiveBack(job);
        }
    }

    /// <summary>Runs what lies before a slot.</summary>
    void CarryOut(int job, int until)
    {
        _runs[job] = false;
        foreach (var (start, end) in _plan[job].Where(p => p.Start < until))
        {
            var stop = IsSuspendable ? Math.Min(end, until) : end;
            Done.Add(new ShiftSegment(job, start, stop));
            _left[job] -= stop - start;
            _runs[job] |= stop == until;
            if (!IsSuspendable && stop > until)
            {
                Held.Add((job, stop));
            }
        }

        _plan.Remove(job);
    }
}
