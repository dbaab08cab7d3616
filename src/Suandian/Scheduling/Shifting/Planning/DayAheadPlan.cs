using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>A plan for jobs that are all known beforehand, at one place or several: prices of capacity, then each job chooses place and times.</summary>
/// <remarks>
/// A job stays at one place. Jobs with most to run choose first; where that is far from the bound, those of most work, then the widest.
/// A job that finds no room has those taken out whose windows meet its own, chooses first, and they after it; where that leaves another
/// without room it goes first in the next try, in every second one the widest after them; after some tries all is as before.
/// </remarks>
/// <param name="choice">The jobs and where they may run; suspension counts as allowed, lengths as known.</param>
/// <param name="places">Prices for each cpu h and limits.</param>
/// <param name="goal">What is minimised.</param>
/// <param name="dual">Prices of capacity where they are known. Shape [places][hours].</param>
sealed class DayAheadPlan(ClusterChoice choice, IReadOnlyList<PlaceHours> places, ShiftGoal goal, double[][]? dual = null)
{
    const int Tries = 24;
    const int Rounds = 50;

    const int Sweeps = 2;

    /// <summary>Most choices that making room may ask for, for each job of the trace.</summary>
    const int Effort = 20;

    /// <summary>Distance to the bound that is near enough, as a share of it.</summary>
    const double NearEnough = 0.01;

    readonly ShiftTrace _trace = choice.Trace;
    readonly int[] _deadline = [.. Enumerable.Range(0, choice.Trace.Count).Select(j => choice.Trace.Job(j, choice.Options).Deadline)];
    readonly int _widest = Enumerable.Range(0, choice.Trace.Count).Select(j => choice.Trace.Job(j, choice.Options)).Select(j => j.Deadline - j.Arrival).DefaultIfEmpty().Max();
    readonly SlotProfile[] _profiles = [.. places.Select(p => new SlotProfile(p.LimitCpus))];
    readonly SuspendablePlacement _placement = new(choice.Options);
    readonly int[] _place = new int[choice.Trace.Count];
    readonly (int Start, int End)[][] _times = new (int, int)[choice.Trace.Count][];
    List<(int Start, int End)> _found = [], _chosen = [];
    long _effort;

    /// <summary>Makes the plan: in the first order that comes near the bound, else in the best.</summary>
    internal DayAheadSolution Solve(CancellationToken cancellation = default)
    {
        var items = WorkItems.Of(choice, goal);
        var capacity = dual ?? new CapacityPrices(items.Together(ShiftBound.UsualPrice(places)), places).Ascend(Rounds, null, cancellation).Dual;
        var bound = new Lagrangian(items, places).Value(capacity);
        GuidePrices[] guide = [.. places.Select((place, p) => new GuidePrices(place.At, capacity[p]))];
        GuidePrices[] own = [.. places.Select(place => new GuidePrices(place.At, []))];
        (DayAheadSolution Plan, double Cost)? best = null;
        foreach (var key in (Func<int, double>[])[j => _trace.Length[j], j => (double)_trace.Length[j] * _trace.Cpus[j], j => _trace.Cpus[j]])
        {
            var late = Fill([.. Enumerable.Range(0, _trace.Count).OrderByDescending(key).ThenBy(j => j)], guide, cancellation);
            Improve(own, cancellation);
            List<ShiftSegment> segments = [.. _times.SelectMany((times, job) => times.Select(t => new ShiftSegment(job, t.Start, t.End)))];
            var plan = new DayAheadSolution(ShiftSchedule.Of(ShiftPolicyKind.DayAhead, segments, [.. _place]), bound, late);
            var cost = plan.Cost(choice, places, goal);
            best = best is null || (late, cost).CompareTo((best.Value.Plan.Late, best.Value.Cost)) < 0 ? (plan, cost) : best;
            if (best.Value.Plan.Late == 0 && best.Value.Cost - bound <= NearEnough * Math.Abs(bound))
            {
                break;
            }
        }

        return best!.Value.Plan;
    }

    /// <summary>Lets jobs choose in an order, and makes room for those that find none. Returns how many are late.</summary>
    int Fill(int[] order, GuidePrices[] prices, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Array.ForEach(_profiles, p => p.Clear());
        Array.Fill(_place, -1);
        _effort = (long)Effort * order.Length;
        var rank = new int[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            rank[order[k]] = k;
        }

        int[] without = [.. order.Where(job => !Choose(job, 0, prices))];
        int[] late = [.. without.Where(job => !MakeRoom(job, rank, prices, cancellation))];
        Array.ForEach(late, job => ChooseLate(job, prices));
        return late.Length;
    }

    /// <summary>Lets a job choose before those whose windows meet its own; false, and nothing changed, where that leaves one without room in every try.</summary>
    bool MakeRoom(int job, int[] rank, GuidePrices[] prices, CancellationToken cancellation)
    {
        var near = Near(job);
        var before = near.Select(j => (Place: _place[j], Times: _times[j])).ToArray();
        HashSet<int> first = [job];
        for (var k = 0; k < Tries && _effort > 0; k++)
        {
            _effort -= near.Length;
            cancellation.ThrowIfCancellationRequested();
            var isWidest = k % 2 == 1;
            Array.ForEach(near, TakeOut);
            TakeOut(job);
            int[] without = [.. near.Append(job).OrderBy(j => first.Contains(j) ? 0 : 1).ThenByDescending(j => isWidest ? _trace.Cpus[j] : 0).ThenBy(j => rank[j]).Where(j => !Choose(j, 0, prices))];
            if (without.Length == 0)
            {
                return true;
            }

            first.UnionWith(without);
        }

        Array.ForEach(near, TakeOut);
        TakeOut(job);
        for (var k = 0; k < near.Length; k++)
        {
            Put(near[k], before[k].Place, before[k].Times);
        }

        return false;
    }

    /// <summary>Jobs that have a place and whose windows meet that of a job.</summary>
    int[] Near(int job)
    {
        var first = Array.BinarySearch(_trace.Arrival, Math.Max(0, _trace.Arrival[job] - _widest));
        first = first < 0 ? ~first : first;
        while (first > 0 && _trace.Arrival[first - 1] == _trace.Arrival[first])
        {
            first--;
        }

        return [.. Enumerable.Range(first, _trace.Count - first).TakeWhile(j => _trace.Arrival[j] < _deadline[job]).Where(j => j != job && _place[j] >= 0 && _deadline[j] > _trace.Arrival[job])];
    }

    void TakeOut(int job)
    {
        if (_place[job] >= 0)
        {
            foreach (var (start, end) in _times[job])
            {
                _profiles[_place[job]].Take(start, end, -_trace.Cpus[job]);
            }
        }

        _place[job] = -1;
    }

    void Put(int job, int place, (int Start, int End)[] times)
    {
        (_place[job], _times[job]) = (place, times);
        foreach (var (start, end) in times)
        {
            _profiles[place].Take(start, end, _trace.Cpus[job]);
        }
    }

    /// <summary>Takes each job out and lets it choose again by price alone among what the others leave: no cost rises.</summary>
    void Improve(GuidePrices[] prices, CancellationToken cancellation)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var job = 0; job < _trace.Count; job++)
            {
                if (_place[job] < 0 || _times[job][^1].End > _deadline[job])
                {
                    continue;
                }

                TakeOut(job);
                Choose(job, 0, prices);
            }
        }
    }

    /// <summary>The place after the deadline where there is room soonest; none where the hours end before.</summary>
    void ChooseLate(int job, GuidePrices[] prices)
    {
        var hours = _profiles.Min(p => p.Hours);
        for (var late = ShiftTrace.SlotsPerHour; !Choose(job, late, prices) && (_deadline[job] + late) / ShiftTrace.SlotsPerHour < hours; late += ShiftTrace.SlotsPerHour)
        {
        }
    }

    /// <summary>Takes the times of a job at the place where it costs least; false where there is room nowhere.</summary>
    bool Choose(int job, int late, GuidePrices[] prices)
    {
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
            Put(job, best, [.. _chosen.Order()]);
        }
        else
        {
            (_place[job], _times[job]) = (-1, []);
        }

        return best >= 0;
    }
}

/// <summary>A plan made with all arrivals known.</summary>
/// <param name="Schedule">When and where the jobs run; after their deadline where there was no room before, nowhere where there was none until the end of the hours.</param>
/// <param name="Bound">Proved lower bound of the cost of any such plan, in the unit of the prices.</param>
/// <param name="Late">Jobs that found no room before their deadline.</param>
sealed record DayAheadSolution(ShiftSchedule Schedule, double Bound, int Late)
{
    /// <summary>What the plan costs, moving included; the energy of resumptions is not.</summary>
    internal double Cost(ClusterChoice choice, IReadOnlyList<PlaceHours> places, ShiftGoal goal)
    {
        GuidePrices[] prices = [.. places.Select(place => new GuidePrices(place.At, []))];
        return Schedule.Segments.Sum(s => prices[Schedule.ClusterOf(s.Job)].Between(s.Start, s.End) * choice.Trace.Cpus[s.Job])
            + Enumerable.Range(0, choice.Trace.Count).Where(j => Schedule.ClusterOf(j) >= 0).Sum(j => choice.Move(j, Schedule.ClusterOf(j), goal));
    }
}
