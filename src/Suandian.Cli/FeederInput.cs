using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>What the commands of a feeder work on: the one place that turns arguments into a grid, its hours and its limits.</summary>
sealed class FeederInput
{
    readonly Argument<string> _case;
    readonly Option<string?> _hours;
    readonly Option<string?> _limits;
    readonly bool _needsHours;

    /// <summary>Makes the argument and the options.</summary>
    /// <param name="door">The door.</param>
    /// <param name="needsHours">True where one state of the grid would be no answer.</param>
    internal FeederInput(Door door, bool needsHours)
    {
        _needsHours = needsHours;
        _case = door.Argument("case", "cli.argument.grid_in");
        _hours = door.Option<string?>("--hours", "TABLE", "cli.option.feeder_hours");
        _limits = door.Option<string?>("--limits", "narrower|standard|case", "cli.option.feeder_limits");
        _limits.AcceptOnlyFromAmong("narrower", "standard", "case");
    }

    /// <summary>Adds them to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_case);
        command.Add(_hours);
        command.Add(_limits);
    }

    /// <summary>Reads what was asked for.</summary>
    internal FeederReading Read(ParseResult parsed)
    {
        var (path, table) = (parsed.GetRequiredValue(_case), parsed.GetValue(_hours));
        var reading = GridInput.Read(path);
        ImmutableArray<Problem> problems = table is null && _needsHours ? [.. reading.Problems, Missing(Path.GetFileName(path))] : reading.Problems;
        if (reading.Grid is not { } grid)
        {
            return new FeederReading(null, problems);
        }

        FeederHours? hours;
        if (table is null)
        {
            hours = _needsHours ? null : FeederHours.Snapshot(grid);
        }
        else
        {
            var read = FeederTable.Read(table, grid);
            (hours, problems) = (read.Hours, [.. problems, .. read.Problems]);
        }

        var choice = parsed.GetValue(_limits) switch { "standard" => LimitChoice.Standard, "case" => LimitChoice.Case, _ => LimitChoice.Narrower };
        return new FeederReading(hours is null ? null : new Feeder(grid, hours, FeederLimits.Of(grid, choice), table is null), problems);
    }

    /// <summary>An option for a whole number within a range.</summary>
    internal static Option<int?> Whole(Door door, string name, string key, (int Least, int Most) range)
    {
        var option = door.Option<int?>(name, "N", key);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(result.GetValueOrDefault<int?>() >= range.Least && result.GetValueOrDefault<int?>() <= range.Most))
            {
                result.AddError("cli.usage.bad_value");
            }
        });
        return option;
    }

    /// <summary>An option for a number above 0 or, with a share, from 0 to the most.</summary>
    internal static Option<string?> Number(Door door, (string Name, string Example) option, string key, Predicate<double> isGood)
    {
        var number = door.Option<string?>(option.Name, option.Example, key);
        number.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(Value(result.Tokens[0].Value) is { } value && isGood(value)))
            {
                result.AddError("cli.usage.bad_value");
            }
        });
        return number;
    }

    /// <summary>A number, a percentage as a share; null where it is none.</summary>
    internal static double? Value(string? text)
    {
        var isShare = text?.EndsWith('%') == true;
        return double.TryParse(isShare ? text![..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? isShare ? value / 100 : value
            : null;
    }

    static Problem Missing(string file) => new(ProblemCode.FeederHoursMissing, Severity.Error, file, null, null, null,
        Phrases.Of($"check.{ProblemCode.FeederHoursMissing}.expected"), Phrases.Of($"check.{ProblemCode.FeederHoursMissing}.remedy"));
}

/// <summary>A grid with its hours and limits.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Hours">What goes into its buses.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="IsSnapshot">True where the hours are the one state of the case.</param>
sealed record Feeder(PowerGrid Grid, FeederHours Hours, FeederLimits Limits, bool IsSnapshot);

/// <summary>What reading gave.</summary>
/// <param name="Feeder">The feeder; null where a problem is an error.</param>
/// <param name="Problems">Every problem.</param>
sealed record FeederReading(Feeder? Feeder, ImmutableArray<Problem> Problems);
