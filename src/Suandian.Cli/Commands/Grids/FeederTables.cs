using System.Globalization;
using System.Text.Json;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cli.Commands.Grids;

/// <summary>What the answers of the feeder commands share: headings, names of places, limits in words.</summary>
sealed class FeederTables(Terminal terminal, Feeder feeder, int rows)
{
    /// <summary>Rows of each table that are printed unless told otherwise.</summary>
    internal const int UsualRows = 20;

    readonly PowerGrid _grid = feeder.Grid;

    /// <summary>Headings of columns.</summary>
    internal string[] Headings(params string[] columns) => [.. columns.Select(column => terminal.Words("cli.feeder.column." + column))];

    /// <summary>Number and name of a bus.</summary>
    internal string Bus(int bus) => _grid.Buses.Title(bus).In(terminal.Language);

    /// <summary>A branch by its ends, with their names.</summary>
    internal string Branch(int branch) => BranchNames.Title(_grid, branch).In(terminal.Language);

    /// <summary>Branches in a row; a dash for none.</summary>
    internal string Branches(int[]? branches) => BranchNames.Titles(_grid, branches ?? []).In(terminal.Language);

    /// <summary>The user's number of an hour; a dash for none.</summary>
    internal string Hour(int hour) => hour < 0 ? "–" : feeder.Hours.Label[hour].ToString(CultureInfo.InvariantCulture);

    /// <summary>What is beyond its limit, in words.</summary>
    internal string Limit(FeederViolation violation) => terminal.Words($"cli.feeder.limit.{violation.Kind}", ("place", Place(violation)));

    /// <summary>Bus or branch of a limit for people; null for none.</summary>
    string? Place(FeederViolation violation) => violation.Kind switch
    {
        ViolationKind.Overload => Branch(violation.Index),
        ViolationKind.LowVoltage or ViolationKind.HighVoltage or ViolationKind.SumOfDeviations => Bus(violation.Index),
        _ => null,
    };

    /// <summary>Bus or branch of a limit by numbers, the same in all languages; null for none.</summary>
    internal string? Code(FeederViolation violation) => violation.Kind switch
    {
        ViolationKind.Overload => BranchNames.Of(_grid, violation.Index),
        ViolationKind.LowVoltage or ViolationKind.HighVoltage or ViolationKind.SumOfDeviations => FeederOptions.Bus(_grid, violation.Index),
        _ => null,
    };

    /// <summary>Says which hours have no solution, the first twenty by number.</summary>
    internal void Unsolved(int[] hours)
    {
        if (hours.Length > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.unsolved", ("count", hours.Length), ("hours", string.Join(", ", hours.Take(20).Select(Hour)) + (hours.Length > 20 ? " …" : ""))));
        }
    }

    /// <summary>Says that a table was cut.</summary>
    internal void More(int count)
    {
        if (count > rows)
        {
            terminal.Say(terminal.Words("cli.feeder.more", ("rows", rows)));
        }
    }

    /// <summary>Says where the files are, and what the snapshot means.</summary>
    internal void Close(string? folder, string page)
    {
        if (feeder.IsSnapshot)
        {
            terminal.Remark(terminal.Words("cli.feeder.snapshot"));
        }

        if (folder is not null)
        {
            terminal.Say(terminal.Words("cli.feeder.written", ("folder", folder), ("page", page)));
        }
    }

    /// <summary>Kind of a limit or origin of one in documents.</summary>
    internal static string Word<T>(T kind)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
