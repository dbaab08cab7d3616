using System.Collections.Immutable;
using System.Text;
using Suandian.Weather;

namespace Suandian.Cases.Tables;

/// <summary>The weather files that the sites name.</summary>
sealed class WeatherFolder(FolderReader folder, Findings findings)
{
    const string Folder = "weather/";

    /// <summary>Files of weather/ by name as the sites write them; null where a file could not be understood.</summary>
    internal ImmutableDictionary<string, WeatherYear?> Read(RawTable? sites)
    {
        var there = folder.FilesIn("weather").Select(f => f[Folder.Length..]).ToArray();
        var read = ImmutableDictionary.CreateBuilder<string, WeatherYear?>();
        foreach (string name in there)
            read[name] = null;
        foreach (var row in sites?.Rows ?? [])
        {
            string name = sites!.Cell(row, "file");
            if (there.Contains(name) && read[name] is null)
                read[name] = ReadFile(sites, row, name);
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
        if (!name.EndsWith(".epw", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(ProblemCode.UnknownFile, sites.Source.At(site.Line, "file"), name);
            return null;
        }

        var reading = EpwReader.Read(text, origin);
        foreach (var problem in reading.Problems)
        {
            findings.Add(ProblemCode.WeatherFileUnreadable, new Source(file).At(problem.Line, problem.Column), problem.Value,
                ("expected", problem.Expected), ("remedy", problem.Remedy));
        }

        folder.Note(file, reading.Year?.Length ?? 0, bytes);
        return reading.Year;
    }
}
