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
    const int Rounds = 60;

    /// <summary>Distance to the bound that is near enough, as a share of it.</summary>
    const double Near = 0.005;

    readonly ShiftJob[] _jobs = [.. Enumerable.Range(0, trace.Count).Select(j => trace.Job(j, options))];
    readonly SlotProfile[] _profiles = [.. places.Select(p => new SlotProfile(p.LimitCpus))];
    readonly SuspendablePlacement _placement = new(options.CheckpointS / 3600.0);

    /// <summary>Makes the plan: in the first order that comes near the bound, else in the best.</summary>
    internal DayAheadSolution Solve(CancellationToken cancellation = default)
    {
        var items = WorkItems.Of(trace, options);
        var pricing = new CapacityPrices(items.Together(), places).Ascend(Rounds, null, cancellation);
        var bound = new Lagrangian(items, places).Value(pricing.Dual);
        GuidePrices[] prices = [.. places.Select((place, p) => new GuidePrices(place.At, pricing.Dual[p]))];
        DayAheadSolution? best = null;
        foreach (var key in (Func<int, double>[])[j => trace.Length[j], j => (double)trace.Length[j] * trace.Cpus[j], j => trace.Cpus[j]])
        {
            var plan = Ordered([.. Enumerable.Range(0, trace.Count).OrderByDescending(key).ThenBy(j => j)], prices, bound, cancellation);
            best = best is null || (plan.Late, plan.Cost(trace, places)).CompareTo((best.Late, best.Cost(trace, places))) < 0 ? plan : best;
            if (best.Late == 0 && best.Cost(trace, places) - bound <= Near * Math.Abs(bound))
            {
                break;
            }
        }

        return best!;
    }

    /// <summary>A plan in which jobs choose in an order; those that find no room choose first in the next try.</summary>
    DayAheadSolution Ordered(List<int> order, GuidePrices[] prices, double bound, CancellationToken cancellation)
    {
        for (var k = 1; ; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.ForEach(_profiles, p => p.Clear());
            var (segments, at, without) = (new List<ShiftSegment>(), new int[trace.Count], new List<int>());
            foreach (var job in order)
            {
                at[job] = Choose(job, 0, prices, segments);
                if (at[job] < 0)
                {
                    without.Add(job);
                }
            }

            if (without.Count == 0 || k == Tries)
            {
                without.ForEach(job => at[job] = ChooseLate(job, prices, segments));
                return new DayAheadSolution(ShiftSchedule.Of(ShiftPolicyKind.DayAhead, segments), [.. at], bound, without.Count);
            }

            var first = without.ToHashSet();
            order = [.. without, .. order.Where(j => !first.Contains(j))];
        }
    }

    /// <summary>The same after the deadline, as soon as there is room; −1 where the hours end before.</summary>
    int ChooseLate(int job, GuidePrices[] prices, List<ShiftSegment> segments)
    {
        var (hours, at) = (_profiles.Max(p => p.Hours), -1);
        for (var late = ShiftTrace.SlotsPerHour; at < 0 && (_jobs[job].Deadline + late) / ShiftTrace.SlotsPerHour <= hours; late += ShiftTrace.SlotsPerHour)
        {
            at = Choose(job, late, prices, segments);
        }

        return at;
    }

    /// <summary>The place where a job costs least, its times taken; −1 where there is room nowhere.</summary>
    int Choose(int job, int late, GuidePrices[] prices, List<ShiftSegment> segments)
    {
        var wish = new Wish(_jobs[job].Arrival, _jobs[job].Deadline + late, _jobs[job].Length, _jobs[job].Cpus, Past.None);
        var (best, least, times) = (-1, double.PositiveInfinity, new List<(int Start, int End)>());
        var found = new List<(int Start, int End)>();
        for (var p = 0; p < places.Count; p++)
        {
            var missing = _placement.Find(wish, prices[p], _profiles[p], found);
            var cost = missing > 0 ? double.PositiveInfinity : found.Sum(t => prices[p][t.Start / ShiftTrace.SlotsPerHour] * (t.End - t.Start));
            if (cost < least)
            {
                (best, least) = (p, cost);
                (times, found) = (found, times);
            }
        }

        for (var k = 0; k < times.Count && best >= 0; k++)
        {
            _profiles[best].Take(times[k].Start, times[k].End, wish.Cpus);
            segments.Add(new ShiftSegment(job, times[k].Start, times[k].End));
        }

        return best;
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
