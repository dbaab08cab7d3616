namespace Suandian.Scheduling.Queues;

/// <summary>Jobs start in order of their estimates, of equal ones in order of arrival; where the first does not fit, all wait for it.</summary>
sealed class ShortestFirstQueue(JobTrace trace) : JobQueue(trace)
{
    readonly PriorityQueue<int, (long EstimateS, int Job)> _waiting = new();

    internal override void Add(int job) => _waiting.Enqueue(job, (Trace.EstimateS[job], job));

    internal override void Pass(BatchMachine machine, bool hasEnds, bool hasEarlyEnds)
    {
        while (_waiting.TryPeek(out var job, out _) && Trace.Processors[job] <= machine.Free)
        {
            machine.Start(_waiting.Dequeue());
        }
    }
}
