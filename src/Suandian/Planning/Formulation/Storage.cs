using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Storage units: power and level, sized together or apart.</summary>
/// <remarks>
/// Sets        s ∈ storage units, t ∈ snapshots of 1 h; t−1 of the first hour of a block is the last hour of that block
/// Parameters  ηIn, ηOut [pu]; standing loss λ [1/h], or share kept per step κ(s,t) [pu]; h duration [h]; ι initial level [pu], or L₀ [MWh],
///             which loses nothing before the first hour; inflow [MW]; Δ(t) length of a step [h], 1 where not said;
///             cIn, cOut(s,t) largest charge and discharge [pu of power], 1 where not said
/// Variables   P(s) = storage_power [MW], E(s) = storage_energy [MWh], or E = h P where sized together;
///             charge, discharge [MW, at the bus], level [MWh, end of the hour], spill [MW]; all ≥ 0
/// Where P or E is fixed, its limits are bounds, not rows. A given level is a bound from both sides. Spill exists where there is inflow, and is at most the inflow.
/// Source      PyPSA user guide, "Storage", storage consistency equation.
/// </remarks>
static class Storage
{
    internal static StorageVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (units, T, names) = (network.StorageUnits, network.Snapshots.Count, network.StorageUnits.Name);
        var hourly = Index.Hourly(names, network.Snapshots);
        double Power(int s, double pu) => units.IsPowerExpandable(s) ? double.PositiveInfinity : Given.Share(pu, units.LeastMw(s));
        double Energy(int s) => IsEnergyExpandable(units, s) ? double.PositiveInfinity : FixedEnergy(units, s);
        return new(
            model.Variables("storage_power", Index.Annual(names), (s, _) => units.LeastMw(s), (s, _) => units.MaxMw[s]),
            model.Variables("storage_energy", Index.Annual(names, s => units.SizedApart[s]),
                (s, _) => units.ExistingMwh[s], (s, _) => units.MaxMwh[s]),
            model.Variables("storage_charge", hourly, 0, (s, t) => Power(s, units.ChargeMax(s * T + t))),
            model.Variables("storage_discharge", hourly, 0, (s, t) => Power(s, units.DischargeMax(s * T + t))),
            model.Variables("storage_level", hourly, (s, t) => Given.Lower(0, units.FixedLevelMwh, s * T + t),
                (s, t) => Given.Upper(Energy(s), units.FixedLevelMwh, s * T + t)),
            model.Variables("storage_spill", Index.Hourly(names, network.Snapshots, (s, t) => units.InflowMw[s * T + t] > 0),
                0, (s, t) => units.InflowMw[s * T + t]));
    }

    /// <summary>charge(s,t) ≤ cIn(s,t) P(s)</summary>
    internal static void ChargeLimit(LinearModel model, HourlyNetwork network, StorageVariables x) =>
        model.Subject("storage_charge_limit",
            Index.Hourly(network.StorageUnits.Name, network.Snapshots, (s, _) => network.StorageUnits.IsPowerExpandable(s)),
            (s, t) => x.Charge[s, t] <= network.StorageUnits.ChargeMax(s * network.Snapshots.Count + t) * x.Power[s]);

    /// <summary>discharge(s,t) ≤ cOut(s,t) P(s)</summary>
    internal static void DischargeLimit(LinearModel model, HourlyNetwork network, StorageVariables x) =>
        model.Subject("storage_discharge_limit",
            Index.Hourly(network.StorageUnits.Name, network.Snapshots, (s, _) => network.StorageUnits.IsPowerExpandable(s)),
            (s, t) => x.Discharge[s, t] <= network.StorageUnits.DischargeMax(s * network.Snapshots.Count + t) * x.Power[s]);

    /// <summary>discharge(s,t) − charge(s,t) = p(s,t), where an output is given</summary>
    internal static void GivenOutput(LinearModel model, HourlyNetwork network, StorageVariables x)
    {
        var (units, T) = (network.StorageUnits, network.Snapshots.Count);
        if (units.FixedMw is { } given)
        {
            model.Subject("storage_output", Index.Hourly(units.Name, network.Snapshots, (s, t) => Given.Is(given, s * T + t)),
                (s, t) => x.Discharge[s, t] - x.Charge[s, t] == given[s * T + t]);
        }
    }

    /// <summary>level(s,t) ≤ E(s)</summary>
    internal static void LevelLimit(LinearModel model, HourlyNetwork network, StorageVariables x) =>
        model.Subject("storage_level_limit",
            Index.Hourly(network.StorageUnits.Name, network.Snapshots, (s, _) => IsEnergyExpandable(network.StorageUnits, s)),
            (s, t) => x.Level[s, t] <= Energy(network.StorageUnits, x, s));

    /// <summary>level(t) = (1−λ) level(t−1) + Δ (ηIn charge(t) − discharge(t)/ηOut + inflow(t) − spill(t)); level(−1) = ι E where not cyclic</summary>
    internal static void Balance(LinearModel model, HourlyNetwork network, StorageVariables x)
    {
        var (units, snapshots, T) = (network.StorageUnits, network.Snapshots, network.Snapshots.Count);
        model.Subject("storage_balance", Index.Hourly(units.Name, snapshots), (s, t) =>
            x.Level[s, t] == Before(s, t)
                + snapshots.Step(t) * units.Charging(s, s * T + t) * x.Charge[s, t]
                - snapshots.Step(t) / units.Discharging(s, s * T + t) * x.Discharge[s, t]
                + snapshots.Step(t) * units.InflowMw[s * T + t] - snapshots.Step(t) * x.Spill[s, t]);

        Expression Before(int s, int t)
        {
            var keep = units.Keep(s, s * T + t);
            return !IsStart(units.Cyclic[s], snapshots.Previous, t) ? keep * x.Level[s, snapshots.Previous[t]]
                : units.InitialMwh is null ? keep * (units.InitialLevelPu[s] * Energy(units, x, s)) : units.InitialMwh[s];
        }
    }

    /// <summary>E(s), or h(s) P(s) where sized together.</summary>
    internal static Expression Energy(StorageUnits units, StorageVariables x, int s) =>
        units.SizedApart[s] ? x.Energy[s] : units.DurationH[s] * x.Power[s];

    /// <summary>True where the level before the hour is given: first hour of a block of what is not cyclic.</summary>
    internal static bool IsStart(bool isCyclic, int[] previous, int t) => !isCyclic && previous[t] >= t;

    internal static bool IsEnergyExpandable(StorageUnits units, int s) =>
        units.SizedApart[s] ? units.MaxMwh[s] > units.ExistingMwh[s] : units.IsPowerExpandable(s);

    static double FixedEnergy(StorageUnits units, int s) =>
        units.SizedApart[s] ? units.ExistingMwh[s] : units.DurationH[s] * units.LeastMw(s);
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
