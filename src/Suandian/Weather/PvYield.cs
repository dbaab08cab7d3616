namespace Suandian.Weather;

/// <summary>Hourly availability of a photovoltaic plant.</summary>
public static class PvYield
{
    /// <summary>AC power at the inverter over the rating of <see cref="PvOptions.Rating"/>.</summary>
    /// <param name="weather">Weather of the place.</param>
    /// <param name="options">The plant.</param>
    /// <returns>Availability [pu], ≥ 0, shape [hours]; the yearly sum is the yield in kWh/kWp (rating DC).</returns>
    public static double[] Compute(WeatherYear weather, PvOptions options) =>
        Compute(weather, SolarYear.From(weather), options);

    /// <summary>The same with the sun of the place computed before, so that several plants share it.</summary>
    /// <param name="weather">Weather of the place.</param>
    /// <param name="sun">The sun of the same hours.</param>
    /// <param name="options">The plant.</param>
    /// <remarks>
    /// Plane irradiance; physical IAM on the beam only; cell temperature from the total front irradiance and the wind as
    /// measured; PVWatts DC, losses and inverter. Checked against: pvlib, hour by hour, and the yearly AC sums.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is out of range, or the series differ in length.</exception>
    public static double[] Compute(WeatherYear weather, SolarYear sun, PvOptions options)
    {
        ArgumentNullException.ThrowIfNull(weather);
        ArgumentNullException.ThrowIfNull(sun);
        ArgumentNullException.ThrowIfNull(options);
        OptionRange.Require(options.Problems(), nameof(options));
        PlaneGeometry plane = Plane(sun, options);
        PlaneIrradiance light = PlaneIrradiance.Of(weather, sun, plane, options.Sky, options.Albedo);
        double[] availability = new double[sun.Length];
        double perRating = options.Rating == PvRating.Dc ? 1 / options.DcAcRatio : 1;
        double toInverter = (1 - options.LossesPu) * options.DcAcRatio * options.InverterEfficiency;
        for (int i = 0; i < availability.Length; i++)
        {
            double total = light.TotalWm2(i);
            if (!(total > 0))
                continue;
            double effective = light.BeamWm2[i] * IncidenceAngleModifier.Physical(plane.CosIncidence[i])
                + light.SkyWm2[i] + light.GroundWm2[i] + Rear(weather, plane, options, i);
            double cell = CellTemperature.By(options.CellTemperature, total, weather.TemperatureC[i], weather.WindSpeedMS[i]);
            double dc = PvWatts.Dc(effective, cell, options.GammaPerC) * toInverter;
            availability[i] = PvWatts.Ac(dc, options.InverterEfficiency) * perRating;
        }

        return availability;
    }

    /// <summary>The plane of a plant, hour by hour.</summary>
    public static PlaneGeometry Plane(SolarYear sun, PvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Mount == PvMount.FixedTilt
            ? PlaneGeometry.Fixed(sun, options.TiltDeg, options.AzimuthDeg)
            : PlaneGeometry.Tracking(sun, options.Tracker);
    }

    static double Rear(WeatherYear weather, PlaneGeometry plane, PvOptions options, int i)
    {
        if (options.BifacialityPu == 0)
            return 0;
        double gcr = options.Mount == PvMount.FixedTilt
            ? options.FixedGroundCoverRatio
            : options.Tracker.GroundCoverRatio;
        return options.BifacialityPu * BifacialGain.RearWm2(
            weather.GlobalHorizontalWm2[i], weather.DiffuseHorizontalWm2[i], plane.CosTilt[i], options.Albedo, gcr);
    }
}
