using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Alternatives;

/// <summary>Something of a plan of which there may be less or more at nearly the same cost: a sum of capacities, or energy bought.</summary>
public sealed record PlanQuantity
{
    /// <summary>Key, such as <c>wind</c>, or table and name of one component, such as <c>generators.wind</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>Unit: MW, MWh, Gbit/s, or MWh/a for energy over the year.</summary>
    public required string Unit { get; init; }

    /// <summary>What is added up; indices of the network's components.</summary>
    public required ImmutableArray<QuantityPart> Parts { get; init; }

    /// <summary>Value in a plan.</summary>
    /// <param name="network">Network of the plan.</param>
    /// <param name="plan">The plan.</param>
    public double In(HourlyNetwork network, PlanningSolution plan)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        var (weight, sum) = (network.Snapshots.WeightH, 0.0);
        foreach (var part in Parts)
        {
            sum += part.Kind switch
            {
                QuantityKind.GeneratorPower => plan.GeneratorCapacityMw[part.Index],
                QuantityKind.StoragePower => plan.StoragePowerMw[part.Index],
                QuantityKind.StorageEnergy => plan.StorageEnergyMwh[part.Index],
                QuantityKind.StoreEnergy => plan.StoreEnergyMwh[part.Index],
                QuantityKind.LinkPower => plan.LinkCapacityMw[part.Index],
                QuantityKind.LinePower => plan.LineCapacityMw[part.Index],
                QuantityKind.ClusterPower => plan.ClusterItMw[part.Index],
                QuantityKind.FibreRate => plan.FibreGbitS[part.Index],
                _ => weight.Select((w, t) => w * plan.TradeMw[part.Index * weight.Length + t]).Sum(),
            };
        }

        return sum;
    }

    /// <summary>Columns and coefficients of the sum.</summary>
    internal (int Column, double Coefficient)[] Terms(PlanningModel plan)
    {
        var terms = new List<(int, double)>();
        foreach (var part in Parts)
        {
            if (part.Kind == QuantityKind.TradeEnergy)
            {
                var weight = plan.Network.Snapshots.WeightH;
                for (var t = 0; t < weight.Length; t++)
                {
                    terms.Add((plan.Variables.Trades.Power.Column(part.Index, t), weight[t]));
                }
            }
            else
            {
                terms.Add((Capacity(plan, part.Kind).Column(part.Index, 0), 1));
            }
        }

        return [.. terms.Where(term => term.Item1 >= 0)];
    }

    /// <summary>Value in a point.</summary>
    internal static double Of((int Column, double Coefficient)[] terms, double[] columns)
    {
        var sum = 0.0;
        foreach (var (column, coefficient) in terms)
        {
            sum += coefficient * columns[column];
        }

        return sum;
    }

    static Variables Capacity(PlanningModel plan, QuantityKind kind)
    {
        var x = plan.Variables;
        return kind switch
        {
            QuantityKind.GeneratorPower => x.Generators.Capacity,
            QuantityKind.StoragePower => x.Storage.Power,
            QuantityKind.StorageEnergy => x.Storage.Energy,
            QuantityKind.StoreEnergy => x.Stores.Energy,
            QuantityKind.LinkPower => x.Links.Capacity,
            QuantityKind.LinePower => x.Lines.Capacity,
            QuantityKind.ClusterPower => x.Computing.Capacity,
            QuantityKind.FibreRate => x.FibreCapacity,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such capacity"),
        };
    }
}

/// <summary>One member of a sum.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Index">Index of the component in the network.</param>
public readonly record struct QuantityPart(QuantityKind Kind, int Index);

/// <summary>What may be counted.</summary>
public enum QuantityKind
{
    /// <summary>Capacity of a generator, MW.</summary>
    GeneratorPower,

    /// <summary>Power of a storage unit, MW.</summary>
    StoragePower,

    /// <summary>Energy of a storage unit sized apart, MWh.</summary>
    StorageEnergy,

    /// <summary>Energy of a store, MWh.</summary>
    StoreEnergy,

    /// <summary>Power of a link, MW.</summary>
    LinkPower,

    /// <summary>Capacity of a line, MW.</summary>
    LinePower,

    /// <summary>IT power of a cluster, MW.</summary>
    ClusterPower,

    /// <summary>Capacity of a fibre, Gbit/s.</summary>
    FibreRate,

    /// <summary>Energy over the year through an import or export, MWh/a.</summary>
    TradeEnergy,
}
