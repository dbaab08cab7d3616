namespace Suandian.Scheduling.Shifting;

/// <summary>Whether a job finds time before its deadline even where nothing else runs.</summary>
static class LoneJob
{
    /// <summary>Slots of a window in which so many processors may run: the longest stretch, or all of them where a job may be suspended; no more than are enough.</summary>
    /// <param name="window">First slot, and the slot after the last.</param>
    /// <param name="cpus">Processors.</param>
    /// <param name="limit">Processors that may run. Shape [hours]; null for no limit. Beyond its end nothing may.</param>
    /// <param name="suspension">Whether a job may be suspended.</param>
    /// <param name="enough">Slots that suffice.</param>
    internal static int MostSlots((int Start, int End) window, int cpus, double[]? limit, Suspension suspension, int enough)
    {
        const int Hour = ShiftTrace.SlotsPerHour;
        if (limit is null)
        {
            return Math.Min(enough, window.End - window.Start);
        }

        var (most, now) = (0, 0);
        for (var at = window.Start; at < window.End && most < enough;)
        {
            var (hour, next) = (at / Hour, Math.Min(window.End, (at / Hour + 1) * Hour));
            var mayRun = hour < limit.Length && limit[hour] >= cpus;
            now = mayRun ? now + next - at : suspension == Suspension.Allowed ? now : 0;
            (most, at) = (Math.Max(most, now), next);
        }

        return Math.Min(enough, most);
    }
}
