namespace Suandian.Weather;

/// <summary>A heliostat field with its receiver.</summary>
public sealed record CspOptions
{
    /// <summary>Direct normal irradiance at which the receiver is fully loaded [W/m²], 500 … 1100. Default 950.</summary>
    public double DesignDirectNormalWm2 { get; init; } = 950;

    /// <summary>Sun elevation of the design point [deg]; null takes noon at equinox, 90 − |latitude|. Default null.</summary>
    public double? DesignElevationDeg { get; init; }

    /// <summary>Below this sun elevation the mirrors are stowed [deg], 0 … 30. Default 8.</summary>
    public double LeastElevationDeg { get; init; } = 8;

    /// <summary>Above this wind at 10 m the mirrors are stowed [m/s], 5 … 40. Default 15.</summary>
    public double StowWindMS { get; init; } = 15;

    /// <summary>Heat the hot receiver loses, over its rating [pu], 0 … 0.5. Default 0.1 (estimate).</summary>
    public double ReceiverLossPu { get; init; } = 0.1;

    /// <summary>Clean and working share of the mirrors beyond the optical curve, 0.5 … 1. Default 0.96 (estimate).</summary>
    public double MirrorAvailabilityPu { get; init; } = 0.96;

    /// <summary>Everything that is out of range; empty where all is well.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        OptionRange.Check(problems, "design_direct_normal_w_m2", DesignDirectNormalWm2, 500, 1100);
        OptionRange.Check(problems, "design_elevation_deg", DesignElevationDeg ?? 45, 10, 90);
        OptionRange.Check(problems, "least_elevation_deg", LeastElevationDeg, 0, 30);
        OptionRange.Check(problems, "stow_wind_m_s", StowWindMS, 5, 40);
        OptionRange.Check(problems, "receiver_loss_pu", ReceiverLossPu, 0, 0.5);
        OptionRange.Check(problems, "mirror_availability_pu", MirrorAvailabilityPu, 0.5, 1);
        return problems;
    }
}

/// <summary>Heat from a solar tower, hour by hour; store and turbine are separate components of the network.</summary>
public static class CspField
{
    /// <summary>Optical efficiency of a tower field (cosine, shading, blocking, attenuation, spillage, reflectivity).</summary>
    /// <param name="elevationDeg">Elevation of the sun [deg].</param>
    /// <returns>Light on the receiver over light on the mirrors, 0 … 0.59.</returns>
    /// <remarks>
    /// Mean over the azimuth (spread below ±3 %), every 5 degrees, linear between. Source: default tower field of the
    /// NREL System Advisor Model as tabulated in PyPSA/atlite, cspinstallation SAM_solar_tower (CC-BY-4.0).
    /// </remarks>
    public static double OpticalEfficiency(double elevationDeg)
    {
        if (!(elevationDeg > 0))
            return 0;
        double at = Math.Min(elevationDeg / 5, Curve.Length - 1);
        int i = Math.Min((int)at, Curve.Length - 2);
        return Curve[i] + (Curve[i + 1] - Curve[i]) * (at - i);
    }

    /// <summary>Heat delivered by the receiver over its rating.</summary>
    /// <param name="weather">Direct irradiance and wind.</param>
    /// <param name="sun">The sun of the same hours.</param>
    /// <param name="options">The field.</param>
    /// <returns>Availability [pu of MW heat], 0 … 1, shape [hours].</returns>
    /// <remarks>
    /// x = DNI/DNI_design η(e)/η(e_design) × available mirrors; heat = (1 + l) x − l, held to 0 … 1: at the design point
    /// with all mirrors it is 1. Not compared with a reference; the optical curve is the published part.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is out of range, or the series differ in length.</exception>
    public static double[] Compute(WeatherYear weather, SolarYear sun, CspOptions options)
    {
        ArgumentNullException.ThrowIfNull(weather);
        ArgumentNullException.ThrowIfNull(sun);
        ArgumentNullException.ThrowIfNull(options);
        OptionRange.Require(options.Problems(), nameof(options));
        if (weather.Length != sun.Length)
            throw new ArgumentException($"weather and sun have {weather.Length} and {sun.Length} hours", nameof(sun));
        double design = options.DesignDirectNormalWm2
            * OpticalEfficiency(options.DesignElevationDeg ?? Math.Max(10, 90 - Math.Abs(weather.LatitudeDeg)));
        double[] heat = new double[sun.Length];
        for (int i = 0; i < heat.Length; i++)
        {
            double elevation = 90 - sun.Angles[i].ApparentZenithDeg;
            if (elevation < options.LeastElevationDeg || weather.WindSpeedMS[i] > options.StowWindMS)
                continue;
            double x = options.MirrorAvailabilityPu * weather.DirectNormalWm2[i] * OpticalEfficiency(elevation) / design;
            heat[i] = Math.Clamp((1 + options.ReceiverLossPu) * x - options.ReceiverLossPu, 0, 1);
        }

        return heat;
    }

    /// <summary>Efficiency at elevation 0, 5 … 90 degrees.</summary>
    static ReadOnlySpan<double> Curve =>
    [
        0.154, 0.240, 0.324, 0.403, 0.462, 0.500, 0.525, 0.541, 0.552, 0.559,
        0.565, 0.570, 0.574, 0.577, 0.582, 0.586, 0.584, 0.582, 0.580,
    ];
}
