namespace Suandian.Scheduling.Machines.Passes;

/// <summary>Conservative backfilling on kinds of nodes: every job that waits has a reservation, made in order; of a long queue the first ones, and those behind wait until they are among them.</summary>
/// <remarks>
/// A job whose time has come and that does not fit, for pieces, power or quota, waits, and all reserve again; so do they where a job ends early or comes to stand before others.
/// Behind the last job that fits into what is free now nobody can start; their reservations are made when they are asked for, and are the same then,
/// as until the next early end all that changes is what was reserved.
/// </remarks>
sealed class ReservingPass(MachineJobs jobs, RunningMachine machine, Displacement displacement, (int[] Kinds, int Depth) of) : MachinePass(jobs, machine, displacement, _ => 0)
{
    readonly long[] _reservedS = new long[jobs.Trace.Count];
    readonly KindProfile _profile = new(jobs, machine, of.Kinds);
    int _reserved; // waiting jobs that have a reservation, the first ones
    bool _isCurrent, _hasSlipped;

    internal override List<int> Pass(bool hasReleases, bool hasEarlyEnds)
    {
        List<int> stopped = [];
        StartFirst(stopped);
        _isCurrent &= !(hasEarlyEnds || HasMoved || _hasSlipped);
        (HasMoved, _hasSlipped) = (false, false);
        if (Waiting.Count == 0)
        {
            _reserved = 0;
            return stopped;
        }

        if (_isCurrent)
        {
            _profile.MoveTo(Machine.NowS);
        }
        else
        {
            (_reserved, _isCurrent) = (0, true);
            _profile.Begin();
        }

        do
        {
            for (var last = LastThatFits(Math.Min(of.Depth, Waiting.Count) - 1); _reserved <= last; last = LastThatFits(last))
            {
                var job = Waiting[_reserved++];
                _reservedS[job] = _profile.Reserve(job, Machine.ExpectedS(job));
            }
        }
        while (StartDue() && Waiting.Count >= of.Depth);

        return stopped;
    }

    /// <summary>The last job without reservation, up to a place, that fits into what is free now; the place of the last reservation where none does.</summary>
    int LastThatFits(int last)
    {
        while (last >= _reserved && !_profile.FitsNow(Waiting[last]))
        {
            last--;
        }

        return last;
    }

    /// <summary>Where the first job fits now its reservation is now, as running jobs only give back; it may make others give room.</summary>
    void StartFirst(List<int> stopped)
    {
        while (Waiting.Count > 0 && !Machine.IsOverQuota(Waiting[0]) && StartOrDisplace(Waiting[0], stopped))
        {
            HasMoved |= stopped.Count > 0 || _reserved == 0 || _reservedS[Waiting[0]] > Machine.NowS;
            _reserved = Math.Max(0, _reserved - 1);
            Waiting.Remove(0, 1);
        }
    }

    /// <summary>Starts whose time has come; false where there is none.</summary>
    bool StartDue()
    {
        var (kept, before) = (0, _reserved);
        for (var i = 0; i < _reserved; i++)
        {
            var job = Waiting[i];
            var isDue = _reservedS[job] <= Machine.NowS;
            if (!isDue || Machine.IsOverQuota(job) || !Start(job))
            {
                _hasSlipped |= isDue;
                Waiting[kept++] = job;
            }
        }

        Waiting.Remove(kept, _reserved);
        _reserved = kept;
        return kept < before;
    }
}
