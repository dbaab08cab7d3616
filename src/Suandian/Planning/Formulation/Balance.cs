using Suandian.Network;
using Suandian.Optimisation;
using static Suandian.Optimisation.Expression;

namespace Suandian.Planning.Formulation;

/// <summary>Kirchhoff's current law: power into each bus equals power out of it, in every snapshot.</summary>
/// <remarks>
/// Sets        b ∈ buses, t ∈ snapshots
/// Parameters  load(b,t) = Σ fixed loads [MW]
/// Variables   all hourly powers; shed(b,t) = load_shed [MW], 0 ≤ shed ≤ load, where the case states a shed price
/// Power into the bus is positive. The dual is ∂ cost / ∂ load [yuan/a per MW]; over the weight of the snapshot it is the
/// price of power at the bus [yuan/MWh].
/// </remarks>
static class Balance
{
    internal static Variables AddShed(LinearModel model, HourlyNetwork network, BusConnections at)
    {
        var T = network.Snapshots.Count;
        return model.Variables("load_shed",
            Index.Hourly(Names(network), network.Snapshots, (b, t) => network.ShedPriceYuanPerMwh is not null && at.LoadMw[b * T + t] > 0),
            0, (b, t) => at.LoadMw[b * T + t]);
    }

    /// <summary>Σ p + Σ imports − Σ exports + Σ (discharge − charge) + Σ output + links + lines − electric + shed = load</summary>
    internal static Constraints CurrentLaw(LinearModel model, HourlyNetwork network, BusConnections at, PlanningVariables x)
    {
        var (T, clusters) = (network.Snapshots.Count, network.Clusters);
        return model.Subject("bus_balance", Index.Hourly(Names(network), network.Snapshots), (b, t) =>
            Sum(at.Generators[b], x.Generators.Power, t)
            + Sum(at.Imports[b], x.Trades.Power, t) - Sum(at.Exports[b], x.Trades.Power, t)
            + Sum(at.StorageUnits[b], x.Storage.Discharge, t) - Sum(at.StorageUnits[b], x.Storage.Charge, t)
            + Sum(at.Stores[b], x.Stores.Output, t)
            + LinkFlows.Net(x.Links, network, at, b, t)
            + Sum(at.LinesAt1[b], x.Lines.Flow, t) - Sum(at.LinesAt0[b], x.Lines.Flow, t)
            - Computing.Electric(clusters, x.Computing, at.Clusters[b], t)
            + x.Shed[b, t]
            == at.LoadMw[b * T + t]);
    }

    static string[] Names(HourlyNetwork network) => [.. network.Buses.Select(b => b.Name)];
}
