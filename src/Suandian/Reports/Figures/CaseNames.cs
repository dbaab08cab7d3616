using System.Collections.Frozen;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

/// <summary>What the arrays of a network are called and what technology they are, looked up in the case by name.</summary>
sealed class CaseNames
{
    readonly FrozenDictionary<string, Carrier> _carriers;
    readonly FrozenDictionary<string, Cost> _costs;

    internal CaseNames(Case data)
    {
        Data = data;
        _carriers = data.Carriers.ToFrozenDictionary(c => c.Name);
        _costs = data.Costs.ToFrozenDictionary(c => c.Name);
        Buses = data.Buses.ToFrozenDictionary(b => b.Name);
        Generators = data.Generators.ToFrozenDictionary(g => g.Name);
        StorageUnits = data.StorageUnits.ToFrozenDictionary(s => s.Name);
        Stores = data.Stores.ToFrozenDictionary(s => s.Name);
        Links = data.Links.ToFrozenDictionary(l => l.Name);
        Lines = data.Lines.ToFrozenDictionary(l => l.Name);
        Tariffs = data.Tariffs.ToFrozenDictionary(t => t.Name);
        Clusters = data.Clusters.ToFrozenDictionary(c => c.Name);
        Chips = data.Chips.ToFrozenDictionary(c => c.Name);
        Workloads = data.Workloads.ToFrozenDictionary(w => w.Name);
        Fibres = data.Fibres.ToFrozenDictionary(f => f.Name);
    }

    internal Case Data { get; }

    internal FrozenDictionary<string, Bus> Buses { get; }

    internal FrozenDictionary<string, Generator> Generators { get; }

    internal FrozenDictionary<string, StorageUnit> StorageUnits { get; }

    internal FrozenDictionary<string, Store> Stores { get; }

    internal FrozenDictionary<string, Link> Links { get; }

    internal FrozenDictionary<string, Line> Lines { get; }

    internal FrozenDictionary<string, Tariff> Tariffs { get; }

    internal FrozenDictionary<string, Cluster> Clusters { get; }

    internal FrozenDictionary<string, Chip> Chips { get; }

    internal FrozenDictionary<string, Workload> Workloads { get; }

    internal FrozenDictionary<string, Fibre> Fibres { get; }

    internal static Text Title(string name, string? zh, string? en) => new(zh ?? name, en ?? name);

    internal static Text Title(Bus bus) => Title(bus.Name, bus.NameZh, bus.NameEn);

    internal Technology TechnologyOf(string carrier) => _carriers[carrier].Technology;

    internal bool IsRenewable(string carrier) => _carriers[carrier].Renewable;

    internal Cost? Cost(string? name) => name is not null && _costs.TryGetValue(name, out var cost) ? cost : null;

    /// <summary>Overnight cost of a unit of capacity, yuan; 0 without a row.</summary>
    internal double Overnight(string? name, double lengthKm = 0) =>
        Cost(name) is { } cost ? cost.OvernightCostYuanPerUnit * (cost.Unit == CostUnit.MwKm ? lengthKm : 1) : 0;

    /// <summary>Upkeep of a unit, yuan/unit/a; 0 without a row.</summary>
    internal double Upkeep(string? name) =>
        Cost(name) is { } cost ? (cost.OvernightCostYuanPerUnit * cost.FixedOmSharePerYear) + cost.FixedOmYuanPerUnitYear : 0;

    internal Chip ChipOf(string cluster) => Chips[Clusters[cluster].Chip];

    internal static double CardsPerMw(Chip chip) => 1000 / (chip.PowerKw * chip.ServerOverheadPu);

    /// <summary>Title of the component of a table; the name itself for tables without names.</summary>
    internal Text TitleOf(string table, string name) => table switch
    {
        "buses" => Title(Buses[name]),
        "generators" => Title(name, Generators[name].NameZh, Generators[name].NameEn),
        "storage_units" => Title(name, StorageUnits[name].NameZh, StorageUnits[name].NameEn),
        "stores" => Title(name, Stores[name].NameZh, Stores[name].NameEn),
        "links" => Title(name, Links[name].NameZh, Links[name].NameEn),
        "lines" => Title(name, Lines[name].NameZh, Lines[name].NameEn),
        "tariffs" => Title(name, Tariffs[name].NameZh, Tariffs[name].NameEn),
        "clusters" => Title(name, Clusters[name].NameZh, Clusters[name].NameEn),
        "workloads" => Title(name, Workloads[name].NameZh, Workloads[name].NameEn),
        "fibres" => Title(name, Fibres[name].NameZh, Fibres[name].NameEn),
        _ => new(name, name),
    };

    internal CostTags Tags(HourlyNetwork network) => new()
    {
        Generators = [.. network.Generators.Name.Select(g => PartOf(TechnologyOf(Generators[g].Carrier)))],
        StorageUnits = [.. network.StorageUnits.Name.Select(s => StoragePart(TechnologyOf(StorageUnits[s].Carrier)))],
        Stores = [.. network.Stores.Name.Select(s => StoragePart(TechnologyOf(Stores[s].Carrier)))],
        Links = [.. network.Links.Name.Select(l => LinkPart(TechnologyOf(Links[l].Carrier)))],
        FarBus = [.. network.Buses.Select(b => b.Role == BusRole.Far)],
        ElectricBus = [.. network.Buses.Select(b => b.Kind == BusKind.Electricity)],
        HallUpkeepYuanPerMw = [.. network.Clusters.Name.Select(c => Upkeep(Clusters[c].CostHall))],
        ServerUpkeepYuanPerMw =
            [.. network.Clusters.Name.Select(c => CardsPerMw(ChipOf(c)) * ChipOf(c).FixedOmYuanPerCardYear)],
    };

    static PricePart PartOf(Technology technology) => technology switch
    {
        Technology.Wind => PricePart.Wind,
        Technology.Pv => PricePart.Pv,
        Technology.Csp or Technology.Heat => PricePart.Csp,
        Technology.Hydro => PricePart.Hydro,
        Technology.Coal => PricePart.Coal,
        Technology.Gas => PricePart.Gas,
        _ => PricePart.OtherGeneration,
    };

    static PricePart StoragePart(Technology technology) =>
        technology is Technology.Csp or Technology.Heat or Technology.Hydro ? PartOf(technology) : PricePart.Storage;

    static PricePart LinkPart(Technology technology) =>
        technology is Technology.Ac or Technology.Dc or Technology.Import or Technology.Export ? PricePart.Network : PartOf(technology);
}
