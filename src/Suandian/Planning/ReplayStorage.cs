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
        ledger.Within(ReplayKind.StorageCapacity, power, (units.LeastMw(s), units.MaxMw[s]), name);
        var range = units.SizedApart[s]
            ? (units.ExistingMwh[s], units.MaxMwh[s])
            : (units.DurationH[s] * power, units.DurationH[s] * power);
        ledger.Within(ReplayKind.StorageCapacity, energy, range, name);
    }

    /// <summary>level(t) = kept level(t−1) + step × (ηin charge − discharge / ηout + inflow − spill); before a block its last hour, or the initial level.</summary>
    static void Hours(HourlyNetwork network, PlanningSolution plan, int s, ReplayLedger ledger)
    {
        var (units, snapshots) = (network.StorageUnits, network.Snapshots);
        var (name, power, energy, first) = (units.Name[s], plan.StoragePowerMw[s], plan.StorageEnergyMwh[s], s * snapshots.Count);
        for (var t = 0; t < snapshots.Count; t++)
        {
            var i = first + t;
            var isFirst = !units.Cyclic[s] && snapshots.IsStart(t);
            var before = isFirst && units.InitialMwh is { } initial ? initial[s]
                : units.Keep(s, i) * (isFirst ? units.InitialLevelPu[s] * energy : plan.LevelMwh[first + snapshots.Previous[t]]);
            var expected = before + snapshots.Step(t) * (units.Charging(s, i) * plan.ChargeMw[i] - plan.DischargeMw[i] / units.Discharging(s, i)
                + units.InflowMw[i] - plan.SpillMw[i]);
            ledger.Note(ReplayKind.StorageBalance, Math.Abs(plan.LevelMwh[i] - expected), name, t);
            ledger.Within(ReplayKind.StoragePower, plan.ChargeMw[i], (0, units.ChargeMax(i) * power), name, t);
            ledger.Within(ReplayKind.StoragePower, plan.DischargeMw[i], (0, units.DischargeMax(i) * power), name, t);
            var output = plan.DischargeMw[i] - plan.ChargeMw[i];
            ledger.Within(ReplayKind.StoragePower, output, ReplayLedger.Or(units.FixedMw, i, (output, output)), name, t);
            ledger.Within(ReplayKind.StorageLevel, plan.LevelMwh[i], ReplayLedger.Or(units.FixedLevelMwh, i, (0, energy)), name, t);
            ledger.Within(ReplayKind.StorageSpill, plan.SpillMw[i], (0, Math.Max(0, units.InflowMw[i])), name, t);
        }
    }

    /// <summary>level(t) = kept level(t−1) − step × output(t).</summary>
    static void StoreHours(HourlyNetwork network, PlanningSolution plan, int e, ReplayLedger ledger)
    {
        var (stores, snapshots) = (network.Stores, network.Snapshots);
        var (name, energy, first) = (stores.Name[e], plan.StoreEnergyMwh[e], e * snapshots.Count);
        ledger.Within(ReplayKind.StoreCapacity, energy, (stores.LeastMwh(e), stores.MaxMwh[e]), name);
        for (var t = 0; t < snapshots.Count; t++)
        {
            var i = first + t;
            var isFirst = !stores.Cyclic[e] && snapshots.IsStart(t);
            var before = isFirst && stores.InitialMwh is { } initial ? initial[e]
                : stores.Keep(e, i) * (isFirst ? stores.InitialLevelPu[e] * energy : plan.StoreLevelMwh[first + snapshots.Previous[t]]);
            ledger.Note(ReplayKind.StoreBalance, Math.Abs(plan.StoreLevelMwh[i] - (before - snapshots.Step(t) * plan.StoreMw[i])), name, t);
            ledger.Within(ReplayKind.StoreLevel, plan.StoreLevelMwh[i],
                ReplayLedger.Or(stores.FixedLevelMwh, i, (stores.Floor(i) * energy, stores.Ceiling(i) * energy)), name, t);
            ledger.Within(ReplayKind.StoreBalance, plan.StoreMw[i], ReplayLedger.Or(stores.FixedMw, i, (double.NegativeInfinity, double.PositiveInfinity)), name, t);
        }
    }
}
