using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.Optimisation;
using Suandian.Planning;

namespace Suandian.Cli.Commands.Plans;

/// <summary>Options of the commands that compute a plan: which hours, which solver, how long.</summary>
sealed class PlanningFlags
{
    internal PlanningFlags(Door door)
    {
        Hours = door.Option<string?>("--hours", "year|weeks|1,14,…", "cli.option.hours");
        Accept(Hours, text => Weeks(text) is not null);
        Solver = door.Option<string?>("--solver", "hourly|ipm|simplex|…", "cli.option.solver");
        Solver.AcceptOnlyFromAmong("hourly", "hourly-vertex", "ipm", "ipm-crossover", "simplex", "pdlp");
        TimeLimit = door.Option<double?>("--time-limit", "S", "cli.option.time_limit", NumberRange.Above(0, 1e9));
        Threads = door.Option<int?>("--threads", "N", "cli.option.threads", NumberRange.Whole(1, 1024));
        Memory = door.Option<double?>("--memory", "GIB", "cli.option.memory", NumberRange.Above(0, 1e6));
    }

    /// <summary>GiB that may be used; what is free where it is not given.</summary>
    internal Option<double?> Memory { get; }

    internal Option<string?> Hours { get; }

    internal Option<string?> Solver { get; }

    internal Option<double?> TimeLimit { get; }

    internal Option<int?> Threads { get; }

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[Hours, Solver, TimeLimit, Threads, Memory])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The options of a plan for a case; what the user does not say is the default of the library.</summary>
    internal PlanningOptions Options(ParseResult parsed, Case data)
    {
        var defaults = new PlanningOptions();
        var (method, crossover) = parsed.GetValue(Solver) switch
        {
            "hourly" => (SolverMethod.Hourly, Switch.Off),
            "hourly-vertex" => (SolverMethod.Hourly, Switch.On),
            "ipm" => (SolverMethod.InteriorPoint, Switch.Off),
            "ipm-crossover" => (SolverMethod.InteriorPoint, Switch.On),
            "simplex" => (SolverMethod.Simplex, Switch.On),
            "pdlp" => (SolverMethod.FirstOrder, Switch.Off),
            _ => (defaults.Solver.Method, defaults.Solver.Crossover),
        };
        return defaults with
        {
            LineModel = data.Settings.LineModel ?? defaults.LineModel,
            Risk = new RiskOptions
            {
                WeightPu = data.Settings.RiskWeight ?? defaults.Risk.WeightPu,
                LevelPu = data.Settings.RiskLevel ?? defaults.Risk.LevelPu,
            },
            Solver = defaults.Solver with
            {
                Method = method,
                Crossover = crossover,
                Threads = parsed.GetValue(Threads) ?? defaults.Solver.Threads,
                MemoryLimitBytes = parsed.GetValue(Memory) is { } gibibytes ? (long)(gibibytes * (1L << 30)) : FreeMemory.Bytes(),
                TimeLimit = parsed.GetValue(TimeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.Solver.TimeLimit,
            },
        };
    }

    /// <summary>The same options as words, for another process of this program.</summary>
    internal IEnumerable<string> Words(ParseResult parsed)
    {
        (Option, string?)[] machine =
        [
            (Threads, parsed.GetValue(Threads)?.ToString(CultureInfo.InvariantCulture)), (Memory, parsed.GetValue(Memory)?.ToString("R", CultureInfo.InvariantCulture)),
        ];
        foreach (var (option, value) in Given(parsed).Concat(machine))
        {
            if (value is not null)
            {
                yield return option.Name;
                yield return value;
            }
        }
    }

    /// <summary>The options that change results, name and value, where they are given.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Named(ParseResult parsed) =>
        Given(parsed).Where(o => o.Value is not null).Select(o => KeyValuePair.Create(o.Option.Name.TrimStart('-').Replace('-', '_'), o.Value!));

    IEnumerable<(Option Option, string? Value)> Given(ParseResult parsed) =>
    [
        (Hours, parsed.GetValue(Hours)),
        (Solver, parsed.GetValue(Solver)),
        (TimeLimit, parsed.GetValue(TimeLimit)?.ToString("R", CultureInfo.InvariantCulture)),
    ];

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
            if (!int.TryParse(part, CultureInfo.InvariantCulture, out var week) || week is < 1 or > 52 || !weeks.Add(week))
            {
                return null;
            }
        }

        return [.. weeks];
    }

    static void Accept(Option option, Func<string, bool> isGood) => option.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => !isGood(token.Value)) is { } bad)
        {
            result.AddError(bad.Value);
        }
    });
}
