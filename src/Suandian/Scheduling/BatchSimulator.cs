using Suandian.Scheduling.Queues;

namespace Suandian.Scheduling;

/// <summary>Runs a trace on one machine, from event to event.</summary>
/// <remarks>At one instant all ends come first, then all arrivals, then one pass of the policy (the definitions: docs/explanation/scheduling.md).</remarks>
public static class BatchSimulator
{
    /// <summary>Waiting jobs that have reservations under the conservative policy unless told otherwise, as many as Slurm looks at (bf_max_job_test).</summary>
    public const int UsualDepth = 500;

    const int CancellationEvery = 4096; // events

    /// <summary>Simulates.</summary>
    /// <param name="trace">The jobs; none may need more processors than there are.</param>
    /// <param name="processors">Processors of the machine, ≥ 1.</param>
    /// <param name="policy">Who starts when.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <exception cref="ArgumentException">A job larger than the machine, or arrivals that fall.</exception>
    public static ScheduleSolution Run(JobTrace trace, int processors, QueuePolicyKind policy, CancellationToken cancellation = default) =>
        Run(trace, processors, policy, UsualDepth, cancellation);

    /// <summary>Simulates.</summary>
    /// <param name="trace">The jobs; none may need more processors than there are.</param>
    /// <param name="processors">Processors of the machine, ≥ 1.</param>
    /// <param name="policy">Who starts when.</param>
    /// <param name="depth">Waiting jobs that have reservations under the conservative policy, the first ones, ≥ 1; those behind wait until they are among them.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <exception cref="ArgumentException">A job larger than the machine, or arrivals that fall.</exception>
    public static ScheduleSolution Run(JobTrace trace, int processors, QueuePolicyKind policy, int depth, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(processors, 1);
        Check(trace, processors);
        var machine = new BatchMachine(trace, processors);
        var queue = Queue(policy, trace, depth);
        for (int next = 0, events = 0; next < trace.Count || machine.Running > 0; events++)
        {
            if (events % CancellationEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            machine.NowS = Math.Min(machine.NextEndS, next < trace.Count ? trace.SubmitS[next] : long.MaxValue);
            var ends = machine.EndJobs();
            for (; next < trace.Count && trace.SubmitS[next] == machine.NowS; next++)
            {
                queue.Add(next);
            }

            queue.Pass(machine, ends.Any, ends.Early);
        }

        return new ScheduleSolution(policy, processors, machine.StartS);
    }

    static JobQueue Queue(QueuePolicyKind policy, JobTrace trace, int depth) => policy switch
    {
        QueuePolicyKind.Fifo => new FifoQueue(trace),
        QueuePolicyKind.ShortestFirst => new ShortestFirstQueue(trace),
        QueuePolicyKind.Easy => new EasyQueue(trace),
        QueuePolicyKind.Conservative => new ConservativeQueue(trace, depth),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "no such policy"),
    };

    static void Check(JobTrace trace, int processors)
    {
        for (var job = 0; job < trace.Count; job++)
        {
            if (trace.Processors[job] < 1 || trace.Processors[job] > processors)
            {
                throw new ArgumentException($"job {trace.Number[job]} needs {trace.Processors[job]} of {processors} processors", nameof(trace));
            }

            if (trace.RunS[job] < 0 || trace.EstimateS[job] < Math.Max(1, trace.RunS[job]) || (job > 0 && trace.SubmitS[job] < trace.SubmitS[job - 1]))
            {
                throw new ArgumentException($"times of job {trace.Number[job]} are out of order", nameof(trace));
            }
        }
    }
}
