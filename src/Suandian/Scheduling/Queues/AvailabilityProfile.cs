namespace Suandian.Scheduling.Queues;

/// <summary>Free processors over time to come: a step function that begins now.</summary>
sealed class AvailabilityProfile
{
    long[] _timeS = new long[64]; // where the steps begin, ascending; the last one has no end
    int[] _free = new int[64];
    int _first;
    int _end;

    /// <summary>What is free when running jobs end by their estimates.</summary>
    internal void Begin(BatchMachine machine, JobTrace trace)
    {
        (_first, _end) = (0, 0);
        var free = machine.Free;
        Append(machine.NowS, free);
        var releaseS = machine.ReleaseS;
        var jobs = machine.ReleaseJob;
        for (var k = 0; k < jobs.Length; k++)
        {
            free += trace.Processors[jobs[k]];
            if (_timeS[_end - 1] == releaseS[k])
            {
                _free[_end - 1] = free;
            }
            else
            {
                Append(releaseS[k], free);
            }
        }
    }

    /// <summary>Forgets what is past.</summary>
    internal void MoveTo(long nowS)
    {
        while (_first + 1 < _end && _timeS[_first + 1] <= nowS)
        {
            _first++;
        }

        if (_first > _timeS.Length / 2)
        {
            Array.Copy(_timeS, _first, _timeS, 0, _end - _first);
            Array.Copy(_free, _first, _free, 0, _end - _first);
            (_first, _end) = (0, _end - _first);
        }

        _timeS[_first] = nowS;
    }

    /// <summary>Takes processors at the earliest time at which they are free for so long.</summary>
    /// <returns>That time, s.</returns>
    internal long Reserve(int processors, long durationS)
    {
        var start = _first;
        for (var k = _first; k < _end && (k == start || _timeS[k] < _timeS[start] + durationS); k++)
        {
            start = _free[k] < processors ? k + 1 : start;
        }

        var (beginS, endS) = (_timeS[start], _timeS[start] + durationS);
        var last = Split(start, endS);
        for (var k = start; k < last; k++)
        {
            _free[k] -= processors;
        }

        return beginS;
    }

    /// <summary>Makes a step begin at a time and returns its place.</summary>
    int Split(int from, long timeS)
    {
        var k = from;
        while (k < _end && _timeS[k] < timeS)
        {
            k++;
        }

        if (k < _end && _timeS[k] == timeS)
        {
            return k;
        }

        Append(0, 0);
        Array.Copy(_timeS, k, _timeS, k + 1, _end - 1 - k);
        Array.Copy(_free, k, _free, k + 1, _end - 1 - k);
        (_timeS[k], _free[k]) = (timeS, _free[k - 1]);
        return k;
    }

    void Append(long timeS, int free)
    {
        if (_end == _timeS.Length)
        {
            Array.Resize(ref _timeS, 2 * _end);
            Array.Resize(ref _free, 2 * _end);
        }

        (_timeS[_end], _free[_end]) = (timeS, free);
        _end++;
    }
}
