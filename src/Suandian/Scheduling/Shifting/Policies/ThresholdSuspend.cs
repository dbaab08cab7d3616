using Suandian.Scheduling.Shifting.Planning;

namespace Suandian.Scheduling.Shifting.Policies;

/// <summary>Runs a job while the signal is below the 30 % quantile of the 24 h after its arrival, or when its longest wait is used up.</summary>
/// <remarks>The quantile is taken over slots, with linear interpolation; where the signal ends earlier, over what there is.</remarks>
/// <param name="added">Slots that a resumption adds; whoever pauses sets them aside from the wait.</param>
sealed class ThresholdSuspend(int added) : ShiftPolicy
{
    const double Quantile = 0.3;
    const int Ahead = 24 * Hour;

    internal override void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into)
    {
        var threshold = Threshold(signal, job.Arrival);
        var (left, wait, at, has) = (job.Length, job.Wait, job.Arrival, Past.None);
        while (left > 0)
        {
            var rest = (at / Hour + 1) * Hour - at;
            if (signal[at / Hour] < threshold || wait == 0 || (has == Past.Runs && wait <= added))
            {
                left += has == Past.Rests ? added : 0;
                var run = Math.Min(rest, left);
                into.Add(new ShiftSegment(job.Index, at, at + run));
                (left, at, has) = (left - run, at + run, Past.Runs);
            }
            else
            {
                wait -= has == Past.Runs ? added : 0;
                var pause = Math.Min(rest, wait);
                (wait, at, has) = (wait - pause, at + pause, has == Past.None ? Past.None : Past.Rests);
            }
        }
    }

    static double Threshold(HourlySignal signal, int arrival)
    {
        var parts = Parts(arrival, Math.Min(arrival + Ahead, Math.Max(arrival + 1, signal.Hours * Hour)))
            .Select(p => (Value: signal[p.Start / Hour], Slots: p.End - p.Start)).OrderBy(p => p.Value).ToArray();
        double At(int rank) => parts.SkipWhile(p => (rank -= p.Slots) >= 0).First().Value;
        var place = Quantile * (parts.Sum(p => p.Slots) - 1);
        var low = At((int)place);
        return place % 1 > 0 ? low + (At((int)place + 1) - low) * (place % 1) : low;
    }
}
