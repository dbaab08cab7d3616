using Suandian.Weather;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Makes room for jobs that found none, by taking out others that find room elsewhere.</summary>
/// <remarks>
/// A job without room has jobs taken out that run in its window, those first that seldom were without room themselves, until it fits; they
/// choose again, and who then finds no room is next. Where none is left without room all stands, else all is as before. Ejection pools:
/// Y. Nagata and O. Bräysy, Operations Research Letters 37, 2009, doi:10.1016/j.orl.2009.04.006.
/// </remarks>
/// <param name="jobs">The jobs.</param>
/// <param name="prices">What they choose by.</param>
/// <param name="seed">Seed of what is taken out where nothing else tells.</param>
sealed class RoomMaking(PlacedJobs jobs, GuidePrices[] prices, ulong seed)
{
    /// <summary>Choices that each round may spend on a job.</summary>
    static readonly int[] Budgets = [60, 400, 3000, 20_000];

    readonly int[] _hard = new int[jobs.Count]; // how often a job was without room
    readonly SplitMix64 _random = new(seed);

    /// <summary>Makes room; returns the jobs for which there is none.</summary>
    /// <param name="without">Jobs without a place.</param>
    /// <param name="effort">Most choices.</param>
    /// <param name="cancellation">Stops between jobs.</param>
    internal int[] For(int[] without, long effort, CancellationToken cancellation)
    {
        var last = jobs.Choices + effort;
        foreach (var budget in Budgets)
        {
            without = [.. without.Where(job =>
            {
                cancellation.ThrowIfCancellationRequested();
                return jobs.Choices >= last || !Make(job, budget);
            })];
        }

        return without;
    }

    bool Make(int job, int budget)
    {
        var until = jobs.Choices + budget;
        var pool = new Stack<int>([job]);
        jobs.Begin();
        while (pool.TryPop(out var next))
        {
            if (!jobs.Choose(next, 0, prices) && (jobs.Choices >= until || !Eject(next, pool)))
            {
                jobs.Undo();
                return false;
            }
        }

        jobs.Keep();
        return true;
    }

    /// <summary>Takes out jobs at one of the places until a job fits; who then finds no room comes into the pool. False where even without all others there is no room.</summary>
    bool Eject(int job, Stack<int> pool)
    {
        _hard[job]++;
        var from = (int)(_random.Next() % (ulong)jobs.Places);
        for (var k = 0; k < jobs.Places; k++)
        {
            var place = (from + k) % jobs.Places;
            if (jobs.Allows(job, place) && Eject(job, place, pool))
            {
                return true;
            }
        }

        return false;
    }

    bool Eject(int job, int place, Stack<int> pool)
    {
        int[] running = [.. jobs.Near(job).Where(j => jobs.PlaceOf(j) == place && jobs.RunsWithin(j, job)).Select(j => (Job: j, Hard: _hard[j], Draw: _random.Next())).OrderBy(j => j.Hard).ThenBy(j => j.Draw).Select(j => j.Job)];
        var (taken, fits) = (0, false);
        for (var batch = 1; taken < running.Length && !fits; batch++)
        {
            for (var k = 0; k < (batch + 1) / 2 && taken < running.Length; k++)
            {
                jobs.TakeOut(running[taken++]);
            }

            fits = jobs.Choose(job, 0, prices);
        }

        foreach (var other in running.Take(taken).OrderByDescending(j => jobs.Work(j)).Where(j => !jobs.Choose(j, 0, prices)))
        {
            pool.Push(other);
        }

        return fits;
    }
}
