using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>weather</c>: hourly weather and yield of every site and generator, with their yearly sums.</summary>
static class WeatherCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var output = door.Option<string?>("--out", "DIR", "cli.option.out_weather");
        var command = new Command("weather", door.Terminal.Words("cli.weather")) { folder, output };
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
