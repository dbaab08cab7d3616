using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Stores: energy only; links around them limit the power.</summary>
/// <remarks>
/// Sets        e ∈ stores, t ∈ snapshots of 1 h; t−1 of the first hour of a block is the last hour of that block
/// Parameters  standing loss λ [1/h], or share kept per step κ(e,t) [pu]; ι initial level [pu], or L₀ [MWh], which loses nothing before
///             the first hour; Δ(t) length of a step [h], 1 where not said; φ(e,t), c(e,t) least and largest level [pu of energy], 0 and 1 where not said
/// Variables   E(e) = store_energy [MWh] ≥ 0; level(e,t) = store_level [MWh, end of the hour] ≥ 0, or ≥ φ E;
///             output(e,t) = store_output [MW, into the bus, negative when filling]
/// Where E is fixed the limits are bounds of the level, not rows. A given level or output is a bound from both sides.
/// Source      PyPSA user guide, "Stores", energy balance.
/// </remarks>
static class StoreLevels
{
    internal static StoreVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (stores, T) = (network.Stores, network.Snapshots.Count);
        double Least(int e, int i) => stores.IsExpandable(e)
            ? stores.Floor(i) < 0 ? double.NegativeInfinity : 0 : Given.Share(stores.Floor(i), stores.LeastMwh(e));
        double Most(int e, int i) => stores.IsExpandable(e) ? double.PositiveInfinity : Given.Share(stores.Ceiling(i), stores.LeastMwh(e));
        var hourly = Index.Hourly(stores.Name, network.Snapshots);
        return new(
            model.Variables("store_energy", Index.Annual(stores.Name),
                (e, _) => stores.LeastMwh(e), (e, _) => stores.MaxMwh[e]),
            model.Variables("store_level", hourly,
                (e, t) => Given.Lower(Least(e, e * T + t), stores.FixedLevelMwh, e * T + t),
                (e, t) => Given.Upper(Most(e, e * T + t), stores.FixedLevelMwh, e * T + t)),
            model.Variables("store_output", hourly,
                (e, t) => Given.Lower(double.NegativeInfinity, stores.FixedMw, e * T + t),
                (e, t) => Given.Upper(double.PositiveInfinity, stores.FixedMw, e * T + t)));
    }

    /// <summary>level(e,t) ≤ c(e,t) E(e)</summary>
    internal static void Limit(LinearModel model, HourlyNetwork network, StoreVariables x) =>
        model.Subject("store_level_limit",
            Index.Hourly(network.Stores.Name, network.Snapshots, (e, _) => network.Stores.IsExpandable(e)),
            (e, t) => x.Level[e, t] <= network.Stores.Ceiling(e * network.Snapshots.Count + t) * x.Energy[e]);

    /// <summary>level(e,t) ≥ φ(e,t) E(e), where φ is said</summary>
    internal static void Minimum(LinearModel model, HourlyNetwork network, StoreVariables x)
    {
        var (stores, T) = (network.Stores, network.Snapshots.Count);
        if (stores.FloorPu is null)
        {
            return;
        }

        model.Subject("store_level_minimum",
            Index.Hourly(stores.Name, network.Snapshots, (e, t) => stores.IsExpandable(e) && stores.Floor(e * T + t) != 0),
            (e, t) => x.Level[e, t] >= stores.Floor(e * T + t) * x.Energy[e]);
    }

    /// <summary>level(t) = (1−λ) level(t−1) − Δ output(t); level(−1) = ι E where not cyclic</summary>
    internal static void Balance(LinearModel model, HourlyNetwork network, StoreVariables x)
    {
        var (stores, snapshots) = (network.Stores, network.Snapshots);
        model.Subject("store_balance", Index.Hourly(stores.Name, snapshots), (e, t) =>
            x.Level[e, t] == Before(e, t) - snapshots.Step(t) * x.Output[e, t]);

        Expression Before(int e, int t)
        {
            var keep = stores.Keep(e, e * snapshots.Count + t);
            return !Storage.IsStart(stores.Cyclic[e], snapshots.Previous, t) ? keep * x.Level[e, snapshots.Previous[t]]
                : stores.InitialMwh is null ? keep * (stores.InitialLevelPu[e] * x.Energy[e]) : stores.InitialMwh[e];
        }
    }
}

/// <summary>Variables of stores.</summary>
/// <param name="Energy">E [e], MWh.</param>
/// <param name="Level">[e × T], MWh at the end of the hour.</param>
/// <param name="Output">[e × T], MW into the bus.</param>
sealed record StoreVariables(Variables Energy, Variables Level, Variables Output);
