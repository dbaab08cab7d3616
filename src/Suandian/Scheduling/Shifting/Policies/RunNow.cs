namespace Suandian.Scheduling.Shifting.Policies;

/// <summary>Runs a job when it arrives.</summary>
sealed class RunNow : ShiftPolicy
{
    internal override void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into) =>
        into.Add(new ShiftSegment(job.Index, job.Arrival, job.Arrival + job.Length));
}
