using Suandian.Scheduling.Statistics;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>What is known of a signal: the hour that has begun, and the hours to come with an error.</summary>
/// <remarks>Error: normal, independent by hour, its standard deviation a share of the mean of the series (as in Wiesner et al. 2021); drawn anew at every plan.</remarks>
/// <param name="signal">The signal.</param>
/// <param name="errorPu">Standard error, as a share of the mean.</param>
/// <param name="seed">Seed.</param>
sealed class Forecast(HourlySignal signal, double errorPu, int seed)
{
    const int SeedStep = 1_000_003;

    /// <summary>The signal as one forecast for its whole time, for policies that plan once.</summary>
    internal HourlySignal Once()
    {
        var hours = FromHour(-1);
        return errorPu == 0 ? signal : new HourlySignal([.. Enumerable.Range(0, signal.Hours).Select(hours)]);
    }

    /// <summary>The forecast made when an hour begins; asked for hours from that one on.</summary>
    internal Func<int, double> FromHour(int hour)
    {
        if (errorPu == 0)
        {
            return h => signal[h];
        }

        var (random, errors) = (new Random(unchecked(seed * SeedStep + hour)), new List<double>());
        return h =>
        {
            while (errors.Count < h - hour)
            {
                errors.Add(errorPu * Math.Abs(signal.Mean) * Draws.Normal(random));
            }

            return signal[h] + (h > hour ? errors[h - hour - 1] : 0);
        };
    }
}
