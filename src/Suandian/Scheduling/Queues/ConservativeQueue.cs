namespace Suandian.Scheduling.Queues;

/// <summary>Conservative backfilling: every job that waits has a reservation, made in order of arrival; of a long queue the first ones, and those behind wait until they are among them.</summary>
/// <remarks>
/// Source      A. W. Mu'alem, D. G. Feitelson, IEEE Trans. Parallel Distrib. Syst. 12 (2001), doi:10.1109/71.932708.
/// A job that ends before its estimate frees what nobody counted on: then all reserve again, in order. Where none does, the reservations
/// stand, an arrival adds its own, and those whose time has come start.
/// </remarks>
/// <param name="trace">The jobs.</param>
/// <param name="depth">Waiting jobs that have a reservation, ≥ 1.</param>
sealed class ConservativeQueue(JobTrace trace, int depth) : JobQueue(trace)
{
    readonly List<int> _waiting = [];
    readonly Dictionary<int, long> _reservedS = []; // of waiting jobs
    readonly AvailabilityProfile _profile = new();
    int _reserved; // waiting jobs that have a reservation

    internal override void Add(int job) => _waiting.Add(job);

    internal override void Pass(BatchMachine machine, bool hasEnds, bool hasEarlyEnds)
    {
        _reserved = hasEarlyEnds ? 0 : _reserved;
        if (_reserved == 0)
        {
            _profile.Begin(machine, Trace);
        }
        else
        {
            _profile.MoveTo(machine.NowS);
        }

        do
        {
            for (; _reserved < Math.Min(depth, _waiting.Count); _reserved++)
            {
                var job = _waiting[_reserved];
                _reservedS[job] = _profile.Reserve(Trace.Processors[job], Trace.EstimateS[job]);
            }
        }
        while (StartDue(machine) && _reserved < _waiting.Count);
    }

    /// <summary>Starts whose time has come; false where there is none.</summary>
    bool StartDue(BatchMachine machine)
    {
        var (kept, before) = (0, _reserved);
        for (var i = 0; i < _reserved; i++)
        {
            var job = _waiting[i];
            if (_reservedS[job] > machine.NowS)
            {
                _waiting[kept++] = job;
                continue;
            }

            _reservedS.Remove(job);
            machine.Start(job);
        }

        _waiting.RemoveRange(kept, before - kept);
        _reserved = kept;
        return kept < before;
    }
}
