using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays buses, generators, links, lines, imports and exports.</summary>
static class ReplayPower
{
    internal static void Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        Generators(network, plan, ledger);
        Links(network, plan, ledger);
        Lines(network, plan, ledger);
        Trades(network, plan, ledger);
        Shedding(network, plan, ledger);
        Balance(network, plan, ledger);
    }

    static void Generators(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (generators, snapshots, isUnit) = (network.Generators, network.Snapshots.Count, UnitSizes.Members(network, isLink: false));
        for (var g = 0; g < generators.Count; g++)
        {
            var (name, capacity) = (generators.Name[g], plan.GeneratorCapacityMw[g]);
            ledger.Within(ReplayKind.GeneratorCapacity, capacity, (generators.LeastMw(g), generators.MaxMw[g]), name);
            for (var t = 0; t < snapshots; t++)
            {
                var (i, available) = (g * snapshots + t, generators.AvailabilityPu[g * snapshots + t] * capacity);
                ledger.Within(ReplayKind.GeneratorOutput, plan.GeneratorMw[i],
                    ReplayLedger.Or(generators.FixedMw, i, isUnit[g] ? (double.NegativeInfinity, Math.Max(0, available)) : (generators.Floor(g, i) * capacity, available)), name, t);
            }
        }
    }

    static void Links(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (links, snapshots, isUnit) = (network.Links, network.Snapshots.Count, UnitSizes.Members(network, isLink: true));
        for (var l = 0; l < links.Count; l++)
        {
            var (name, capacity) = (links.Name[l], plan.LinkCapacityMw[l]);
            ledger.Within(ReplayKind.LinkCapacity, capacity, (links.LeastMw(l), links.MaxMw[l]), name);
            var backward = links.TwoWay[l] ? capacity : 0;
            for (var t = 0; t < snapshots; t++)
            {
                var i = l * snapshots + t;
                ledger.Within(ReplayKind.LinkFlow, plan.LinkForwardMw[i],
                    ReplayLedger.Or(links.FixedMw, i, (isUnit[l] ? double.NegativeInfinity : links.Floor(i) * capacity, links.Ceiling(i) * capacity)), name, t);
                ledger.Within(ReplayKind.LinkFlow, plan.LinkBackwardMw[l * snapshots + t], (0, backward), name, t);
            }
        }
    }

    static void Lines(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (lines, snapshots) = (network.Lines, network.Snapshots.Count);
        for (var l = 0; l < lines.Count; l++)
        {
            var (name, capacity) = (lines.Name[l], plan.LineCapacityMw[l]);
            ledger.Within(ReplayKind.LineCapacity, capacity, (lines.LeastMw(l), lines.MaxMw[l]), name);
            for (var t = 0; t < snapshots; t++)
            {
                var (i, most) = (l * snapshots + t, lines.Ceiling(l * snapshots + t) * capacity);
                ledger.Within(ReplayKind.LineFlow, plan.LineMw[i], ReplayLedger.Or(lines.FixedMw, i, (-most, most)), name, t);
            }
        }
    }

    static void Trades(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (trades, snapshots) = (network.Trades, network.Snapshots);
        for (var k = 0; k < trades.Count; k++)
        {
            for (var t = 0; t < snapshots.Count; t++)
            {
                var power = plan.TradeMw[k * snapshots.Count + t];
                ledger.Within(ReplayKind.TradePower, power, (0, trades.MaxMw[k]), trades.Name[k], t);
                if (trades.DemandPeriods[k] > 0)
                {
                    var period = trades.DemandPeriods[k] == 1 ? 0 : snapshots.Month[t] - 1;
                    var paid = plan.TradePeakMw[k * 12 + period];
                    ledger.Note(ReplayKind.TradePeak, power > paid ? power - paid : paid - paid, trades.Name[k], t);
                }
            }
        }
    }

    static void Shedding(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (loads, snapshots) = (network.Loads, network.Snapshots.Count);
        var most = new double[network.Buses.Length * snapshots];
        for (var i = 0; i < (network.ShedPriceYuanPerMwh is null ? 0 : loads.PowerMw.Length); i++)
        {
            most[loads.Bus[i / snapshots] * snapshots + i % snapshots] += loads.PowerMw[i];
        }

        for (var i = 0; i < most.Length; i++)
        {
            ledger.Within(ReplayKind.Shedding, plan.ShedMw[i], (0, most[i]), network.Buses[i / snapshots].Name, i % snapshots);
        }
    }

    /// <summary>Supply less demand of every bus and hour, gathered component by component.</summary>
    static void Balance(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var snapshots = network.Snapshots.Count;
        var surplus = (double[])plan.ShedMw.Clone();
        void Add(int[] bus, double[] power, Func<int, double> factor)
        {
            for (var i = 0; i < power.Length; i++)
            {
                surplus[bus[i / snapshots] * snapshots + i % snapshots] += factor(i) * power[i];
            }
        }

        var (links, clusters) = (network.Links, network.Clusters);
        Add(network.Generators.Bus, plan.GeneratorMw, _ => 1);
        Add(network.StorageUnits.Bus, plan.DischargeMw, _ => 1);
        Add(network.StorageUnits.Bus, plan.ChargeMw, _ => -1);
        Add(network.Stores.Bus, plan.StoreMw, _ => 1);
        Add(links.Bus0, plan.LinkForwardMw, _ => -1);
        Add(links.Bus1, plan.LinkForwardMw, i => links.Received(i / snapshots, i));
        Add(links.Bus1, plan.LinkBackwardMw, _ => -1);
        Add(links.Bus0, plan.LinkBackwardMw, i => links.Received(i / snapshots, i));
        if (links.Outputs is { } outputs)
        {
            Add(outputs.Bus, [.. outputs.Link.SelectMany(l => plan.LinkForwardMw[(l * snapshots)..((l + 1) * snapshots)])], i => outputs.EfficiencyPu[i]);
        }

        Add(network.Lines.Bus0, plan.LineMw, _ => -1);
        Add(network.Lines.Bus1, plan.LineMw, _ => 1);
        Add(network.Trades.Bus, plan.TradeMw, i => network.Trades.IsImport[i / snapshots] ? 1 : -1);
        Add(network.Loads.Bus, network.Loads.PowerMw, _ => -1);
        Add(clusters.Bus, plan.ItMw, i => -clusters.Pue[i]);
        for (var i = 0; i < surplus.Length; i++)
        {
            ledger.Note(ReplayKind.BusBalance, Math.Abs(surplus[i]), network.Buses[i / snapshots].Name, i % snapshots);
        }
    }
}
