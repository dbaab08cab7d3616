using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Prices;

/// <summary>Energy used and exchanged by the two regions over a year.</summary>
static class Uses
{
    /// <summary>Other load at electricity buses less what was shed there, MWh/a.</summary>
    internal static RegionPair OtherLoad(HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var use = new double[2];
        for (var d = 0; d < network.Loads.Count; d++)
        {
            var bus = network.Loads.Bus[d];
            if (tags.ElectricBus[bus])
            {
                use[tags.FarBus[bus] ? 1 : 0] += Year.Sum(network, network.Loads.PowerMw, d);
            }
        }

        for (var b = 0; b < network.Buses.Length; b++)
        {
            if (tags.ElectricBus[b])
            {
                use[tags.FarBus[b] ? 1 : 0] -= Year.Sum(network, plan.ShedMw, b);
            }
        }

        return new(use[0], use[1]);
    }

    /// <summary>Electricity of clusters, PUE(t) · IT power(t), MWh/a.</summary>
    internal static RegionPair Computing(HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var use = new double[2];
        for (var c = 0; c < network.Clusters.Count; c++)
        {
            use[tags.FarBus[network.Clusters.Bus[c]] ? 1 : 0] += Year.Sum(network, plan.ItMw, network.Clusters.Pue, c);
        }

        return new(use[0], use[1]);
    }

    /// <summary>What the local region pays the far ends for energy received less energy sent, each at the price of the receiving bus, yuan/a.</summary>
    internal static double Transfer(HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var paid = 0.0;
        void Flow(int from, int to, double[] mw, int row, double received)
        {
            if (tags.FarBus[from] != tags.FarBus[to] && tags.ElectricBus[from] && tags.ElectricBus[to])
            {
                var value = received * Value(network, plan, to, mw, row);
                paid += tags.FarBus[from] ? value : -value;
            }
        }

        var links = network.Links;
        for (var l = 0; l < links.Count; l++)
        {
            Flow(links.Bus0[l], links.Bus1[l], plan.LinkForwardMw, l, links.Efficiency[l]);
            Flow(links.Bus1[l], links.Bus0[l], plan.LinkBackwardMw, l, links.Efficiency[l]);
        }

        var ahead = Array.ConvertAll(plan.LineMw, p => Math.Max(p, 0));
        var back = Array.ConvertAll(plan.LineMw, p => Math.Max(-p, 0));
        for (var l = 0; l < network.Lines.Count; l++)
        {
            Flow(network.Lines.Bus0[l], network.Lines.Bus1[l], ahead, l, 1);
            Flow(network.Lines.Bus1[l], network.Lines.Bus0[l], back, l, 1);
        }

        return paid;
    }

    static double Value(HourlyNetwork network, PlanningSolution plan, int bus, double[] mw, int row)
    {
        var snapshots = network.Snapshots;
        var sum = 0.0;
        for (var t = 0; t < snapshots.Count; t++)
        {
            var price = plan.BusPriceYuanPerMwh[(bus * snapshots.Count) + t];
            sum += double.IsFinite(price) ? snapshots.WeightH[t] * price * mw[(row * snapshots.Count) + t] : 0;
        }

        return sum;
    }
}
