using System.Collections.Immutable;

namespace Suandian.Planning.Scenarios;

/// <summary>One plan for several scenarios: what it costs in each, and what each would cost with a plan of its own.</summary>
public sealed record ScenarioAnswer
{
    /// <summary>The scenarios, in the order of the case.</summary>
    public required ImmutableArray<ScenarioOutcome> Outcomes { get; init; }

    /// <summary>Expected annual cost of the common plan, yuan/a.</summary>
    public required double ExpectedYuan { get; init; }

    /// <summary>Expected cost of the costliest 1 − α of the probability, yuan/a.</summary>
    public required double TailYuan { get; init; }

    /// <summary>Weight λ and level α the plan was made with.</summary>
    public required RiskOptions Risk { get; init; }

    /// <summary>Expected regret, yuan/a: what perfect foresight of the scenario would be worth; NaN where a scenario has no plan of its own.</summary>
    public double ExpectedRegretYuan => Outcomes.Sum(o => o.ProbabilityPu * o.RegretYuan);
}

/// <summary>How the common plan fares in one scenario.</summary>
public sealed record ScenarioOutcome
{
    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Probability.</summary>
    public required double ProbabilityPu { get; init; }

    /// <summary>Annual cost of the common plan in this scenario, yuan/a, capacities included.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Annual cost of the best plan for this scenario alone, yuan/a; NaN where it has none or it was not sought.</summary>
    public required double BestYuan { get; init; }

    /// <summary>What the common plan costs more here than a plan made for this scenario, yuan/a, ≥ 0.</summary>
    public double RegretYuan => CostYuan - BestYuan;
}
