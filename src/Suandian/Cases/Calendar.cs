using Suandian.Network;

namespace Suandian.Cases;

/// <summary>The 8760 hours of a common year and the snapshots cut out of them.</summary>
public static class Calendar
{
    /// <summary>Hours of a common year.</summary>
    public const int HoursOfYear = 8760;

    /// <summary>Hours of a week.</summary>
    public const int HoursOfWeek = 168;

    /// <summary>Snapshots that the settings ask for.</summary>
    /// <param name="settings">Settings of the case; <see cref="CaseSettings.Weeks"/> needed unless the hours are the year.</param>
    /// <returns>
    /// The year as one block of weight 1, or each chosen week as a block of 168 hours from hour 168 (week − 1) of the year,
    /// in ascending order, every hour with the same weight so that the weights add up to 8760 h/a.
    /// </returns>
    /// <exception cref="ArgumentException">A leap year, no week given, or a week outside 1 … 52 or given twice.</exception>
    public static Snapshots Snapshots(CaseSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (DateTime.IsLeapYear(settings.Year))
            throw new ArgumentException($"{settings.Year} is a leap year; a case has 8760 hours", nameof(settings));
        return settings.Hours switch
        {
            HourSelection.Year => Blocks(settings.Year, [0], HoursOfYear),
            HourSelection.Weeks => Blocks(settings.Year, Starts(settings.Weeks.AsSpan()), HoursOfWeek),
            HourSelection.Week => Blocks(settings.Year, Starts(settings.Weeks.AsSpan()[..Math.Min(1, settings.Weeks.Length)]), HoursOfWeek),
            _ => throw new ArgumentException($"unknown choice of hours {settings.Hours}", nameof(settings)),
        };
    }

    /// <summary>Month 1 … 12 of an hour of a common year.</summary>
    /// <param name="year">Year, not a leap year.</param>
    /// <param name="hour">Hour of the year, 0 … 8759.</param>
    public static int Month(int year, int hour) => Start(year).AddHours(hour).Month;

    /// <summary>Weekday of an hour, Monday 1 … Sunday 7.</summary>
    /// <param name="year">Year.</param>
    /// <param name="hour">Hour of the year, 0 … 8759.</param>
    public static int Weekday(int year, int hour) => ((int)Start(year).AddHours(hour).DayOfWeek + 6) % 7 + 1;

    static DateTime Start(int year) => new(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    static int[] Starts(ReadOnlySpan<int> weeks)
    {
        if (weeks.IsEmpty)
            throw new ArgumentException("the hours are weeks, but no week is given", nameof(weeks));
        int[] sorted = weeks.ToArray();
        Array.Sort(sorted);
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] is < 1 or > 52 || i > 0 && sorted[i] == sorted[i - 1])
                throw new ArgumentException($"week {sorted[i]} is outside 1 … 52 or given twice", nameof(weeks));
        }

        return Array.ConvertAll(sorted, week => (week - 1) * HoursOfWeek);
    }

    static Snapshots Blocks(int year, int[] starts, int length)
    {
        int count = starts.Length * length;
        int[] hour = new int[count], previous = new int[count], month = new int[count], first = new int[starts.Length];
        double[] weight = new double[count];
        Array.Fill(weight, (double)HoursOfYear / count);
        for (int block = 0; block < starts.Length; block++)
        {
            first[block] = block * length;
            for (int i = 0; i < length; i++)
            {
                int t = first[block] + i;
                hour[t] = starts[block] + i;
                previous[t] = i == 0 ? t + length - 1 : t - 1;
                month[t] = Month(year, hour[t]);
            }
        }

        return new Snapshots
        {
            HourOfYear = hour,
            WeightH = weight,
            Previous = previous,
            BlockStarts = first,
            Month = month,
        };
    }
}
