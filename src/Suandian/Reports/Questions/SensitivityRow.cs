using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning.Sensitivities;
using Suandian.Reports.Figures;
using Suandian.Texts;

namespace Suandian.Reports.Questions;

/// <summary>One price or cost and the range in which it holds, as people read it.</summary>
/// <param name="Key">Table, name and column, such as <c>generators.wind.capacity_max_mw</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Unit of the limit or size: MW, MWh, Gbit/s, t, or % for a share.</param>
/// <param name="YuanPerUnit">Shadow price, yuan/a per unit (per percentage point for a share); or annual cost of a new unit.</param>
/// <param name="At">Where it stands: the limit (a share in pu), or the annual cost itself.</param>
/// <param name="From">Lower end of the range, in the unit of <paramref name="At"/>; −∞ where nothing ends it.</param>
/// <param name="To">Upper end; +∞ where nothing ends it.</param>
/// <param name="IsProved">True where both ends are proved.</param>
/// <param name="IsStraight">True where the cost is exactly a straight line in between.</param>
public sealed record SensitivityRow(
    string Key, Text Name, string Unit, double YuanPerUnit, double At, double From, double To, bool IsProved, bool IsStraight)
{
    /// <summary>Size in the plan; NaN for a shadow price.</summary>
    public double Size { get; init; } = double.NaN;

    /// <summary>What the range is told in.</summary>
    public Quantity Quantity => double.IsNaN(Size) ? Unit == "%" ? Quantity.SharePu : Unit == "t" ? Quantity.Co2T : QuestionPage.QuantityOf(Unit)
        : Quantity.YearlyMoneyYuan;

    /// <summary>Shadow prices, dearest first.</summary>
    public static ImmutableArray<SensitivityRow> Shadows(Case data, SensitivityAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(answer);
        var names = new CaseNames(data);
        return
        [
            .. answer.Shadows.OrderByDescending(s => s.YuanPerUnit).Select(s => new SensitivityRow(
                $"{s.Component}.{s.Name}.{s.Column}", Title(names, data, s), UnitOf(data, s), s.YuanPerUnit, s.Limit, s.From, s.To, s.IsProved, s.IsStraight)),
        ];
    }

    /// <summary>Annual costs of capacities, in the order of the tables.</summary>
    public static ImmutableArray<SensitivityRow> Costs(Case data, SensitivityAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(answer);
        var names = new CaseNames(data);
        return
        [
            .. answer.Costs.Select(c => new SensitivityRow(
                $"{c.Component}.{c.Name}.{c.Column}", Sized(names.TitleOf(c.Component, c.Name), c), UnitOf(c.Column), c.CostYuanPerUnit,
                c.CostYuanPerUnit, c.From, c.To, c.IsProved, true) { Size = c.Size }),
        ];
    }

    static Text Sized(Text name, CostRange cost) =>
        cost is { Component: "storage_units", Column: "energy_mwh" } ? Phrases.Of("quantity.energy_of", ("name", name)) : name;

    static Text Title(CaseNames names, Case data, ShadowRange shadow) => shadow.Component == "annual_rules"
        ? data.AnnualRules.Where(r => r.Name == shadow.Name).Select(r => CaseNames.Title(r.Name, r.NameZh, r.NameEn)).First()
        : Phrases.Of("limit." + shadow.Component, ("name", names.TitleOf(shadow.Component, shadow.Name)));

    static string UnitOf(Case data, ShadowRange shadow) => shadow.Component != "annual_rules" ? UnitOf(shadow.Column)
        : data.AnnualRules.First(r => r.Name == shadow.Name).Kind switch
        {
            AnnualRuleKind.ExportEnergyMax => "MWh/a",
            AnnualRuleKind.Co2Max => "t",
            _ => "%",
        };

    static string UnitOf(string column) => column.EndsWith("_mwh", StringComparison.Ordinal) ? "MWh"
        : column.EndsWith("_gbit_s", StringComparison.Ordinal) ? "Gbit/s" : "MW";
}
