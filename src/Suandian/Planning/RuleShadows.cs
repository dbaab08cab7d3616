using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>What loosening an annual rule saves.</summary>
/// <remarks>
/// For a total, the dual of its row. For a share s the row is … − s M ≷ 0 with M what the share is taken of, so that
/// ∂ cost / ∂ s = ± dual × M (envelope theorem), and a percentage point is 0.01 of s.
/// </remarks>
sealed class RuleShadows(PlanningModel plan, LinearSolution solution)
{
    const double PercentagePoint = 0.01;

    readonly HourlyNetwork _network = plan.Network;

    /// <summary>Yuan/a saved per percentage point (shares), MWh/a or t/a [rule], ≥ 0; over all scenarios at once.</summary>
    internal double[] Read()
    {
        var (scenarios, shadow) = (_network.Snapshots.Scenarios?.Count ?? 1, new double[_network.Rules.Length]);
        for (var i = 0; i < plan.RuleRows.Length; i++)
        {
            var (rule, row) = (i / scenarios, plan.RuleRows[i]);
            shadow[rule] += Math.Abs(solution.Duals(row.Rows)[row.Index]) * Multiplicand(_network.Rules[rule].Kind, i % scenarios);
        }

        return shadow;
    }

    double Multiplicand(AnnualRuleKind kind, int scenario) => IsTotal(kind) ? UnitOf(kind, scenario) : PercentagePoint * UnitOf(kind, scenario);

    static bool IsTotal(AnnualRuleKind kind) => kind is AnnualRuleKind.ExportEnergyMax or AnnualRuleKind.Co2Max;

    /// <summary>By how much the row of a rule moves with its limit: the probability of the scenario for a total, times what a share is taken of, MWh/a.</summary>
    internal double UnitOf(AnnualRuleKind kind, int scenario)
    {
        if (IsTotal(kind))
        {
            return _network.Snapshots.Scenarios?.ProbabilityPu[scenario] ?? 1;
        }

        var weight = Weights(scenario);
        return kind is AnnualRuleKind.GreenShareMin or AnnualRuleKind.ImportShareMax ? UseMwh(weight) : AvailableMwh(weight);
    }

    /// <summary>Weights of the snapshots of a scenario, 0 in the others.</summary>
    double[] Weights(int scenario)
    {
        var weight = (double[])_network.Snapshots.WeightH.Clone();
        if (_network.Snapshots.Scenarios is { } all)
        {
            var range = all.Of(scenario, weight.Length);
            weight.AsSpan(0, range.Start.Value).Clear();
            weight.AsSpan(range.End.Value).Clear();
        }

        return weight;
    }

    /// <summary>Σ w a z over renewable generators + Σ w η forward over renewable links, MWh/a.</summary>
    double AvailableMwh(double[] weight)
    {
        var (generators, capacity) = (_network.Generators, solution.Values(plan.Variables.Generators.Capacity));
        var sum = 0.0;
        for (var i = 0; i < generators.AvailabilityPu.Length; i++)
        {
            var (g, t) = (i / weight.Length, i % weight.Length);
            sum += generators.Renewable[g] ? weight[t] * generators.AvailabilityPu[i] * capacity[g] : 0;
        }

        var (links, forward) = (_network.Links, solution.Values(plan.Variables.Links.Forward));
        for (var i = 0; i < forward.Length; i++)
        {
            var (l, t) = (i / weight.Length, i % weight.Length);
            sum += links.Renewable[l] ? weight[t] * links.Efficiency[l] * forward[i] : 0;
        }

        return sum;
    }

    /// <summary>Σ w (load + electric power of clusters − shed), MWh/a.</summary>
    double UseMwh(double[] weight)
    {
        var clusters = _network.Clusters;
        var (capacity, run) = (solution.Values(plan.Variables.Computing.Capacity), solution.Values(plan.Variables.Computing.Run));
        var shed = solution.Values(plan.Variables.Shed);
        var sum = 0.0;
        for (var t = 0; t < weight.Length; t++)
        {
            var use = 0.0;
            for (var b = 0; b < _network.Buses.Length; b++)
            {
                use += plan.Connections.LoadMw[b * weight.Length + t] - shed[b * weight.Length + t];
            }

            for (var c = 0; c < clusters.Count; c++)
            {
                var busy = plan.Variables.Computing.PairsOf[c].Sum(p => run[p * weight.Length + t]) / clusters.GpuHoursPerMwh[c];
                use += clusters.Pue[c * weight.Length + t] * (clusters.IdlePu[c] * capacity[c] + (1 - clusters.IdlePu[c]) * busy);
            }

            sum += weight[t] * use;
        }

        return sum;
    }
}
