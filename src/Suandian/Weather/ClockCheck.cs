namespace Suandian.Weather;

/// <summary>Finds a clock that does not fit the sun: the most frequent mistake in weather files.</summary>
public static class ClockCheck
{
    /// <summary>Shift of the clock at which the three irradiances agree best.</summary>
    /// <param name="weather">A year whose direct part was measured or taken over, not split from the global part.</param>
    /// <returns>Hours to add to the labels: 0 where the clock is right, else a multiple of 0.5 within ±2.</returns>
    /// <remarks>
    /// Least Σ |GHI − DHI − DNI cos z| over the hours with sun. A shift other than 0 must be better by a tenth to count.
    /// </remarks>
    public static double BestShiftH(WeatherYear weather)
    {
        ArgumentNullException.ThrowIfNull(weather);
        double best = 0, least = 0.9 * Misfit(weather, 0);
        for (int half = -4; half <= 4; half++)
        {
            double misfit = half == 0 ? double.PositiveInfinity : Misfit(weather, half / 2.0);
            if (misfit < least)
                (best, least) = (half / 2.0, misfit);
        }

        return best;
    }

    static double Misfit(WeatherYear weather, double shiftH)
    {
        SolarYear sun = SolarYear.From(weather with { FirstLabel = weather.FirstLabel.AddHours(shiftH) });
        double sum = 0;
        for (int i = 0; i < sun.Length; i++)
        {
            double beam = weather.DirectNormalWm2[i] * Math.Max(0, sun.Up[i]);
            sum += Math.Abs(weather.GlobalHorizontalWm2[i] - weather.DiffuseHorizontalWm2[i] - beam);
        }

        return sum;
    }
}
