namespace Suandian.Scheduling.Shifting.Policies;

/// <summary>Starts a job 0, 1, 2 … h after its arrival: where what a run of the expected length saves, divided by the time until its end, is most.</summary>
sealed class CarbonTime : ShiftPolicy
{
    internal override void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into)
    {
        var now = signal.Between(job.Arrival, job.Arrival + job.Expected);
        var (start, most) = (job.Arrival, 0.0);
        for (var at = job.Arrival + Hour; at <= job.Arrival + job.Wait; at += Hour)
        {
            var saving = (now - signal.Between(at, at + job.Expected)) / (at - job.Arrival + job.Expected);
            if (IsLower(-saving, -most))
            {
                (start, most) = (at, saving);
            }
        }

        into.Add(new ShiftSegment(job.Index, start, start + job.Length));
    }
}
