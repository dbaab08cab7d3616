using Suandian.Weather;

namespace Suandian.Cases;

sealed partial class Yields
{
    /// <summary>The synthetic year that the monthly normals and the seed of a site give.</summary>
    WeatherYear Generated(string name)
    {
        WeatherSite site = data.WeatherSites.FirstOrDefault(s => s.Name == name)
            ?? throw new ArgumentException($"weather site '{name}' does not exist", nameof(name));
        return SyntheticYear.Draw(
            new SyntheticSite
            {
                Name = site.NameEn ?? site.Name,
                LatitudeDeg = site.LatitudeDeg,
                LongitudeDeg = site.LongitudeDeg,
                ElevationM = site.ElevationM,
                UtcOffsetH = site.UtcOffsetH,
                Year = data.Settings.Year,
                Seed = CaseLookup.Required(site.Seed, name, "seed"),
            },
            [.. data.MonthlyNormals.Where(m => m.Site == name).Select(Climate)]);
    }

    static MonthlyClimate Climate(MonthlyNormal normal) => new()
    {
        Month = normal.Month,
        TemperatureC = normal.TemperatureC,
        DiurnalRangeC = normal.DiurnalRangeC,
        WindSpeed10mMS = normal.WindSpeed10mMS,
        WeibullK = normal.WeibullK,
        ClearSkyIndex = normal.ClearSkyIndex,
        LinkeTurbidity = normal.LinkeTurbidity,
        RelativeHumidityPct = normal.RelativeHumidityPct,
    };
}
