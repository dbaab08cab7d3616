using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Suandian.Cases;
using Suandian.Weather;

namespace Suandian.Cli.Commands.Cases;

/// <summary>The year of a case hour by hour: weather of its sites, yield of its generators, PUE of its clusters.</summary>
/// <param name="Sites">Weather sites.</param>
/// <param name="Generators">Availability, pu of capacity, shape [8760] each.</param>
/// <param name="Clusters">PUE, shape [8760] each.</param>
/// <param name="Year">Calendar year of the case.</param>
sealed record WeatherTables(
    ImmutableArray<SiteYear> Sites, ImmutableArray<YearlySeries> Generators, ImmutableArray<YearlySeries> Clusters, int Year)
{
    /// <summary>Computes the whole year, whatever hours the case plans on.</summary>
    internal static WeatherTables Of(Case data)
    {
        var year = NetworkBuilder.Build(data with { Settings = data.Settings with { Hours = HourSelection.Year } });
        return new WeatherTables(
            [.. data.WeatherSites.Select(site => new SiteYear(site.Name, CaseWeather.At(data, site.Name)))],
            Series(year.Generators.Name, year.Generators.AvailabilityPu),
            Series(year.Clusters.Name, year.Clusters.Pue),
            data.Settings.Year);
    }

    /// <summary>One CSV per site and one each for generators and clusters.</summary>
    internal IEnumerable<(string Path, byte[] Bytes)> Files()
    {
        foreach (var site in Sites)
        {
            var year = site.Year;
            yield return ($"weather-{site.Name}.csv", Csv(year.FirstLabel,
            [
                ("ghi_w_m2", year.GlobalHorizontalWm2), ("dni_w_m2", year.DirectNormalWm2), ("dhi_w_m2", year.DiffuseHorizontalWm2),
                ("temperature_c", year.TemperatureC), ("relative_humidity_pct", year.RelativeHumidityPct),
                ("wind_speed_m_s", year.WindSpeedMS), ("pressure_pa", year.PressurePa),
            ]));
        }

        yield return ("availability_pu.csv", Csv(new DateTime(Year, 1, 1), [.. Generators.Select(g => (g.Name, g.Values))]));
        yield return ("pue.csv", Csv(new DateTime(Year, 1, 1), [.. Clusters.Select(c => (c.Name, c.Values))]));
    }

    /// <summary>A number with fixed decimals, the same everywhere.</summary>
    internal static string Fixed(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    static ImmutableArray<YearlySeries> Series(string[] names, double[] values)
    {
        var hours = names.Length == 0 ? 0 : values.Length / names.Length;
        return [.. names.Select((name, i) => new YearlySeries(name, values[(i * hours)..((i + 1) * hours)]))];
    }

    static byte[] Csv(DateTime first, (string Name, double[] Values)[] columns)
    {
        var text = new StringBuilder("time");
        foreach (var (name, _) in columns)
        {
            text.Append(',').Append(name);
        }

        text.Append('\n');
        for (var hour = 0; hour < 8760; hour++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{first.AddHours(hour):yyyy-MM-ddTHH:mm}");
            foreach (var (_, values) in columns)
            {
                text.Append(CultureInfo.InvariantCulture, $",{values[hour]:G9}");
            }

            text.Append('\n');
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}

/// <summary>A series over the year and its mean.</summary>
/// <param name="Name">Component.</param>
/// <param name="Values">Values, shape [8760].</param>
sealed record YearlySeries(string Name, double[] Values)
{
    internal double Mean => Values.Average();
}

/// <summary>Weather of a site with its yearly sums.</summary>
/// <param name="Name">Name of the site.</param>
/// <param name="Year">Hourly weather.</param>
sealed record SiteYear(string Name, WeatherYear Year)
{
    /// <summary>Global horizontal irradiation, kWh/m²/a.</summary>
    internal double GlobalKwhM2 => Year.GlobalHorizontalWm2.Sum() / 1000;

    /// <summary>Direct normal irradiation, kWh/m²/a.</summary>
    internal double DirectKwhM2 => Year.DirectNormalWm2.Sum() / 1000;

    /// <summary>Mean wind speed at the height of measurement, m/s.</summary>
    internal double MeanWindMS => Year.WindSpeedMS.Average();

    /// <summary>Mean temperature, °C.</summary>
    internal double MeanTemperatureC => Year.TemperatureC.Average();
}
