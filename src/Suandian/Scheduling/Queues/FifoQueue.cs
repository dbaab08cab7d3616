namespace Suandian.Scheduling.Queues;

/// <summary>Jobs start in order of arrival; where the first does not fit, all wait for it.</summary>
sealed class FifoQueue(JobTrace trace) : JobQueue(trace)
{
    readonly Queue<int> _waiting = new();

    internal override void Add(int job) => _waiting.Enqueue(job);

    internal override void Pass(BatchMachine machine, bool hasEnds, bool hasEarlyEnds)
    {
        while (_waiting.TryPeek(out var job) && Trace.Processors[job] <= machine.Free)
        {
            machine.Start(_waiting.Dequeue());
        }
    }
}
