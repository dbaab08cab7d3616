namespace Suandian.Weather;

/// <summary>Pressure, air mass and the sun's power outside the air.</summary>
public static class Atmosphere
{
    /// <summary>Pressure at sea level in the standard atmosphere [Pa].</summary>
    public const double SeaLevelPressurePa = 101325;

    /// <summary>Solar constant of the Spencer series as used here [W/m²].</summary>
    public const double SolarConstantWm2 = 1366.1;

    /// <summary>Pressure of the standard atmosphere at a height.</summary>
    /// <param name="elevationM">Height above sea level [m], −500 … 11000.</param>
    /// <returns>Pressure [Pa].</returns>
    /// <remarks>
    /// p = 100 ((44331.514 − h)/11880.516)^(1/0.1902632).
    /// Source: Portland State Aerospace Society, A Quick Derivation relating altitude to air pressure, 2004.
    /// Checked against: 95690.09 Pa at 480 m (pvlib alt2pres).
    /// </remarks>
    public static double StandardPressurePa(double elevationM) =>
        100 * Math.Pow((44331.514 - elevationM) / 11880.516, 1 / 0.1902632);

    /// <summary>Relative optical air mass.</summary>
    /// <param name="apparentZenithDeg">Zenith angle with refraction [deg].</param>
    /// <returns>Air mass, 1 at the zenith; NaN below the horizon.</returns>
    /// <remarks>
    /// m = 1/(cos z + 0.50572 (96.07995 − z)^−1.6364).
    /// Source: F. Kasten, A. T. Young, Applied Optics 28 (1989) 4735, doi:10.1364/AO.28.004735.
    /// Checked against: pvlib kastenyoung1989, every hour above the horizon of one year.
    /// </remarks>
    public static double RelativeAirMass(double apparentZenithDeg) =>
        AirMass(apparentZenithDeg, Math.Cos(apparentZenithDeg * Degree));

    /// <summary>Extraterrestrial irradiance normal to the beam on a day of the year.</summary>
    /// <param name="dayOfYearUtc">Day of the year in UTC, 1 … 366.</param>
    /// <returns>Irradiance [W/m²], 1321 … 1414.</returns>
    /// <remarks>
    /// B = 2π (d − 1)/365; 1366.1 (1.00011 + 0.034221 cos B + 0.00128 sin B + 0.000719 cos 2B + 0.000077 sin 2B).
    /// Source: J. W. Spencer, Search 2 (1971) 172. Checked against: pvlib get_extra_radiation, method spencer.
    /// </remarks>
    public static double ExtraterrestrialWm2(int dayOfYearUtc)
    {
        double b = 2 * Math.PI * (dayOfYearUtc - 1) / 365;
        return SolarConstantWm2 * (1.00011 + 0.034221 * Math.Cos(b) + 0.00128 * Math.Sin(b)
            + 0.000719 * Math.Cos(2 * b) + 0.000077 * Math.Sin(2 * b));
    }

    /// <summary>Radians in a degree.</summary>
    internal const double Degree = Math.PI / 180;

    internal static double AirMass(double apparentZenithDeg, double cosApparentZenith) =>
        apparentZenithDeg <= 90
            ? 1 / (cosApparentZenith + 0.50572 * Math.Pow(96.07995 - apparentZenithDeg, -1.6364))
            : double.NaN;
}
