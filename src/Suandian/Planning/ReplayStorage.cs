using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays storage units and stores.</summary>
static class ReplayStorage
{
    internal static void Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        for (var s = 0; s < network.StorageUnits.Count; s++)
        {
            Capacity(network.StorageUnits, plan, s, ledger);
            Hours(network, plan, s, ledger);
        }

        for (var e = 0; e < network.Stores.Count; e++)
        {
            StoreHours(network, plan, e, ledger);
        }
    }

    static void Capacity(StorageUnits units, PlanningSolution plan, int s, ReplayLedger ledger)
    {
        var (name, power, energy) = (units.Name[s], plan.StoragePowerMw[s], plan.StorageEnergyMwh[s]);
        ledger.Within(ReplayKind.StorageCapacity, power, (units.ExistingMw[s], units.MaxMw[s]), name);
        var range = units.SizedApart[s]
            ? (units.ExistingMwh[s], units.MaxMwh[s])
            : (units.DurationH[s] * power, units.DurationH[s] * power);
        ledger.Within(ReplayKind.StorageCapacity, energy, range, name);
    }

    /// <summary>level(t) = (1 − λ) level(t−1) + ηin charge − discharge / ηout + inflow − spill; before a block its last hour, or the initial level.</summary>
    static void Hours(HourlyNetwork network, PlanningSolution plan, int s, ReplayLedger ledger)
    {
        var (units, snapshots) = (network.StorageUnits, network.Snapshots);
        var (name, power, energy, first) = (units.Name[s], plan.StoragePowerMw[s], plan.StorageEnergyMwh[s], s * snapshots.Count);
        var starts = snapshots.BlockStarts.ToHashSet();
        for (var t = 0; t < snapshots.Count; t++)
        {
            var i = first + t;
            var before = !units.Cyclic[s] && starts.Contains(t)
                ? units.InitialLevelPu[s] * energy
                : plan.LevelMwh[first + snapshots.Previous[t]];
            var expected = (1 - units.StandingLossPerH[s]) * before
                + units.ChargeEfficiency[s] * plan.ChargeMw[i] - plan.DischargeMw[i] / units.DischargeEfficiency[s]
                + units.InflowMw[i] - plan.SpillMw[i];
            ledger.Note(ReplayKind.StorageBalance, Math.Abs(plan.LevelMwh[i] - expected), name, t);
            ledger.Within(ReplayKind.StoragePower, plan.ChargeMw[i], (0, power), name, t);
            ledger.Within(ReplayKind.StoragePower, plan.DischargeMw[i], (0, power), name, t);
            ledger.Within(ReplayKind.StorageLevel, plan.LevelMwh[i], (0, energy), name, t);
            ledger.Within(ReplayKind.StorageSpill, plan.SpillMw[i], (0, units.InflowMw[i]), name, t);
        }
    }

    /// <summary>level(t) = (1 − λ) level(t−1) − output(t).</summary>
    static void StoreHours(HourlyNetwork network, PlanningSolution plan, int e, ReplayLedger ledger)
    {
        var (stores, snapshots) = (network.Stores, network.Snapshots);
        var (name, energy, first) = (stores.Name[e], plan.StoreEnergyMwh[e], e * snapshots.Count);
        var starts = snapshots.BlockStarts.ToHashSet();
        ledger.Within(ReplayKind.StoreCapacity, energy, (stores.ExistingMwh[e], stores.MaxMwh[e]), name);
        for (var t = 0; t < snapshots.Count; t++)
        {
            var before = !stores.Cyclic[e] && starts.Contains(t)
                ? stores.InitialLevelPu[e] * energy
                : plan.StoreLevelMwh[first + snapshots.Previous[t]];
            var expected = (1 - stores.StandingLossPerH[e]) * before - plan.StoreMw[first + t];
            ledger.Note(ReplayKind.StoreBalance, Math.Abs(plan.StoreLevelMwh[first + t] - expected), name, t);
            ledger.Within(ReplayKind.StoreLevel, plan.StoreLevelMwh[first + t], (0, energy), name, t);
        }
    }
}
