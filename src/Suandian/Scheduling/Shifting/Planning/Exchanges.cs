using Suandian.Weather;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Takes out a few jobs whose windows meet and lets them choose again in another order and by other prices; what costs less stands.</summary>
/// <remarks>
/// Large neighbourhood search: P. Shaw, Principles and Practice of Constraint Programming, 1998, doi:10.1007/3-540-49481-2_30. Prices are
/// those of the hours, with those of capacity, or with a random part, by which hours of equal price are told apart in many ways.
/// </remarks>
/// <param name="jobs">The jobs, all with a place.</param>
/// <param name="prices">Prices by which they choose.</param>
/// <param name="seed">Seed.</param>
sealed class Exchanges(PlacedJobs jobs, GuidePrices[][] prices, ulong seed)
{
    const int Most = 8;
    const double Small = 1e-12;

    readonly SplitMix64 _random = new(seed);

    /// <summary>Exchanges until the cost is near a bound or the effort is spent.</summary>
    /// <param name="enough">Cost that is near enough.</param>
    /// <param name="effort">Most choices.</param>
    /// <param name="cancellation">Stops between exchanges.</param>
    internal void Improve(double enough, long effort, CancellationToken cancellation)
    {
        int[] movable = [.. Enumerable.Range(0, jobs.Count).Where(jobs.IsInTime)];
        var cost = Enumerable.Range(0, jobs.Count).Sum(jobs.Cost);
        for (var last = jobs.Choices + effort; movable.Length > 0 && jobs.Choices < last && cost > enough;)
        {
            cancellation.ThrowIfCancellationRequested();
            cost += Exchange(movable[Draw(movable.Length)]);
        }
    }

    /// <summary>One exchange; returns by how much the cost changes.</summary>
    double Exchange(int first)
    {
        int[] near = [.. jobs.Near(first).Where(jobs.IsInTime)];
        var taken = new List<int> { first };
        for (var k = Math.Min(near.Length, 1 + Draw(Most - 1)); k > 0; k--)
        {
            var at = Draw(near.Length);
            taken.Add(near[at]);
            near = [.. near.Where((_, i) => i != at)];
        }

        var before = taken.Sum(jobs.Cost);
        jobs.Begin();
        taken.ForEach(jobs.TakeOut);
        var by = prices[Draw(prices.Length)];
        if (Ordered(taken).All(job => jobs.Choose(job, 0, by)) && taken.Sum(jobs.Cost) - before is var change && change <= Small * Math.Abs(before))
        {
            jobs.Keep();
            return change;
        }

        jobs.Undo();
        return 0;
    }

    /// <summary>A random order, or those of most work, most processors or longest run first.</summary>
    IEnumerable<int> Ordered(List<int> taken)
    {
        Func<int, double> key = Draw(5) switch { 0 => jobs.Work, 1 => j => jobs.Cpus(j), 2 => j => jobs.Length(j), _ => _ => _random.Next() >> 12 };
        return taken.Select(j => (Job: j, Key: key(j))).ToArray().OrderByDescending(j => j.Key).Select(j => j.Job);
    }

    int Draw(int below) => (int)(_random.Next() % (ulong)Math.Max(1, below));
}
