using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Stores: energy only; links around them limit the power.</summary>
/// <remarks>
/// Sets        e ∈ stores, t ∈ snapshots of 1 h; t−1 of the first hour of a block is the last hour of that block
/// Parameters  standing loss λ [1/h]; ι initial level [pu]
/// Variables   E(e) = store_energy [MWh] ≥ 0; level(e,t) = store_level [MWh, end of the hour] ≥ 0;
///             output(e,t) = store_output [MW, into the bus, negative when filling]
/// Where E is fixed the limit is a bound of the level, not a row.
/// Source      PyPSA user guide, "Stores", energy balance.
/// </remarks>
static class StoreLevels
{
    internal static StoreVariables Add(LinearModel model, HourlyNetwork network)
    {
        var stores = network.Stores;
        var hourly = Index.Hourly(stores.Name, network.Snapshots);
        return new(
            model.Variables("store_energy", Index.Annual(stores.Name),
                (e, _) => stores.ExistingMwh[e], (e, _) => stores.MaxMwh[e]),
            model.Variables("store_level", hourly, 0,
                (e, _) => IsExpandable(stores, e) ? double.PositiveInfinity : stores.ExistingMwh[e]),
            model.Variables("store_output", hourly, double.NegativeInfinity, double.PositiveInfinity));
    }

    /// <summary>level(e,t) ≤ E(e)</summary>
    internal static void Limit(LinearModel model, HourlyNetwork network, StoreVariables x) =>
        model.Subject("store_level_limit",
            Index.Hourly(network.Stores.Name, network.Snapshots, (e, _) => IsExpandable(network.Stores, e)),
            (e, t) => x.Level[e, t] <= x.Energy[e]);

    /// <summary>level(t) = (1−λ) level(t−1) − output(t); level(−1) = ι E where not cyclic</summary>
    internal static void Balance(LinearModel model, HourlyNetwork network, StoreVariables x)
    {
        var (stores, previous) = (network.Stores, network.Snapshots.Previous);
        model.Subject("store_balance", Index.Hourly(stores.Name, network.Snapshots), (e, t) =>
            x.Level[e, t] == (1 - stores.StandingLossPerH[e]) * (Storage.IsStart(stores.Cyclic[e], previous, t)
                    ? stores.InitialLevelPu[e] * x.Energy[e]
                    : x.Level[e, previous[t]])
                - x.Output[e, t]);
    }

    internal static bool IsExpandable(Stores stores, int e) => stores.MaxMwh[e] > stores.ExistingMwh[e];
}

/// <summary>Variables of stores.</summary>
/// <param name="Energy">E [e], MWh.</param>
/// <param name="Level">[e × T], MWh at the end of the hour.</param>
/// <param name="Output">[e × T], MW into the bus.</param>
sealed record StoreVariables(Variables Energy, Variables Level, Variables Output);
