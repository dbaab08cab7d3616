using Suandian.Weather;

namespace Suandian.Cases;

/// <summary>The hourly weather of the sites of a case, read or generated, as the yields use it.</summary>
public static class CaseWeather
{
    /// <summary>The year of one site.</summary>
    /// <param name="data">Case without errors.</param>
    /// <param name="site">Name in weather_sites.csv.</param>
    /// <exception cref="ArgumentException">The site does not exist, or has neither a file nor monthly normals with a seed.</exception>
    public static WeatherYear At(Case data, string site)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(site);
        return new Yields(data).WeatherAt(site);
    }
}
