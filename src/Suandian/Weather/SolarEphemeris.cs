using static Suandian.Weather.Atmosphere;

namespace Suandian.Weather;

/// <summary>Where the sun stands among the stars, seen from the centre of the earth.</summary>
/// <param name="RightAscensionDeg">Geocentric right ascension α [deg], 0 … 360 (a series may run on beyond).</param>
/// <param name="DeclinationDeg">Geocentric declination δ [deg].</param>
/// <param name="DistanceAu">Distance R [AU].</param>
/// <param name="EquinoxDeg">Δψ cos ε, the difference of apparent and mean sidereal time [deg].</param>
readonly record struct GeocentricSun(
    double RightAscensionDeg, double DeclinationDeg, double DistanceAu, double EquinoxDeg);

/// <summary>The slow part of the NREL solar position algorithm: everything that does not depend on the place.</summary>
/// <remarks>
/// Source: I. Reda, A. Andreas, NREL/TP-560-34302, 2008, sections 3.1 to 3.10, doi:10.2172/15003974.
/// t Julian millennia and T Julian centuries of terrestrial time since 2000-01-01 12:00.
/// </remarks>
static class SolarEphemeris
{
    internal const double Epoch2000 = 2451545;

    /// <summary>The sun at a Julian date of terrestrial time.</summary>
    internal static GeocentricSun At(double julianEphemerisDay)
    {
        double T = (julianEphemerisDay - Epoch2000) / 36525, t = T / 10;
        double longitude = Degrees(Series(t, SolarTerms.L0, SolarTerms.L1, SolarTerms.L2)
            + t * t * t * Series(t, SolarTerms.L3, SolarTerms.L4, SolarTerms.L5)) + 180;
        double β = -Series(t, SolarTerms.B0, SolarTerms.B1, []);
        double R = Series(t, SolarTerms.R0, SolarTerms.R1, SolarTerms.R2)
            + t * t * t * Series(t, SolarTerms.R3, SolarTerms.R4, []);
        var (Δψ, Δε) = Nutation(T);
        double ε = (MeanObliquityArcSeconds(t / 10) / 3600 + Δε) * Degree;
        double λ = (longitude + Δψ - 20.4898 / (3600 * R)) * Degree;
        var (sinλ, cosλ) = Math.SinCos(λ);
        var (sinε, cosε) = Math.SinCos(ε);
        double α = Math.Atan2(sinλ * cosε - Math.Tan(β) * sinε, cosλ);
        double δ = Math.Asin(Math.Sin(β) * cosε + Math.Cos(β) * sinε * sinλ);
        return new GeocentricSun(Turn(α / Degree), δ / Degree, R, Δψ * cosε);
    }

    /// <summary>Mean longitude of the sun, for the equation of time [deg].</summary>
    internal static double MeanLongitudeDeg(double t) =>
        280.4664567 + t * (360007.6982779 + t * (0.03032028 + t * (1.0 / 49931 - t * (1.0 / 15300 + t / 2000000))));

    /// <summary>Angle brought to 0 … 360 [deg].</summary>
    internal static double Turn(double degrees) => degrees - 360 * Math.Floor(degrees / 360);

    static double Degrees(double radians) => radians / Degree;

    /// <summary>Σ over three powers of t of Σ A cos(B + C t), in radians or AU.</summary>
    static double Series(double t, ReadOnlySpan<double> c0, ReadOnlySpan<double> c1, ReadOnlySpan<double> c2) =>
        (Sum(t, c0) + t * (Sum(t, c1) + t * Sum(t, c2))) * 1e-8;

    static double Sum(double t, ReadOnlySpan<double> rows)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i += 3)
            sum += rows[i] * Math.Cos(rows[i + 1] + rows[i + 2] * t);
        return sum;
    }

    /// <summary>Nutation in longitude Δψ and obliquity Δε [deg].</summary>
    static (double Δψ, double Δε) Nutation(double T)
    {
        double D = 297.85036 + T * (445267.111480 + T * (-0.0019142 + T / 189474));
        double M = 357.52772 + T * (35999.050340 + T * (-0.0001603 - T / 300000));
        double moon = 134.96298 + T * (477198.867398 + T * (0.0086972 + T / 56250));
        double F = 93.27191 + T * (483202.017538 + T * (-0.0036825 + T / 327270));
        double Ω = 125.04452 + T * (-1934.136261 + T * (0.0020708 + T / 450000));
        double Δψ = 0, Δε = 0;
        ReadOnlySpan<double> rows = SolarTerms.Nutation;
        for (int i = 0; i < rows.Length; i += 9)
        {
            double x = rows[i] * D + rows[i + 1] * M + rows[i + 2] * moon + rows[i + 3] * F + rows[i + 4] * Ω;
            var (sin, cos) = Math.SinCos(x * Degree);
            Δψ += (rows[i + 5] + rows[i + 6] * T) * sin;
            Δε += (rows[i + 7] + rows[i + 8] * T) * cos;
        }

        return (Δψ / 36e6, Δε / 36e6);
    }

    /// <summary>Mean obliquity of the ecliptic; U in units of ten thousand years.</summary>
    static double MeanObliquityArcSeconds(double U) =>
        84381.448 + U * (-4680.93 + U * (-1.55 + U * (1999.25 + U * (-51.38 + U * (-249.67
        + U * (-39.05 + U * (7.12 + U * (27.87 + U * (5.79 + U * 2.45)))))))));
}
