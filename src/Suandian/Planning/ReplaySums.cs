using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays the limits of sums that an imported network has.</summary>
static class ReplaySums
{
    internal static void Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        foreach (var limit in network.GlobalLimits)
        {
            var sum = limit.Terms.Sum(term => term.Coefficient * Value(plan, term, network.Snapshots.Count));
            Within(ledger, sum, (limit.Sense == LimitSense.AtMost ? double.NegativeInfinity : limit.Constant,
                limit.Sense == LimitSense.AtLeast ? double.PositiveInfinity : limit.Constant), limit.Name);
        }

        var (generators, snapshots) = (network.Generators, network.Snapshots);
        for (var g = 0; g < generators.Count && generators is { EnergyMinMwh: { } least, EnergyMaxMwh: { } most }; g++)
        {
            var energy = Enumerable.Range(0, snapshots.Count).Sum(t => snapshots.EnergyHours(t) * plan.GeneratorMw[g * snapshots.Count + t]);
            Within(ledger, energy, (least[g], most[g]), generators.Name[g]);
        }
    }

    static void Within(ReplayLedger ledger, double value, (double Lower, double Upper) range, string name)
    {
        var size = Math.Max(1, double.IsFinite(range.Upper) ? Math.Abs(range.Upper) : double.IsFinite(range.Lower) ? Math.Abs(range.Lower) : 1);
        ledger.Within(ReplayKind.SumLimit, value / size, (range.Lower / size, range.Upper / size), name);
    }

    static double Value(PlanningSolution plan, LimitTerm term, int snapshots)
    {
        var i = term.Component * snapshots + term.Snapshot;
        return term.Variable switch
        {
            LimitVariable.GeneratorPower => plan.GeneratorMw[i],
            LimitVariable.StorageLevel => plan.LevelMwh[i],
            LimitVariable.StoreLevel => plan.StoreLevelMwh[i],
            LimitVariable.GeneratorCapacity => plan.GeneratorCapacityMw[term.Component],
            LimitVariable.StoragePower => plan.StoragePowerMw[term.Component],
            LimitVariable.StoreEnergy => plan.StoreEnergyMwh[term.Component],
            LimitVariable.LinkCapacity => plan.LinkCapacityMw[term.Component],
            LimitVariable.LineCapacity => plan.LineCapacityMw[term.Component],
            LimitVariable.ClusterCapacity => plan.ClusterItMw[term.Component],
            _ => throw new ArgumentOutOfRangeException(nameof(term), term, "no such variable"),
        };
    }
}
