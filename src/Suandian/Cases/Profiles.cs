using Suandian.Network;

namespace Suandian.Cases;

/// <summary>Profiles of profiles.csv as hourly factors.</summary>
public static class Profiles
{
    /// <summary>Hourly factors of one profile over the year.</summary>
    /// <param name="rows">Rows of the profile.</param>
    /// <param name="year">Calendar year of the case, not a leap year.</param>
    /// <returns>
    /// Shape [8760], pu: hour × month × weekday factor, 1 where a kind or index has no row; an hour_of_month row
    /// (month·100 + hour) stands in place of that product; scaled to mean 1 unless a row says <c>normalise</c> false.
    /// </returns>
    /// <exception cref="ArgumentException">No rows, or all factors are 0 where the mean is to be 1.</exception>
    public static double[] Hourly(IReadOnlyCollection<ProfileFactor> rows, int year)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            throw new ArgumentException("a profile without rows", nameof(rows));
        var factor = rows.ToDictionary(r => (r.Kind, r.Index), r => r.Factor);
        double[] hourly = new double[Calendar.HoursOfYear];
        for (int i = 0; i < hourly.Length; i++)
        {
            int hour = i % 24, month = Calendar.Month(year, i);
            hourly[i] = factor.TryGetValue((ProfileFactorKind.HourOfMonth, month * 100 + hour), out double direct)
                ? direct
                : Of(ProfileFactorKind.Hour, hour) * Of(ProfileFactorKind.Month, month)
                    * Of(ProfileFactorKind.Weekday, Calendar.Weekday(year, i));
        }

        return rows.All(r => r.Normalise) ? ToMeanOne(hourly, rows.First().Name) : hourly;

        double Of(ProfileFactorKind kind, int index) => factor.GetValueOrDefault((kind, index), 1);
    }

    static double[] ToMeanOne(double[] hourly, string name)
    {
        double mean = hourly.Sum() / hourly.Length;
        if (!(mean > 0))
            throw new ArgumentException($"profile '{name}' is 0 all year and cannot have mean 1", nameof(hourly));
        return Array.ConvertAll(hourly, f => f / mean);
    }
}
