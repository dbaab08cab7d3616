using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Grids;

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

    /// <summary>A command of the feeder with these and further options.</summary>
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
    /// <param name="parsed">Arguments.</param>
    /// <param name="eachCircuit">True to make each circuit and unit of a grid folder a branch of its own.</param>
    internal FeederReading Read(ParseResult parsed, bool eachCircuit = false)
    {
        var (path, choice) = (parsed.GetRequiredValue(_case), parsed.GetValue(_limits) switch { "standard" => LimitChoice.Standard, "case" => LimitChoice.Case, _ => LimitChoice.Narrower });
        var (source, file) = (Read(path, parsed.GetValue(_hours), eachCircuit), Path.GetFileName(path));
        var whole = source.IsSnapshot && _needsHours ? source with { Hours = null, Problems = [.. source.Problems, Missing(file)] } : source;
        return new FeederReading(whole, file, source.Grid is null ? null : FeederLimits.Of(source.Grid, choice));
    }

    /// <summary>A grid with the hours of a table; without one, with the hours of its own folder, else its one state.</summary>
    internal static FeederSource Read(string path, string? table, bool eachCircuit = false)
    {
        if (table is null && Directory.Exists(path))
        {
            var folder = GridFolder.Read(path);
            return folder.Grid is null ? new FeederSource(null, null, false, folder.Problems) : Today(new EquippedGrid(eachCircuit ? folder.Grid.EachCircuit() : folder.Grid), folder.Problems);
        }

        var reading = GridInput.Read(path, eachCircuit);
        if (reading.Grid is not { } grid)
        {
            return new FeederSource(null, null, table is null, reading.Problems);
        }

        if (table is null)
        {
            return new FeederSource(grid, FeederHours.Snapshot(grid), true, reading.Problems);
        }

        var read = FeederTable.Read(table, grid);
        return new FeederSource(grid, read.Hours, false, [.. reading.Problems, .. read.Problems]);
    }

    static FeederSource Today(EquippedGrid grid, ImmutableArray<Problem> problems)
    {
        var (today, loads) = (grid.Today, grid.Source.Loads);
        var loadMw = new double[grid.Grid.Buses.Count * today.Hours];
        for (var i = 0; i < loads.Length; i++)
        {
            for (var hour = 0; hour < today.Hours; hour++)
            {
                loadMw[grid.Bus(loads[i].Bus) * today.Hours + hour] += today.Load(i, hour).Mw;
            }
        }

        return new FeederSource(grid.Grid, FeederHours.Of(today.Injections()) with { LoadMw = loadMw }, today.Hours == 1, problems);
    }

    /// <summary>An option for a whole number within a range.</summary>
    internal static Option<int?> Whole(Door door, string name, string key, (int Least, int Most) range) =>
        door.Option<int?>(name, "N", key, NumberRange.Whole(range.Least, range.Most));

    /// <summary>An option for a number of a range, which may be written as a percentage.</summary>
    internal static Option<string?> Number(Door door, (string Name, string Example) option, string key, NumberRange range)
    {
        var number = door.Option<string?>(option.Name, option.Example, key, text => Value(text) is { } value && range.Holds(value));
        door.Ranges.Add(number, range);
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

/// <summary>A grid and its hours.</summary>
/// <param name="Grid">The grid; null where a problem is an error.</param>
/// <param name="Hours">What goes into its buses; null where the table has an error.</param>
/// <param name="IsSnapshot">True where the hours are the one state of the case.</param>
/// <param name="Problems">Every problem.</param>
sealed record FeederSource(PowerGrid? Grid, FeederHours? Hours, bool IsSnapshot, ImmutableArray<Problem> Problems);

/// <summary>What reading gave; grid and limits are there even where the hours cannot be read.</summary>
/// <param name="Source">Grid and hours, and every problem.</param>
/// <param name="File">Name of the file of the grid.</param>
/// <param name="Limits">Limits; null without a grid.</param>
sealed record FeederReading(FeederSource Source, string File, FeederLimits? Limits)
{
    /// <summary>The feeder; null where grid or hours could not be read.</summary>
    internal Feeder? Feeder => Source is { Grid: { } grid, Hours: { } hours } && Limits is { } limits ? new Feeder(grid, hours, limits, Source.IsSnapshot) : null;

    /// <summary>Every problem.</summary>
    internal ImmutableArray<Problem> Problems => Source.Problems;

    /// <summary>The same with isolated buses that are merely dark as what measures and switches may supply.</summary>
    internal FeederReading WithDarkBuses() => Source.Grid is not { } grid ? this : this with { Source = Source with { Grid = IsolatedBuses.AsDark(grid, Source.Hours ?? FeederHours.Snapshot(grid)) } };
}
