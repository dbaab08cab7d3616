using System.Collections.Immutable;
using Suandian.Cases.Pypsa;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Reports.Imported;

/// <summary>A component of an imported network with its capacity, cost and output.</summary>
/// <param name="Table">Table, PyPSA's list name.</param>
/// <param name="Name">Name.</param>
/// <param name="Bus">Bus, of branches the first one; index.</param>
/// <param name="Carrier">Carrier; empty where it has none.</param>
/// <param name="Unit">MW or MWh.</param>
sealed record ImportedPart(string Table, string Name, int Bus, string Carrier, string Unit)
{
    /// <summary>What exists.</summary>
    internal required double Existing { get; init; }

    /// <summary>Size in the plan.</summary>
    internal required double Size { get; init; }

    /// <summary>True where the plan chose the size.</summary>
    internal required bool IsChosen { get; init; }

    /// <summary>Cost of what is new, negative for what is given up.</summary>
    internal required double CapitalCost { get; init; }

    /// <summary>Cost of running, starts included.</summary>
    internal double OperationCost { get; init; }

    /// <summary>Power into its bus [T], MW; of branches out of the first bus.</summary>
    internal required double[] Power { get; init; }

    /// <summary>Carrier for people; the table where there is none.</summary>
    internal string Label => Carrier.Length > 0 ? Carrier : Name;
}

/// <summary>The components of an imported network, in the order of its tables.</summary>
sealed class ImportedParts(ImportedStudy study)
{
    readonly HourlyNetwork _network = study.Network;
    readonly PlanningSolution _plan = study.Plan;
    readonly PypsaNetwork _source = study.Case.Imported!;
    readonly int _snapshots = study.Network.Snapshots.Count;

    internal ImmutableArray<ImportedPart> All() => [.. Generators(), .. StorageUnits(), .. Stores(), .. Links(), .. Lines()];

    IEnumerable<ImportedPart> Generators()
    {
        var g = _network.Generators;
        return Each("generators", g.Name, (Carriers("generators"), "MW"), i => new(g.Bus[i], (g.ExistingMw[i], _plan.GeneratorCapacityMw[i]), g.IsExpandable(i), g.AnnualCostYuanPerMw[i])
        {
            Power = Row(_plan.GeneratorMw, i),
            Operation = Cost(_plan.GeneratorMw, i, k => g.MarginalCost(i, k)) + Units(isLink: false, i),
        });
    }

    IEnumerable<ImportedPart> StorageUnits()
    {
        var s = _network.StorageUnits;
        return Each("storage_units", s.Name, (Carriers("storage_units"), "MW"), i => new(s.Bus[i], (s.ExistingMw[i], _plan.StoragePowerMw[i]), s.IsPowerExpandable(i), s.AnnualCostYuanPerMw[i])
        {
            Power = [.. Row(_plan.DischargeMw, i).Zip(Row(_plan.ChargeMw, i), (discharge, charge) => discharge - charge)],
            Operation = Cost(_plan.DischargeMw, i, k => s.MarginalCost(i, k)) + Cost(_plan.LevelMwh, i, k => s.LevelCostYuanPerMwh?[k] ?? 0) + Cost(_plan.SpillMw, i, k => s.SpillCostYuanPerMwh?[k] ?? 0),
        });
    }

    IEnumerable<ImportedPart> Stores()
    {
        var e = _network.Stores;
        return Each("stores", e.Name, (Carriers("stores"), "MWh"), i => new(e.Bus[i], (e.ExistingMwh[i], _plan.StoreEnergyMwh[i]), e.IsExpandable(i), e.AnnualCostYuanPerMwh[i])
        {
            Power = Row(_plan.StoreMw, i),
            Operation = Cost(_plan.StoreMw, i, k => e.HourlyCostYuanPerMwh?[k] ?? 0) + Cost(_plan.StoreLevelMwh, i, k => e.LevelCostYuanPerMwh?[k] ?? 0),
        });
    }

    IEnumerable<ImportedPart> Links()
    {
        var l = _network.Links;
        return Each("links", l.Name, (Carriers("links"), "MW"), i => new(l.Bus0[i], (l.ExistingMw[i], _plan.LinkCapacityMw[i]), l.IsExpandable(i), l.AnnualCostYuanPerMw[i])
        {
            Power = Row(_plan.LinkForwardMw, i),
            Operation = Cost(_plan.LinkForwardMw, i, k => l.MarginalCost(i, k)) + Units(isLink: true, i),
        });
    }

    /// <summary>Lines, then transformers.</summary>
    IEnumerable<ImportedPart> Lines()
    {
        var (l, count) = (_network.Lines, new PypsaRows(_source, "lines").Count);
        string[] carriers = [.. Carriers("lines"), .. Carriers("transformers")];
        return Each("lines", l.Name, (carriers, "MW"), i => new(l.Bus0[i], (l.ExistingMw[i], _plan.LineCapacityMw[i]), l.IsExpandable(i), l.AnnualCostYuanPerMw[i])
        {
            Power = Row(_plan.LineMw, i),
        }).Select((part, i) => i < count ? part : part with { Table = "transformers" });
    }

    static IEnumerable<ImportedPart> Each(string table, string[] names, (string[] Carriers, string Unit) of, Func<int, Found> found) => names.Select((name, i) =>
    {
        var at = found(i);
        return new ImportedPart(table, name, at.Bus, of.Carriers[i], of.Unit)
        {
            Existing = at.Size.Existing,
            Size = at.Size.Plan,
            IsChosen = at.IsChosen,
            CapitalCost = at.Annual == 0 ? 0 : at.Annual * (at.Size.Plan - at.Size.Existing),
            OperationCost = at.Operation,
            Power = at.Power,
        };
    });

    string[] Carriers(string table)
    {
        var rows = new PypsaRows(_source, table);
        return rows.Map(i => rows.Table.Written("carrier", i));
    }

    double[] Row(double[] hourly, int i) => hourly[(i * _snapshots)..((i + 1) * _snapshots)];

    double Cost(double[] amount, int i, Func<int, double> price) =>
        Enumerable.Range(0, _snapshots).Sum(t => _network.Snapshots.WeightH[t] * price(i * _snapshots + t) * amount[i * _snapshots + t]);

    double Units(bool isLink, int component) => Enumerable.Range(0, _network.Commitments?.Count ?? 0)
        .Where(u => _network.Commitments!.IsLink[u] == isLink && _network.Commitments.Component[u] == component).Sum(u => UnitStates.CostYuan(_network, _plan.UnitOn, u));

    sealed record Found(int Bus, (double Existing, double Plan) Size, bool IsChosen, double Annual)
    {
        public required double[] Power { get; init; }

        public double Operation { get; init; }
    }
}
