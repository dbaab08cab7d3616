namespace Suandian.Scheduling;

/// <summary>One machine of alike processors in the course of a simulation: what is free now, and what running jobs will give back by their estimates.</summary>
sealed class BatchMachine
{
    readonly JobTrace _trace;
    readonly PriorityQueue<int, long> _ends = new(); // running jobs by their real end
    long[] _releaseS = new long[16]; // estimated ends of running jobs, ascending
    int[] _releaseJob = new int[16];

    internal BatchMachine(JobTrace trace, int processors)
    {
        (_trace, Processors, Free, StartS) = (trace, processors, processors, new long[trace.Count]);
        Array.Fill(StartS, -1);
    }

    /// <summary>Processors of the machine.</summary>
    internal int Processors { get; }

    /// <summary>Time, s.</summary>
    internal long NowS { get; set; }

    /// <summary>Processors that are free.</summary>
    internal int Free { get; private set; }

    /// <summary>Start of each job, s; −1 while it waits.</summary>
    internal long[] StartS { get; }

    /// <summary>Number of running jobs.</summary>
    internal int Running { get; private set; }

    /// <summary>Estimated ends of the running jobs, s, ascending.</summary>
    internal ReadOnlySpan<long> ReleaseS => _releaseS.AsSpan(0, Running);

    /// <summary>The running jobs in the order of <see cref="ReleaseS"/>.</summary>
    internal ReadOnlySpan<int> ReleaseJob => _releaseJob.AsSpan(0, Running);

    /// <summary>Next real end, s; <see cref="long.MaxValue"/> where nothing runs.</summary>
    internal long NextEndS => _ends.TryPeek(out _, out var end) ? end : long.MaxValue;

    /// <summary>Starts a job now.</summary>
    internal void Start(int job)
    {
        if (Running == _releaseS.Length)
        {
            Array.Resize(ref _releaseS, 2 * Running);
            Array.Resize(ref _releaseJob, 2 * Running);
        }

        var end = NowS + _trace.EstimateS[job];
        var place = FirstAfter(end);
        Array.Copy(_releaseS, place, _releaseS, place + 1, Running - place);
        Array.Copy(_releaseJob, place, _releaseJob, place + 1, Running - place);
        (_releaseS[place], _releaseJob[place]) = (end, job);
        Running++;
        StartS[job] = NowS;
        Free -= _trace.Processors[job];
        _ends.Enqueue(job, NowS + _trace.RunS[job]);
    }

    /// <summary>Ends every job whose time is now.</summary>
    /// <returns>Whether any ended, and whether any ended before its estimate.</returns>
    internal (bool Any, bool Early) EndJobs()
    {
        var (any, early) = (false, false);
        while (_ends.TryPeek(out var job, out var end) && end == NowS)
        {
            _ends.Dequeue();
            var estimated = StartS[job] + _trace.EstimateS[job];
            (any, early) = (true, early || estimated > NowS);
            var place = FirstAfter(estimated) - 1;
            while (_releaseJob[place] != job)
            {
                place--;
            }

            Running--;
            Array.Copy(_releaseS, place + 1, _releaseS, place, Running - place);
            Array.Copy(_releaseJob, place + 1, _releaseJob, place, Running - place);
            Free += _trace.Processors[job];
        }

        return (any, early);
    }

    /// <summary>Number of releases at or before a time.</summary>
    int FirstAfter(long time)
    {
        var (low, high) = (0, Running);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _releaseS[middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
