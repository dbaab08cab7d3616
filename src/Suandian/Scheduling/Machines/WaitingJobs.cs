namespace Suandian.Scheduling.Machines;

/// <summary>Waiting jobs in the order of their policy: larger priority of the section first, then a rank (smaller first), then arrival.</summary>
sealed class WaitingJobs(MachineJobs jobs, Func<int, double> rankOf)
{
    readonly double[] _rank = new double[jobs.Trace.Count];
    int[] _jobs = new int[64];
    int _first;
    int _end;

    internal int Count => _end - _first;

    /// <summary>The job at a place, 0 for the first.</summary>
    internal int this[int place]
    {
        get => _jobs[_first + place];
        set => _jobs[_first + place] = value;
    }

    /// <summary>Adds a job.</summary>
    /// <returns>True where it is the last one.</returns>
    internal bool Add(int job)
    {
        if (_end == _jobs.Length)
        {
            MakeRoom();
        }

        _rank[job] = rankOf(job);
        if (Count == 0 || Compare(_jobs[_end - 1], job) < 0)
        {
            _jobs[_end++] = job;
            return true;
        }

        var (low, high) = (_first, _end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Compare(_jobs[middle], job) < 0 ? (middle + 1, high) : (low, middle);
        }

        Array.Copy(_jobs, low, _jobs, low + 1, _end - low);
        (_jobs[low], _end) = (job, _end + 1);
        return false;
    }

    /// <summary>Leaves out the jobs of places <paramref name="from"/> to <paramref name="to"/> (excluded).</summary>
    internal void Remove(int from, int to)
    {
        if (from == 0)
        {
            _first += to;
            return;
        }

        if (from == to)
        {
            return;
        }

        Array.Copy(_jobs, _first + to, _jobs, _first + from, Count - to);
        _end -= to - from;
    }

    /// <summary>Asks all ranks again and sorts by them.</summary>
    internal void Sort()
    {
        for (var i = _first; i < _end; i++)
        {
            _rank[_jobs[i]] = rankOf(_jobs[i]);
        }

        _jobs.AsSpan(_first, Count).Sort(Compare);
    }

    int Compare(int a, int b)
    {
        var (priorityA, priorityB) = (jobs.Sections[jobs.SectionOf[a]].Priority, jobs.Sections[jobs.SectionOf[b]].Priority);
        if (priorityA != priorityB)
        {
            return priorityB.CompareTo(priorityA);
        }

        var byRank = _rank[a].CompareTo(_rank[b]);
        return byRank != 0 ? byRank : a.CompareTo(b);
    }

    void MakeRoom()
    {
        var into = Count > _jobs.Length / 2 ? new int[2 * _jobs.Length] : _jobs;
        Array.Copy(_jobs, _first, into, 0, Count);
        (_jobs, _first, _end) = (into, 0, Count);
    }
}
