using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Scheduling.Shifting.Planning;

namespace Suandian.Scheduling.Shifting;

/// <summary>A trace under several policies, measured, checked, and set beside what is possible.</summary>
public static class ShiftStudy
{
    /// <summary>True where a policy makes sense of the options.</summary>
    public static bool Serves(ShiftPolicyKind policy, ShiftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var suspends = policy is ShiftPolicyKind.ThresholdSuspend or ShiftPolicyKind.WaitAwhile;
        return (!suspends || options.Suspension == Suspension.Allowed) && (policy != ShiftPolicyKind.DayAhead || options.Lengths == LengthKnowledge.Known);
    }

    /// <summary>Runs the policies at one cluster.</summary>
    /// <inheritdoc cref="Run(ShiftTrace, ImmutableArray{ShiftCluster}, ShiftOptions, IEnumerable{ShiftPolicyKind}, CancellationToken)"/>
    public static ShiftSolution Run(ShiftTrace trace, ShiftSeries series, ShiftOptions options, IEnumerable<ShiftPolicyKind> policies, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Run(trace with { Demands = [] }, [ShiftCluster.Only(series, options)], options, policies, cancellation);
    }

    /// <summary>Runs the policies at clusters.</summary>
    /// <param name="trace">The jobs; each may go to one of the clusters at least.</param>
    /// <param name="clusters">The clusters; their hours tell what the goal minimises and last until the last deadline.</param>
    /// <param name="options">Options without problems.</param>
    /// <param name="policies">Policies that serve.</param>
    /// <param name="cancellation">Stops between hours.</param>
    /// <exception cref="ArgumentException">A series does not tell what is minimised, a policy does not serve, or a job may go nowhere.</exception>
    /// <exception cref="InvalidOperationException">A schedule breaks a rule that its policy keeps: a mistake of the program.</exception>
    public static ShiftSolution Run(ShiftTrace trace, ImmutableArray<ShiftCluster> clusters, ShiftOptions options, IEnumerable<ShiftPolicyKind> policies, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(policies);
        var choice = new ClusterChoice(trace, clusters, options);
        var lost = Enumerable.Range(0, trace.Count).FirstOrDefault(j => choice.Home(j) < 0, -1);
        var question = lost < 0 ? ShiftQuestion.Of(choice, clusters, options.Goal) : throw new ArgumentException($"job '{trace.Id[lost]}' may go nowhere", nameof(trace));
        var bounds = Enum.GetValues<ShiftGoal>().Where(goal => clusters.All(c => c.Series.Values(goal) is not null))
            .ToDictionary(goal => goal, goal => ShiftBound.Priced(choice, ShiftQuestion.Of(choice, clusters, goal).Places(), goal, cancellation));
        var runs = policies.Select(policy => Run(policy, question with { Known = bounds[options.Goal] }, clusters, cancellation)).ToImmutableArray();
        var isPossible = bounds.Values.Any(b => b.SolverValue is not null) || runs.Any(r => r.Metrics is { Late: 0, HoursOverLimit: 0 })
            || !ShiftBound.IsProvedImpossible(choice, question.Places(), cancellation);
        return new ShiftSolution(clusters, runs, bounds.ToImmutableDictionary(b => b.Key, b => b.Value with { IsFeasible = isPossible }));
    }

    /// <summary>The places and times a policy chooses.</summary>
    internal static ShiftSchedule Schedule(ShiftPolicyKind policy, ShiftQuestion question, CancellationToken cancellation)
    {
        var (options, choice) = (question.Options, question.Choice);
        if (!Serves(policy, options))
        {
            throw new ArgumentException($"{policy} does not serve these options", nameof(policy));
        }

        if (policy == ShiftPolicyKind.PriceGuided)
        {
            return HourlyReplanning.Schedule(question, cancellation);
        }

        HourlySignal[] seen = [.. Enumerable.Range(0, choice.Count).Select(p => question.Forecast(p).Once())];
        if (policy == ShiftPolicyKind.DayAhead)
        {
            return new DayAheadPlan(choice, question.Places(seen), options.Goal, question.KnownPrices).Solve(cancellation).Schedule;
        }

        var (rule, segments) = (ShiftPolicy.Of(policy, options.CheckpointSlots), new List<ShiftSegment>());
        int[] home = [.. Enumerable.Range(0, question.Trace.Count).Select(choice.Home)];
        for (var j = 0; j < home.Length; j++)
        {
            rule.Place(choice.At(j, home[j]), seen[home[j]], segments);
        }

        return ShiftSchedule.Of(policy, segments, [.. home]);
    }

    static ShiftRun Run(ShiftPolicyKind policy, ShiftQuestion question, ImmutableArray<ShiftCluster> clusters, CancellationToken cancellation)
    {
        var schedule = Schedule(policy, question, cancellation);
        var metrics = ShiftMetrics.Of(question.Trace, clusters, question.Options, schedule);
        var faults = ShiftCheck.Of(question.Trace, clusters, question.Options, schedule);
        var broken = faults.Where(f => !MayHappen(policy, question.Options, f.Kind)).ToArray();
        return broken.Length == 0 ? new ShiftRun(schedule, metrics, faults)
            : throw new InvalidOperationException($"{policy}: {broken.Length} faults, first {broken[0]}");
    }

    /// <summary>What a policy does not promise: those that know no limit exceed it; those that keep it may be late; an unknown length may outlast an hour of little power.</summary>
    static bool MayHappen(ShiftPolicyKind policy, ShiftOptions options, ShiftFaultKind fault)
    {
        var keeps = policy is ShiftPolicyKind.PriceGuided or ShiftPolicyKind.DayAhead;
        var knows = policy == ShiftPolicyKind.DayAhead || options.Lengths == LengthKnowledge.Known || options.Suspension == Suspension.Allowed;
        var outlasts = policy == ShiftPolicyKind.WaitAwhile && options.Lengths == LengthKnowledge.ClassMean && options.CheckpointTimeS > 0;
        return fault switch
        {
            ShiftFaultKind.OverLimit => !keeps || !knows,
            ShiftFaultKind.AfterDeadline => keeps || outlasts,
            ShiftFaultKind.WrongLength or ShiftFaultKind.Nowhere => keeps,
            _ => false,
        };
    }
}

/// <summary>Policies and bounds of a trace.</summary>
/// <param name="Clusters">Where it ran.</param>
/// <param name="Runs">One for each policy, in the order asked.</param>
/// <param name="Bounds">The bound of each goal that all series tell, g or yuan.</param>
public sealed record ShiftSolution(ImmutableArray<ShiftCluster> Clusters, ImmutableArray<ShiftRun> Runs, ImmutableDictionary<ShiftGoal, ShiftBound> Bounds)
{
    /// <summary>The policy of least cost among those that keep the limits and have the fewest late jobs; among all where none keeps them.</summary>
    public ShiftRun Best(ShiftGoal goal) => Runs.MinBy(r => (r.Metrics.HoursOverLimit > 0, r.Metrics.Late, r.Metrics.Of(goal)))!;

    /// <summary>What a policy takes more than running at once, as a share of it, pu; NaN where that was not asked or takes nothing, or where one of the two leaves jobs that never run.</summary>
    public double MoreThanNowPu(ShiftRun run, ShiftGoal goal)
    {
        ArgumentNullException.ThrowIfNull(run);
        var now = Runs.FirstOrDefault(r => r.Schedule.Policy == ShiftPolicyKind.RunNow)?.Metrics;
        return now is { NotRun: 0 } && run.Metrics.NotRun == 0 && now.Of(goal) != 0 ? (run.Metrics.Of(goal) - now.Of(goal)) / Math.Abs(now.Of(goal)) : double.NaN;
    }

    /// <summary>How many times the bound of a goal a policy takes; NaN where it exceeds a limit or lets a job be late, for the bound is not one of such schedules, and where there is none above 0.</summary>
    public double ToBound(ShiftRun run, ShiftGoal goal)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Metrics is { HoursOverLimit: 0, Late: 0 } && Bounds.GetValueOrDefault(goal) is { IsFeasible: true, Value: > 0 } bound ? run.Metrics.Of(goal) / bound.Value : double.NaN;
    }
}

/// <summary>A policy on a trace.</summary>
/// <param name="Schedule">When and where the jobs run.</param>
/// <param name="Metrics">What it is like.</param>
/// <param name="Faults">Deadlines missed and limits exceeded, as an independent check finds them.</param>
public sealed record ShiftRun(ShiftSchedule Schedule, ShiftMetrics Metrics, ImmutableArray<ShiftFault> Faults);
