using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Suandian.Weather;

namespace Suandian.Cases.Tables;

/// <summary>The weather files that the sites name: EPW, or an hourly CSV on the clock of the site.</summary>
sealed class WeatherFolder(FolderReader folder, Findings findings, CaseSettings? settings)
{
    const string Folder = "weather/";
    const int Hours = 8760;

    /// <summary>Files of weather/ by name as the sites write them; null where a file could not be understood.</summary>
    internal ImmutableDictionary<string, WeatherYear?> Read(RawTable? sites, RawTable? scenarios)
    {
        string[] prefixes = ["", .. (scenarios?.Rows ?? []).Select(row => scenarios!.Cell(row, "weather_prefix")).Where(p => p.Length > 0).Distinct()];
        var there = folder.FilesIn("weather").Select(f => f[Folder.Length..]).ToArray();
        var read = ImmutableDictionary.CreateBuilder<string, WeatherYear?>();
        foreach (string name in there)
            read[name] = null;
        foreach (var row in sites?.Rows ?? [])
        {
            foreach (string name in prefixes.Select(prefix => prefix + sites!.Cell(row, "file")))
            {
                if (there.Contains(name) && read[name] is null)
                    read[name] = ReadFile(sites!, row, name);
            }
        }

        return read.ToImmutable();
    }

    WeatherYear? ReadFile(RawTable sites, RawRow site, string name)
    {
        string file = Folder + name;
        if (folder.Text(file, out byte[] bytes) is not { } utf8)
            return null;
        using var text = new StringReader(Encoding.UTF8.GetString(utf8.Span));
        var origin = new Text(file, file);
        var reading = name.EndsWith(".epw", StringComparison.OrdinalIgnoreCase)
            ? EpwReader.Read(text, origin)
            : HourlyCsvReader.Read(text, Options(sites, site, origin));
        foreach (var problem in reading.Problems)
        {
            findings.Add(ProblemCode.WeatherFileUnreadable, new Source(file).At(problem.Line, problem.Column), problem.Value,
                ("expected", problem.Expected), ("remedy", problem.Remedy));
        }

        folder.Note(file, reading.Year?.Length ?? 0, bytes);
        if (reading.Year is not { } year || year.Length == Hours)
            return reading.Year;
        findings.Add(ProblemCode.WeatherFileUnreadable, new Source(file).Whole, $"{year.Length}",
            ("expected", Texts.Phrases.Of("check.weather_hours")), ("remedy", Texts.Phrases.Of("check.weather_hours_remedy")));
        return null;
    }

    /// <summary>Rows begin with 1 January 00:00 of the year of the case, each for the hour that then begins.</summary>
    HourlyCsvOptions Options(RawTable sites, RawRow site, Text origin) => new()
    {
        Name = sites.Cell(site, "name"),
        LatitudeDeg = Number(sites.Cell(site, "latitude_deg"), 0),
        LongitudeDeg = Number(sites.Cell(site, "longitude_deg"), 0),
        ElevationM = Number(sites.Cell(site, "elevation_m"), 0),
        UtcOffsetH = Number(sites.Cell(site, "utc_offset_h"), 8),
        Hours = HourConvention.HourBeginning,
        FirstLabel = new DateTime(settings?.Year ?? 2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
        WithoutDirect = MissingSplit.Erbs,
        Origin = origin,
    };

    /// <summary>A cell that the table check judges; here it only must not stop the reading.</summary>
    static double Number(string text, double otherwise) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= 180 ? value : otherwise;
}
