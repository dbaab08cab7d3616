namespace Suandian.Optimisation.Hourly;

/// <summary>Runs the same work for every group, on as many threads as wanted; which thread takes a group changes nothing.</summary>
sealed class LaneTeam(int threads)
{
    readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = Math.Max(1, threads) };

    internal void Run(int groups, Action<int> work)
    {
        if (threads <= 1 || groups == 1)
        {
            for (var g = 0; g < groups; g++)
            {
                work(g);
            }
        }
        else
        {
            Parallel.For(0, groups, _options, work);
        }
    }
}
