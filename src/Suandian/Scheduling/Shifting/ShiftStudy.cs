using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Planning;

namespace Suandian.Scheduling.Shifting;

/// <summary>A trace under several policies, measured, checked, and set beside what is possible.</summary>
public static class ShiftStudy
{
    /// <summary>True where a policy makes sense of the options.</summary>
    public static bool Serves(ShiftPolicyKind policy, ShiftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var suspends = policy is ShiftPolicyKind.ThresholdSuspend or ShiftPolicyKind.WaitAwhile or ShiftPolicyKind.DayAhead;
        return (!suspends || options.Suspension == Suspension.Allowed) && (policy != ShiftPolicyKind.DayAhead || options.Lengths == LengthKnowledge.Known);
    }

    /// <summary>Runs the policies.</summary>
    /// <param name="trace">The jobs; none may need more processors than the capacity.</param>
    /// <param name="series">The hours; they tell what the goal minimises and last until the last deadline.</param>
    /// <param name="options">Options without problems.</param>
    /// <param name="policies">Policies that serve.</param>
    /// <param name="cancellation">Stops between hours.</param>
    /// <exception cref="ArgumentException">The series does not tell what is minimised, or a policy does not serve.</exception>
    /// <exception cref="InvalidOperationException">A schedule breaks a rule that its policy keeps: a mistake of the program.</exception>
    public static ShiftSolution Run(ShiftTrace trace, ShiftSeries series, ShiftOptions options, IEnumerable<ShiftPolicyKind> policies, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(policies);
        var signal = series.Signal(options.Goal) ?? throw new ArgumentException($"the series does not tell {options.Goal}", nameof(series));
        var limit = series.LimitCpus(options);
        var runs = policies.Select(policy => Run(policy, trace, (series, signal, limit), options, cancellation)).ToImmutableArray();
        var bounds = Enum.GetValues<ShiftGoal>().Where(goal => series.Signal(goal) is not null)
            .ToImmutableDictionary(goal => goal, goal => ShiftBound.Of(trace, options, Place(series.Signal(goal)!, limit, options), cancellation));
        return new ShiftSolution(runs, bounds);
    }

    /// <summary>The times a policy chooses.</summary>
    internal static ShiftSchedule Schedule(ShiftPolicyKind policy, ShiftTrace trace, (HourlySignal Signal, double[]? Limit) place, ShiftOptions options, CancellationToken cancellation)
    {
        if (!Serves(policy, options))
        {
            throw new ArgumentException($"{policy} does not serve these options", nameof(policy));
        }

        switch (policy)
        {
            case ShiftPolicyKind.PriceGuided:
                return HourlyReplanning.Schedule(trace, place.Signal, place.Limit, options, cancellation);
            case ShiftPolicyKind.DayAhead:
                var forecast = new Forecast(place.Signal, options.ForecastErrorPu, options.Seed).Once();
                return new DayAheadPlan(trace, [Place(forecast, place.Limit, options)], options).Solve(cancellation).Schedule;
            default:
                var (rule, seen, segments) = (ShiftPolicy.Of(policy), new Forecast(place.Signal, options.ForecastErrorPu, options.Seed).Once(), new List<ShiftSegment>());
                for (var j = 0; j < trace.Count; j++)
                {
                    rule.Place(trace.Job(j, options), seen, segments);
                }

                return ShiftSchedule.Of(policy, segments);
        }
    }

    static ShiftRun Run(ShiftPolicyKind policy, ShiftTrace trace, (ShiftSeries Series, HourlySignal Signal, double[]? Limit) place, ShiftOptions options, CancellationToken cancellation)
    {
        var schedule = Schedule(policy, trace, (place.Signal, place.Limit), options, cancellation);
        var metrics = ShiftMetrics.Of(trace, place.Series, options, schedule);
        var faults = ShiftCheck.Of(trace, place.Series, options, schedule);
        var broken = faults.Where(f => !MayHappen(policy, options, f.Kind)).ToArray();
        return broken.Length == 0 ? new ShiftRun(schedule, metrics, faults)
            : throw new InvalidOperationException($"{policy}: {broken.Length} faults, first {broken[0]}");
    }

    /// <summary>What a policy does not promise: those that know no limit exceed it; those that keep it may be late; an unknown length may outlast an hour of little power.</summary>
    static bool MayHappen(ShiftPolicyKind policy, ShiftOptions options, ShiftFaultKind fault)
    {
        var keeps = policy is ShiftPolicyKind.PriceGuided or ShiftPolicyKind.DayAhead;
        var knows = policy == ShiftPolicyKind.DayAhead || options.Lengths == LengthKnowledge.Known || options.Suspension == Suspension.Allowed;
        return fault switch
        {
            ShiftFaultKind.OverLimit => !keeps || !knows,
            ShiftFaultKind.AfterDeadline or ShiftFaultKind.WrongLength => keeps,
            _ => false,
        };
    }

    static PlaceHours Place(HourlySignal signal, double[]? limit, ShiftOptions options) =>
        new([.. signal.ToArray().Select(v => v * options.KilowattPerCpu)], limit);
}

/// <summary>Policies and bounds of a trace.</summary>
/// <param name="Runs">One for each policy, in the order asked.</param>
/// <param name="Bounds">The bound of each goal that the series tells, g or yuan.</param>
public sealed record ShiftSolution(ImmutableArray<ShiftRun> Runs, ImmutableDictionary<ShiftGoal, ShiftBound> Bounds);

/// <summary>A policy on a trace.</summary>
/// <param name="Schedule">When the jobs run.</param>
/// <param name="Metrics">What it is like.</param>
/// <param name="Faults">Deadlines missed and limits exceeded, as an independent check finds them.</param>
public sealed record ShiftRun(ShiftSchedule Schedule, ShiftMetrics Metrics, ImmutableArray<ShiftFault> Faults);
