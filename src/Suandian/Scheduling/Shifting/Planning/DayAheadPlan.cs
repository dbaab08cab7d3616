using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>A plan for jobs that are all known beforehand, at one place or several: prices of capacity, then each job chooses place and times.</summary>
/// <remarks>A job stays at one place. Jobs with most to run choose first; where that is far from the bound, those of most work, then the widest.</remarks>
/// <param name="choice">The jobs and where they may run; suspension counts as allowed, lengths as known.</param>
/// <param name="places">Prices for each cpu h and limits.</param>
/// <param name="goal">What is minimised.</param>
sealed class DayAheadPlan(ClusterChoice choice, IReadOnlyList<PlaceHours> places, ShiftGoal goal)
{
    const int Tries = 6;
    const int Rounds = 50;

    const int Sweeps = 2;

    /// <summary>Distance to the bound that is near enough, as a share of it.</summary>
    const double Near = 0.01;

    readonly ShiftTrace _trace = choice.Trace;
    readonly int[] _deadline = [.. Enumerable.Range(0, choice.Trace.Count).Select(j => choice.Trace.Job(j, choice.Options).Deadline)];
    readonly SlotProfile[] _profiles = [.. places.Select(p => new SlotProfile(p.LimitCpus))];
    readonly SuspendablePlacement _placement = new(choice.Options);
    readonly int[] _place = new int[choice.Trace.Count];
    readonly (int Start, int End)[][] _times = new (int, int)[choice.Trace.Count][];
    List<(int Start, int End)> _found = [], _chosen = [];

    /// <summary>Makes the plan: in the first order that comes near the bound, else in the best.</summary>
    internal DayAheadSolution Solve(CancellationToken cancellation = default)
    {
        var items = WorkItems.Of(choice, goal);
        var pricing = new CapacityPrices(items.Together(ShiftBound.UsualPrice(places)), places).Ascend(Rounds, null, cancellation);
        var bound = new Lagrangian(items, places).Value(pricing.Dual);
        GuidePrices[] guide = [.. places.Select((place, p) => new GuidePrices(place.At, pricing.Dual[p]))];
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
            if (best.Value.Plan.Late == 0 && best.Value.Cost - bound <= Near * Math.Abs(bound))
            {
                break;
            }
        }

        return best!.Value.Plan;
    }

    /// <summary>Lets jobs choose in an order; those that find no room choose first in the next try. Returns how many are late.</summary>
    int Fill(List<int> order, GuidePrices[] prices, CancellationToken cancellation)
    {
        for (var k = 1; ; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.ForEach(_profiles, p => p.Clear());
            var without = order.Where(job => !Choose(job, 0, prices)).ToList();
            if (without.Count == 0 || k == Tries)
            {
                without.ForEach(job => ChooseLate(job, prices));
                return without.Count;
            }

            var first = without.ToHashSet();
            order = [.. without, .. order.Where(j => !first.Contains(j))];
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

                foreach (var (start, end) in _times[job])
                {
                    _profiles[_place[job]].Take(start, end, -_trace.Cpus[job]);
                }

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

        (_place[job], _times[job]) = (best, best < 0 ? [] : [.. _chosen.Order()]);
        foreach (var (start, end) in _times[job])
        {
            _profiles[best].Take(start, end, _trace.Cpus[job]);
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
