namespace Suandian.Weather;

/// <summary>Draws an hourly year from monthly figures. The result is synthetic and always says so.</summary>
/// <remarks>
/// Sun: Ineichen clear sky with the month's turbidity times an hourly clear-sky index; the daily deficit (1 − index) is
/// an autoregressive Gaussian (0.35 per day) carried to the distribution of greatest entropy with the month's mean;
/// within the day it flickers (0.6 per hour), most under broken cloud; the deficits of a month are scaled until
/// its energy-weighted index is met; Erbs splits the result.
/// Air: monthly mean, daily anomaly (3.2 K, 0.75 per day), cosine of the day with its peak at 15 h solar time and the
/// month's range, larger under clear sky. Humidity falls 1.8 % per kelvin above the monthly course.
/// Wind: Weibull by Gaussian copula of two autoregressive parts (0.8 of 0.93/h, 0.6 of 0.985/h), daily course with its peak
/// at 15 h solar time, deeper in warm months. Pressure: standard atmosphere, weather (600 Pa, 0.995/h), −45 Pa/K season.
/// Constants without source are estimates of the project for a continental desert. Wind and sun are independent except
/// through the season; nothing is claimed about calm weeks, dust or extremes.
/// Values are rounded as in weather files (1 W/m², 0.1 °C, 1 %, 0.1 m/s, 1 Pa), so that the last bit of a machine's
/// cosine does not show.
/// </remarks>
public static class SyntheticYear
{
    const double AnomalyK = 3.2, PeakSolarHour = 15, HumidityPerK = 1.8;
    const double WeatherPressurePa = 600, SeasonPaPerK = -45, GreatestWindMS = 30;

    /// <summary>Draws the year.</summary>
    /// <param name="site">Place, calendar and seed.</param>
    /// <param name="months">Twelve months, in any order.</param>
    /// <returns>8760 or 8784 hours, hour ending, from 1 January 00:00 to 31 December 24:00 local standard time.</returns>
    /// <exception cref="ArgumentException">A month is missing or a figure out of range (see MonthlyClimate.Problems).</exception>
    public static WeatherYear Draw(SyntheticSite site, IReadOnlyList<MonthlyClimate> months)
    {
        ArgumentNullException.ThrowIfNull(site);
        OptionRange.Require(MonthlyClimate.Problems(months), nameof(months));
        var draft = new Draft(site, [.. months.OrderBy(m => m.Month)]);
        double[] daily = SyntheticSky.DailyIndex(draft);
        var (global, direct, diffuse) = SyntheticSky.Draw(draft, daily);
        double[] temperature = Temperature(draft, daily);
        return new WeatherYear
        {
            Name = site.Name,
            LatitudeDeg = site.LatitudeDeg,
            LongitudeDeg = site.LongitudeDeg,
            ElevationM = site.ElevationM,
            UtcOffsetH = site.UtcOffsetH,
            FirstLabel = draft.FirstLabel,
            Hours = HourConvention.HourEnding,
            GlobalHorizontalWm2 = Round(global, 0),
            DirectNormalWm2 = Round(direct, 0),
            DiffuseHorizontalWm2 = Round(diffuse, 0),
            TemperatureC = Round(temperature, 1),
            RelativeHumidityPct = Round(Humidity(draft, daily, temperature), 0),
            WindSpeedMS = Round(Wind(draft), 1),
            PressurePa = Round(Pressure(draft), 0),
            IsSynthetic = true,
            Origin = new Text(
                $"合成数据：由月平均值随机生成（种子 {site.Seed}），非实测，不得用于投资决策",
                $"SYNTHETIC: drawn from monthly figures (seed {site.Seed}), not measured, no base for an investment"),
        };
    }

    static double[] Temperature(Draft draft, double[] dailyIndex)
    {
        SyntheticCalendar calendar = draft.Calendar;
        double[] mean = draft.Monthly(m => m.TemperatureC), range = draft.Monthly(m => m.DiurnalRangeC);
        double[] index = draft.Monthly(m => m.ClearSkyIndex);
        double[] anomaly = draft.Stream(1).Autoregressive(calendar.Days + 2, 0.75);
        double[] t = new double[calendar.Hours];
        for (int i = 0; i < t.Length; i++)
        {
            double day = (i + 0.5) / 24;
            double clear = (0.45 + 0.65 * dailyIndex[i / 24]) / (0.45 + 0.65 * calendar.At(index, day));
            t[i] = calendar.At(mean, day) + AnomalyK * Between(anomaly, day + 0.5)
                + calendar.At(range, day) / 2 * clear * DayCosine(calendar.SolarHour(i));
        }

        calendar.ShiftToMeans(t, mean, -60, 55);
        return t;
    }

    static double[] Humidity(Draft draft, double[] dailyIndex, double[] temperature)
    {
        SyntheticCalendar calendar = draft.Calendar;
        double[] mean = draft.Monthly(m => m.RelativeHumidityPct), warm = draft.Monthly(m => m.TemperatureC);
        double[] rh = new double[calendar.Hours];
        for (int i = 0; i < rh.Length; i++)
        {
            double day = (i + 0.5) / 24;
            rh[i] = calendar.At(mean, day) - HumidityPerK * (temperature[i] - calendar.At(warm, day))
                + 12 * (1 - dailyIndex[i / 24]);
        }

        calendar.ShiftToMeans(rh, mean, 5, 98);
        return rh;
    }

    static double[] Wind(Draft draft)
    {
        SyntheticCalendar calendar = draft.Calendar;
        double[] mean = draft.Monthly(m => m.WindSpeed10mMS), k = draft.Monthly(m => m.WeibullK);
        double[] warm = draft.Monthly(m => m.TemperatureC);
        double[] quick = draft.Stream(2).Autoregressive(calendar.Hours, 0.93);
        double[] slow = draft.Stream(3).Autoregressive(calendar.Hours, 0.985);
        double[] v = new double[calendar.Hours];
        for (int i = 0; i < v.Length; i++)
        {
            double day = (i + 0.5) / 24;
            double u = Distributions.NormalCdf(0.8 * quick[i] + 0.6 * slow[i]);
            double swing = 0.10 + 0.12 * Math.Clamp((calendar.At(warm, day) + 10) / 35, 0, 1);
            v[i] = Distributions.WeibullQuantile(u, calendar.At(k, day), calendar.At(mean, day))
                * (1 + swing * DayCosine(calendar.SolarHour(i)));
        }

        calendar.ScaleToMeans(v, mean, GreatestWindMS);
        return v;
    }

    static double[] Pressure(Draft draft)
    {
        SyntheticCalendar calendar = draft.Calendar;
        double[] warm = draft.Monthly(m => m.TemperatureC);
        double[] weather = draft.Stream(4).Autoregressive(calendar.Hours, 0.995);
        double standard = Atmosphere.StandardPressurePa(draft.Site.ElevationM), year = warm.Average();
        double[] p = new double[calendar.Hours];
        for (int i = 0; i < p.Length; i++)
            p[i] = standard + WeatherPressurePa * weather[i] + SeasonPaPerK * (calendar.At(warm, (i + 0.5) / 24) - year);
        return p;
    }

    static double DayCosine(double solarHour) => Math.Cos(2 * Math.PI * (solarHour - PeakSolarHour) / 24);

    static double Between(double[] values, double at)
    {
        int i = (int)at;
        return values[i] + (values[i + 1] - values[i]) * (at - i);
    }

    static double[] Round(double[] values, int decimals) =>
        Array.ConvertAll(values, v => Math.Round(v, decimals, MidpointRounding.AwayFromZero) + 0.0);

    /// <summary>What every part of the draw needs.</summary>
    internal sealed class Draft(SyntheticSite site, MonthlyClimate[] months)
    {
        internal SyntheticSite Site => site;

        internal SyntheticCalendar Calendar { get; } = new(site.Year, site.LongitudeDeg / 15 - site.UtcOffsetH);

        internal DateTime FirstLabel { get; } = new(site.Year, 1, 1, 1, 0, 0, DateTimeKind.Unspecified);

        internal double[] Monthly(Func<MonthlyClimate, double> figure) => Array.ConvertAll(months, m => figure(m));

        internal SplitMix64 Stream(ulong number) => SplitMix64.Stream((ulong)site.Seed, number);
    }
}
