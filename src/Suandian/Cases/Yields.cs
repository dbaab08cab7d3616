using Suandian.Network;
using Suandian.Weather;

namespace Suandian.Cases;

/// <summary>Hourly availability of generators and PUE of clusters, each computed once per distinct site and set of parameters.</summary>
/// <remarks>Weather on a clock of its own is turned to that of the case, whole hours only; the ends of the year then meet.</remarks>
sealed partial class Yields(Case data)
{
    readonly Dictionary<object, double[]> _year = [];
    readonly Dictionary<string, WeatherYear> _weather = [];
    readonly Dictionary<string, SolarYear> _sun = [];

    /// <summary>Availability of a generator over the year, pu of capacity, shape [8760].</summary>
    internal double[] Of(Generator generator) => generator.YieldModel switch
    {
        GeneratorYieldModel.Constant => CaseLookup.Constant(generator.AvailabilityPu),
        GeneratorYieldModel.Series => CaseLookup.SeriesOf(
            data, CaseLookup.Required(generator.AvailabilitySeries, generator.Name, "availability_series")),
        GeneratorYieldModel.PvFixed or GeneratorYieldModel.PvTracker => Photovoltaic(generator),
        GeneratorYieldModel.Wind => Wind(generator),
        GeneratorYieldModel.CspField => SolarHeat(generator),
        _ => throw new ArgumentException($"'{generator.Name}': no yield model {generator.YieldModel}", nameof(generator)),
    };

    /// <summary>Power usage effectiveness of a cluster over the year, ≥ 1, shape [8760].</summary>
    internal double[] PueOf(Cluster cluster) => cluster.PueModel switch
    {
        ClusterPueModel.Constant => CaseLookup.Constant(CaseLookup.Required(cluster.Pue, cluster.Name, "pue")),
        ClusterPueModel.Series => CaseLookup.SeriesOf(
            data, CaseLookup.Required(cluster.PueSeries, cluster.Name, "pue_series")),
        ClusterPueModel.Weather => Cooling(SiteOf(cluster.WeatherSite, cluster.Name)),
        _ => throw new ArgumentException($"'{cluster.Name}': no PUE model {cluster.PueModel}", nameof(cluster)),
    };

    /// <summary>Photovoltaics rated at the inverter; a fixed array without tilt stands at its latitude.</summary>
    double[] Photovoltaic(Generator generator)
    {
        string site = SiteOf(generator.WeatherSite, generator.Name);
        WeatherYear weather = WeatherAt(site);
        var options = new PvOptions
        {
            Mount = generator.YieldModel == GeneratorYieldModel.PvFixed ? PvMount.FixedTilt : PvMount.SingleAxisTracker,
            TiltDeg = generator.TiltDeg ?? Math.Abs(weather.LatitudeDeg),
            AzimuthDeg = generator.AzimuthDeg,
            DcAcRatio = generator.DcAcRatio,
            LossesPu = CaseLookup.Required(generator.LossesPu, generator.Name, "losses_pu"),
            Rating = PvRating.Ac,
        };
        return Once((site, options), weather, () => PvYield.Compute(weather, SunAt(site), options));
    }

    double[] Wind(Generator generator)
    {
        string site = SiteOf(generator.WeatherSite, generator.Name);
        string turbine = CaseLookup.Required(generator.PowerCurve, generator.Name, "power_curve");
        WeatherYear weather = WeatherAt(site);
        WindOptions options = new WindOptions { HubHeightM = generator.HubHeightM }
            .WithLosses(CaseLookup.Required(generator.LossesPu, generator.Name, "losses_pu"));
        return Once((site, turbine, options), weather, () => WindYield.Compute(weather, CurveOf(turbine), options));
    }

    double[] SolarHeat(Generator generator)
    {
        string site = SiteOf(generator.WeatherSite, generator.Name);
        WeatherYear weather = WeatherAt(site);
        var options = new CspOptions();
        return Once((site, options), weather, () => CspField.Compute(weather, SunAt(site), options));
    }

    double[] Cooling(string site)
    {
        WeatherYear weather = WeatherAt(site);
        var options = new CoolingOptions();
        return Once((site, options), weather, () => CoolingPue.Compute(weather, options).Pue);
    }

    PowerCurve CurveOf(string turbine)
    {
        PowerCurvePoint[] points = [.. data.PowerCurves.Where(p => p.Turbine == turbine).OrderBy(p => p.WindSpeedMS)];
        return new PowerCurve(
            Array.ConvertAll(points, p => p.WindSpeedMS), Array.ConvertAll(points, p => p.PowerPu));
    }

    static string SiteOf(string? site, string row) => CaseLookup.Required(site, row, "weather_site");

    /// <summary>Weather of a site, from its file or generated from monthly normals, shape [8760].</summary>
    internal WeatherYear WeatherAt(string site)
    {
        if (!_weather.TryGetValue(site, out WeatherYear? weather))
            _weather.Add(site, weather = data.WeatherYears.GetValueOrDefault(site) ?? Generated(site));
        return weather.Length == Calendar.HoursOfYear
            ? weather
            : throw new ArgumentException($"the weather of '{site}' has {weather.Length} hours", nameof(site));
    }

    SolarYear SunAt(string site)
    {
        if (!_sun.TryGetValue(site, out SolarYear? sun))
            _sun.Add(site, sun = SolarYear.From(WeatherAt(site)));
        return sun;
    }

    double[] Once(object key, WeatherYear weather, Func<double[]> compute)
    {
        if (!_year.TryGetValue(key, out double[]? values))
            _year.Add(key, values = OnCaseClock(compute(), weather));
        return values;
    }

    double[] OnCaseClock(double[] values, WeatherYear weather)
    {
        int later = (int)Math.Round(data.Settings.UtcOffsetH - weather.UtcOffsetH);
        if (later == 0)
            return values;
        double[] turned = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
            turned[(i + later + values.Length) % values.Length] = values[i];
        return turned;
    }
}
