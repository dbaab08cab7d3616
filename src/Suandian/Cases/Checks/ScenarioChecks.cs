using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>Scenarios: probabilities add up to 1, and every weather file they name is there.</summary>
static class ScenarioChecks
{
    const double Tolerance = 1e-6;

    internal static void Run(CheckedCase c)
    {
        var rows = c.Tables.Scenarios;
        if (rows.Length > 0 && rows.All(r => r.Sound("probability_pu"))
            && Math.Abs(rows.Sum(r => r.Record.ProbabilityPu) - 1) is var miss && miss > Tolerance)
        {
            c.Add(ProblemCode.ProbabilitySum, rows[^1], "probability_pu", ("sum", Cell.Plain(Math.Round(rows.Sum(r => r.Record.ProbabilityPu), 6))));
        }

        foreach (var row in rows.Where(r => r.Record.WeatherPrefix is not null))
        {
            var missing = c.Tables.WeatherSites.Select(s => s.Record.File).OfType<string>().Select(file => row.Record.WeatherPrefix + file)
                .Where(file => !c.Raw.WeatherFiles.ContainsKey(file)).Distinct().ToArray();
            if (missing.Length > 0 || c.Tables.WeatherSites.All(s => s.Record.File is null))
            {
                c.Add(ProblemCode.ScenarioWeather, row, "weather_prefix", ("files", missing.Length == 0 ? "–" : string.Join(", ", missing)));
            }
        }
    }
}
