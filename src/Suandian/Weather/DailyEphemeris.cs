namespace Suandian.Weather;

/// <summary>The geocentric sun on a daily grid, read between the days by a cubic through four of them.</summary>
/// <remarks>
/// Error of the cubic: at most 0.0234 (ω h)^4 of a term's amplitude. With h = 1 d the largest are the month term of the
/// distance to the earth-moon centre (ω = 0.21/d, 0.0018 degree): 1e-7 degree, and the 13.7-day nutation
/// (ω = 0.46/d, 0.00006 degree): 7e-8 degree.
/// </remarks>
sealed class DailyEphemeris
{
    readonly double _start;
    readonly GeocentricSun[] _days;

    /// <summary>Sums the periodic terms for the days around an interval of Julian ephemeris dates.</summary>
    internal DailyEphemeris(double first, double last)
    {
        _start = Math.Floor(first) - 1;
        _days = new GeocentricSun[(int)(Math.Floor(last) - _start) + 3];
        double turns = 0;
        for (int i = 0; i < _days.Length; i++)
        {
            GeocentricSun sun = SolarEphemeris.At(_start + i);
            if (i > 0 && sun.RightAscensionDeg + turns < _days[i - 1].RightAscensionDeg)
                turns += 360;
            _days[i] = sun with { RightAscensionDeg = sun.RightAscensionDeg + turns };
        }
    }

    /// <summary>The sun at a date inside the interval; right ascension may exceed 360.</summary>
    internal GeocentricSun At(double julianEphemerisDay)
    {
        double s = julianEphemerisDay - _start;
        int i = (int)s;
        double x = s - i;
        double a = -x * (x - 1) * (x - 2) / 6, b = (x * x - 1) * (x - 2) / 2;
        double c = -x * (x + 1) * (x - 2) / 2, d = x * (x * x - 1) / 6;
        ref readonly GeocentricSun p = ref _days[i - 1], q = ref _days[i], r = ref _days[i + 1], t = ref _days[i + 2];
        return new GeocentricSun(
            a * p.RightAscensionDeg + b * q.RightAscensionDeg + c * r.RightAscensionDeg + d * t.RightAscensionDeg,
            a * p.DeclinationDeg + b * q.DeclinationDeg + c * r.DeclinationDeg + d * t.DeclinationDeg,
            a * p.DistanceAu + b * q.DistanceAu + c * r.DistanceAu + d * t.DistanceAu,
            a * p.EquinoxDeg + b * q.EquinoxDeg + c * r.EquinoxDeg + d * t.EquinoxDeg);
    }
}
