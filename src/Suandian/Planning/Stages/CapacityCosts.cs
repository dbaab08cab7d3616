using Suandian.Network;
using Suandian.Planning.Alternatives;

namespace Suandian.Planning.Stages;

/// <summary>Existing capacity and annual cost of new capacity by kind, and networks with other such costs.</summary>
static class CapacityCosts
{
    /// <summary>Existing capacity and annual cost of a new unit of one capacity.</summary>
    internal static (double Existing, double Annual) Of(HourlyNetwork n, QuantityPart part)
    {
        var i = part.Index;
        return part.Kind switch
        {
            QuantityKind.GeneratorPower => (n.Generators.ExistingMw[i], n.Generators.AnnualCostYuanPerMw[i]),
            QuantityKind.StoragePower => (n.StorageUnits.ExistingMw[i], n.StorageUnits.AnnualCostYuanPerMw[i]),
            QuantityKind.StorageEnergy => (n.StorageUnits.ExistingMwh[i], n.StorageUnits.AnnualCostYuanPerMwh[i]),
            QuantityKind.StoreEnergy => (n.Stores.ExistingMwh[i], n.Stores.AnnualCostYuanPerMwh[i]),
            QuantityKind.LinkPower => (n.Links.ExistingMw[i], n.Links.AnnualCostYuanPerMw[i]),
            QuantityKind.LinePower => (n.Lines.ExistingMw[i], n.Lines.AnnualCostYuanPerMw[i]),
            QuantityKind.ClusterPower => (n.Clusters.ExistingItMw[i], n.Clusters.HallCostYuanPerMw[i] + n.Clusters.ServerCostYuanPerMw[i]),
            QuantityKind.FibreRate => (n.Fibres.ExistingGbitS[i], n.Fibres.AnnualCostYuanPerGbitS[i]),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no capacity"),
        };
    }

    /// <summary>The same network with other annual costs of new capacity.</summary>
    /// <param name="n">Network.</param>
    /// <param name="annual">Annual cost of a new unit by kind and index.</param>
    internal static HourlyNetwork With(HourlyNetwork n, Func<QuantityPart, double> annual)
    {
        double[] Each(QuantityKind kind, int count) => [.. Enumerable.Range(0, count).Select(i => annual(new(kind, i)))];
        var clusters = Each(QuantityKind.ClusterPower, n.Clusters.Count);
        double ServerShare(int c) => n.Clusters.HallCostYuanPerMw[c] + n.Clusters.ServerCostYuanPerMw[c] is var sum and > 0
            ? n.Clusters.ServerCostYuanPerMw[c] / sum : 1;
        return n with
        {
            Generators = n.Generators with { AnnualCostYuanPerMw = Each(QuantityKind.GeneratorPower, n.Generators.Count) },
            StorageUnits = n.StorageUnits with
            {
                AnnualCostYuanPerMw = Each(QuantityKind.StoragePower, n.StorageUnits.Count),
                AnnualCostYuanPerMwh = Each(QuantityKind.StorageEnergy, n.StorageUnits.Count),
            },
            Stores = n.Stores with { AnnualCostYuanPerMwh = Each(QuantityKind.StoreEnergy, n.Stores.Count) },
            Links = n.Links with { AnnualCostYuanPerMw = Each(QuantityKind.LinkPower, n.Links.Count) },
            Lines = n.Lines with { AnnualCostYuanPerMw = Each(QuantityKind.LinePower, n.Lines.Count) },
            Clusters = n.Clusters with
            {
                HallCostYuanPerMw = [.. clusters.Select((cost, c) => cost * (1 - ServerShare(c)))],
                ServerCostYuanPerMw = [.. clusters.Select((cost, c) => cost * ServerShare(c))],
            },
            Fibres = n.Fibres with { AnnualCostYuanPerGbitS = Each(QuantityKind.FibreRate, n.Fibres.Count) },
        };
    }
}
