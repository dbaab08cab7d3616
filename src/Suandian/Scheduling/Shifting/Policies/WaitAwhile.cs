namespace Suandian.Scheduling.Shifting.Policies;

/// <summary>Runs a job in the lowest slots of [arrival, arrival + expected length + longest wait), the earlier of equal ones.</summary>
/// <remarks>
/// P. Wiesner et al., "Let's Wait Awhile", Middleware 2021, doi:10.1145/3464298.3493399.
/// A job shorter than expected ends early; one that is longer goes on from the end of that time, so that no wait is longer than allowed.
/// </remarks>
sealed class WaitAwhile : ShiftPolicy
{
    internal override void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into)
    {
        var end = job.Arrival + job.Expected + job.Wait;
        var left = job.Expected;
        var chosen = new List<(int Start, int End)>();
        foreach (var part in Parts(job.Arrival, end).OrderBy(p => signal[p.Start / Hour]).ThenBy(p => p.Start))
        {
            var slots = Math.Min(left, part.End - part.Start);
            chosen.Add((part.Start, part.Start + slots));
            left -= slots;
            if (left == 0)
            {
                break;
            }
        }

        left = job.Length;
        foreach (var part in chosen.Order().Append((end, end + job.Length)))
        {
            var slots = Math.Min(left, part.Item2 - part.Item1);
            into.Add(new ShiftSegment(job.Index, part.Item1, part.Item1 + slots));
            left -= slots;
        }
    }
}
