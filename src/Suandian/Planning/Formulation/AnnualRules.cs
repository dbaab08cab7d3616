using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Annual rules: shares and totals over the year, one row each, named by kind and rule.</summary>
/// <remarks>
/// With scenarios a rule is one row for each, over the snapshots of that scenario and weighted by its probability.
/// Sets        g ∈ renewable generators, l ∈ renewable links (heat to electricity), k ∈ trades, t ∈ snapshots
/// Parameters  w(t) weight [h/a]; s share [pu] or L limit [MWh/a, t/a] of the rule
/// Expressions [MWh/a] green = Σ w p(g,t) + Σ w η(l) forward(l,t), export = Σ w x(k,t) over exports, import likewise,
///             available = Σ w a(g,t) z(g) + Σ w η(l) forward(l,t), use = Σ w (load + electric power of clusters − shed)
/// Losses of storage, links and lines are no use. All renewable generation counts as green wherever it is; every exported
/// MWh is taken as green, so it is subtracted from what is used here. Dual of a ≥ row is ≥ 0, of a ≤ row ≤ 0 [yuan per MWh or t].
/// Source      kinds and limits: Cases/schema/annual_rules.csv; self-use and green shares as in 发改能源〔2025〕650号.
/// </remarks>
static class AnnualRules
{
    /// <summary>Writes the rows of all rules; <see cref="RuleRow"/> [rule × scenario] in the order of the network's rules.</summary>
    internal static RuleRow[] Add(LinearModel model, HourlyNetwork network, PlanningVariables x)
    {
        AnnualTotals[] years = [.. AnnualTotals.EachScenario(network, x)];
        var rows = new RuleRow[network.Rules.Length * years.Length];
        foreach (var kind in Enum.GetValues<AnnualRuleKind>())
        {
            var members = Index.Where(rows.Length, r => network.Rules[r / years.Length].Kind == kind);
            if (members.Length > 0)
            {
                var names = Array.ConvertAll(members, r => years[r % years.Length].Named(network.Rules[r / years.Length].Name));
                var block = model.Subject(RowName(kind), Index.Annual(names),
                    (i, _) => Rule(kind, network.Rules[members[i] / years.Length].Limit, years[members[i] % years.Length]));
                for (var i = 0; i < members.Length; i++)
                {
                    rows[members[i]] = new(block, i);
                }
            }
        }

        return rows;
    }

    static Constraint Rule(AnnualRuleKind kind, double limit, AnnualTotals totals) => kind switch
    {
        AnnualRuleKind.SelfUseShareMin => SelfUse(limit, totals),
        AnnualRuleKind.GreenShareMin => Green(limit, totals),
        AnnualRuleKind.ExportShareMax => ExportShare(limit, totals),
        AnnualRuleKind.ExportEnergyMax => ExportEnergy(limit, totals),
        AnnualRuleKind.Co2Max => Co2(limit, totals),
        AnnualRuleKind.CurtailmentShareMax => Curtailment(limit, totals),
        AnnualRuleKind.ImportShareMax => ImportShare(limit, totals),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of annual rule"),
    };

    /// <summary>green − export ≥ s available</summary>
    static Constraint SelfUse(double s, AnnualTotals year) => year.Green() - year.Export() - s * year.Available() >= 0;

    /// <summary>green − export + Σ greenshare(k) import(k) ≥ s use</summary>
    static Constraint Green(double s, AnnualTotals year) =>
        year.Green() - year.Export() + year.GreenImport() - s * year.Use() >= 0;

    /// <summary>export ≤ s available</summary>
    static Constraint ExportShare(double s, AnnualTotals year) => year.Export() - s * year.Available() <= 0;

    /// <summary>export ≤ L</summary>
    static Constraint ExportEnergy(double limit, AnnualTotals year) => year.Export() <= year.ProbabilityPu * limit;

    /// <summary>Σ co2(g) w p(g,t) over all generators + Σ co2(k) w x(k,t) over imports ≤ L</summary>
    static Constraint Co2(double limit, AnnualTotals year) => year.Co2() <= year.ProbabilityPu * limit;

    /// <summary>available − green ≤ s available</summary>
    static Constraint Curtailment(double s, AnnualTotals year) => (1 - s) * year.Available() - year.Green() <= 0;

    /// <summary>import ≤ s use</summary>
    static Constraint ImportShare(double s, AnnualTotals year) => year.Import() - s * year.Use() <= 0;

    /// <summary>Name of the row block of a kind: as it is written in case files.</summary>
    internal static string RowName(AnnualRuleKind kind) => kind switch
    {
        AnnualRuleKind.SelfUseShareMin => "self_use_share_min",
        AnnualRuleKind.GreenShareMin => "green_share_min",
        AnnualRuleKind.ExportShareMax => "export_share_max",
        AnnualRuleKind.ExportEnergyMax => "export_energy_max",
        AnnualRuleKind.Co2Max => "co2_max",
        AnnualRuleKind.CurtailmentShareMax => "curtailment_share_max",
        AnnualRuleKind.ImportShareMax => "import_share_max",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of annual rule"),
    };
}

/// <summary>The row of an annual rule.</summary>
/// <param name="Rows">Block of its kind.</param>
/// <param name="Index">Member of the block.</param>
sealed record RuleRow(Constraints Rows, int Index);
