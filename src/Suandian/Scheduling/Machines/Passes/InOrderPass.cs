namespace Suandian.Scheduling.Machines.Passes;

/// <summary>Jobs start in order; where the first does not fit, all wait for it.</summary>
sealed class InOrderPass(MachineJobs jobs, RunningMachine machine, Displacement displacement, Func<int, double> rankOf) : MachinePass(jobs, machine, displacement, rankOf)
{
    internal override List<int> Pass(bool hasReleases, bool hasEarlyEnds)
    {
        List<int> stopped = [];
        var (kept, i) = (0, 0);
        for (; i < Waiting.Count; i++)
        {
            var job = Waiting[i];
            if (Machine.IsOverQuota(job))
            {
                Waiting[kept++] = job;
            }
            else if (!StartOrDisplace(job, stopped))
            {
                break;
            }
        }

        Waiting.Remove(kept, i);
        return stopped;
    }
}
