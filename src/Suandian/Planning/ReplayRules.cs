using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays the annual rules from the yearly sums of the hours.</summary>
/// <remarks>
/// Available = Σ weight × availability × capacity of green generators; green = Σ weight × their output; both plus what green links deliver;
/// consumption = loads − load not served + electricity of clusters.
/// Self-use share = (green − exports) / available; green share = (green − exports + green share of imports) / consumption;
/// export share = exports / available; curtailment share = (available − green) / available; import share = imports / consumption.
/// </remarks>
static class ReplayRules
{
    internal static List<RuleReplay> Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var year = YearlySums.Of(network, plan);
        var rules = network.Rules.Select(rule => Check(rule, year)).ToList();
        rules.ForEach(r => ledger.Note(ReplayKind.Rule, r.ViolationPu, r.Rule));
        return rules;
    }

    /// <summary>Value of a rule in a year.</summary>
    internal static RuleReplay Check(AnnualRule rule, YearlySums year)
    {
        var (amount, whole) = rule.Kind switch
        {
            AnnualRuleKind.SelfUseShareMin => (year.GreenMwh - year.ExportMwh, year.AvailableMwh),
            AnnualRuleKind.GreenShareMin => (year.GreenMwh - year.ExportMwh + year.GreenImportMwh, year.ConsumptionMwh),
            AnnualRuleKind.ExportShareMax => (year.ExportMwh, year.AvailableMwh),
            AnnualRuleKind.CurtailmentShareMax => (year.AvailableMwh - year.GreenMwh, year.AvailableMwh),
            AnnualRuleKind.ImportShareMax => (year.ImportMwh, year.ConsumptionMwh),
            AnnualRuleKind.ExportEnergyMax => (year.ExportMwh, 1.0),
            AnnualRuleKind.Co2Max => (year.Co2T, 1.0),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "no such rule"),
        };
        var isLeast = rule.Kind is AnnualRuleKind.SelfUseShareMin or AnnualRuleKind.GreenShareMin;
        var missed = Math.Max(0, isLeast ? rule.Limit * whole - amount : amount - rule.Limit * whole);
        return new(rule.Name, whole == 0 ? double.NaN : amount / whole, rule.Limit,
            missed / Math.Max(1, Math.Max(whole, rule.Limit)));
    }
}

/// <summary>Energies of the year, MWh/a, and CO2, t/a.</summary>
sealed record YearlySums(
    double AvailableMwh, double GreenMwh, double ExportMwh, double ImportMwh,
    double GreenImportMwh, double ConsumptionMwh, double Co2T)
{
    internal static YearlySums Of(HourlyNetwork network, PlanningSolution plan)
    {
        var (snapshots, generators, trades) = (network.Snapshots.Count, network.Generators, network.Trades);
        double Sum(double[] power, Func<int, int, double> factor) =>
            power.Select((p, i) => network.Snapshots.WeightH[i % snapshots] * factor(i / snapshots, i) * p).Sum();
        double Trade(Func<int, double> factor) => Sum(plan.TradeMw, (k, _) => factor(k));
        double Importing(int k) => trades.IsImport[k] ? 1 : 0;
        double Green(int g) => generators.Renewable[g] ? 1 : 0;
        var delivered = Sum(plan.LinkForwardMw, (l, _) => network.Links.Renewable[l] ? network.Links.Efficiency[l] : 0);
        return new(
            Sum(generators.AvailabilityPu, (g, _) => Green(g) * plan.GeneratorCapacityMw[g]) + delivered,
            Sum(plan.GeneratorMw, (g, _) => Green(g)) + delivered,
            Trade(k => 1 - Importing(k)),
            Trade(Importing),
            Trade(k => Importing(k) * trades.GreenSharePu[k]),
            Sum(network.Loads.PowerMw, (_, _) => 1) - Sum(plan.ShedMw, (_, _) => 1) + Sum(plan.ItMw, (_, i) => network.Clusters.Pue[i]),
            Sum(plan.GeneratorMw, (g, _) => generators.Co2TPerMwh[g]) + Trade(k => Importing(k) * trades.Co2TPerMwh[k]));
    }
}
