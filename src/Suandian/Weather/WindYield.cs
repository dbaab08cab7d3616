namespace Suandian.Weather;

/// <summary>Whether thin air is taken into account.</summary>
public enum AirDensityCorrection
{
    /// <summary>The curve is moved by the density of the hour.</summary>
    MovedCurve,

    /// <summary>The curve is used as given for 1.225 kg/m³.</summary>
    None,
}

/// <summary>A wind farm, from mast to grid.</summary>
public sealed record WindOptions
{
    /// <summary>Height of the hub [m], 10 … 250. Default 100.</summary>
    public double HubHeightM { get; init; } = 100;

    /// <summary>Law of growth with height. Default power law.</summary>
    public WindShear Shear { get; init; } = WindShear.PowerLaw;

    /// <summary>Hellmann exponent, 0 … 0.6. Default 0.14.</summary>
    public double HellmannExponent { get; init; } = 0.14;

    /// <summary>Roughness length [m], 0.0001 … 2. Default 0.03.</summary>
    public double RoughnessM { get; init; } = 0.03;

    /// <summary>Density correction. Default on.</summary>
    public AirDensityCorrection Density { get; init; } = AirDensityCorrection.MovedCurve;

    /// <summary>Wake loss [pu], 0 … 0.5. Default 0.08 (estimate: 5 … 10 % in a desert base).</summary>
    public double WakeLossPu { get; init; } = 0.08;

    /// <summary>Share of energy lost while turbines are down [pu], 0 … 0.5. Default 0.03 (estimate).</summary>
    public double UnavailabilityPu { get; init; } = 0.03;

    /// <summary>Loss in cables and transformers [pu], 0 … 0.5. Default 0.02 (estimate).</summary>
    public double ElectricalLossPu { get; init; } = 0.02;

    /// <summary>The three losses together: 1 − Π (1 − loss); by default 0.1254, inside the usual 10 … 15 %.</summary>
    public double LossesPu => PvWatts.Losses([WakeLossPu, UnavailabilityPu, ElectricalLossPu]);

    /// <summary>Options with one figure for all losses together [pu].</summary>
    public WindOptions WithLosses(double lossesPu) =>
        this with { WakeLossPu = lossesPu, UnavailabilityPu = 0, ElectricalLossPu = 0 };

    /// <summary>Everything that is out of range; empty where all is well.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        OptionRange.Check(problems, "hub_height_m", HubHeightM, 10, 250);
        OptionRange.Check(problems, "hellmann_exponent", HellmannExponent, 0, 0.6);
        OptionRange.Check(problems, "roughness_m", RoughnessM, 0.0001, 2);
        OptionRange.Check(problems, "wake_loss_pu", WakeLossPu, 0, 0.6);
        OptionRange.Check(problems, "unavailability_pu", UnavailabilityPu, 0, 0.5);
        OptionRange.Check(problems, "electrical_loss_pu", ElectricalLossPu, 0, 0.5);
        return problems;
    }
}

/// <summary>Hourly availability of a wind farm.</summary>
public static class WindYield
{
    /// <summary>Power at the farm's terminals over nominal power.</summary>
    /// <param name="weather">Wind, temperature and pressure of the place.</param>
    /// <param name="curve">The turbine.</param>
    /// <param name="options">Hub, shear, density, losses.</param>
    /// <returns>Availability [pu], 0 … 1, shape [hours]; its yearly sum is the full-load hours.</returns>
    /// <remarks>Checked against: windpowerlib, hour by hour, two turbines, losses 0.</remarks>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static double[] Compute(WeatherYear weather, PowerCurve curve, WindOptions options)
    {
        ArgumentNullException.ThrowIfNull(weather);
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(options);
        OptionRange.Require(options.Problems(), nameof(options));
        WeatherYear.Verify(weather);
        double factor = HubFactor(weather.WindHeightM, options);
        double kept = 1 - options.LossesPu;
        bool moved = options.Density == AirDensityCorrection.MovedCurve;
        double[] availability = new double[weather.Length];
        for (int i = 0; i < availability.Length; i++)
        {
            double speed = weather.WindSpeedMS[i] * factor;
            availability[i] = kept * (moved
                ? curve.At(speed, HubDensity(weather, options.HubHeightM, i))
                : curve.At(speed));
        }

        return availability;
    }

    /// <summary>Wind at the hub over wind at the measurement.</summary>
    public static double HubFactor(double measuredM, WindOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Shear == WindShear.PowerLaw
            ? WindProfile.PowerLawFactor(options.HubHeightM, measuredM, options.HellmannExponent)
            : WindProfile.LogLawFactor(options.HubHeightM, measuredM, options.RoughnessM);
    }

    static double HubDensity(WeatherYear weather, double hubM, int i) => WindProfile.DensityIdealGas(
        WindProfile.PressurePa(weather.PressurePa[i], hubM), WindProfile.TemperatureK(weather.TemperatureC[i], hubM));
}
