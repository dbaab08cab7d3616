using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Imports and exports and the power they are charged for.</summary>
/// <remarks>
/// Sets        k ∈ trades (imports and exports), t ∈ snapshots, m ∈ demand periods of k (the year, or the months that have snapshots)
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
            (k, t) => x.Power[k, t] <= x.Peak[periods.Of(k, network.Snapshots.Month[t])]);
}

/// <summary>Variables of trades.</summary>
/// <param name="Power">[k × T], MW.</param>
/// <param name="Peak">[demand period], MW.</param>
sealed record TradeVariables(Variables Power, Variables Peak);

/// <summary>The periods in which the highest power is charged.</summary>
/// <remarks>
/// Charge [yuan/MW/a] = charge of a period × periods in the year / periods that have snapshots:
/// months without snapshots are charged as the mean of the others.
/// </remarks>
sealed class DemandPeriods
{
    readonly int[] _index; // [k × 12]: period of each month, −1 where none

    internal DemandPeriods(HourlyNetwork network)
    {
        var (trades, months) = (network.Trades, network.Snapshots.Month.Distinct().Order().ToArray());
        _index = new int[trades.Count * 12];
        Array.Fill(_index, -1);
        var (trade, name, charge) = (new List<int>(), new List<string>(), new List<double>());
        for (var k = 0; k < trades.Count; k++)
        {
            var isYear = trades.DemandPeriods[k] == 1;
            foreach (var month in trades.DemandPeriods[k] == 0 ? [] : months)
            {
                if (!isYear || month == months[0])
                {
                    trade.Add(k);
                    name.Add(isYear ? trades.Name[k] : $"{trades.Name[k]} month {month}");
                    charge.Add(trades.DemandChargeYuanPerMw[k] * (isYear ? 1 : (double)trades.DemandPeriods[k] / months.Length));
                }

                _index[k * 12 + month - 1] = trade.Count - 1;
            }
        }

        (Trade, Name, ChargeYuanPerMw) = ([.. trade], [.. name], [.. charge]);
    }

    /// <summary>Number of periods of all trades.</summary>
    internal int Count => Trade.Length;

    /// <summary>Trade of each period.</summary>
    internal int[] Trade { get; }

    /// <summary>Name of each period: the trade's, and the month.</summary>
    internal string[] Name { get; }

    /// <summary>What a MW of peak costs in a year, yuan/MW/a.</summary>
    internal double[] ChargeYuanPerMw { get; }

    /// <summary>True where a trade pays a demand charge.</summary>
    internal bool Has(int trade) => Array.IndexOf(Trade, trade) >= 0;

    /// <summary>Period of a trade in a month 1 … 12; −1 where none.</summary>
    internal int Of(int trade, int month) => _index[trade * 12 + month - 1];
}
