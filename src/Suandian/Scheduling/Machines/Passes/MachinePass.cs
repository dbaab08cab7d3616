namespace Suandian.Scheduling.Machines.Passes;

/// <summary>Waiting jobs of nodes that belong together, and the rule by which they start.</summary>
/// <remarks>A job that only the quota of its section holds back does not hold back others. Only the first of the others may make running jobs give room.</remarks>
abstract class MachinePass(MachineJobs jobs, RunningMachine machine, Displacement displacement, Func<int, double> rankOf)
{
    /// <summary>Waiting jobs in order.</summary>
    protected WaitingJobs Waiting { get; } = new(jobs, rankOf);

    protected MachineJobs Jobs => jobs;

    protected RunningMachine Machine => machine;

    /// <summary>True where a job came to stand before others since the last pass, so that all have to be asked again.</summary>
    protected bool HasMoved { get; set; } = true;

    /// <summary>A job waits.</summary>
    internal void Add(int job) => HasMoved |= !Waiting.Add(job);

    /// <summary>The ranks of waiting jobs have changed.</summary>
    internal void Sort()
    {
        Waiting.Sort();
        HasMoved = true;
    }

    /// <summary>Starts what may start now.</summary>
    /// <param name="hasReleases">True where something became free or a limit changed since the last pass.</param>
    /// <param name="hasEarlyEnds">True where it became free before its estimate.</param>
    /// <returns>Jobs that were stopped for others and wait again.</returns>
    internal abstract List<int> Pass(bool hasReleases, bool hasEarlyEnds);

    /// <summary>Starts a job where it fits.</summary>
    protected bool Start(int job)
    {
        var chosen = machine.Choose(job);
        if (chosen.IsEmpty)
        {
            return false;
        }

        machine.Start(job, chosen);
        return true;
    }

    /// <summary>Starts a job, for which others may be stopped.</summary>
    /// <param name="job">The job.</param>
    /// <param name="stopped">Where jobs that were stopped for it go.</param>
    protected bool StartOrDisplace(int job, List<int> stopped)
    {
        if (Start(job))
        {
            return true;
        }

        if (displacement.MakeRoom(job) is not { } room)
        {
            return false;
        }

        stopped.AddRange(room);
        return Start(job);
    }
}
