using Suandian.Scheduling.Shifting;

namespace Suandian.Scheduling.Comparison;

/// <summary>What schedules of one trace are compared on.</summary>
/// <param name="Trace">The jobs.</param>
/// <param name="Processors">Processors of the machine; 0 where there is no limit.</param>
/// <param name="Series">Price, carbon and green power by hour from second 0 on; null where nobody tells.</param>
/// <param name="KilowattPerCpu">Power of a running processor, kW; NaN where it is not told, and energy then neither.</param>
public sealed record ComparisonSetting(JobTrace Trace, int Processors, ShiftSeries? Series, double KilowattPerCpu)
{
    /// <summary>Waiting jobs that have reservations under the conservative policy.</summary>
    public int Depth { get; init; } = BatchSimulator.UsualDepth;

    /// <summary>Least possible time from the first arrival to the last end, s: no job ends before arrival + run time, and the machine cannot do the work that arrives from some moment on any faster.</summary>
    public double LeastMakespanS
    {
        get
        {
            var (work, least) = (0.0, 0.0);
            for (var job = Trace.Count - 1; job >= 0; job--)
            {
                var arrival = Trace.SubmitS[job] - Trace.SubmitS[0];
                work += (double)Trace.Processors[job] * Trace.RunS[job];
                least = Math.Max(least, arrival + Math.Max(Trace.RunS[job], Processors > 0 ? work / Processors : 0));
            }

            return least;
        }
    }
}
