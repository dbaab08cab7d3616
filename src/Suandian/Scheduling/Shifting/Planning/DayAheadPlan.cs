using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>A plan for jobs that are all known beforehand, at one place or several: prices of capacity, then each job chooses place and times.</summary>
/// <remarks>A job stays at one place. Jobs with most to run choose first; where that is far from the bound, those of most work, then the widest.</remarks>
/// <param name="trace">The jobs.</param>
/// <param name="places">Prices for each cpu h and limits.</param>
/// <param name="options">What is asked; suspension counts as allowed, lengths as known.</param>
sealed class DayAheadPlan(ShiftTrace trace, IReadOnlyList<PlaceHours> places, ShiftOptions options)
{
    const int Tries = 6;
    const int Rounds = 50;

    const int Sweeps = 2;

    /// <summary>Distance to the bound that is near enough, as a share of it.</summary>
    const double Near = 0.01;

    readonly ShiftJob[] _jobs = [.. Enumerable.Range(0, trace.Count).Select(j => trace.Job(j, options))];
    readonly SlotProfile[] _profiles = [.. places.Select(p => new SlotProfile(p.LimitCpus))];
    readonly SuspendablePlacement _placement = new(options.CheckpointS / 3600.0);
    readonly int[] _place = new int[trace.Count];
    readonly (int Start, int End)[][] _times = new (int, int)[trace.Count][];
    List<(int Start, int End)> _found = [], _chosen = [];

    /// <summary>Makes the plan: in the first order that comes near the bound, else in the best.</summary>
    internal DayAheadSolution Solve(CancellationToken cancellation = default)
    {
        var items = WorkItems.Of(trace, options);
        var pricing = new CapacityPrices(items.Together(), places).Ascend(Rounds, null, cancellation);
        var bound = new Lagrangian(items, places).Value(pricing.Dual);
        GuidePrices[] guide = [.. places.Select((place, p) => new GuidePrices(place.At, pricing.Dual[p]))];
        GuidePrices[] own = [.. places.Select(place => new GuidePrices(place.At, []))];
        (DayAheadSolution Plan, double Cost)? best = null;
        foreach (var key in (Func<int, double>[])[j => trace.Length[j], j => (double)trace.Length[j] * trace.Cpus[j], j => trace.Cpus[j]])
        {
            var late = Fill([.. Enumerable.Range(0, trace.Count).OrderByDescending(key).ThenBy(j => j)], guide, cancellation);
            Improve(own, cancellation);
            var plan = new DayAheadSolution(ShiftSchedule.Of(ShiftPolicyKind.DayAhead, [.. _times.SelectMany((times, job) => times.Select(t => new ShiftSegment(job, t.Start, t.End)))]), [.. _place], bound, late);
            var cost = plan.Cost(trace, places);
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
            for (var job = 0; job < trace.Count; job++)
            {
                if (_place[job] < 0 || _times[job][^1].End > _jobs[job].Deadline)
                {
                    continue;
                }

                foreach (var (start, end) in _times[job])
                {
                    _profiles[_place[job]].Take(start, end, -trace.Cpus[job]);
                }

                Choose(job, 0, prices);
            }
        }
    }

    /// <summary>The place after the deadline where there is room soonest; none where the hours end before.</summary>
    void ChooseLate(int job, GuidePrices[] prices)
    {
        var hours = _profiles.Max(p => p.Hours);
        for (var late = ShiftTrace.SlotsPerHour; !Choose(job, late, prices) && (_jobs[job].Deadline + late) / ShiftTrace.SlotsPerHour < hours; late += ShiftTrace.SlotsPerHour)
        {
        }
    }

    /// <summary>Takes the times of a job at the place where it costs least; false where there is room nowhere.</summary>
    bool Choose(int job, int late, GuidePrices[] prices)
    {
        var wish = new Wish(_jobs[job].Arrival, _jobs[job].Deadline + late, _jobs[job].Length, _jobs[job].Cpus, Past.None);
        var (best, least) = (-1, double.PositiveInfinity);
        for (var p = 0; p < places.Count; p++)
        {
            var missing = _placement.Find(wish, prices[p], _profiles[p], _found);
            var cost = missing > 0 ? double.PositiveInfinity : _found.Sum(t => prices[p][t.Start / ShiftTrace.SlotsPerHour] * (t.End - t.Start));
            if (cost < least)
            {
                (best, least) = (p, cost);
                (_chosen, _found) = (_found, _chosen);
            }
        }

        (_place[job], _times[job]) = (best, best < 0 ? [] : [.. _chosen.Order()]);
        foreach (var (start, end) in _times[job])
        {
            _profiles[best].Take(start, end, wish.Cpus);
        }

        return best >= 0;
    }
}

/// <summary>A plan made with all arrivals known.</summary>
/// <param name="Schedule">When the jobs run.</param>
/// <param name="Place">Where each runs, after its deadline where there was no room before; −1 where there was none until the end of the hours. Shape [jobs].</param>
/// <param name="Bound">Proved lower bound of the cost of any such plan, in the unit of the prices.</param>
/// <param name="Late">Jobs that found no room before their deadline.</param>
sealed record DayAheadSolution(ShiftSchedule Schedule, ImmutableArray<int> Place, double Bound, int Late)
{
    /// <summary>What the plan costs.</summary>
    internal double Cost(ShiftTrace trace, IReadOnlyList<PlaceHours> places) => Schedule.Segments.Sum(s =>
    {
        var cost = 0.0;
        for (var at = s.Start; at < s.End;)
        {
            var next = Math.Min(s.End, (at / ShiftTrace.SlotsPerHour + 1) * ShiftTrace.SlotsPerHour);
            cost += places[Place[s.Job]].At(at / ShiftTrace.SlotsPerHour) * (next - at) / ShiftTrace.SlotsPerHour * trace.Cpus[s.Job];
            at = next;
        }

        return cost;
    });
}
