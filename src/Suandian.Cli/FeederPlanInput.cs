using System.CommandLine;
using Suandian.Distribution.Year;

namespace Suandian.Cli;

/// <summary>Case, hours and limits of the planning commands, which tell what is wrong with the grid even where the hours cannot be read.</summary>
sealed class FeederPlanInput
{
    readonly Argument<string> _case;
    readonly Option<string?> _hours;
    readonly Option<string?> _limits;

    internal FeederPlanInput(Door door)
    {
        _case = door.Argument("case", "cli.argument.grid_in");
        _hours = door.Option<string?>("--hours", "TABLE", "cli.option.feeder_hours");
        _limits = door.Option<string?>("--limits", "narrower|standard|case", "cli.option.feeder_limits");
        _limits.AcceptOnlyFromAmong("narrower", "standard", "case");
    }

    /// <summary>A command with these and further options.</summary>
    internal Command Command(Door door, string name, params ReadOnlySpan<Option> further)
    {
        var command = new Command(name, door.Terminal.Words("cli.feeder." + name)) { _case, _hours, _limits };
        foreach (var option in further)
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>Reads what was asked for.</summary>
    internal FeederPlanReading Read(ParseResult parsed)
    {
        var (path, choice) = (parsed.GetRequiredValue(_case), parsed.GetValue(_limits) switch { "standard" => LimitChoice.Standard, "case" => LimitChoice.Case, _ => LimitChoice.Narrower });
        var source = FeederInput.Read(path, parsed.GetValue(_hours));
        return new FeederPlanReading(source, Path.GetFileName(path), source.Grid is null ? null : FeederLimits.Of(source.Grid, choice));
    }
}

/// <summary>What reading gave.</summary>
/// <param name="Source">Grid and hours, and every problem.</param>
/// <param name="File">Name of the file of the grid.</param>
/// <param name="Limits">Limits; null without a grid.</param>
sealed record FeederPlanReading(FeederSource Source, string File, FeederLimits? Limits)
{
    /// <summary>The feeder; null where grid or hours could not be read.</summary>
    internal Feeder? Feeder => Source is { Grid: { } grid, Hours: { } hours } && Limits is { } limits ? new Feeder(grid, hours, limits, Source.IsSnapshot) : null;
}
