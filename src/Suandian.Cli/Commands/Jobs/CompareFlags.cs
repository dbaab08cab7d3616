using System.CommandLine;
using Suandian.Cli.Commands.Grids;
using Suandian.Scheduling;
using Suandian.Scheduling.Shifting;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>What a comparison is asked for.</summary>
/// <param name="Queues">Queue policies.</param>
/// <param name="Shifts">Policies that shift in time.</param>
/// <param name="Series">The hourly table; null for none.</param>
/// <param name="Options">What is asked of the shift.</param>
sealed record AskedComparison((string Key, QueuePolicyKind Kind)[] Queues, (string Key, ShiftPolicyKind Kind)[] Shifts, string? Series, ShiftOptions Options);

/// <summary>The options of <c>compare</c> beside those of the log.</summary>
sealed class CompareFlags
{
    const string Usual = "fifo,sjf,easy,conservative";

    static readonly (string Key, ShiftPolicyKind Kind)[] Shifts = [.. Enum.GetValues<ShiftPolicyKind>().Select(kind => (ShiftFlags.KeyOf(kind), kind))];

    readonly Option<string?> _policy, _series, _by, _suspend, _maxWait, _power;

    internal CompareFlags(Door door)
    {
        _policy = door.Option<string?>("--policy", "fifo,easy,guided,…", "cli.option.compare_policy", list => Parted(list!) is not null);
        _series = door.Option<string?>("--series", "TABLE", "cli.option.compare_series");
        _by = door.Option<string?>("--by", "carbon|market|cost", "cli.option.shift_by");
        _by.AcceptOnlyFromAmong("carbon", "market", "cost");
        _suspend = door.Option<string?>("--suspend", "yes|no", "cli.option.shift_suspend");
        _suspend.AcceptOnlyFromAmong("yes", "no");
        _maxWait = door.Option<string?>("--max-wait", "6,24", "cli.option.shift_max_wait", text => ShiftFlags.Waits(text!) is not null);
        _power = FeederInput.Number(door, ("--kw-per-cpu", "1"), "cli.option.shift_power", new NumberRange(0.001, 1e6));
    }

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_policy, _series, _by, _suspend, _maxWait, _power])
        {
            command.Add(option);
        }
    }

    /// <summary>The rule between options that is broken; null where none is.</summary>
    internal string? Broken(ParseResult result)
    {
        if (Parted(result.GetValue(_policy) ?? Usual) is not { Shifts: { Length: > 0 } shifts })
        {
            return null;
        }

        var options = new ShiftOptions { Suspension = result.GetValue(_suspend) == "no" ? Suspension.Never : Suspension.Allowed };
        return result.GetValue(_series) is null ? "cli.usage.compare_series" : Array.TrueForAll(shifts, s => ShiftStudy.Serves(s.Kind, options)) ? null : "cli.usage.shift_policy";
    }

    /// <summary>What was asked.</summary>
    internal AskedComparison Asked(ParseResult parsed)
    {
        var (queues, shifts) = Parted(parsed.GetValue(_policy) ?? Usual)!.Value;
        var waits = ShiftFlags.Waits(parsed.GetValue(_maxWait) ?? "6,24")!.Value;
        return new AskedComparison(queues, shifts, parsed.GetValue(_series), new ShiftOptions
        {
            Suspension = parsed.GetValue(_suspend) == "no" ? Suspension.Never : Suspension.Allowed, ShortWaitH = waits.Short, LongWaitH = waits.Long,
            KilowattPerCpu = FeederInput.Value(parsed.GetValue(_power)) ?? 1, Goal = parsed.GetValue(_by) switch { "market" => ShiftGoal.MarketCarbon, "cost" => ShiftGoal.Cost, _ => ShiftGoal.Carbon },
        });
    }

    /// <summary>A list of policies by family; null where one is not known or there is none.</summary>
    static ((string Key, QueuePolicyKind Kind)[] Queues, (string Key, ShiftPolicyKind Kind)[] Shifts)? Parted(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        var shifts = Shifts.Where(s => names.Contains(s.Key)).OrderBy(s => Array.IndexOf(names, s.Key)).ToArray();
        string[] others = [.. names.Except(shifts.Select(s => s.Key))];
        QueuePolicyKind[]? queues = others is [] ? [] : SimulateCommand.Asked(string.Join(',', others));
        return names is [] || queues is null ? null : ([.. queues.Select(kind => (SimulateCommand.KeyOf(kind), kind))], shifts);
    }
}
