namespace Suandian.Scheduling.Machines;

/// <summary>What became of a job.</summary>
/// <param name="IsDone">True where it came to its end.</param>
/// <param name="TurnaroundS">From arrival to end, s; 0 where it did not.</param>
/// <param name="HeldS">Time of all its runs, s.</param>
/// <param name="DominantShare">The larger of its shares of the processors and accelerators of the machine.</param>
readonly record struct JobOutcome(bool IsDone, long TurnaroundS, long HeldS, double DominantShare)
{
    /// <summary>Work done and not saved, by why the run ended, s.</summary>
    internal long[] LostS { get; init; } = [];

    /// <summary>Outcomes of all jobs.</summary>
    internal static JobOutcome[] Of(MachineJobs jobs, MachineSchedule schedule)
    {
        var (trace, machine, left) = (jobs.Trace, jobs.Machine, (long[])[.. jobs.Trace.RunS]);
        var outcomes = new JobOutcome[trace.Count];
        var seen = new bool[trace.Count];
        for (var run = 0; run < schedule.Count; run++)
        {
            var (job, length) = (schedule.Job[run], schedule.EndS[run] - schedule.StartS[run]);
            var (before, isDone) = (outcomes[job], schedule.End[run] == RunEnd.Done);
            var (saved, done) = isDone ? (left[job], left[job]) : Checkpoints.Of(jobs.Sections[jobs.SectionOf[job]]).After(length, left[job], seen[job]);
            var lost = before.LostS is { Length: > 0 } ? before.LostS : isDone ? [] : new long[4];
            if (!isDone)
            {
                lost[(int)schedule.End[run]] += done - saved;
            }

            (left[job], seen[job]) = (left[job] - saved, true);
            var milli = machine.Accelerators == 0 ? 0 : (trace.AcceleratorMilli?[job] ?? 0) / (1000.0 * machine.Accelerators);
            outcomes[job] = new JobOutcome(isDone, isDone ? schedule.EndS[run] - trace.SubmitS[job] : 0, before.HeldS + length, Math.Max(trace.Processors[job] / (double)machine.Cpus, milli)) { LostS = lost };
        }

        return outcomes;
    }
}
