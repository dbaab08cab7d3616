using Suandian.Network;

namespace Suandian.Planning.Formulation;

/// <summary>The periods in which the highest power is charged.</summary>
/// <remarks>
/// Charge [yuan/MW/a] = charge of a period × periods in the year / periods that have snapshots × probability of the scenario:
/// months without snapshots are charged as the mean of the others. Each scenario has periods of its own.
/// </remarks>
sealed class DemandPeriods
{
    const int Months = 12;

    readonly Snapshots _snapshots;
    readonly int[] _index; // [scenario × k × 12]: period of each month, −1 where none
    readonly List<(int Trade, int Scenario, string Name, double Charge)> _periods = [];

    internal DemandPeriods(HourlyNetwork network)
    {
        _snapshots = network.Snapshots;
        var scenarios = _snapshots.Scenarios?.Count ?? 1;
        _index = new int[scenarios * network.Trades.Count * Months];
        Array.Fill(_index, -1);
        for (var s = 0; s < scenarios; s++)
        {
            Add(network.Trades, s);
        }

        Trade = [.. _periods.Select(p => p.Trade)];
        Scenario = [.. _periods.Select(p => p.Scenario)];
        Name = [.. _periods.Select(p => p.Name)];
        ChargeYuanPerMw = [.. _periods.Select(p => p.Charge)];
        Trades = network.Trades.Count;
    }

    /// <summary>Number of periods of all trades.</summary>
    internal int Count => Trade.Length;

    /// <summary>Trade of each period.</summary>
    internal int[] Trade { get; }

    /// <summary>Scenario of each period; 0 where there is one.</summary>
    internal int[] Scenario { get; }

    /// <summary>Name of each period: the trade's, the month, and the scenario where there are several.</summary>
    internal string[] Name { get; }

    /// <summary>What a MW of peak costs in a year, yuan/MW/a, times the probability of the scenario.</summary>
    internal double[] ChargeYuanPerMw { get; }

    int Trades { get; }

    /// <summary>True where a trade pays a demand charge.</summary>
    internal bool Has(int trade) => Array.IndexOf(Trade, trade) >= 0;

    /// <summary>Period of a trade in a month 1 … 12 of a scenario; −1 where none.</summary>
    internal int Of(int trade, int month, int scenario = 0) => _index[(scenario * Trades + trade) * Months + month - 1];

    /// <summary>Period of a trade at a snapshot; −1 where none.</summary>
    internal int At(int trade, int snapshot) => Of(trade, _snapshots.Month[snapshot], ScenarioOf(snapshot));

    int ScenarioOf(int snapshot)
    {
        var found = _snapshots.Scenarios is { } all ? Array.BinarySearch(all.Start, snapshot) : 0;
        return found >= 0 ? found : ~found - 1;
    }

    void Add(Trades trades, int scenario)
    {
        var all = _snapshots.Scenarios;
        var months = _snapshots.Month[all?.Of(scenario, _snapshots.Count) ?? ..].Distinct().Order().ToArray();
        var (probability, suffix) = all is null ? (1, "") : (all.ProbabilityPu[scenario], " " + all.Name[scenario]);
        for (var k = 0; k < trades.Count; k++)
        {
            var isYear = trades.DemandPeriods[k] == 1;
            foreach (var month in trades.DemandPeriods[k] == 0 ? [] : months)
            {
                if (!isYear || month == months[0])
                {
                    var charge = trades.DemandChargeYuanPerMw[k] * (isYear ? 1 : (double)trades.DemandPeriods[k] / months.Length);
                    _periods.Add((k, scenario, (isYear ? trades.Name[k] : $"{trades.Name[k]} month {month}") + suffix, probability * charge));
                }

                _index[(scenario * trades.Count + k) * Months + month - 1] = _periods.Count - 1;
            }
        }
    }
}
