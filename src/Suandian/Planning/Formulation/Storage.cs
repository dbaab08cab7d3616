using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Storage units: power and level, sized together or apart.</summary>
/// <remarks>
/// Sets        s ∈ storage units, t ∈ snapshots of 1 h; t−1 of the first hour of a block is the last hour of that block
/// Parameters  ηIn, ηOut [pu]; standing loss λ [1/h]; h duration [h]; ι initial level [pu]; inflow [MW]
/// Variables   P(s) = storage_power [MW], E(s) = storage_energy [MWh], or E = h P where sized together;
///             charge, discharge [MW, at the bus], level [MWh, end of the hour], spill [MW]; all ≥ 0
/// Where P or E is fixed, its limits are bounds, not rows. Spill exists where there is inflow, and is at most the inflow.
/// Source      PyPSA user guide, "Storage", storage consistency equation.
/// </remarks>
static class Storage
{
    internal static StorageVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (units, T, names) = (network.StorageUnits, network.Snapshots.Count, network.StorageUnits.Name);
        var hourly = Index.Hourly(names, network.Snapshots);
        double Power(int s, int t) => IsPowerExpandable(units, s) ? double.PositiveInfinity : units.ExistingMw[s];
        double Energy(int s, int t) => IsEnergyExpandable(units, s) ? double.PositiveInfinity : ExistingEnergy(units, s);
        return new(
            model.Variables("storage_power", Index.Annual(names), (s, _) => units.ExistingMw[s], (s, _) => units.MaxMw[s]),
            model.Variables("storage_energy", Index.Annual(names, s => units.SizedApart[s]),
                (s, _) => units.ExistingMwh[s], (s, _) => units.MaxMwh[s]),
            model.Variables("storage_charge", hourly, 0, Power),
            model.Variables("storage_discharge", hourly, 0, Power),
            model.Variables("storage_level", hourly, 0, Energy),
            model.Variables("storage_spill", Index.Hourly(names, network.Snapshots, (s, t) => units.InflowMw[s * T + t] > 0),
                0, (s, t) => units.InflowMw[s * T + t]));
    }

    /// <summary>charge(s,t) ≤ P(s)</summary>
    internal static void ChargeLimit(LinearModel model, HourlyNetwork network, StorageVariables x) =>
        model.Subject("storage_charge_limit",
            Index.Hourly(network.StorageUnits.Name, network.Snapshots, (s, _) => IsPowerExpandable(network.StorageUnits, s)),
            (s, t) => x.Charge[s, t] <= x.Power[s]);

    /// <summary>discharge(s,t) ≤ P(s)</summary>
    internal static void DischargeLimit(LinearModel model, HourlyNetwork network, StorageVariables x) =>
        model.Subject("storage_discharge_limit",
            Index.Hourly(network.StorageUnits.Name, network.Snapshots, (s, _) => IsPowerExpandable(network.StorageUnits, s)),
            (s, t) => x.Discharge[s, t] <= x.Power[s]);

    /// <summary>level(s,t) ≤ E(s)</summary>
    internal static void LevelLimit(LinearModel model, HourlyNetwork network, StorageVariables x) =>
        model.Subject("storage_level_limit",
            Index.Hourly(network.StorageUnits.Name, network.Snapshots, (s, _) => IsEnergyExpandable(network.StorageUnits, s)),
            (s, t) => x.Level[s, t] <= Energy(network.StorageUnits, x, s));

    /// <summary>level(t) = (1−λ) level(t−1) + ηIn charge(t) − discharge(t)/ηOut + inflow(t) − spill(t); level(−1) = ι E where not cyclic</summary>
    internal static void Balance(LinearModel model, HourlyNetwork network, StorageVariables x)
    {
        var (units, previous, T) = (network.StorageUnits, network.Snapshots.Previous, network.Snapshots.Count);
        model.Subject("storage_balance", Index.Hourly(units.Name, network.Snapshots), (s, t) =>
            x.Level[s, t] == (1 - units.StandingLossPerH[s]) * (IsStart(units.Cyclic[s], previous, t)
                    ? units.InitialLevelPu[s] * Energy(units, x, s)
                    : x.Level[s, previous[t]])
                + units.ChargeEfficiency[s] * x.Charge[s, t]
                - 1 / units.DischargeEfficiency[s] * x.Discharge[s, t]
                + units.InflowMw[s * T + t] - x.Spill[s, t]);
    }

    /// <summary>E(s), or h(s) P(s) where sized together.</summary>
    internal static Expression Energy(StorageUnits units, StorageVariables x, int s) =>
        units.SizedApart[s] ? x.Energy[s] : units.DurationH[s] * x.Power[s];

    /// <summary>True where the level before the hour is given: first hour of a block of what is not cyclic.</summary>
    internal static bool IsStart(bool isCyclic, int[] previous, int t) => !isCyclic && previous[t] >= t;

    internal static bool IsPowerExpandable(StorageUnits units, int s) => units.MaxMw[s] > units.ExistingMw[s];

    internal static bool IsEnergyExpandable(StorageUnits units, int s) =>
        units.SizedApart[s] ? units.MaxMwh[s] > units.ExistingMwh[s] : IsPowerExpandable(units, s);

    static double ExistingEnergy(StorageUnits units, int s) =>
        units.SizedApart[s] ? units.ExistingMwh[s] : units.DurationH[s] * units.ExistingMw[s];
}

/// <summary>Variables of storage units.</summary>
/// <param name="Power">P [s], MW.</param>
/// <param name="Energy">E [s], MWh; only where sized apart.</param>
/// <param name="Charge">[s × T], MW at the bus.</param>
/// <param name="Discharge">[s × T], MW at the bus.</param>
/// <param name="Level">[s × T], MWh at the end of the hour.</param>
/// <param name="Spill">[s × T], MW of the inflow.</param>
sealed record StorageVariables(
    Variables Power, Variables Energy, Variables Charge, Variables Discharge, Variables Level, Variables Spill);
