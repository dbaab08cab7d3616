using static Suandian.Weather.Atmosphere;

namespace Suandian.Weather;

/// <summary>The sun over one place, hour by hour; computed once and shared by every array at the place.</summary>
public sealed record SolarYear
{
    /// <summary>Place and air it was computed for.</summary>
    public required SolarSite Site { get; init; }

    /// <summary>Middle of the first interval in UTC.</summary>
    public required DateTime FirstMiddleUtc { get; init; }

    /// <summary>Angles at the middle of each hour, shape [hours].</summary>
    public required SolarAngles[] Angles { get; init; }

    /// <summary>Direction to the apparent sun, part to the east, shape [hours].</summary>
    public required double[] East { get; init; }

    /// <summary>Direction to the apparent sun, part to the north, shape [hours].</summary>
    public required double[] North { get; init; }

    /// <summary>Direction to the apparent sun, part upwards = cosine of the apparent zenith, shape [hours].</summary>
    public required double[] Up { get; init; }

    /// <summary>Extraterrestrial irradiance normal to the beam [W/m²], by the UTC day of the middle, shape [hours].</summary>
    public required double[] ExtraterrestrialWm2 { get; init; }

    /// <summary>Relative air mass; NaN below the horizon, shape [hours].</summary>
    public required double[] RelativeAirMass { get; init; }

    /// <summary>Number of hours.</summary>
    public int Length => Angles.Length;

    /// <summary>The sun for a weather year: standard pressure of the height, 12 °C, Δt 67 s.</summary>
    public static SolarYear From(WeatherYear weather)
    {
        ArgumentNullException.ThrowIfNull(weather);
        WeatherYear.Verify(weather);
        return From(
            weather.FirstMiddleUtc,
            weather.Length,
            new SolarSite(weather.LatitudeDeg, weather.LongitudeDeg, weather.ElevationM));
    }

    /// <summary>The sun at hourly moments.</summary>
    /// <param name="firstMiddleUtc">First moment in UTC, normally the middle of an hour.</param>
    /// <param name="hours">Number of hours, ≥ 0.</param>
    /// <param name="site">Place and its air.</param>
    public static SolarYear From(DateTime firstMiddleUtc, int hours, SolarSite site)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        var sun = new SolarYear
        {
            Site = site,
            FirstMiddleUtc = firstMiddleUtc,
            Angles = new SolarAngles[hours],
            East = new double[hours],
            North = new double[hours],
            Up = new double[hours],
            ExtraterrestrialWm2 = new double[hours],
            RelativeAirMass = new double[hours],
        };
        SolarPosition.Series(firstMiddleUtc, 1, site, sun.Angles);
        sun.FillDirections();
        sun.FillDays();
        return sun;
    }

    void FillDirections()
    {
        for (int i = 0; i < Length; i++)
        {
            var (sinZ, cosZ) = Math.SinCos(Angles[i].ApparentZenithDeg * Degree);
            var (sinA, cosA) = Math.SinCos(Angles[i].AzimuthDeg * Degree);
            East[i] = sinZ * sinA;
            North[i] = sinZ * cosA;
            Up[i] = cosZ;
            RelativeAirMass[i] = AirMass(Angles[i].ApparentZenithDeg, cosZ);
        }
    }

    void FillDays()
    {
        int day = 0;
        double value = 0;
        for (int i = 0; i < Length; i++)
        {
            int today = FirstMiddleUtc.AddHours(i).DayOfYear;
            if (today != day)
                value = Atmosphere.ExtraterrestrialWm2(day = today);
            ExtraterrestrialWm2[i] = value;
        }
    }
}
