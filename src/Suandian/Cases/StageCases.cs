using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Planning.Alternatives;
using Suandian.Planning.Stages;

namespace Suandian.Cases;

/// <summary>The networks of a case in each of its stages, and how long what is built lasts.</summary>
public static class StageCases
{
    /// <summary>The stages of a case; empty where it has none.</summary>
    /// <param name="data">Case without errors.</param>
    public static ImmutableArray<StageNetwork> Of(Case data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return [.. data.Stages.Select(s => new StageNetwork(s.Name, s.Year, s.Years, NetworkBuilder.Build(In(data, s))))];
    }

    /// <summary>Every capacity that may be built, with its lifetime: that of its row in costs.csv, of a cluster that of its servers.</summary>
    /// <param name="data">The case.</param>
    /// <param name="network">Its network in any stage.</param>
    public static ImmutableArray<StageCapacity> Capacities(Case data, HourlyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(data);
        var life = data.Costs.ToDictionary(c => c.Name, c => c.LifetimeYears);
        var servers = data.Chips.ToDictionary(c => c.Name, c => c.LifetimeYears);
        double Cost(string? name) => name is not null && life.TryGetValue(name, out var years) ? years : double.PositiveInfinity;
        double Life(QuantityPart part) => part.Kind switch
        {
            QuantityKind.GeneratorPower => Cost(data.Generators[part.Index].Cost),
            QuantityKind.StoragePower => Cost(data.StorageUnits[part.Index].Cost),
            QuantityKind.StorageEnergy => Cost(data.StorageUnits[part.Index].CostEnergy),
            QuantityKind.StoreEnergy => Cost(data.Stores[part.Index].Cost),
            QuantityKind.LinkPower => Cost(data.Links[part.Index].Cost),
            QuantityKind.LinePower => Cost(data.Lines[part.Index].Cost),
            QuantityKind.ClusterPower => servers[data.Clusters[part.Index].Chip],
            _ => Cost(data.Fibres[part.Index].Cost),
        };
        return [.. PlanQuantities.Capacities(data, network).Select(q => new StageCapacity(q, Life(q.Parts[0])))];
    }

    /// <summary>The case as it is in a stage.</summary>
    internal static Case In(Case data, Stage stage)
    {
        var technology = data.Carriers.ToDictionary(c => c.Name, c => c.Technology);
        var factor = new Dictionary<string, double>();
        void Price(string? cost, double pu) => _ = cost is not null && factor.TryAdd(cost, pu);
        foreach (var g in data.Generators)
        {
            Price(g.Cost, technology[g.Carrier] switch
            {
                Technology.Wind => stage.WindCostPu,
                Technology.Pv or Technology.Csp => stage.SolarCostPu,
                _ => 1,
            });
        }

        foreach (var s in data.StorageUnits)
        {
            Price(s.Cost, stage.StorageCostPu);
            Price(s.CostEnergy, stage.StorageCostPu);
        }

        foreach (var e in data.Stores)
        {
            Price(e.Cost, stage.StorageCostPu);
        }

        var demand = ScenarioCases.In(data, new Scenario
        {
            Name = stage.Name, ProbabilityPu = 1, LoadPu = stage.LoadPu, WorkPu = stage.WorkPu,
            ImportPricePu = stage.ImportPricePu, ExportPricePu = stage.ExportPricePu,
        });
        return demand with
        {
            Costs = [.. data.Costs.Select(c => c with { OvernightCostYuanPerUnit = c.OvernightCostYuanPerUnit * factor.GetValueOrDefault(c.Name, 1) })],
            Chips = [.. data.Chips.Select(c => c with { ServerCostYuanPerCard = c.ServerCostYuanPerCard * stage.ServerCostPu })],
        };
    }
}
