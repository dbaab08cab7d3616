using static Suandian.Weather.Atmosphere;

namespace Suandian.Weather;

/// <summary>Place of the sun in the sky.</summary>
/// <param name="ZenithDeg">Zenith angle without refraction [deg], 0 overhead, 90 at the horizon.</param>
/// <param name="ApparentZenithDeg">Zenith angle with refraction [deg].</param>
/// <param name="AzimuthDeg">Azimuth clockwise from north [deg], 0 … 360; 180 is south.</param>
/// <param name="EquationOfTimeMin">Apparent minus mean solar time [min].</param>
public readonly record struct SolarAngles(
    double ZenithDeg, double ApparentZenithDeg, double AzimuthDeg, double EquationOfTimeMin);

/// <summary>NREL solar position algorithm (SPA).</summary>
/// <remarks>
/// Source: I. Reda, A. Andreas, Solar Position Algorithm for Solar Radiation Applications, NREL/TP-560-34302, 2008,
/// doi:10.2172/15003974; stated uncertainty 0.0003 degree, years −2000 … 6000.
/// Checked against: the worked example of the report (1e-5 degree) and pvlib nrel_numpy, every hour of one year.
/// </remarks>
public static class SolarPosition
{
    const double EarthFlattening = 0.99664719;
    const double EarthRadiusM = 6378140;

    /// <summary>Julian date of a moment in UTC [d].</summary>
    public static double JulianDay(DateTime utc) =>
        (utc - new DateTime(2000, 1, 1, 12, 0, 0, DateTimeKind.Utc)).TotalDays + SolarEphemeris.Epoch2000;

    /// <summary>Place of the sun at a moment, by the full algorithm.</summary>
    /// <param name="utc">Moment in UTC.</param>
    /// <param name="site">Place and its air.</param>
    public static SolarAngles At(DateTime utc, SolarSite site)
    {
        double day = JulianDay(utc);
        return new Observer(site).See(day, SolarEphemeris.At(day + site.DeltaTSeconds / 86400));
    }

    /// <summary>Place of the sun at equally spaced moments.</summary>
    /// <param name="firstUtc">First moment in UTC.</param>
    /// <param name="stepHours">Distance of the moments [h], &gt; 0.</param>
    /// <param name="site">Place and its air.</param>
    /// <param name="angles">Result, shape [moments].</param>
    /// <remarks>
    /// The periodic terms are summed once a day and interpolated by cubics over four days; the sun's own motion is
    /// smooth on that scale. Deviation from <see cref="At"/>: below 1e-6 degree (tested).
    /// </remarks>
    public static void Series(DateTime firstUtc, double stepHours, SolarSite site, Span<SolarAngles> angles)
    {
        double first = JulianDay(firstUtc);
        var observer = new Observer(site);
        double lead = site.DeltaTSeconds / 86400;
        var sky = new DailyEphemeris(first + lead, first + lead + stepHours / 24 * Math.Max(0, angles.Length - 1));
        for (int i = 0; i < angles.Length; i++)
        {
            double day = first + i * stepHours / 24;
            angles[i] = observer.See(day, sky.At(day + lead));
        }
    }

    /// <summary>The fast part: earth's turn, parallax and refraction at one place (sections 3.7, 3.11 to 3.15).</summary>
    readonly struct Observer
    {
        readonly SolarSite _site;
        readonly double _x, _y, _sinφ, _cosφ, _refraction;

        internal Observer(SolarSite site)
        {
            _site = site;
            double φ = site.LatitudeDeg * Degree;
            (_sinφ, _cosφ) = Math.SinCos(φ);
            double u = Math.Atan(EarthFlattening * Math.Tan(φ));
            _x = Math.Cos(u) + site.ElevationM / EarthRadiusM * _cosφ;
            _y = EarthFlattening * Math.Sin(u) + site.ElevationM / EarthRadiusM * _sinφ;
            _refraction = site.PressurePa / 101000 * (283 / (273 + site.TemperatureC)) * 1.02 / 60;
        }

        internal SolarAngles See(double julianDay, GeocentricSun sun)
        {
            double T = (julianDay - SolarEphemeris.Epoch2000) / 36525;
            double sidereal = 280.46061837 + 360.98564736629 * (julianDay - SolarEphemeris.Epoch2000)
                + T * T * (0.000387933 - T / 38710000) + sun.EquinoxDeg;
            double H = SolarEphemeris.Turn(sidereal + _site.LongitudeDeg - sun.RightAscensionDeg) * Degree;
            double ξ = 8.794 / (3600 * sun.DistanceAu) * Degree;

            // Parallax: the direction from the observer is the direction from the centre minus (x, y) sin ξ.
            var (sinH, cosH) = Math.SinCos(H);
            var (sinδ, cosδ) = Math.SinCos(sun.DeclinationDeg * Degree);
            double east = cosδ - _x * ξ * cosH;
            double Δα = Math.Atan2(-_x * ξ * sinH, east);
            double north = (sinδ - _y * ξ) * Math.Cos(Δα);
            double size = 1 / Math.Sqrt(north * north + east * east);
            double sinδt = north * size, cosδt = east * size;
            var (sinHt, cosHt) = Math.SinCos(H - Δα);

            double elevation = Math.Asin(_sinφ * sinδt + _cosφ * cosδt * cosHt) / Degree;
            double azimuth = Math.Atan2(sinHt * cosδt, cosHt * cosδt * _sinφ - sinδt * _cosφ) / Degree + 180;
            return new SolarAngles(90 - elevation, 90 - elevation - Refraction(elevation),
                SolarEphemeris.Turn(azimuth), EquationOfTime(julianDay, sun));
        }

        double Refraction(double e) => e >= -(0.26667 + _site.HorizonRefractionDeg)
            ? _refraction / Math.Tan((e + 10.3 / (e + 5.11)) * Degree)
            : 0;

        double EquationOfTime(double julianDay, GeocentricSun sun)
        {
            double t = (julianDay + _site.DeltaTSeconds / 86400 - SolarEphemeris.Epoch2000) / 365250;
            double turn = SolarEphemeris.Turn(
                SolarEphemeris.MeanLongitudeDeg(t) - 0.0057183 - sun.RightAscensionDeg + sun.EquinoxDeg);
            return 4 * (turn > 180 ? turn - 360 : turn);
        }
    }
}
