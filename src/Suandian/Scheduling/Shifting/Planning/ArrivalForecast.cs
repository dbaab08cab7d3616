using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Work that is expected to arrive: each class as much an hour as on average so far.</summary>
/// <param name="trace">The jobs; of those that have not arrived nothing is asked but the means of their classes.</param>
/// <param name="options">What is asked.</param>
sealed class ArrivalForecast(ShiftTrace trace, ShiftOptions options)
{
    readonly double[] _cpuSlots = new double[2];
    int _hours;

    /// <summary>An hour has passed; these have arrived in it.</summary>
    internal void Learn(IEnumerable<ShiftJob> arrived)
    {
        _hours++;
        foreach (var job in arrived)
        {
            _cpuSlots[job.IsLong ? 1 : 0] += (double)job.Expected * job.Cpus;
        }
    }

    /// <summary>Adds what is expected in the hours after the first; hours are counted from the one that begins.</summary>
    internal void AddTo(WorkItems items, int hours)
    {
        for (var k = 0; k < _cpuSlots.Length && _hours > 0; k++)
        {
            var (mean, wait) = (k == 1 ? trace.MeanLong : trace.MeanShort, options.WaitSlots(k == 1));
            for (var hour = 1; hour < hours && _cpuSlots[k] > 0; hour++)
            {
                var middle = hour * ShiftTrace.SlotsPerHour + ShiftTrace.SlotsPerHour / 2;
                items.Add((middle, middle + mean + wait), mean, _cpuSlots[k] / _hours / mean);
            }
        }
    }
}
