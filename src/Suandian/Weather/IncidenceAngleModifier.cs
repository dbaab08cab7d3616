namespace Suandian.Weather;

/// <summary>Light lost at the module glass because it arrives aslant.</summary>
public static class IncidenceAngleModifier
{
    const double RefractiveIndex = 1.526, ExtinctionPerM = 4, ThicknessM = 0.002;
    static readonly double Straight = Math.Exp(-ExtinctionPerM * ThicknessM)
        * (1 - Math.Pow((1 - RefractiveIndex) / (1 + RefractiveIndex), 2));

    /// <summary>Transmission of one glass pane over that at normal incidence.</summary>
    /// <param name="cosIncidence">Cosine of the angle of incidence.</param>
    /// <returns>0 … 1; 0 at grazing incidence and behind the plane.</returns>
    /// <remarks>
    /// Fresnel reflection at the first surface, Snell refraction, Bouguer absorption; n = 1.526, K = 4/m, L = 2 mm.
    /// Source: W. De Soto et al., Solar Energy 80 (2006) 78, doi:10.1016/j.solener.2005.06.010.
    /// Checked against: pvlib iam.physical, every hour of one year.
    /// </remarks>
    public static double Physical(double cosIncidence)
    {
        const double n = RefractiveIndex;
        if (!(cosIncidence > 0))
            return 0;
        double c1 = Math.Min(1, cosIncidence), c2 = Math.Sqrt(1 - (1 - c1 * c1) / (n * n));
        double s = (c1 - n * c2) / (c1 + n * c2), p = (c2 - n * c1) / (c2 + n * c1);
        double through = (1 - (s * s + p * p) / 2) * Math.Exp(-ExtinctionPerM * ThicknessM / c2);
        return through / Straight;
    }
}
