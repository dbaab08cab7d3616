namespace Suandian.Weather;

/// <summary>Days and months of a synthetic year, and monthly figures spread smoothly over its days.</summary>
sealed class SyntheticCalendar
{
    readonly double[] _middles = new double[14];

    internal SyntheticCalendar(int year, double solarOffsetH)
    {
        Days = DateTime.IsLeapYear(year) ? 366 : 365;
        SolarOffsetH = solarOffsetH;
        MonthOfDay = new int[Days];
        int day = 0;
        for (int m = 0; m < 12; m++)
        {
            int length = DateTime.DaysInMonth(year, m + 1);
            _middles[m + 1] = day + length / 2.0;
            Array.Fill(MonthOfDay, m, day, length);
            day += length;
        }

        _middles[0] = _middles[12] - Days;
        _middles[13] = _middles[1] + Days;
    }

    internal int Days { get; }

    internal int Hours => 24 * Days;

    /// <summary>Mean solar time minus local standard time [h].</summary>
    internal double SolarOffsetH { get; }

    /// <summary>Month 0 … 11 of each day.</summary>
    internal int[] MonthOfDay { get; }

    /// <summary>Mean solar time at the middle of an hour of the year [h].</summary>
    internal double SolarHour(int hour) => hour % 24 + 0.5 + SolarOffsetH;

    /// <summary>Monthly figures read at a moment [d]: linear between the middles of the months, December meets January.</summary>
    internal double At(ReadOnlySpan<double> months, double day)
    {
        int right = 1;
        while (_middles[right] < day)
            right++;
        double share = (day - _middles[right - 1]) / (_middles[right] - _middles[right - 1]);
        return months[(right + 10) % 12] * (1 - share) + months[(right + 11) % 12] * share;
    }

    /// <summary>Means of the months of an hourly series, shape [12].</summary>
    internal double[] Means(double[] hourly)
    {
        double[] sum = new double[12];
        int[] count = new int[12];
        for (int i = 0; i < hourly.Length; i++)
        {
            int m = MonthOfDay[i / 24];
            sum[m] += hourly[i];
            count[m]++;
        }

        for (int m = 0; m < 12; m++)
            sum[m] /= count[m];
        return sum;
    }

    /// <summary>Adds a smooth correction until the monthly means are met; values stay within limits.</summary>
    internal void ShiftToMeans(double[] hourly, double[] target, double least, double greatest)
    {
        double[] free = [.. hourly], shift = new double[12];
        for (int pass = 0; pass < 60; pass++)
        {
            double[] means = Means(hourly);
            for (int m = 0; m < 12; m++)
                shift[m] += target[m] - means[m];
            for (int i = 0; i < hourly.Length; i++)
                hourly[i] = Math.Clamp(free[i] + At(shift, (i + 0.5) / 24), least, greatest);
        }
    }

    /// <summary>Multiplies by a smooth correction until the monthly means are met; values stay below a limit.</summary>
    internal void ScaleToMeans(double[] hourly, double[] target, double greatest)
    {
        double[] free = [.. hourly], factor = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        for (int pass = 0; pass < 60; pass++)
        {
            double[] means = Means(hourly);
            for (int m = 0; m < 12; m++)
                factor[m] *= Math.Clamp(target[m] / means[m], 0.5, 2);
            for (int i = 0; i < hourly.Length; i++)
                hourly[i] = Math.Min(free[i] * At(factor, (i + 0.5) / 24), greatest);
        }
    }
}
