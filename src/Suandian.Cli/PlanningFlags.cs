using System.CommandLine;

namespace Suandian.Cli;

/// <summary>Options of the commands that compute a plan: which hours, which solver, how long.</summary>
sealed class PlanningFlags
{
    internal PlanningFlags(Door door)
    {
        Hours = door.Option<string?>("--hours", "year|weeks|1,14,…", "cli.option.hours");
        Hours.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Weeks(result.Tokens[0].Value) is null)
            {
                result.AddError(result.Tokens[0].Value);
            }
        });
        Solver = door.Option<string?>("--solver", "choose|ipm|simplex|pdlp", "cli.option.solver");
        Solver.AcceptOnlyFromAmong("choose", "ipm", "simplex", "pdlp");
        TimeLimit = door.Option<double?>("--time-limit", "S", "cli.option.time_limit");
        TimeLimit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is not > 0)
            {
                result.AddError(result.Tokens[0].Value);
            }
        });
        Threads = door.Option<int?>("--threads", "N", "cli.option.threads");
        Threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is not (>= 1 and <= 1024))
            {
                result.AddError(result.Tokens[0].Value);
            }
        });
    }

    internal Option<string?> Hours { get; }

    internal Option<string?> Solver { get; }

    internal Option<double?> TimeLimit { get; }

    internal Option<int?> Threads { get; }

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[Hours, Solver, TimeLimit, Threads])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The weeks a text names: none for year and weeks (the case's own), the numbers 1 … 52 in order; null where it is not understood.</summary>
    internal static int[]? Weeks(string text)
    {
        if (text is "year" or "weeks")
        {
            return [];
        }

        var weeks = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var week) || week is < 1 or > 52 || !weeks.Add(week))
            {
                return null;
            }
        }

        return [.. weeks];
    }
}
