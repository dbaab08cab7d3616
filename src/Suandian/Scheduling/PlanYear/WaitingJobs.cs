namespace Suandian.Scheduling.PlanYear;

/// <summary>Waiting jobs of one workload, by the cards they need and within that by arrival.</summary>
/// <param name="patienceS">How long a job waits before it starts anywhere, s.</param>
sealed class WaitingJobs(long patienceS)
{
    readonly SortedList<int, PriorityQueue<int, long>> _bySize = [];
    readonly PriorityQueue<int, long> _byLastStart = new();
    readonly HashSet<int> _gone = [];

    int _count;

    /// <summary>True where no job waits.</summary>
    internal bool IsEmpty => _count == 0;

    /// <summary>A job waits.</summary>
    internal void Add(int job, PlanJob what)
    {
        if (!_bySize.TryGetValue(what.Cards, out var queue))
        {
            _bySize[what.Cards] = queue = new PriorityQueue<int, long>();
        }

        _count++;
        queue.Enqueue(job, job);
        if (!_gone.Remove(job))
        {
            _byLastStart.Enqueue(job, what.ArrivalS + patienceS);
        }
    }

    /// <summary>A job that is the oldest of its size waits no more.</summary>
    internal void Remove(int job, PlanJob what)
    {
        var queue = _bySize[what.Cards];
        if (queue.Peek() == job)
        {
            queue.Dequeue();
        }
        else
        {
            queue.Remove(job, out _, out _);
        }

        _count--;
        _gone.Add(job);
    }

    /// <summary>The oldest job that needs no more than so many cards; null where there is none.</summary>
    internal int? Oldest(double cards)
    {
        int? oldest = null;
        for (var k = 0; k < _bySize.Count && _bySize.Keys[k] <= cards; k++)
        {
            if (_bySize.Values[k].TryPeek(out var job, out _) && (oldest is null || job < oldest))
            {
                oldest = job;
            }
        }

        return oldest;
    }

    /// <summary>The job that is longest out of patience; null where none is.</summary>
    internal int? Urgent(long nowS)
    {
        while (_byLastStart.TryPeek(out var job, out var last))
        {
            if (_gone.Contains(job))
            {
                _byLastStart.Dequeue();
                _gone.Remove(job);
                continue;
            }

            return last <= nowS ? job : null;
        }

        return null;
    }
}
