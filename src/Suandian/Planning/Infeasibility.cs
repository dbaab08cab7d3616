using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Stages;
using Suandian.Texts;

namespace Suandian.Planning;

/// <summary>Explains why a case has no plan, and what would give it one.</summary>
/// <remarks>
/// First the cause: the elastic problem in which supply may be missing or in excess at any bus and hour and rules may be
/// missed, and nothing else costs. Its duals name the limits and rules that stand in the way. Then the remedies: for one limit
/// after the other, the least by which it must give way if all others hold. Method: docs/explanation/infeasibility.md.
/// </remarks>
public static class Infeasibility
{
    const int NamedCauses = 3;
    const int NamedRelaxations = 6;

    /// <summary>Explains an infeasible network.</summary>
    /// <param name="network">The network, for which planning ended as infeasible.</param>
    /// <param name="options">The options it was planned with.</param>
    /// <param name="how">Year for dates and time limit.</param>
    /// <param name="cancellation">When cancelled, what was found so far is returned.</param>
    /// <returns>
    /// Causes and relaxations; one cause of kind <see cref="InfeasibilityCauseKind.Unknown"/> where nothing is missing after
    /// all (the network is feasible) or the elastic problem could not be solved in the time and memory there is.
    /// </returns>
    public static InfeasibilityReport Explain(
        HourlyNetwork network, PlanningOptions options, InfeasibilityOptions how, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        return Explain(() => ElasticPlan.Of(network, options), options, how, cancellation);
    }

    /// <summary>Explains scenarios for which no common plan exists: capacities and limits are common, all else is asked of each.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="options">The options they were planned with.</param>
    /// <param name="how">Year for dates, names and time limit.</param>
    /// <param name="cancellation">When cancelled, what was found so far is returned.</param>
    /// <returns>As for one network; each cause names its scenario, each change holds for all of them.</returns>
    public static InfeasibilityReport Explain(
        ImmutableArray<ScenarioNetwork> scenarios, PlanningOptions options, InfeasibilityOptions how, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Explain(() => ElasticPlan.Of(scenarios, options), options, how, cancellation);
    }

    /// <summary>Explains stages that cannot be built one after another.</summary>
    /// <param name="stages">The problem of the stages, which ended as infeasible.</param>
    /// <param name="how">Year for dates, names and time limit.</param>
    /// <param name="cancellation">When cancelled, what was found so far is returned.</param>
    /// <returns>As for one network; each cause names its stage, each change holds for all of them.</returns>
    public static InfeasibilityReport Explain(StagePlanning stages, InfeasibilityOptions how, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stages);
        return Explain(() => ElasticPlan.Of(stages), stages.Options, how, cancellation);
    }

    static InfeasibilityReport Explain(Func<ElasticPlan> make, PlanningOptions options, InfeasibilityOptions how, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(how);
        var begin = options.Solver.Clock.GetTimestamp();
        try
        {
            return Explain(make(), (options, begin), how, cancellation);
        }
        catch (MemoryShortException shortage)
        {
            return Report([Unknown(shortage.Words)], [], isComplete: false, options.Solver.Clock.GetElapsedTime(begin));
        }
    }

    static InfeasibilityReport Explain(
        ElasticPlan plan, (PlanningOptions Planning, long Begin) options, InfeasibilityOptions how, CancellationToken cancellation)
    {
        var solves = new ElasticSolves(plan, options.Planning, how, cancellation);
        var diagnosis = solves.Diagnose();
        var relaxations = diagnosis.IsOptimal ? new RelaxationSearch(plan, solves).Find(diagnosis) : [];
        var causes = diagnosis.IsOptimal ? new InfeasibilityCauses(plan, diagnosis, how).Find(relaxations) : [];
        var isFixed = diagnosis.Source.Status == SolverStatus.Infeasible;
        return Report(causes.IsEmpty ? [Unknown(Phrases.Of(isFixed ? "infeasible.fixed" : diagnosis.IsOptimal && plan.HasWhole ? "infeasible.whole" : "infeasible.unknown"))] : causes, relaxations,
            isFixed || (diagnosis.IsOptimal && !solves.IsOutOfTime), options.Planning.Solver.Clock.GetElapsedTime(options.Begin));
    }

    static InfeasibilityReport Report(
        ImmutableArray<InfeasibilityCause> causes, ImmutableArray<Relaxation> relaxations, bool isComplete, TimeSpan time) => new()
        {
            Cause = causes,
            Relax = relaxations,
            IsComplete = isComplete,
            Seconds = time.TotalSeconds,
            Text = Say(causes, relaxations),
        };

    static InfeasibilityCause Unknown(Text why) => new()
    {
        Kind = InfeasibilityCauseKind.Unknown,
        Component = "",
        Name = "",
        Hours = [],
        Size = double.NaN,
        Unit = "",
        Text = why,
    };

    static Text Say(ImmutableArray<InfeasibilityCause> causes, ImmutableArray<Relaxation> relaxations)
    {
        static bool IsMissing(InfeasibilityCause cause) => cause.Kind <= InfeasibilityCauseKind.RuleMissed;
        var named = causes.Where(IsMissing).Take(NamedCauses).Concat(causes.Where(c => !IsMissing(c)).Take(NamedCauses));
        var why = Phrases.Of("infeasible.summary", ("causes", List(named.Select(c => c.Text))));
        var remedies = List(relaxations.Take(NamedRelaxations).Select(r => r.Text));
        var what = relaxations.Length switch
        {
            0 => Phrases.Of("infeasible.no_relaxation"),
            1 => Phrases.Of("infeasible.one_relaxation", ("relaxations", remedies)),
            _ => Phrases.Of("infeasible.any_relaxation", ("relaxations", remedies)),
        };
        return new(why.Zh + what.Zh, why.En + " " + what.En);
    }

    static Text List(IEnumerable<Text> texts)
    {
        var all = texts.ToArray();
        return new(string.Join("；", all.Select(t => t.Zh)), string.Join("; ", all.Select(t => t.En)));
    }
}
