using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Imports and exports and the power they are charged for.</summary>
/// <remarks>
/// Sets        k ∈ trades (imports and exports), t ∈ snapshots, m ∈ demand periods of k (the year, or the months that have snapshots), of each scenario
/// Parameters  limit(k) [MW]
/// Variables   x(k,t) = trade_power [MW] ≥ 0, into the bus for an import, out of it for an export;
///             peak(k,m) = trade_peak [MW], 0 ≤ peak ≤ limit, where a demand charge is paid
/// With a demand charge the limit binds through the peak; without one it is a bound of x.
/// Source      demand charge on the highest power of a period, as in two-part tariffs.
/// </remarks>
static class Trading
{
    internal static TradeVariables Add(LinearModel model, HourlyNetwork network, DemandPeriods periods)
    {
        var trades = network.Trades;
        return new(
            model.Variables("trade_power", Index.Hourly(trades.Name, network.Snapshots), 0,
                (k, _) => periods.Has(k) ? double.PositiveInfinity : trades.MaxMw[k]),
            model.Variables("trade_peak", Index.Annual(periods.Name), 0, (m, _) => trades.MaxMw[periods.Trade[m]]));
    }

    /// <summary>x(k,t) ≤ peak(k, m(t))</summary>
    internal static void Peak(LinearModel model, HourlyNetwork network, DemandPeriods periods, TradeVariables x) =>
        model.Subject("trade_peak_limit", Index.Hourly(network.Trades.Name, network.Snapshots, (k, _) => periods.Has(k)),
            (k, t) => x.Power[k, t] <= x.Peak[periods.At(k, t)]);
}

/// <summary>Variables of trades.</summary>
/// <param name="Power">[k × T], MW.</param>
/// <param name="Peak">[demand period], MW.</param>
sealed record TradeVariables(Variables Power, Variables Peak);
