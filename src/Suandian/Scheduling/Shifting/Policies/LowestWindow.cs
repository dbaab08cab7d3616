namespace Suandian.Scheduling.Shifting.Policies;

/// <summary>Starts a job 0, 1, 2 … h after its arrival: the first of those where a run of the expected length costs least.</summary>
sealed class LowestWindow : ShiftPolicy
{
    internal override void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into)
    {
        var (start, least) = (job.Arrival, double.PositiveInfinity);
        for (var at = job.Arrival; at <= job.Arrival + job.Wait; at += Hour)
        {
            var cost = signal.Between(at, at + job.Expected);
            if (IsLower(cost, least))
            {
                (start, least) = (at, cost);
            }
        }

        into.Add(new ShiftSegment(job.Index, start, start + job.Length));
    }
}
