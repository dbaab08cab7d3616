using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Weight on the costly tail: the expected cost of the worst scenarios beside the expected cost of all.</summary>
/// <remarks>
/// Sets        s ∈ scenarios with probability p(s)
/// Parameters  λ weight, α level [pu]
/// Expressions cost(s) = cost of the capacities + cost of the hours and demand periods of s, not weighted [million yuan/a]
/// Variables   η = risk_threshold (the α-quantile of the cost at the optimum), excess(s) = risk_excess ≥ 0 [million yuan/a];
///             η is bounded by the least cost that any scenario can have
/// Objective   (1 − λ) Σ p(s) cost(s) + λ [η + Σ p(s) excess(s) / (1 − α)]
/// Nothing is written where there is one scenario or λ = 0. Only these rows and the annual rules join the scenarios.
/// Source      R. T. Rockafellar, S. Uryasev, Optimization of conditional value-at-risk, Journal of Risk 2 (2000),
///             doi:10.21314/JOR.2000.038.
/// </remarks>
static class Risk
{
    /// <summary>Money is counted in million yuan in these rows, so that their violation is judged as 1 yuan.</summary>
    const double Million = 1e6;

    /// <summary>Bound of η where a revenue has no bound in the problem, million yuan/a.</summary>
    const double Lowest = 1e6;

    /// <summary>cost(s) − η − excess(s) ≤ 0, and the objective that goes with it; the expected cost must have been written.</summary>
    internal static void Add(LinearModel model, HourlyNetwork network, DemandPeriods periods, RiskOptions risk)
    {
        if (network.Snapshots.Scenarios is not { } scenarios || risk.WeightPu == 0)
        {
            return;
        }

        var (p, tail) = (scenarios.ProbabilityPu, 1 - risk.LevelPu);
        var cost = Costs(model, network, periods);
        var constant = model.CostConstant;
        model.ScaleCosts(0, 0, 1 - risk.WeightPu);
        var threshold = model.Variables("risk_threshold", Index.Annual(["plan"]), Least(model, network, cost) + constant / Million, double.PositiveInfinity);
        var excess = model.Variables("risk_excess", Index.Annual(scenarios.Name), 0, double.PositiveInfinity);
        model.Subject("risk_excess_limit", Index.Annual(scenarios.Name), (s, _) =>
            model.Append(cost[s].Columns, cost[s].Coefficients) - threshold[0] - excess[s] <= -constant / Million);
        model.Minimise("risk_threshold", () => risk.WeightPu * Million * threshold[0]);
        model.Minimise("risk_excess", Members.Annual(scenarios.Count), (s, _) => risk.WeightPu * Million * p[s] / tail * excess[s]);
    }

    /// <summary>A cost that no scenario can fall below, so below which no quantile lies, million yuan/a without the constant; the certificate needs it.</summary>
    static double Least(LinearModel model, HourlyNetwork network, (int[] Columns, double[] Coefficients)[] costs)
    {
        var least = double.PositiveInfinity;
        foreach (var (columns, coefficients) in costs)
        {
            var sum = 0.0;
            for (var k = 0; k < columns.Length; k++)
            {
                sum += coefficients[k] * (coefficients[k] > 0 ? model.ColumnLower[columns[k]] : Most(model, network, columns[k]));
            }

            least = Math.Min(least, sum);
        }

        return Math.Max(least, -Lowest);
    }

    /// <summary>Upper bound of a column; of a trade with a demand charge its limit, which stands in the peak.</summary>
    static double Most(LinearModel model, HourlyNetwork network, int column)
    {
        var block = model.ColumnBlock(column);
        return block.Name == "trade_power" ? network.Trades.MaxMw[block.Component(column)] : model.ColumnUpper[column];
    }

    /// <summary>Columns and coefficients of cost(s), from the expected cost in the objective.</summary>
    static (int[] Columns, double[] Coefficients)[] Costs(LinearModel model, HourlyNetwork network, DemandPeriods periods)
    {
        var scenarios = network.Snapshots.Scenarios!;
        var parts = Enumerable.Range(0, scenarios.Count).Select(_ => (Columns: new List<int>(), Coefficients: new List<double>())).ToArray();
        foreach (var block in model.VariableBlocks.Select(v => v.Block))
        {
            for (var j = block.First; j < block.First + block.Length; j++)
            {
                var cost = model.ColumnCost[j] / Million;
                var own = cost == 0 ? -1 : ScenarioOf(block, j, scenarios, periods);
                for (var s = 0; s < parts.Length && cost != 0; s++)
                {
                    if (own < 0 || own == s)
                    {
                        parts[s].Columns.Add(j);
                        parts[s].Coefficients.Add(own < 0 ? cost : cost / scenarios.ProbabilityPu[s]);
                    }
                }
            }
        }

        return [.. parts.Select(part => (part.Columns.ToArray(), part.Coefficients.ToArray()))];
    }

    /// <summary>Scenario of a column; −1 for a capacity, which serves them all.</summary>
    static int ScenarioOf(Block block, int column, ScenarioBlocks scenarios, DemandPeriods periods)
    {
        if (block.Members.IsAnnual)
        {
            return block.Name == "trade_peak" ? periods.Scenario[block.Component(column)] : -1;
        }

        return scenarios.At(block.Snapshot(column));
    }
}
