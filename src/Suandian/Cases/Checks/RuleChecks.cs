using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>Annual rules: shares up to 1, nothing said twice, nothing asked that the case cannot have.</summary>
static class RuleChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var row in c.Tables.AnnualRules.Where(r => r.Sound("kind")))
        {
            if (IsShare(row.Record.Kind) && row.Record.Limit > 1)
            {
                c.Add(ProblemCode.ShareAboveOne, row, "limit");
            }

            if (row.Record is { Active: true, Kind: AnnualRuleKind.GreenShareMin, Limit: > 0 } && !HasGreen(c.Tables))
                c.Add(ProblemCode.RuleWithoutGreen, row, "kind");
        }

        foreach (var same in c.Tables.AnnualRules
                     .Where(r => r.Record.Active && r.Sound("kind", "active"))
                     .GroupBy(r => (r.Record.Kind, r.Record.Limit)))
        {
            foreach (var row in same.Skip(1))
                c.Add(ProblemCode.RuleTwice, row, "kind", ("first", same.First().Line));
        }
    }

    static bool IsShare(AnnualRuleKind kind) => kind is not (AnnualRuleKind.ExportEnergyMax or AnnualRuleKind.Co2Max);

    static bool HasGreen(CaseTables t)
    {
        var green = t.Carriers.Where(k => k.Record.Renewable || !k.Sound("renewable")).Select(k => k.Record.Name).ToHashSet();
        return t.Generators.Any(g => green.Contains(g.Record.Carrier) || g.Record.Carrier.Length == 0)
            || t.Links.Any(l => green.Contains(l.Record.Carrier) && !l.Record.TwoWay)
            || t.Tariffs.Any(k => k.Record is { Direction: TariffDirection.Import, GreenSharePu: not 0 });
    }
}
