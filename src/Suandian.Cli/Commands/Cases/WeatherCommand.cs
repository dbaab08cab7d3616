using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Cli.Commands.Plans;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>weather</c>: hourly weather and yield of every site and generator, with their yearly sums.</summary>
static class WeatherCommand
{
    const string Name = "suandian weather";

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var output = door.Option<string?>("--out", "DIR", "cli.option.out_weather");
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !NewFolder.IsFree(result.Tokens[0].Value))
            {
                result.AddError("cli.usage.option_taken");
            }
        });
        var command = new Command("weather", door.Terminal.Words("cli.weather")) { folder, output };
        command.SetAction((parsed, cancellation) =>
            Run(door, parsed.GetRequiredValue(folder), parsed.GetValue(output), cancellation));
        return command;
    }

    static async Task<int> Run(Door door, string path, string? output, CancellationToken cancellation)
    {
        var board = new StageBoard(door);
        var (reading, year) = await board.Watch<(CaseReading, WeatherTables?)>(progress =>
        {
            progress.Report(new StudyProgress(StudyStage.Read));
            var read = CaseInput.Read(path);
            cancellation.ThrowIfCancellationRequested();
            progress.Report(new StudyProgress(StudyStage.Network));
            return (read, read.Case is null ? null : WeatherTables.Of(read.Case));
        });
        if (year is null)
        {
            return (int)CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        Print(door.Terminal, year);
        if (output is not null)
        {
            NewFolder.Write(output, year.Files());
            door.Terminal.Say(door.Terminal.Words("cli.weather.written", ("folder", output)));
        }

        door.Terminal.Document(Document(year, reading.Problems));
        return (int)ExitCode.Done;
    }

    static void Print(Terminal terminal, WeatherTables year)
    {
        string[] Headings(params string[] keys) => [.. keys.Select(key => terminal.Words("cli.weather." + key))];
        Grid.Print(terminal, Headings("site", "ghi", "dni", "wind", "temperature", "origin"), year.Sites.Select(site => (string[])
        [
            site.Name, WeatherTables.Fixed(site.GlobalKwhM2, 0), WeatherTables.Fixed(site.DirectKwhM2, 0),
            WeatherTables.Fixed(site.MeanWindMS, 2), WeatherTables.Fixed(site.MeanTemperatureC, 1),
            site.Year.Origin.In(terminal.Language),
        ]));
        Grid.Print(terminal, Headings("generator", "full_load_hours", "capacity_factor"), year.Generators.Select(row => (string[])
        [
            row.Name, WeatherTables.Fixed(row.Mean * 8760, 0), WeatherTables.Fixed(row.Mean, 4),
        ]));
        Grid.Print(terminal, Headings("cluster", "pue"), year.Clusters.Select(row => (string[])[row.Name, WeatherTables.Fixed(row.Mean, 4)]));
    }

    static JsonObject Document(WeatherTables year, ImmutableArray<Problem> problems)
    {
        var document = CaseInput.Document(Name, ExitCode.Done, problems);
        document["sites"] = new JsonArray([.. year.Sites.Select(site => (JsonNode)new JsonObject
        {
            ["name"] = site.Name,
            ["global_horizontal_kwh_per_m2"] = site.GlobalKwhM2,
            ["direct_normal_kwh_per_m2"] = site.DirectKwhM2,
            ["mean_wind_speed_m_s"] = site.MeanWindMS,
            ["mean_temperature_c"] = site.MeanTemperatureC,
            ["synthetic"] = site.Year.IsSynthetic,
            ["origin"] = Terminal.Node(site.Year.Origin),
        })]);
        document["generators"] = Means(year.Generators, "capacity_factor_pu");
        document["clusters"] = Means(year.Clusters, "mean_pue");
        return document;
    }

    static JsonArray Means(ImmutableArray<YearlySeries> rows, string name) =>
        new([.. rows.Select(row => (JsonNode)new JsonObject { ["name"] = row.Name, [name] = row.Mean })]);
}
