namespace Suandian.Weather;

/// <summary>Irradiance under a cloudless sky.</summary>
/// <param name="GlobalWm2">Global on the horizontal [W/m²].</param>
/// <param name="DirectNormalWm2">Direct normal [W/m²].</param>
/// <param name="DiffuseWm2">Diffuse on the horizontal [W/m²].</param>
public readonly record struct ClearSky(double GlobalWm2, double DirectNormalWm2, double DiffuseWm2)
{
    /// <summary>Ineichen and Perez clear-sky model with the Linke turbidity.</summary>
    /// <param name="cosApparentZenith">Cosine of the apparent zenith; nothing shines at ≤ 0.</param>
    /// <param name="absoluteAirMass">Relative air mass times pressure over 101325 Pa.</param>
    /// <param name="linkeTurbidity">Linke turbidity at air mass 2, 1 (pure air) … 8 (city).</param>
    /// <param name="elevationM">Height above sea level [m].</param>
    /// <param name="extraterrestrialWm2">Extraterrestrial irradiance normal to the beam [W/m²].</param>
    /// <remarks>
    /// Source: P. Ineichen, R. Perez, Solar Energy 73 (2002) 151, doi:10.1016/S0038-092X(02)00045-2; without the
    /// enhancement for very clean air. Checked against: pvlib clearsky.ineichen, every hour of one year, turbidity 3.
    /// </remarks>
    public static ClearSky Ineichen(
        double cosApparentZenith, double absoluteAirMass, double linkeTurbidity, double elevationM,
        double extraterrestrialWm2)
    {
        if (!(cosApparentZenith > 0))
            return default;
        double fh1 = Math.Exp(-elevationM / 8000), fh2 = Math.Exp(-elevationM / 1250);
        double cg1 = 5.09e-5 * elevationM + 0.868, cg2 = 3.92e-5 * elevationM + 0.0387;
        double global = cg1 * extraterrestrialWm2 * cosApparentZenith
            * Math.Exp(-cg2 * absoluteAirMass * (fh1 + fh2 * (linkeTurbidity - 1)));
        double beam = extraterrestrialWm2 * (0.664 + 0.163 / fh1)
            * Math.Exp(-0.09 * absoluteAirMass * (linkeTurbidity - 1));
        double share = 1 - (0.1 - 0.2 * Math.Exp(-linkeTurbidity)) / (0.1 + 0.882 / fh1);
        double direct = Math.Min(beam, global * Math.Max(0, share / cosApparentZenith));
        return new ClearSky(global, direct, global - direct * cosApparentZenith);
    }
}
