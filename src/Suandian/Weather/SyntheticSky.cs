using Draft = Suandian.Weather.SyntheticYear.Draft;

namespace Suandian.Weather;

/// <summary>The irradiance of a synthetic year; method in <see cref="SyntheticYear"/>.</summary>
static class SyntheticSky
{
    const double LeastIndex = 0.05, GreatestIndex = 1.05, LastZenithDeg = 89;

    /// <summary>Clear-sky index of each day, 0 … 1, shape [days].</summary>
    internal static double[] DailyIndex(Draft draft)
    {
        double[] mean = draft.Monthly(m => m.ClearSkyIndex);
        double[] x = draft.Stream(5).Autoregressive(draft.Calendar.Days, 0.35);
        for (int day = 0; day < x.Length; day++)
        {
            double deficit = 1 - draft.Calendar.At(mean, day + 0.5);
            x[day] = 1 - Distributions.EntropyQuantile(Distributions.NormalCdf(x[day]), deficit);
        }

        return x;
    }

    /// <summary>Global, direct and diffuse irradiance [W/m²], shape [hours] each.</summary>
    internal static (double[] Global, double[] Direct, double[] Diffuse) Draw(Draft draft, double[] daily)
    {
        int hours = draft.Calendar.Hours;
        SolarYear sun = SolarYear.From(
            DateTime.SpecifyKind(draft.FirstLabel.AddHours(-0.5 - draft.Site.UtcOffsetH), DateTimeKind.Utc), hours,
            new SolarSite(draft.Site.LatitudeDeg, draft.Site.LongitudeDeg, draft.Site.ElevationM));
        ClearSky[] clear = Clear(draft, sun);
        double[] index = HourlyIndex(draft, daily, clear);
        double[] global = new double[hours], direct = new double[hours], diffuse = new double[hours];
        for (int i = 0; i < hours; i++)
        {
            double z = sun.Angles[i].ZenithDeg;
            if (z >= LastZenithDeg)
                continue;
            global[i] = Math.Round(clear[i].GlobalWm2 * index[i], MidpointRounding.AwayFromZero);
            double split = Decomposition.Erbs(global[i], z, sun.ExtraterrestrialWm2[i]).DirectNormalWm2;
            direct[i] = Math.Min(split, 1.1 * clear[i].DirectNormalWm2);
            diffuse[i] = Math.Max(0, global[i] - direct[i] * Math.Cos(z * Atmosphere.Degree));
        }

        return (global, direct, diffuse);
    }

    static ClearSky[] Clear(Draft draft, SolarYear sun)
    {
        double[] turbidity = draft.Monthly(m => m.LinkeTurbidity);
        double pressure = sun.Site.PressurePa / Atmosphere.SeaLevelPressurePa;
        var clear = new ClearSky[sun.Length];
        for (int i = 0; i < clear.Length; i++)
        {
            clear[i] = ClearSky.Ineichen(sun.Up[i], sun.RelativeAirMass[i] * pressure,
                draft.Calendar.At(turbidity, (i + 0.5) / 24), draft.Site.ElevationM, sun.ExtraterrestrialWm2[i]);
        }

        return clear;
    }

    /// <summary>Index of each hour; the energy-weighted mean of a month meets its figure.</summary>
    static double[] HourlyIndex(Draft draft, double[] daily, ClearSky[] clear)
    {
        double[] flicker = draft.Stream(6).Autoregressive(clear.Length, 0.6);
        double[] deficit = new double[clear.Length], index = new double[clear.Length];
        for (int i = 0; i < deficit.Length; i++)
        {
            double k = daily[i / 24];
            deficit[i] = 1 - k - 0.35 * k * (1 - k) * flicker[i];
        }

        double[] target = draft.Monthly(m => 1 - m.ClearSkyIndex), factor = new double[12];
        Array.Fill(factor, 1);
        for (int pass = 0; pass < 60; pass++)
        {
            for (int i = 0; i < index.Length; i++)
                index[i] = Math.Clamp(1 - factor[draft.Calendar.MonthOfDay[i / 24]] * deficit[i], LeastIndex, GreatestIndex);
            double[] found = Deficits(draft.Calendar, index, clear);
            for (int m = 0; m < 12; m++)
                factor[m] *= found[m] > 1e-6 ? Math.Clamp(target[m] / found[m], 0.5, 2) : 1;
        }

        return index;
    }

    /// <summary>1 − Σ index × clear sky/Σ clear sky of each month.</summary>
    static double[] Deficits(SyntheticCalendar calendar, double[] index, ClearSky[] clear)
    {
        double[] lost = new double[12], all = new double[12];
        for (int i = 0; i < index.Length; i++)
        {
            int m = calendar.MonthOfDay[i / 24];
            lost[m] += (1 - index[i]) * clear[i].GlobalWm2;
            all[m] += clear[i].GlobalWm2;
        }

        for (int m = 0; m < 12; m++)
            lost[m] = all[m] > 0 ? lost[m] / all[m] : 0;
        return lost;
    }
}
