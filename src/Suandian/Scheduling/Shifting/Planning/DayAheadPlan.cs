using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Weather;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>A plan for jobs that are all known beforehand, at one place or several: prices of capacity, then each job chooses place and times.</summary>
/// <remarks>
/// A job stays at one place. Jobs with most to run choose first; where that is far from the bound, those of most work, then the widest.
/// Room for those that find none is made by <see cref="RoomMaking"/>; then each chooses again by price alone, and where the best order is
/// not near the bound, few at a time exchange their times (<see cref="Exchanges"/>).
/// </remarks>
/// <param name="choice">The jobs and where they may run; lengths count as known.</param>
/// <param name="places">Prices for each cpu h and limits.</param>
/// <param name="goal">What is minimised.</param>
/// <param name="dual">Prices of capacity where they are known. Shape [places][hours].</param>
sealed class DayAheadPlan(ClusterChoice choice, IReadOnlyList<PlaceHours> places, ShiftGoal goal, double[][]? dual = null)
{
    const int Rounds = 50;
    const int Sweeps = 2;
    const ulong Seed = 1;

    /// <summary>Most choices that making room may ask for, for each job of the trace.</summary>
    const int RoomEffort = 20;

    /// <summary>Most choices that exchanges may ask for: for each job, at least and at most for all.</summary>
    const int ExchangeEffort = 400, LeastExchangeEffort = 5_000, MostExchangeEffort = 400_000;

    /// <summary>Distance to the bound that is near enough, as a share of it: for an order of the list, for exchanges.</summary>
    const double NearEnough = 0.01, VeryNear = 1e-4;

    /// <summary>Random parts of prices by which jobs exchange, as a share of the usual price.</summary>
    static readonly double[] Noise = [0.001, 0.01, 0.03, 0.1, 0.3];

    readonly PlacedJobs _jobs = new(choice, places, goal);

    /// <summary>Makes the plan: in the first order that comes near the bound, else in the best, with exchanges.</summary>
    internal DayAheadSolution Solve(CancellationToken cancellation = default)
    {
        var items = WorkItems.Of(choice, goal);
        var capacity = dual ?? new CapacityPrices(items.Together(ShiftBound.UsualPrice(places)), places).Ascend(Rounds, null, cancellation).Dual;
        var bound = new Lagrangian(items, places).Value(capacity);
        GuidePrices[] guide = [.. places.Select((place, p) => new GuidePrices(place.At, capacity[p]))];
        var best = (Late: int.MaxValue, Cost: double.PositiveInfinity, Jobs: _jobs.Copy());
        foreach (var key in (Func<int, double>[])[j => _jobs.Length(j), _jobs.Work, j => _jobs.Cpus(j)])
        {
            var late = Fill([.. Enumerable.Range(0, _jobs.Count).OrderByDescending(key).ThenBy(j => j)], guide, cancellation);
            var cost = Cost();
            best = (late, cost).CompareTo((best.Late, best.Cost)) < 0 ? (late, cost, _jobs.Copy()) : best;
            if (IsNear(best.Late, best.Cost, bound, NearEnough))
            {
                break;
            }
        }

        if (!IsNear(best.Late, best.Cost, bound, NearEnough) || _jobs.Count * (long)ExchangeEffort <= MostExchangeEffort)
        {
            _jobs.Restore(best.Jobs);
            new Exchanges(_jobs, [_jobs.Own, guide, .. Noise.Select(Noisy)], Seed).Improve(bound + VeryNear * Math.Abs(bound), Math.Clamp(_jobs.Count * (long)ExchangeEffort, LeastExchangeEffort, MostExchangeEffort), cancellation);
            best = (best.Late, Cost(), _jobs.Copy());
        }

        _jobs.Restore(best.Jobs);
        return new DayAheadSolution(_jobs.Schedule(), bound, best.Late);
    }

    static bool IsNear(int late, double cost, double bound, double share) => late == 0 && cost - bound <= share * Math.Abs(bound);

    double Cost() => Enumerable.Range(0, _jobs.Count).Sum(_jobs.Cost);

    /// <summary>Own prices with a random part.</summary>
    GuidePrices[] Noisy(double share)
    {
        var scale = share * ShiftBound.UsualPrice(places);
        return [.. places.Select((place, p) =>
        {
            var random = new SplitMix64(Seed + (ulong)p);
            double[] part = [.. Enumerable.Range(0, Math.Max(place.Price.Length, place.LimitCpus?.Length ?? 0)).Select(_ => scale * (random.Next() >> 11) / (1UL << 53))];
            return new GuidePrices(place.At, part);
        })];
    }

    /// <summary>Lets jobs choose in an order, makes room for those that find none, and lets all choose again. Returns how many are late.</summary>
    int Fill(int[] order, GuidePrices[] guide, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _jobs.Clear();
        int[] without = [.. order.Where(job => !_jobs.Choose(job, 0, guide))];
        int[] late = new RoomMaking(_jobs, guide, Seed).For(without, (long)RoomEffort * order.Length, cancellation);
        Array.ForEach(late, job => _jobs.ChooseLate(job, guide));
        Improve(cancellation);
        return late.Length;
    }

    /// <summary>Takes each job out and lets it choose again by price alone among what the others leave: no cost rises.</summary>
    void Improve(CancellationToken cancellation)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var job = 0; job < _jobs.Count; job++)
            {
                if (_jobs.IsInTime(job))
                {
                    _jobs.TakeOut(job);
                    _jobs.Choose(job, 0, _jobs.Own);
                }
            }
        }
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
