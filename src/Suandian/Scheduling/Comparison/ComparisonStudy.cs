using System.Collections.Immutable;
using Suandian.Scheduling.Shifting;
using Suandian.Texts;

namespace Suandian.Scheduling.Comparison;

/// <summary>One trace under policies of both families, queue and time shifting, measured alike.</summary>
/// <remarks>Policies that shift count in slots of 5 s: arrivals and run times are rounded down to them, run times to at least one.</remarks>
public static class ComparisonStudy
{
    /// <summary>Runs the policies; each schedule is checked by code that shares nothing with its policy.</summary>
    /// <param name="setting">Jobs, machine and hours.</param>
    /// <param name="queues">Queue policies and their words; the machine must have a size where there are any.</param>
    /// <param name="shifts">Policies that shift and their words; hours that last until the last deadline are needed where there are any.</param>
    /// <param name="options">What is asked of the shift; its capacity is that of the setting.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <exception cref="InvalidOperationException">A schedule does not stand its check: a mistake of the program.</exception>
    public static ComparisonSolution Run(ComparisonSetting setting, IReadOnlyList<(string Key, QueuePolicyKind Kind)> queues, IReadOnlyList<(string Key, ShiftPolicyKind Kind)> shifts, ShiftOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(queues);
        ArgumentNullException.ThrowIfNull(shifts);
        var schedules = queues.Select(q => Queue(setting, q, cancellation)).ToList();
        ShiftSolution? shifted = null;
        if (shifts.Count > 0)
        {
            var asked = options with { CapacityCpus = setting.Processors > 0 ? setting.Processors : null, KilowattPerCpu = setting.KilowattPerCpu };
            shifted = ShiftStudy.Run(ShiftTrace.Of(setting.Trace, isAsked: false), setting.Series!, asked, shifts.Select(s => s.Kind), cancellation);
            schedules.AddRange(shifted.Runs.Select((run, i) => Of(shifts[i].Key, run.Schedule)));
        }

        return Measured(setting, schedules, (shifted, options));
    }

    /// <summary>Measures the schedules of a study of shifts.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="series">The hours.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="solution">The schedules and their bounds.</param>
    /// <param name="keyOf">Word for a policy in files.</param>
    public static ComparisonSolution Of(ShiftTrace trace, ShiftSeries series, ShiftOptions options, ShiftSolution solution, Func<ShiftPolicyKind, string> keyOf)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(keyOf);
        var setting = new ComparisonSetting(TraceOf(trace), options.CapacityCpus ?? 0, series, options.KilowattPerCpu);
        return Measured(setting, [.. solution.Runs.Select(r => Of(keyOf(r.Schedule.Policy), r.Schedule))], (solution, options));
    }

    /// <summary>Measures schedules of queue policies.</summary>
    public static ComparisonSolution Of(ComparisonSetting setting, IReadOnlyList<(string Key, ScheduleSolution Schedule)> schedules)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(schedules);
        return Measured(setting, [.. schedules.Select(s => ComparedSchedule.Of(s.Key, Phrases.Of("cli.simulate." + s.Key), setting.Trace, s.Schedule))], (null, new ShiftOptions()));
    }

    /// <summary>Hours that a series must have so that every job can wait as long as it may.</summary>
    public static long HoursNeeded(JobTrace trace, ShiftOptions options)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        const double SecondsPerHour = 3600;
        return Enumerable.Range(0, trace.Count).Select(j => trace.DeadlineS?[j] is >= 0 and var deadline ? (long)Math.Ceiling(deadline / SecondsPerHour) : (long)Math.Ceiling(trace.SubmitS[j] / SecondsPerHour + trace.RunS[j] / SecondsPerHour
            + (ShiftTrace.LengthSlots(trace.RunS[j]) >= ShiftTrace.LongFrom ? options.LongWaitH : options.ShortWaitH))).DefaultIfEmpty().Max();
    }

    /// <summary>The jobs of a trace that shift reads, as those of a log.</summary>
    public static JobTrace TraceOf(ShiftTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        long[] runS = [.. trace.Length.Select(l => (long)l * ShiftTrace.SlotS)];
        return new JobTrace
        {
            Name = trace.Name, Number = [.. Enumerable.Range(1, trace.Count).Select(n => (long)n)], Id = trace.Id, SubmitS = [.. trace.Arrival.Select(a => (long)a * ShiftTrace.SlotS)],
            RunS = runS, EstimateS = [.. runS.Select(r => Math.Max(1, r))], Processors = trace.Cpus,
            DeadlineS = trace.WaitSlots is { Length: > 0 } waits ? [.. waits.Select((w, j) => w < 0 ? -1 : (long)(trace.Arrival[j] + trace.Length[j] + w) * ShiftTrace.SlotS)] : null,
        };
    }

    static ComparedSchedule Queue(ComparisonSetting setting, (string Key, QueuePolicyKind Kind) policy, CancellationToken cancellation)
    {
        var schedule = BatchSimulator.Run(setting.Trace, setting.Processors, policy.Kind, setting.Depth, cancellation);
        var faults = ScheduleCheck.Of(setting.Trace, schedule);
        return faults.IsEmpty ? ComparedSchedule.Of(policy.Key, Phrases.Of("cli.simulate." + policy.Key), setting.Trace, schedule)
            : throw new InvalidOperationException($"{policy.Key}: {faults.Length} faults, first {faults[0]}");
    }

    static ComparedSchedule Of(string key, ShiftSchedule schedule) =>
        new(key, Phrases.Of("cli.shift." + key), [.. schedule.Segments.Select(s => new JobSegment(s.Job, (long)s.Start * ShiftTrace.SlotS, (long)s.End * ShiftTrace.SlotS))]);

    static ComparisonSolution Measured(ComparisonSetting setting, IReadOnlyList<ComparedSchedule> schedules, (ShiftSolution? Solution, ShiftOptions Options) shifted)
    {
        const double GramPerKilogram = 1000;
        double Bound(ShiftGoal goal) => shifted.Solution?.Bounds.GetValueOrDefault(goal) is { IsFeasible: true } bound ? bound.Value : double.NaN;
        var runs = schedules.Select(s => new ComparisonRun(s, ComparisonMetrics.Of(setting, s), LateByWaits(setting.Trace, s, shifted.Options)));
        var bounds = new ComparisonBounds(Bound(ShiftGoal.Carbon) / GramPerKilogram, Bound(ShiftGoal.Cost));
        return new ComparisonSolution(setting, [.. runs], bounds) { HasLongestWaits = shifted.Solution is not null };
    }

    /// <summary>Jobs that end after their deadline, or after the longest wait of their class where they have none.</summary>
    static int LateByWaits(JobTrace trace, ComparedSchedule schedule, ShiftOptions options) => schedule.Segments.Where(s => !(
        trace.DeadlineS?[s.Job] is >= 0 and var deadline ? s.EndS <= deadline : s.EndS / ShiftTrace.SlotS <= trace.SubmitS[s.Job] / ShiftTrace.SlotS + ShiftTrace.LengthSlots(trace.RunS[s.Job]) + options.WaitSlots(ShiftTrace.LengthSlots(trace.RunS[s.Job]) >= ShiftTrace.LongFrom)))
        .Select(s => s.Job).Distinct().Count();
}

/// <summary>Schedules of one trace side by side.</summary>
/// <param name="Setting">Jobs, machine and hours.</param>
/// <param name="Runs">The schedules, as asked.</param>
/// <param name="Bounds">What no schedule does better than.</param>
public sealed record ComparisonSolution(ComparisonSetting Setting, ImmutableArray<ComparisonRun> Runs, ComparisonBounds Bounds)
{
    /// <summary>True where policies that shift are among the schedules, so that every job has a longest wait.</summary>
    public bool HasLongestWaits { get; init; }

    /// <summary>Jobs that end after their deadline or, where policies shift, that never run or wait longer than they may; null where nothing limits waits.</summary>
    public int? LateOf(ComparisonRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return HasLongestWaits ? run.LateByWaits + run.Metrics.NotRun : Setting.Trace.DeadlineS is null ? null : run.Metrics.Late;
    }

    /// <summary>Hours in which jobs run after the end of the series; they count as its last hour, and green power as none.</summary>
    public int HoursBeyondSeries => Setting.Series is not { } series ? 0
        : Math.Max(0, (int)Math.Ceiling(Runs.SelectMany(r => r.Schedule.Segments).Select(s => s.EndS).DefaultIfEmpty().Max() / 3600.0) - series.Hours);

    /// <summary>How many times the least possible makespan; NaN where the schedule holds more than the machine or leaves jobs out.</summary>
    public double MakespanToBound(ComparisonRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Metrics.IsComparable ? run.Metrics.MakespanS / Setting.LeastMakespanS : double.NaN;
    }

    /// <summary>How many times the best of all schedules within the machine; NaN where the best is 0, not told, or the schedule is not one of them.</summary>
    public double ToBest(ComparisonRun run, Func<ComparisonMetrics, double> measure)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(measure);
        var best = Runs.Where(r => r.Metrics.IsComparable).Select(r => measure(r.Metrics)).DefaultIfEmpty().Min();
        return best > 0 && run.Metrics.IsComparable ? measure(run.Metrics) / best : double.NaN;
    }
}

/// <summary>A schedule and its measures.</summary>
/// <param name="Schedule">When the jobs run.</param>
/// <param name="Metrics">What that is like.</param>
/// <param name="LateByWaits">Jobs that wait longer than the bounds let them.</param>
public sealed record ComparisonRun(ComparedSchedule Schedule, ComparisonMetrics Metrics, int LateByWaits)
{
    /// <summary>How many times the bound of carbon or of cost a schedule takes: NaN where there is no bound, a job waits longer than the bound lets it, or jobs never run, or more is held than the machine or its power limit has.</summary>
    public double ToBound(double value, double bound) => bound > 0 && LateByWaits == 0 && Metrics.IsComparable ? value / bound : double.NaN;
}

/// <summary>What no schedule does better than; NaN where nothing is proved.</summary>
/// <param name="CarbonKg">Carbon by the intensity at the place, kg, for schedules whose waits are within the longest.</param>
/// <param name="CostYuan">Cost of energy, yuan, for the same.</param>
public sealed record ComparisonBounds(double CarbonKg, double CostYuan);
