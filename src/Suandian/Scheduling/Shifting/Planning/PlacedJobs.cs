using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Jobs with the places and times that they hold while a plan is made; what was changed can be undone.</summary>
/// <param name="choice">The jobs and where they may run; lengths count as known.</param>
/// <param name="places">Prices for each cpu h and limits.</param>
/// <param name="goal">What is minimised.</param>
sealed class PlacedJobs(ClusterChoice choice, IReadOnlyList<PlaceHours> places, ShiftGoal goal)
{
    readonly ShiftTrace _trace = choice.Trace;
    readonly int[] _deadline = [.. Enumerable.Range(0, choice.Trace.Count).Select(j => choice.Trace.Job(j, choice.Options).Deadline)];
    readonly int _widest = Enumerable.Range(0, choice.Trace.Count).Select(j => choice.Trace.Job(j, choice.Options)).Select(j => j.Deadline - j.Arrival).DefaultIfEmpty().Max();
    readonly SlotProfile[] _profiles = [.. places.Select(p => new SlotProfile(p.LimitCpus))];
    readonly Placement _placement = choice.Options.Suspension == Suspension.Allowed ? new SuspendablePlacement(choice.Options) : new ContiguousPlacement();
    readonly int[] _place = [.. Enumerable.Repeat(-1, choice.Trace.Count)];
    readonly (int Start, int End)[][] _times = [.. Enumerable.Repeat(Array.Empty<(int, int)>(), choice.Trace.Count)];
    readonly Dictionary<int, (int Place, (int Start, int End)[] Times)> _before = [];
    bool _remembers;
    List<(int Start, int End)> _found = [], _chosen = [];

    /// <summary>Number of jobs.</summary>
    internal int Count => _place.Length;

    /// <summary>Prices without those of capacity.</summary>
    internal GuidePrices[] Own { get; } = [.. places.Select(place => new GuidePrices(place.At, []))];

    /// <summary>How often a job was asked to choose.</summary>
    internal long Choices { get; private set; }

    /// <summary>Work of a job, cpu slots.</summary>
    internal double Work(int job) => (double)_trace.Length[job] * _trace.Cpus[job];

    /// <summary>Slots of running.</summary>
    internal int Length(int job) => _trace.Length[job];

    /// <summary>Processors of a job.</summary>
    internal int Cpus(int job) => _trace.Cpus[job];

    /// <summary>Slots that a job may wait.</summary>
    internal int Slack(int job) => _deadline[job] - _trace.Arrival[job] - _trace.Length[job];

    /// <summary>Where a job runs; −1 where it does not.</summary>
    internal int PlaceOf(int job) => _place[job];

    /// <summary>True where a job may run at a place.</summary>
    internal bool Allows(int job, int place) => choice.Allows(job, place);

    /// <summary>Number of places.</summary>
    internal int Places => places.Count;

    /// <summary>True where a job runs, and ends in time.</summary>
    internal bool IsInTime(int job) => _place[job] >= 0 && _times[job][^1].End <= _deadline[job];

    /// <summary>True where times of one job lie in the window of another.</summary>
    internal bool RunsWithin(int job, int window)
    {
        foreach (var (start, end) in _times[job])
        {
            if (end > _trace.Arrival[window] && start < _deadline[window])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Times and places of all jobs.</summary>
    internal ShiftSchedule Schedule() => ShiftSchedule.Of(ShiftPolicyKind.DayAhead, [.. _times.SelectMany((times, job) => times.Select(t => new ShiftSegment(job, t.Start, t.End)))], [.. _place]);

    /// <summary>Places and times of all jobs, to return to.</summary>
    internal (int Place, (int Start, int End)[] Times)[] Copy() => [.. _place.Select((p, j) => (p, _times[j]))];

    /// <summary>Returns to places and times.</summary>
    internal void Restore((int Place, (int Start, int End)[] Times)[] all)
    {
        Clear();
        for (var job = 0; job < all.Length; job++)
        {
            Put(job, all[job].Place, all[job].Times);
        }
    }

    /// <summary>Takes out all jobs.</summary>
    internal void Clear()
    {
        Array.ForEach(_profiles, p => p.Clear());
        Array.Fill(_place, -1);
    }

    /// <summary>What is changed from now on can be undone.</summary>
    internal void Begin() => _remembers = true;

    /// <summary>What was changed stands.</summary>
    internal void Keep()
    {
        _remembers = false;
        _before.Clear();
    }

    /// <summary>All is as it was at <see cref="Begin"/>.</summary>
    internal void Undo()
    {
        _remembers = false;
        foreach (var job in _before.Keys)
        {
            TakeOut(job);
        }

        foreach (var (job, before) in _before)
        {
            Put(job, before.Place, before.Times);
        }

        _before.Clear();
    }

    /// <summary>Jobs that have a place and whose windows meet that of a job.</summary>
    internal IEnumerable<int> Near(int job)
    {
        var first = Array.BinarySearch(_trace.Arrival, Math.Max(0, _trace.Arrival[job] - _widest));
        first = first < 0 ? ~first : first;
        while (first > 0 && _trace.Arrival[first - 1] == _trace.Arrival[first])
        {
            first--;
        }

        for (var j = first; j < _trace.Count && _trace.Arrival[j] < _deadline[job]; j++)
        {
            if (j != job && _place[j] >= 0 && _deadline[j] > _trace.Arrival[job])
            {
                yield return j;
            }
        }
    }

    /// <summary>Takes a job out of its place.</summary>
    internal void TakeOut(int job)
    {
        Remember(job);
        if (_place[job] >= 0)
        {
            foreach (var (start, end) in _times[job])
            {
                _profiles[_place[job]].Take(start, end, -_trace.Cpus[job]);
            }
        }

        _place[job] = -1;
    }

    /// <summary>What a job costs, moving included.</summary>
    internal double Cost(int job) => _place[job] < 0 ? 0 : choice.Move(job, _place[job], goal) + _times[job].Sum(t => Own[_place[job]].Between(t.Start, t.End)) * _trace.Cpus[job];

    /// <summary>Takes the times of a job at the place where it costs least; false where there is room nowhere.</summary>
    /// <param name="job">A job that has no place.</param>
    /// <param name="late">Slots after its deadline in which it may run, too.</param>
    /// <param name="prices">What it goes by.</param>
    internal bool Choose(int job, int late, GuidePrices[] prices)
    {
        Choices++;
        var (best, least) = (-1, double.PositiveInfinity);
        for (var p = 0; p < places.Count; p++)
        {
            if (!choice.Allows(job, p))
            {
                continue;
            }

            var wish = new Wish(choice.Ready(job, p), _deadline[job] + late, _trace.Length[job], _trace.Cpus[job], Past.None);
            var missing = _placement.Find(wish, prices[p], _profiles[p], _found);
            var cost = missing > 0 ? double.PositiveInfinity : choice.Move(job, p, goal) + _found.Sum(t => prices[p].Between(t.Start, t.End)) * _trace.Cpus[job];
            if (cost < least)
            {
                (best, least) = (p, cost);
                (_chosen, _found) = (_found, _chosen);
            }
        }

        if (best >= 0)
        {
            _chosen.Sort();
        }

        Remember(job);
        Put(job, best, best < 0 ? [] : [.. _chosen]);
        return best >= 0;
    }

    /// <summary>The place after the deadline where there is room soonest; none where the hours end before.</summary>
    internal void ChooseLate(int job, GuidePrices[] prices)
    {
        var hours = _profiles.Min(p => p.Hours);
        for (var late = ShiftTrace.SlotsPerHour; !Choose(job, late, prices) && (_deadline[job] + late) / ShiftTrace.SlotsPerHour < hours; late += ShiftTrace.SlotsPerHour)
        {
        }
    }

    void Put(int job, int place, (int Start, int End)[] times)
    {
        (_place[job], _times[job]) = (place, times);
        foreach (var (start, end) in times)
        {
            _profiles[place].Take(start, end, _trace.Cpus[job]);
        }
    }

    void Remember(int job)
    {
        if (_remembers)
        {
            _before.TryAdd(job, (_place[job], _place[job] < 0 ? [] : _times[job]));
        }
    }
}
