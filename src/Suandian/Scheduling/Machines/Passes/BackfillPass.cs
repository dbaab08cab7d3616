namespace Suandian.Scheduling.Machines.Passes;

/// <summary>EASY on nodes: the first job that waits has a reservation, and whoever does not delay it may pass.</summary>
/// <remarks>Between two releases a job that was asked in vain need not be asked again: nothing is more free, and its end only moves away.</remarks>
sealed class BackfillPass(MachineJobs jobs, RunningMachine machine, Displacement displacement, Func<int, double> rankOf) : MachinePass(jobs, machine, displacement, rankOf)
{
    readonly HeadReservation _reservation = new(jobs, machine);
    bool _hasHead;
    int _asked; // jobs before this place have been asked since the last release

    internal override List<int> Pass(bool hasReleases, bool hasEarlyEnds)
    {
        List<int> stopped = [];
        if (hasReleases || HasMoved)
        {
            (_asked, _hasHead, HasMoved) = (0, false, false);
        }

        var (kept, i) = (_asked, _asked);
        for (; i < Waiting.Count; i++)
        {
            var job = Waiting[i];
            if (!Starts(job, stopped))
            {
                Waiting[kept++] = job;
            }
        }

        Waiting.Remove(kept, i);
        _asked = Waiting.Count;
        return stopped;
    }

    bool Starts(int job, List<int> stopped)
    {
        if (Machine.IsOverQuota(job))
        {
            return false;
        }

        if (!_hasHead)
        {
            if (StartOrDisplace(job, stopped))
            {
                return true;
            }

            _hasHead = true;
            _reservation.Reserve(job);
            return false;
        }

        var chosen = Machine.Choose(job);
        if (chosen.IsEmpty || _reservation.Delays(job, chosen))
        {
            return false;
        }

        Machine.Start(job, chosen);
        return true;
    }
}
