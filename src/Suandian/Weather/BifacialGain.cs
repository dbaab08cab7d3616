namespace Suandian.Weather;

/// <summary>Light on the rear of bifacial modules.</summary>
public static class BifacialGain
{
    /// <summary>Rear light that reaches the cells over the unshaded rear light: frame and torque tube, estimate.</summary>
    public const double StructureFactor = 0.9;

    /// <summary>Rear irradiance, before the bifaciality factor.</summary>
    /// <param name="globalWm2">Global on the horizontal [W/m²].</param>
    /// <param name="diffuseWm2">Diffuse on the horizontal [W/m²].</param>
    /// <param name="cosTilt">Cosine of the tilt of the front.</param>
    /// <param name="albedo">Share of light the ground reflects.</param>
    /// <param name="groundCoverRatio">Width of a row over the distance of the rows.</param>
    /// <returns>Irradiance [W/m²], ≥ 0.</returns>
    /// <remarks>
    /// 0.9 (albedo GHI (1 − gcr)(1 + cos tilt)/2 + DHI (1 − cos tilt)/2): isotropic view factors of the rear side to the
    /// ground and the sky; the ground is taken as lit outside the rows' footprint. A simple form of the view-factor
    /// method of B. Marion et al., A Practical Irradiance Model for Bifacial PV Modules, IEEE PVSC 2017,
    /// NREL/CP-5J00-67847. Not compared with a reference: a gain of 5 … 10 % over gravel desert is the project's estimate.
    /// </remarks>
    public static double RearWm2(
        double globalWm2, double diffuseWm2, double cosTilt, double albedo, double groundCoverRatio) =>
        StructureFactor * (albedo * globalWm2 * (1 - groundCoverRatio) * (1 + cosTilt) / 2
            + diffuseWm2 * (1 - cosTilt) / 2);
}
