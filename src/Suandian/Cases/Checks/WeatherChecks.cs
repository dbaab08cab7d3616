using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>Weather sites: each has a file or twelve months, and the file is of that place.</summary>
static class WeatherChecks
{
    const double LimitKm = 50, EarthKm = 6371;

    internal static void Run(CheckedCase c)
    {
        foreach (var row in c.Tables.WeatherSites.Where(r => r.Record.Name.Length > 0))
        {
            if (row.Record.File is { } file)
                File(c, row, file);
            else
                Normals(c, row);
        }
    }

    static void File(CheckedCase c, Row<WeatherSite> row, string file)
    {
        if (!c.Raw.WeatherFiles.TryGetValue(file, out var year))
        {
            var known = c.Raw.WeatherFiles.Keys.Order(StringComparer.Ordinal).ToArray();
            c.Add(ProblemCode.WeatherFileMissing, row, "file",
                ("known", known.Length == 0 ? "–" : string.Join(", ", known)), ("hint", Suggestion.DidYouMean(file, known)));
        }
        else if (year is not null && DistanceKm(row.Record, year) > LimitKm)
        {
            c.Add(ProblemCode.WeatherFileElsewhere, row, "file", ("limit", LimitKm),
                ("where", $"{Cell.Plain(year.LatitudeDeg)} N {Cell.Plain(year.LongitudeDeg)} E"));
        }
    }

    static void Normals(CheckedCase c, Row<WeatherSite> row)
    {
        var normals = c.Tables.MonthlyNormals.Where(m => m.Record.Site == row.Record.Name).ToArray();
        if (normals.Length == 0)
        {
            c.Add(ProblemCode.WeatherSource, row, "file");
            return;
        }

        var missing = Enumerable.Range(1, 12).Except(normals.Select(m => m.Record.Month)).ToArray();
        if (missing.Length > 0 && normals.All(m => m.Sound("month")))
            c.Findings.Add(ProblemCode.MonthsMissing, normals[^1].At("month"), row.Record.Name, ("months", string.Join(", ", missing)));
    }

    /// <summary>Great circle on a sphere; enough to tell another town.</summary>
    static double DistanceKm(WeatherSite site, Weather.WeatherYear year)
    {
        double one = double.DegreesToRadians(site.LatitudeDeg), other = double.DegreesToRadians(year.LatitudeDeg);
        double apart = double.DegreesToRadians(site.LongitudeDeg - year.LongitudeDeg);
        double cosine = Math.Sin(one) * Math.Sin(other) + Math.Cos(one) * Math.Cos(other) * Math.Cos(apart);
        return EarthKm * Math.Acos(Math.Clamp(cosine, -1, 1));
    }
}
