namespace Suandian.Scheduling.Shifting.Policies;

/// <summary>Starts a job in the first of the lowest slots of [arrival, arrival + longest wait].</summary>
sealed class LowestSlot : ShiftPolicy
{
    internal override void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into)
    {
        var start = job.Arrival;
        foreach (var part in Parts(job.Arrival, job.Arrival + job.Wait + 1))
        {
            start = signal[part.Start / Hour] < signal[start / Hour] ? part.Start : start;
        }

        into.Add(new ShiftSegment(job.Index, start, start + job.Length));
    }
}
