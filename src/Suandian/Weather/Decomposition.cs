namespace Suandian.Weather;

/// <summary>Splits global irradiance into a direct and a diffuse part.</summary>
public static class Decomposition
{
    const double LeastCosine = 0.065;
    const double GreatestZenithDeg = 87;

    /// <summary>Diffuse share of the global irradiance after Erbs, Klein and Duffie.</summary>
    /// <param name="clearnessIndex">Global over extraterrestrial on the horizontal, 0 … 1.</param>
    /// <returns>Diffuse over global, 0.165 … 1.</returns>
    /// <remarks>Source: D. G. Erbs et al., Solar Energy 28 (1982) 293, doi:10.1016/0038-092X(82)90302-4.</remarks>
    public static double ErbsDiffuseShare(double clearnessIndex)
    {
        double k = clearnessIndex;
        if (k <= 0.22)
            return 1 - 0.09 * k;
        return k <= 0.8 ? 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336))) : 0.165;
    }

    /// <summary>Direct normal and diffuse irradiance from global irradiance.</summary>
    /// <param name="globalWm2">Global on the horizontal [W/m²].</param>
    /// <param name="zenithDeg">Zenith angle without refraction [deg].</param>
    /// <param name="extraterrestrialWm2">Extraterrestrial normal irradiance [W/m²].</param>
    /// <returns>Direct normal and diffuse [W/m²]; no direct part above zenith 87 degrees.</returns>
    /// <remarks>
    /// Clearness index with cos z ≥ 0.065, limited to 0 … 1. Checked against: pvlib irradiance.erbs, one year.
    /// </remarks>
    public static (double DirectNormalWm2, double DiffuseWm2) Erbs(
        double globalWm2, double zenithDeg, double extraterrestrialWm2)
    {
        double cos = Math.Cos(zenithDeg * Atmosphere.Degree);
        double k = Math.Clamp(globalWm2 / (extraterrestrialWm2 * Math.Max(cos, LeastCosine)), 0, 1);
        double diffuse = globalWm2 * ErbsDiffuseShare(k);
        double direct = (globalWm2 - diffuse) / cos;
        bool dark = !(zenithDeg <= GreatestZenithDeg) || globalWm2 < 0 || direct < 0;
        return dark ? (0, globalWm2) : (direct, diffuse);
    }
}
