using Suandian.Scheduling.Shifting.Planning;

namespace Suandian.Scheduling.Shifting.Policies;

/// <summary>Runs a job in the lowest slots of [arrival, arrival + expected length + longest wait), the earlier of equal ones.</summary>
/// <remarks>
/// P. Wiesner et al., "Let's Wait Awhile", Middleware 2021, doi:10.1145/3464298.3493399.
/// A job shorter than expected ends early; one that is longer goes on from the end of that time, so that no wait is longer than allowed.
/// Where resumptions add running time, the slots of least cost with it are taken; a job longer than expected may then be late.
/// </remarks>
/// <param name="added">Slots that a resumption adds.</param>
sealed class WaitAwhile(int added) : ShiftPolicy
{
    readonly SuspendablePlacement _placement = new(0, added);
    readonly SlotProfile _unlimited = new(null);

    internal override void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into)
    {
        var end = job.Arrival + job.Expected + job.Wait;
        var chosen = new List<(int Start, int End)>();
        _placement.Find(new Wish(job.Arrival, end, job.Expected, job.Cpus, Past.None), new GuidePrices(h => signal[h], []), _unlimited, chosen);
        var (left, last) = (job.Length, -1);
        foreach (var (start, stop) in chosen.Order().Append((end, end + job.Length + added)))
        {
            left += last >= 0 && start > last && left > 0 ? added : 0;
            var slots = Math.Min(left, stop - start);
            into.Add(new ShiftSegment(job.Index, start, start + slots));
            (left, last) = (left - slots, start + slots);
        }
    }
}
