using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Cases;

public static partial class NetworkBuilder
{
    /// <summary>"Today, nothing built": the network that a plan is compared with.</summary>
    /// <param name="network">Network the plan was made on.</param>
    /// <param name="plan">The plan, in the order of that network.</param>
    /// <returns>
    /// The same network with generators, storage, stores, links and lines held at what exists, so that more power has to be
    /// bought; with clusters and fibres held at the sizes of the plan, so that the same computing demand is served, at the
    /// same annual cost of halls, servers and fibres as in the plan, so that the difference of the two costs is power alone;
    /// and with those annual rules only that limit exports, which anyone can obey; the others a county that builds nothing
    /// may not meet (the report states what they come to).
    /// </returns>
    /// <remarks>Solvable where imports suffice, or where load may be shed and work given up at their prices.</remarks>
    /// <exception cref="ArgumentException">The plan is of another network.</exception>
    public static HourlyNetwork BaseCase(HourlyNetwork network, PlanningSolution plan)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.ClusterItMw.Length != network.Clusters.Count || plan.FibreGbitS.Length != network.Fibres.Count)
            throw new ArgumentException("the plan is of another network", nameof(plan));
        return network with
        {
            Generators = network.Generators with { MaxMw = network.Generators.ExistingMw },
            StorageUnits = network.StorageUnits with
            {
                MaxMw = network.StorageUnits.ExistingMw,
                MaxMwh = network.StorageUnits.ExistingMwh,
            },
            Stores = network.Stores with { MaxMwh = network.Stores.ExistingMwh },
            Links = network.Links with { MaxMw = network.Links.ExistingMw },
            Lines = network.Lines with { MaxMw = network.Lines.ExistingMw },
            Clusters = Built(network.Clusters, plan.ClusterItMw),
            Fibres = Built(network.Fibres, plan.FibreGbitS),
            Rules = [.. network.Rules.Where(rule =>
                rule.Kind is AnnualRuleKind.ExportEnergyMax or AnnualRuleKind.ExportShareMax)],
        };
    }

    static Clusters Built(Clusters clusters, double[] planned)
    {
        double[] sizes = NotBelow(planned, clusters.ExistingItMw);
        return clusters with
        {
            ExistingItMw = sizes,
            MaxItMw = sizes,
            ExistingCostYuanPerMw = Blend(
                clusters.ExistingItMw,
                clusters.ExistingCostYuanPerMw,
                sizes,
                [.. clusters.HallCostYuanPerMw.Zip(clusters.ServerCostYuanPerMw, (hall, servers) => hall + servers)]),
        };
    }

    static Fibres Built(Fibres fibres, double[] planned)
    {
        double[] sizes = NotBelow(planned, fibres.ExistingGbitS);
        return fibres with
        {
            ExistingGbitS = sizes,
            MaxGbitS = sizes,
            ExistingCostYuanPerGbitS = Blend(
                fibres.ExistingGbitS, fibres.ExistingCostYuanPerGbitS, sizes, fibres.AnnualCostYuanPerGbitS),
        };
    }

    /// <summary>Sizes of the plan without what the solver's tolerance leaves below the existing size.</summary>
    static double[] NotBelow(double[] planned, double[] existing) => [.. planned.Zip(existing, Math.Max)];

    /// <summary>Upkeep per unit that costs as much as old units at upkeep and new ones at full annual cost.</summary>
    static double[] Blend(double[] existing, double[] upkeep, double[] size, double[] newCost)
    {
        double[] blended = new double[size.Length];
        for (int i = 0; i < size.Length; i++)
        {
            blended[i] = size[i] > 0
                ? (existing[i] * upkeep[i] + (size[i] - existing[i]) * newCost[i]) / size[i]
                : upkeep[i];
        }

        return blended;
    }
}
