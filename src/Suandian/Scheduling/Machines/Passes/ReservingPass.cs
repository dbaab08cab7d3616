namespace Suandian.Scheduling.Machines.Passes;

/// <summary>Conservative backfilling on kinds of nodes: every job that waits has a reservation, made in order.</summary>
/// <remarks>
/// A job whose time has come and that does not fit, for pieces, power or quota, waits, and all reserve again; so do they where a job ends early or comes to stand before others.
/// </remarks>
sealed class ReservingPass(MachineJobs jobs, RunningMachine machine, Displacement displacement, Func<int, double> rankOf) : MachinePass(jobs, machine, displacement, rankOf)
{
    readonly long[] _reservedS = new long[jobs.Trace.Count];
    readonly KindProfile _profile = new(jobs, machine);
    int _reserved; // waiting jobs that have a reservation
    bool _hasSlipped;

    internal override List<int> Pass(bool hasReleases, bool hasEarlyEnds)
    {
        List<int> stopped = [];
        StartFirst(stopped);
        _reserved = hasEarlyEnds || HasMoved || _hasSlipped ? 0 : _reserved;
        (HasMoved, _hasSlipped) = (false, false);
        if (Waiting.Count == 0)
        {
            return stopped;
        }

        if (_reserved == 0)
        {
            _profile.Begin();
        }
        else
        {
            _profile.MoveTo(Machine.NowS);
        }

        for (; _reserved < Waiting.Count; _reserved++)
        {
            _reservedS[Waiting[_reserved]] = _profile.Reserve(Waiting[_reserved], Machine.ExpectedS(Waiting[_reserved]));
        }

        StartDue();
        return stopped;
    }

    /// <summary>Where the first job fits now its reservation is now, as running jobs only give back; it may make others give room.</summary>
    void StartFirst(List<int> stopped)
    {
        while (Waiting.Count > 0 && !Machine.IsOverQuota(Waiting[0]) && StartOrDisplace(Waiting[0], stopped))
        {
            HasMoved |= stopped.Count > 0 || (_reserved > 0 && _reservedS[Waiting[0]] > Machine.NowS);
            _reserved = Math.Max(0, _reserved - 1);
            Waiting.Remove(0, 1);
        }
    }

    void StartDue()
    {
        var kept = 0;
        for (var i = 0; i < Waiting.Count; i++)
        {
            var job = Waiting[i];
            var isDue = _reservedS[job] <= Machine.NowS;
            if (!isDue || Machine.IsOverQuota(job) || !Start(job))
            {
                _hasSlipped |= isDue;
                Waiting[kept++] = job;
            }
        }

        Waiting.Remove(kept, Waiting.Count);
        _reserved = kept;
    }
}
