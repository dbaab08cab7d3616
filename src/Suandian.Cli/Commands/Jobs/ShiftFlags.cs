using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.Cli.Commands.Grids;
using Suandian.Scheduling.Shifting;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>The options of <c>shift</c>, and what they ask.</summary>
sealed class ShiftFlags
{
    const int MostCpus = 10_000_000;

    static readonly (string Key, ShiftPolicyKind Kind)[] Known =
    [
        ("now", ShiftPolicyKind.RunNow), ("slot", ShiftPolicyKind.LowestSlot), ("window", ShiftPolicyKind.LowestWindow), ("carbon-time", ShiftPolicyKind.CarbonTime),
        ("threshold", ShiftPolicyKind.ThresholdSuspend), ("wait-awhile", ShiftPolicyKind.WaitAwhile), ("guided", ShiftPolicyKind.PriceGuided), ("ahead", ShiftPolicyKind.DayAhead),
    ];

    readonly Option<string?> _policy, _suspend, _lengths, _maxWait, _by, _power, _error, _format, _invalid;
    readonly Option<int?> _capacity, _checkpoint, _checkpointCost, _seed;

    internal ShiftFlags(Door door)
    {
        Series = door.Option<string?>("--series", "TABLE", "cli.option.shift_series");
        Clusters = door.Option<string?>("--clusters", "TABLE", "cli.option.shift_clusters");
        _policy = door.Option<string?>("--policy", "now,guided,…", "cli.option.shift_policy");
        _policy.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Asked(result.Tokens[0].Value) is null)
            {
                result.AddError("cli.usage.bad_value");
            }
        });
        _capacity = FeederInput.Whole(door, "--capacity", "cli.option.shift_capacity", (1, MostCpus));
        _suspend = door.Option<string?>("--suspend", "yes|no", "cli.option.shift_suspend");
        _suspend.AcceptOnlyFromAmong("yes", "no");
        _lengths = door.Option<string?>("--lengths", "known|mean", "cli.option.shift_lengths");
        _lengths.AcceptOnlyFromAmong("known", "mean");
        _maxWait = door.Option<string?>("--max-wait", "6,24", "cli.option.shift_max_wait");
        _maxWait.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Waits(result.Tokens[0].Value) is null)
            {
                result.AddError("cli.usage.bad_value");
            }
        });
        _by = door.Option<string?>("--by", "carbon|market|cost", "cli.option.shift_by");
        _by.AcceptOnlyFromAmong("carbon", "market", "cost");
        _power = FeederInput.Number(door, ("--kw-per-cpu", "1"), "cli.option.shift_power", new NumberRange(0.001, 1e6));
        _checkpoint = FeederInput.Whole(door, "--checkpoint", "cli.option.shift_checkpoint", (0, 3600));
        _checkpointCost = FeederInput.Whole(door, "--checkpoint-cost", "cli.option.shift_checkpoint_cost", (0, 3600));
        _error = FeederInput.Number(door, ("--forecast-error", "10%"), "cli.option.shift_error", new NumberRange(0, 1));
        _seed = FeederInput.Whole(door, "--seed", "cli.option.shift_seed", (0, int.MaxValue));
        _format = LogFlags.FormatOption(door);
        _invalid = door.Option<string?>("--invalid", "refuse|drop", "cli.option.shift_invalid");
        _invalid.AcceptOnlyFromAmong("refuse", "drop");
    }

    /// <summary>The hourly table of one cluster.</summary>
    internal Option<string?> Series { get; }

    /// <summary>The table of several.</summary>
    internal Option<string?> Clusters { get; }

    /// <summary>How the log is read.</summary>
    internal JobLogOptions Log(ParseResult parsed) => new()
    {
        Format = LogFlags.FormatOf(parsed.GetValue(_format)), Invalid = parsed.GetValue(_invalid) == "drop" ? InvalidJobs.Drop : InvalidJobs.Refuse,
    };

    /// <summary>The word for a policy on the command line.</summary>
    internal static string KeyOf(ShiftPolicyKind kind) => Known.First(p => p.Kind == kind).Key;

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[Series, Clusters, _policy, _capacity, _suspend, _lengths, _maxWait, _by, _power, _checkpoint, _checkpointCost, _error, _seed, _format, _invalid])
        {
            command.Add(option);
        }
    }

    /// <summary>The rule between options that is broken; null where none is.</summary>
    internal string? Broken(ParseResult result)
    {
        var suspension = result.GetValue(_suspend) == "no" ? Suspension.Never : Suspension.Allowed;
        var options = new ShiftOptions { Suspension = suspension, Lengths = result.GetValue(_lengths) == "mean" ? LengthKnowledge.ClassMean : LengthKnowledge.Known };
        return result.GetValue(_policy) is { } list && Asked(list) is { } asked && !Array.TrueForAll(asked, policy => ShiftStudy.Serves(policy, options)) ? "cli.usage.shift_policy"
            : result.GetValue(Series) is null == result.GetValue(Clusters) is null ? "cli.usage.shift_hours"
            : result.GetValue(Clusters) is not null && result.GetValue(_capacity) is not null ? "cli.usage.shift_capacity" : null;
    }

    /// <summary>What is asked of the shift.</summary>
    internal ShiftOptions Options(ParseResult parsed)
    {
        var waits = Waits(parsed.GetValue(_maxWait) ?? "6,24")!.Value;
        return new ShiftOptions
        {
            CapacityCpus = parsed.GetValue(_capacity),
            Suspension = parsed.GetValue(_suspend) == "no" ? Suspension.Never : Suspension.Allowed,
            Lengths = parsed.GetValue(_lengths) == "mean" ? LengthKnowledge.ClassMean : LengthKnowledge.Known,
            ShortWaitH = waits.Short,
            LongWaitH = waits.Long,
            KilowattPerCpu = FeederInput.Value(parsed.GetValue(_power)) ?? 1,
            CheckpointS = parsed.GetValue(_checkpoint) ?? 0,
            CheckpointTimeS = parsed.GetValue(_checkpointCost) ?? 0,
            Goal = parsed.GetValue(_by) switch { "market" => ShiftGoal.MarketCarbon, "cost" => ShiftGoal.Cost, _ => ShiftGoal.Carbon },
            ForecastErrorPu = FeederInput.Value(parsed.GetValue(_error)) ?? 0,
            Seed = parsed.GetValue(_seed) ?? 1,
        };
    }

    /// <summary>The policies asked for; without a list all that serve.</summary>
    internal ShiftPolicyKind[] Policies(ParseResult parsed, ShiftOptions options) =>
        parsed.GetValue(_policy) is { } list ? Asked(list)! : [.. Known.Select(p => p.Kind).Where(kind => ShiftStudy.Serves(kind, options))];

    /// <summary>The policies of a list such as now,guided; null where one is not known or there is none.</summary>
    static ShiftPolicyKind[]? Asked(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        return names is [] || names.Any(name => Known.All(p => p.Key != name)) ? null : [.. names.Select(name => Known.First(p => p.Key == name).Kind)];
    }

    /// <summary>Two waits in hours; null where they are none.</summary>
    internal static (double Short, double Long)? Waits(string text)
    {
        const double Most = 8760;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Hours(parts[0]) is { } shorter && Hours(parts[1]) is { } longer ? (shorter, longer) : null;
        static double? Hours(string part) => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) && hours is >= 0 and <= Most ? hours : null;
    }
}
