namespace Suandian.Weather;

/// <summary>What a plane sees of sun and sky in one moment.</summary>
/// <param name="CosIncidence">Cosine of the angle of incidence of the beam.</param>
/// <param name="CosTilt">Cosine of the tilt.</param>
/// <param name="SinTilt">Sine of the tilt, ≥ 0.</param>
/// <param name="CosZenith">Cosine of the apparent zenith, &gt; 0.</param>
public readonly record struct SkyView(double CosIncidence, double CosTilt, double SinTilt, double CosZenith);

/// <summary>Diffuse light of the sky on a tilted plane.</summary>
public static class SkyDiffuse
{
    const double Kappa = 1.041;
    static readonly double CosOf85 = Math.Cos(85 * Atmosphere.Degree);

    /// <summary>Sky of equal brightness: DHI (1 + cos tilt)/2 [W/m²].</summary>
    /// <remarks>Source: B. Y. H. Liu, R. C. Jordan, Solar Energy 7 (1963) 53, doi:10.1016/0038-092X(63)90006-9.</remarks>
    public static double Isotropic(double diffuseWm2, SkyView view) => diffuseWm2 * (1 + view.CosTilt) / 2;

    /// <summary>Sky with a circumsolar part: DHI (A Rb + (1 − A)(1 + cos tilt)/2), A = DNI/extraterrestrial [W/m²].</summary>
    /// <remarks>
    /// Rb = max(cos θ, 0)/max(cos z, 0.01745).
    /// Source: J. E. Hay, J. A. Davies, Calculations of the solar radiation incident on an inclined surface, First
    /// Canadian Solar Radiation Data Workshop, 1980, 59.
    /// </remarks>
    public static double HayDavies(double diffuseWm2, double directWm2, SkyView view, double extraterrestrialWm2)
    {
        double a = directWm2 / extraterrestrialWm2;
        double ratio = Math.Max(view.CosIncidence, 0) / Math.Max(view.CosZenith, 0.01745);
        return diffuseWm2 * (a * ratio + (1 - a) * (1 + view.CosTilt) / 2);
    }

    /// <summary>Sky with circumsolar and horizon brightening after Perez et al., composite coefficients of 1990 [W/m²].</summary>
    /// <param name="diffuseWm2">Diffuse on the horizontal [W/m²].</param>
    /// <param name="directWm2">Direct normal [W/m²].</param>
    /// <param name="view">Plane and sun.</param>
    /// <param name="extraterrestrialWm2">Extraterrestrial normal irradiance [W/m²].</param>
    /// <param name="relativeAirMass">Relative air mass.</param>
    /// <remarks>
    /// DHI ((1 − F1)(1 + cos tilt)/2 + F1 max(cos θ, 0)/max(cos z, cos 85°) + F2 sin tilt), ≥ 0, F1 ≥ 0.
    /// Source: R. Perez et al., Solar Energy 44 (1990) 271, doi:10.1016/0038-092X(90)90055-H, table 6.
    /// </remarks>
    public static double Perez(
        double diffuseWm2, double directWm2, SkyView view, double extraterrestrialWm2, double relativeAirMass)
    {
        if (!(diffuseWm2 > 0))
            return 0;
        double z = Math.Acos(view.CosZenith), z3 = Kappa * z * z * z;
        double brightness = diffuseWm2 * relativeAirMass / extraterrestrialWm2;
        double clearness = ((diffuseWm2 + directWm2) / diffuseWm2 + z3) / (1 + z3);
        ReadOnlySpan<double> f = Coefficients.Slice(6 * Bin(clearness), 6);
        double F1 = Math.Max(0, f[0] + f[1] * brightness + f[2] * z);
        double F2 = f[3] + f[4] * brightness + f[5] * z;
        double sky = 0.5 * (1 - F1) * (1 + view.CosTilt)
            + F1 * Math.Max(view.CosIncidence, 0) / Math.Max(view.CosZenith, CosOf85)
            + F2 * view.SinTilt;
        return Math.Max(0, diffuseWm2 * sky);
    }

    static int Bin(double clearness)
    {
        int bin = 0;
        while (bin < BinEdges.Length && clearness >= BinEdges[bin])
            bin++;
        return bin;
    }

    static ReadOnlySpan<double> BinEdges => [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2];

    /// <summary>F11 F12 F13 F21 F22 F23 per clearness bin, [8 × 6].</summary>
    static ReadOnlySpan<double> Coefficients =>
    [
        -0.008, 0.588, -0.062, -0.060, 0.072, -0.022,
        0.130, 0.683, -0.151, -0.019, 0.066, -0.029,
        0.330, 0.487, -0.221, 0.055, -0.064, -0.026,
        0.568, 0.187, -0.295, 0.109, -0.152, -0.014,
        0.873, -0.392, -0.362, 0.226, -0.462, 0.001,
        1.132, -1.237, -0.412, 0.288, -0.823, 0.056,
        1.060, -1.600, -0.359, 0.264, -1.127, 0.131,
        0.678, -0.327, -0.250, 0.156, -1.377, 0.251,
    ];
}
