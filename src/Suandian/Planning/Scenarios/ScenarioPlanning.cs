using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Scenarios;

/// <summary>A scenario: its name, probability and network.</summary>
/// <param name="Name">Name.</param>
/// <param name="ProbabilityPu">Probability, &gt; 0; all together 1.</param>
/// <param name="Network">The network in this scenario; the components are the same in all.</param>
public sealed record ScenarioNetwork(string Name, double ProbabilityPu, HourlyNetwork Network);

/// <summary>One plan for several scenarios of weather, demand and price.</summary>
/// <remarks>
/// Two stages: capacities are chosen before the scenario is known, everything hourly after. The joint problem is the planning problem
/// over the snapshots of all scenarios, weighted by probability, with annual rules and demand charges for each scenario;
/// its objective is the expected cost, or a mixture with the cost of the tail (<see cref="RiskOptions"/>).
/// Source      two-stage stochastic linear programming with recourse: J. R. Birge, F. Louveaux, Introduction to Stochastic
///             Programming, 2nd ed., Springer 2011, doi:10.1007/978-1-4614-0237-4.
/// </remarks>
public sealed class ScenarioPlanning
{
    readonly PlanningOptions _options;

    ScenarioPlanning(ImmutableArray<ScenarioNetwork> scenarios, PlanningModel joint, PlanningOptions options) =>
        (Scenarios, Joint, _options) = (scenarios, joint, options);

    /// <summary>The scenarios.</summary>
    public ImmutableArray<ScenarioNetwork> Scenarios { get; }

    /// <summary>The joint problem. Peaks of its plan are those of the first scenario, prices are weighted by probability.</summary>
    public PlanningModel Joint { get; }

    /// <summary>Writes the joint problem.</summary>
    /// <exception cref="ArgumentException">The scenarios have different components, or their probabilities do not add up to 1 within 1e-6.</exception>
    public static ScenarioPlanning Build(ImmutableArray<ScenarioNetwork> scenarios, PlanningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(scenarios, PlanningModel.Build(Join(scenarios), options), options);
    }

    /// <summary>The network of the joint problem.</summary>
    /// <inheritdoc cref="Build"/>
    public static HourlyNetwork Join(ImmutableArray<ScenarioNetwork> scenarios)
    {
        double[] probability = [.. scenarios.Select(s => s.ProbabilityPu)];
        if (probability.Any(p => !(p > 0)) || Math.Abs(probability.Sum() - 1) > 1e-6)
        {
            throw new ArgumentException($"the probabilities {string.Join(", ", probability)} do not add up to 1", nameof(scenarios));
        }

        return ScenarioNetworks.Join([.. scenarios.Select(s => s.Name)], probability, [.. scenarios.Select(s => s.Network)]);
    }

    /// <summary>The plan in one scenario: the common capacities and how they run there.</summary>
    /// <param name="joint">A solution of the joint problem.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>
    /// A plan on the network of the scenario, with its own cost. Bus prices are those of the scenario; shadow prices of rules and
    /// limits those of the joint problem. The certificate is null: it belongs to the joint problem.
    /// </returns>
    public PlanningSolution In(LinearSolution joint, int scenario)
    {
        ArgumentNullException.ThrowIfNull(joint);
        var plan = PlanningModel.Build(Scenarios[scenario].Network, _options with { Risk = new() });
        var part = new ScenarioPart(Joint, plan, scenario).Of(joint);
        var whole = Joint.ReadSolution(joint);
        return plan.ReadSolution(part) with
        {
            Certificate = null,
            Status = whole.Status,
            LimitShadows = whole.LimitShadows,
            RuleShadowYuan = whole.RuleShadowYuan,
            Run = whole.Run,
        };
    }

    /// <summary>What the common plan costs in each scenario, and its regret.</summary>
    /// <param name="joint">A solution of the joint problem.</param>
    /// <param name="own">The best plan of each scenario alone; null where it is not sought or there is none.</param>
    public ScenarioAnswer Answer(LinearSolution joint, IReadOnlyList<PlanningSolution?> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        double[] cost = [.. Enumerable.Range(0, Scenarios.Length).Select(s => In(joint, s).ObjectiveYuan)];
        return new ScenarioAnswer
        {
            Outcomes =
            [
                .. Scenarios.Select((s, i) => new ScenarioOutcome
                {
                    Name = s.Name, ProbabilityPu = s.ProbabilityPu, CostYuan = cost[i], BestYuan = own[i]?.ObjectiveYuan ?? double.NaN,
                }),
            ],
            ExpectedYuan = Scenarios.Select((s, i) => s.ProbabilityPu * cost[i]).Sum(),
            TailYuan = Tail([.. Scenarios.Select((s, i) => (s.ProbabilityPu, cost[i]))], _options.Risk.LevelPu),
            Risk = _options.Risk,
        };
    }

    /// <summary>Expected cost of the costliest 1 − α of the probability; the scenario at the edge counts in part.</summary>
    internal static double Tail((double Probability, double Cost)[] outcomes, double level)
    {
        var (left, sum) = (1 - level, 0.0);
        foreach (var (probability, cost) in outcomes.OrderByDescending(o => o.Cost))
        {
            var share = Math.Min(left, probability);
            (left, sum) = (left - share, sum + share * cost);
        }

        return sum / (1 - level);
    }
}
