namespace Suandian.Scheduling.Queues;

/// <summary>EASY backfilling: the first job that waits has a reservation, and whoever does not delay it may pass.</summary>
/// <remarks>
/// Source      D. A. Lifka, "The ANL/IBM SP scheduling system", JSSPP 1995, doi:10.1007/3-540-60153-8_35; A. W. Mu'alem, D. G. Feitelson,
///             IEEE Trans. Parallel Distrib. Syst. 12 (2001), doi:10.1109/71.932708.
/// Shadow time earliest time at which the first job fits when running jobs end by their estimates
/// Extra       what is free then, every release up to then counted, less what the first job needs
/// A later job starts where it fits and ends by the shadow time, or needs no more than the extra, which then shrinks.
/// Between two ends neither changes, so that of the jobs that waited before an arrival none needs to be asked again.
/// </remarks>
sealed class EasyQueue(JobTrace trace) : JobQueue(trace)
{
    int[] _waiting = new int[64];
    int _first;
    int _end;
    int _asked; // jobs before this place have been asked since the last end
    long _shadowS;
    int _extra;

    internal override void Add(int job)
    {
        if (_end == _waiting.Length)
        {
            var count = _end - _first;
            var into = count > _waiting.Length / 2 ? new int[2 * _waiting.Length] : _waiting;
            Array.Copy(_waiting, _first, into, 0, count);
            (_waiting, _asked, _first, _end) = (into, Math.Max(0, _asked - _first), 0, count);
        }

        _waiting[_end++] = job;
    }

    internal override void Pass(BatchMachine machine, bool hasEnds, bool hasEarlyEnds)
    {
        if (hasEnds || _asked <= _first)
        {
            StartFirst(machine);
            if (_first == _end)
            {
                return;
            }

            Reserve(machine);
            _asked = _first + 1;
        }

        Backfill(machine);
        _asked = _end;
    }

    void StartFirst(BatchMachine machine)
    {
        while (_first < _end && Trace.Processors[_waiting[_first]] <= machine.Free)
        {
            machine.Start(_waiting[_first++]);
        }

        _asked = _first;
    }

    /// <summary>Shadow time and extra of the first job.</summary>
    void Reserve(BatchMachine machine)
    {
        var (need, free, k) = (Trace.Processors[_waiting[_first]], machine.Free, 0);
        var releaseS = machine.ReleaseS;
        var jobs = machine.ReleaseJob;
        for (; free < need; k++)
        {
            free += Trace.Processors[jobs[k]];
        }

        _shadowS = releaseS[k - 1];
        for (; k < jobs.Length && releaseS[k] == _shadowS; k++)
        {
            free += Trace.Processors[jobs[k]];
        }

        _extra = free - need;
    }

    void Backfill(BatchMachine machine)
    {
        var (into, i) = (_asked, _asked);
        for (; i < _end && machine.Free > 0; i++)
        {
            var job = _waiting[i];
            var need = Trace.Processors[job];
            var endsBefore = machine.NowS + Trace.EstimateS[job] <= _shadowS;
            if (need > machine.Free || (!endsBefore && need > _extra))
            {
                _waiting[into++] = job;
                continue;
            }

            _extra -= endsBefore ? 0 : need;
            machine.Start(job);
        }

        if (into < i)
        {
            Array.Copy(_waiting, i, _waiting, into, _end - i);
            _end -= i - into;
        }
    }
}
