namespace Suandian.Scheduling.Shifting;

/// <summary>Whether a job finds time before its deadline even where nothing else runs.</summary>
static class LoneJob
{
    /// <summary>Slots that a job gets done in a window in which so many processors may run: the longest stretch, or where it may be suspended all stretches that are longer than what it costs to resume in them; no more than are enough.</summary>
    /// <param name="window">First slot, and the slot after the last.</param>
    /// <param name="cpus">Processors.</param>
    /// <param name="limit">Processors that may run. Shape [hours]; null for no limit. Beyond its end nothing may.</param>
    /// <param name="options">Whether a job may be suspended, and what each resumption takes.</param>
    /// <param name="enough">Slots that suffice.</param>
    internal static int MostSlots((int Start, int End) window, int cpus, double[]? limit, ShiftOptions options, int enough)
    {
        const int Hour = ShiftTrace.SlotsPerHour;
        if (limit is null)
        {
            return Math.Min(enough, window.End - window.Start);
        }

        var stretches = new List<int> { 0 };
        for (var at = window.Start; at < window.End && stretches[^1] < enough;)
        {
            var (hour, next) = (at / Hour, Math.Min(window.End, (at / Hour + 1) * Hour));
            if (hour < limit.Length && limit[hour] >= cpus)
            {
                stretches[^1] += next - at;
            }
            else if (stretches[^1] > 0)
            {
                stretches.Add(0);
            }

            at = next;
        }

        var longest = stretches.Max();
        return Math.Min(enough, options.Suspension == Suspension.Allowed ? longest + stretches.OrderDescending().Skip(1).Sum(s => Math.Max(0, s - options.CheckpointSlots)) : longest);
    }
}
