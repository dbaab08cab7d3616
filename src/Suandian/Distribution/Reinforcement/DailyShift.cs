namespace Suandian.Distribution.Reinforcement;

/// <summary>A fixed schedule that moves energy within each day from the hours of highest to those of lowest load of a feeder, or of what lies behind a branch.</summary>
static class DailyShift
{
    const int Day = 24;

    const int Halvings = 60;

    /// <summary>Power that is given (positive) or taken in each hour, MW.</summary>
    /// <param name="load">Load less generation of the feeder, or behind a branch, MW. Shape [hours].</param>
    /// <param name="mostMw">Most power that can be given in each hour, MW. Shape [hours].</param>
    /// <param name="mw">Most power that can be taken, MW.</param>
    /// <param name="mwh">Most energy given in a day, MWh.</param>
    /// <param name="efficiency">Energy that comes back of what is taken, pu.</param>
    /// <remarks>
    /// Of each day the load above a level is given, as far as power reaches, the level being as low as energy allows; what was given, over the
    /// efficiency, is taken where the load lies lowest, up to a level that is found likewise and lies no higher than the first.
    /// </remarks>
    internal static double[] Schedule(ReadOnlySpan<double> load, double[] mostMw, double mw, double mwh, double efficiency)
    {
        var schedule = new double[load.Length];
        for (var first = 0; first < load.Length; first += Day)
        {
            double[] day = load[first..Math.Min(load.Length, first + Day)].ToArray();
            double[] most = mostMw[first..(first + day.Length)];
            var given = schedule.AsSpan(first, day.Length);
            var (low, high) = (day.Min(), day.Max());
            for (var step = 0; step < Halvings; step++)
            {
                var level = (low + high) / 2;
                var fits = Given(day, level, most) <= mwh && Given(day, level, most) <= efficiency * Taken(day, level, mw);
                (low, high) = fits ? (low, level) : (level, high);
            }

            var (above, energy) = (high, Given(day, high, most));
            (low, high) = (day.Min(), above);
            for (var step = 0; step < Halvings; step++)
            {
                var level = (low + high) / 2;
                (low, high) = efficiency * Taken(day, level, mw) >= energy ? (low, level) : (level, high);
            }

            for (var h = 0; h < given.Length; h++)
            {
                given[h] = Math.Clamp(day[h] - above, 0, most[h]) - Math.Clamp(high - day[h], 0, mw);
            }
        }

        return schedule;
    }

    static double Given(double[] day, double level, double[] most) => day.Select((load, h) => Math.Clamp(load - level, 0, most[h])).Sum();

    static double Taken(double[] day, double level, double mw) => day.Sum(load => Math.Clamp(level - load, 0, mw));
}
