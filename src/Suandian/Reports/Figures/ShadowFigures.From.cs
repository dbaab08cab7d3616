using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record ShadowFigures
{
    /// <summary>Values below this count as not binding, yuan/a per unit: under the solver's tolerance of duals.</summary>
    const double Nothing = 1;

    internal static ShadowFigures From(StudyView view, BuildList build)
    {
        ShadowRow[] rows =
        [
            .. view.Plan.Run.LimitShadows.Where(s => s.YuanPerUnit > Nothing).Select(s => Limit(view, build, s)),
            .. RuleShadows.Of(view, Nothing),
            .. build.Rows.Where(r => r.Reason == BuildReason.InteriorOptimum && r.ReasonYuanPerUnit > Nothing).Select(Optimum),
            .. FreeTrades(view),
        ];
        return new([.. rows.Select(r => ShadowRanges.Into(view, r)).Select(r => r with { Sentence = Findings.Capital(r.Sentence) }).OrderBy(r => Rank(r.Kind)).ThenByDescending(r => r.YuanPerUnit)]);
    }

    static int Rank(ShadowKind kind) => kind switch
    {
        ShadowKind.BindingLimit or ShadowKind.Requirement or ShadowKind.RuleLifted => 0,
        ShadowKind.AtOptimum => 1,
        _ => 2,
    };

    static ShadowRow Limit(StudyView view, BuildList build, Planning.LimitShadow shadow)
    {
        var (limit, plan) = LimitOf(view, build, shadow);
        var isLifted = shadow.Component == "tariffs" && limit is 0;
        var title = Phrases.Of("limit." + shadow.Component, ("name", view.Names.TitleOf(shadow.Component, shadow.Name)));
        var unit = UnitOf(shadow.Column);
        return new ShadowRow
        {
            Kind = isLifted ? ShadowKind.RuleLifted : ShadowKind.BindingLimit,
            Table = shadow.Component,
            Name = shadow.Name,
            Column = shadow.Column,
            Title = title,
            Quantity = QuantityOf(unit),
            Plan = plan,
            Limit = limit,
            PerUnit = unit,
            YuanPerUnit = shadow.YuanPerUnit,
            Sentence = Phrases.Of(
                isLifted ? "shadow.lifted" : "shadow.limit",
                ("thing", title),
                ("unit", Phrases.Of("unit." + UnitKey(unit))),
                ("yuan", Numbers.Say(Quantity.MoneyYuan, shadow.YuanPerUnit))),
            Reason = Phrases.Of("shadow.range_unknown"),
        };
    }

    static (double? Limit, double? Plan) LimitOf(StudyView view, BuildList build, Planning.LimitShadow shadow)
    {
        var row = build.Rows.FirstOrDefault(r => r.Table == shadow.Component && r.Name == shadow.Name && r.Unit == UnitOf(shadow.Column));
        if (row is not null)
        {
            return (row.Max, row.Existing + row.New);
        }

        var k = view.Plan.Network.Trades;
        var trade = shadow.Component == "tariffs" ? Array.IndexOf(k.Name, shadow.Name) : -1;
        return trade < 0 ? (null, null) : (k.MaxMw[trade], Peak(view, trade));
    }

    static double Peak(StudyView view, int trade) =>
        view.Plan.Run.TradeMw.AsSpan(trade * view.Plan.T, view.Plan.T).ToArray().Max();

    static ShadowRow Optimum(BuildRow row)
    {
        var title = row.Title;
        return new ShadowRow
        {
            Kind = ShadowKind.AtOptimum,
            Table = row.Table,
            Name = row.Name,
            Column = row.Unit switch { "MWh" => "energy_mwh", "Gbit/s" => "capacity_gbit_s", _ => "power_mw" },
            Title = title,
            Quantity = QuantityOf(row.Unit),
            Plan = row.Existing + row.New,
            Limit = row.Max,
            PerUnit = row.Unit,
            YuanPerUnit = row.ReasonYuanPerUnit!.Value,
            Sentence = Phrases.Of(
                "shadow.optimum",
                ("thing", title),
                ("unit", Phrases.Of("unit." + UnitKey(row.Unit))),
                ("yuan", Numbers.Say(Quantity.MoneyYuan, row.ReasonYuanPerUnit.Value))),
            Reason = Phrases.Of(
                "shadow.optimum_reason",
                ("plan", Numbers.Say(QuantityOf(row.Unit), row.Existing + row.New)),
                ("limit", Numbers.Say(QuantityOf(row.Unit), row.Max))),
        };
    }

    /// <summary>Connections to the outside grid that never reach their limit.</summary>
    static IEnumerable<ShadowRow> FreeTrades(StudyView view)
    {
        var k = view.Plan.Network.Trades;
        for (var i = 0; i < k.Count; i++)
        {
            var isBinding = view.Plan.Run.LimitShadows.Any(s => s.Component == "tariffs" && s.Name == k.Name[i] && s.YuanPerUnit > Nothing);
            if (!isBinding)
            {
                yield return NotBinding("tariffs", k.Name[i], view.Names.TitleOf("tariffs", k.Name[i]), (Quantity.PowerMw, Peak(view, i), k.MaxMw[i]));
            }
        }
    }

    internal static ShadowRow NotBinding(string table, string name, Text thing, (Quantity Quantity, double Plan, double Limit) value)
    {
        var title = Phrases.Of("limit." + table, ("name", thing));
        return new ShadowRow
        {
            Kind = ShadowKind.NotBinding,
            Table = table,
            Name = name,
            Column = table == "tariffs" ? "power_max_mw" : "limit",
            Title = title,
            Quantity = value.Quantity,
            Plan = double.IsNaN(value.Plan) ? null : value.Plan,
            Limit = value.Limit,
            PerUnit = value.Quantity switch { Quantity.SharePu => "%", Quantity.EnergyMwh => "MWh", Quantity.Co2T => "t", _ => "MW" },
            YuanPerUnit = 0,
            Sentence = Phrases.Of("shadow.free", ("thing", title)),
            Reason = Phrases.Of(
                "shadow.free_reason",
                ("plan", Numbers.Say(value.Quantity, value.Plan)),
                ("limit", Numbers.Say(value.Quantity, value.Limit))),
        };
    }

    static string UnitOf(string column) => column.EndsWith("_mwh", StringComparison.Ordinal) ? "MWh"
        : column.EndsWith("_gbit_s", StringComparison.Ordinal) ? "Gbit/s" : "MW";

    static string UnitKey(string unit) => unit switch { "MWh" => "mwh", "Gbit/s" => "gbit_s", _ => "mw" };

    static Quantity QuantityOf(string unit) => unit switch
    {
        "MWh" => Quantity.EnergyMwh,
        "Gbit/s" => Quantity.DataRateGbitS,
        _ => Quantity.PowerMw,
    };
}

/// <summary>Shadow prices of annual rules.</summary>
static class RuleShadows
{
    internal static IEnumerable<ShadowRow> Of(StudyView view, double nothing)
    {
        var (rules, shadow) = (view.Plan.Network.Rules, view.Plan.Run.RuleShadowYuan);
        for (var i = 0; i < rules.Length; i++)
        {
            var yuan = i < shadow.Length ? shadow[i] : 0;
            yield return yuan > nothing ? Binding(view, rules[i], yuan) : Free(view, rules[i]);
        }

        foreach (var rule in view.Study.Case.AnnualRules.Where(r => !r.Active))
        {
            var row = Free(view, rule);
            yield return row with { Sentence = Phrases.Of("shadow.inactive", ("thing", CaseNames.Title(rule.Name, rule.NameZh, rule.NameEn))) };
        }
    }

    static ShadowRow Free(StudyView view, AnnualRule rule) => ShadowFigures.NotBinding(
        "annual_rules", rule.Name, CaseNames.Title(rule.Name, rule.NameZh, rule.NameEn),
        (QuantityOf(rule.Kind), view.RuleValue(rule.Name), rule.Limit));

    static ShadowRow Binding(StudyView view, AnnualRule rule, double yuan)
    {
        var isRequirement = rule.Kind is AnnualRuleKind.SelfUseShareMin or AnnualRuleKind.GreenShareMin;
        var title = CaseNames.Title(rule.Name, rule.NameZh, rule.NameEn);
        var quantity = QuantityOf(rule.Kind);
        var unit = quantity switch { Quantity.SharePu => "%", Quantity.EnergyMwh => "MWh", _ => "t" };
        var value = view.RuleValue(rule.Name);
        return new ShadowRow
        {
            Kind = isRequirement ? ShadowKind.Requirement : ShadowKind.RuleLifted,
            Table = "annual_rules",
            Name = rule.Name,
            Column = "limit",
            Title = title,
            Quantity = quantity,
            Plan = double.IsNaN(value) ? null : value,
            Limit = rule.Limit,
            PerUnit = unit,
            YuanPerUnit = yuan,
            Sentence = Phrases.Of(
                isRequirement ? "shadow.requirement" : "shadow.cap",
                ("thing", title),
                ("unit", Phrases.Of("unit." + (unit == "%" ? "point" : unit.ToLowerInvariant()))),
                ("yuan", Numbers.Say(Quantity.MoneyYuan, yuan))),
            Reason = Phrases.Of(
                "shadow.rule_reason", ("limit", Numbers.Say(quantity, rule.Limit)), ("citation", rule.Citation ?? "–")),
        };
    }

    static Quantity QuantityOf(AnnualRuleKind kind) => kind switch
    {
        AnnualRuleKind.ExportEnergyMax => Quantity.EnergyMwh,
        AnnualRuleKind.Co2Max => Quantity.Co2T,
        _ => Quantity.SharePu,
    };
}
