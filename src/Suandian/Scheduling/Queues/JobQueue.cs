namespace Suandian.Scheduling.Queues;

/// <summary>Waiting jobs and the rule by which they start.</summary>
/// <param name="trace">The jobs.</param>
abstract class JobQueue(JobTrace trace)
{
    /// <summary>The jobs.</summary>
    protected JobTrace Trace { get; } = trace;

    /// <summary>A job has arrived.</summary>
    internal abstract void Add(int job);

    /// <summary>Starts what may start now.</summary>
    /// <param name="machine">The machine at this instant.</param>
    /// <param name="hasEnds">True where jobs have ended at this instant.</param>
    /// <param name="hasEarlyEnds">True where one of them ended before its estimate.</param>
    internal abstract void Pass(BatchMachine machine, bool hasEnds, bool hasEarlyEnds);
}
