namespace Suandian.Weather;

/// <summary>Irradiance on a plane, in its parts.</summary>
public sealed record PlaneIrradiance
{
    /// <summary>Beam [W/m²], ≥ 0, shape [hours].</summary>
    public required double[] BeamWm2 { get; init; }

    /// <summary>Diffuse from the sky [W/m²], ≥ 0, shape [hours].</summary>
    public required double[] SkyWm2 { get; init; }

    /// <summary>Reflected by the ground [W/m²], ≥ 0, shape [hours].</summary>
    public required double[] GroundWm2 { get; init; }

    /// <summary>Sum of the parts in an hour [W/m²].</summary>
    public double TotalWm2(int hour) => BeamWm2[hour] + SkyWm2[hour] + GroundWm2[hour];

    /// <summary>Irradiance on a plane at a place; all parts are 0 while the apparent sun is not above the horizon.</summary>
    /// <param name="weather">Irradiance on the horizontal and of the beam.</param>
    /// <param name="sun">The sun of the same hours.</param>
    /// <param name="plane">The plane of the same hours.</param>
    /// <param name="sky">Model of the diffuse sky.</param>
    /// <param name="albedo">Share of light the ground reflects, 0 … 1; desert about 0.25.</param>
    /// <remarks>
    /// beam = DNI max(cos θ, 0); ground = albedo GHI (1 − cos tilt)/2; sky see <see cref="SkyDiffuse"/>.
    /// Checked against: pvlib get_total_irradiance, three models, a fixed and a tracking plane, every hour of one year.
    /// </remarks>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static PlaneIrradiance Of(
        WeatherYear weather, SolarYear sun, PlaneGeometry plane, SkyModel sky, double albedo)
    {
        ArgumentNullException.ThrowIfNull(weather);
        ArgumentNullException.ThrowIfNull(sun);
        ArgumentNullException.ThrowIfNull(plane);
        if (weather.Length != sun.Length || sun.Length != plane.CosIncidence.Length)
        {
            throw new ArgumentException(
                $"weather, sun and plane have {weather.Length}, {sun.Length}, {plane.CosIncidence.Length} hours",
                nameof(plane));
        }

        double[] beam = new double[sun.Length], diffuse = new double[sun.Length], ground = new double[sun.Length];
        for (int i = 0; i < sun.Length; i++)
        {
            double dni = weather.DirectNormalWm2[i], dhi = weather.DiffuseHorizontalWm2[i];
            if (!(sun.Up[i] > 0) || (dni == 0 && dhi == 0))
                continue;
            var view = new SkyView(plane.CosIncidence[i], plane.CosTilt[i], plane.SinTilt[i], sun.Up[i]);
            beam[i] = dni * Math.Max(plane.CosIncidence[i], 0);
            ground[i] = weather.GlobalHorizontalWm2[i] * albedo * (1 - plane.CosTilt[i]) / 2;
            diffuse[i] = sky switch
            {
                SkyModel.Perez => SkyDiffuse.Perez(dhi, dni, view, sun.ExtraterrestrialWm2[i], sun.RelativeAirMass[i]),
                SkyModel.HayDavies => SkyDiffuse.HayDavies(dhi, dni, view, sun.ExtraterrestrialWm2[i]),
                _ => SkyDiffuse.Isotropic(dhi, view),
            };
        }

        return new PlaneIrradiance { BeamWm2 = beam, SkyWm2 = diffuse, GroundWm2 = ground };
    }
}
