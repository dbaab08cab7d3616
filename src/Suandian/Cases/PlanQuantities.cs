using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Planning.Alternatives;
using Suandian.Texts;

namespace Suandian.Cases;

/// <summary>The quantities of a case whose least and most may be asked for.</summary>
public static class PlanQuantities
{
    /// <summary>Keys of all sums, in the order in which they are told.</summary>
    public static ImmutableArray<string> Keys { get; } =
        ["wind", "solar", "csp", "storage", "storage_energy", "import", "export", "compute", "local_compute"];

    /// <summary>The sums that a case can change: capacities by technology, energy over the border, IT power.</summary>
    /// <param name="data">The case.</param>
    /// <param name="network">Its network.</param>
    /// <returns>Sums with at least one part that may be built or traded, in the order of <see cref="Keys"/>.</returns>
    public static ImmutableArray<PlanQuantity> Sums(Case data, HourlyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(network);
        return [.. Keys.Select(key => Sum(key, data, network)).OfType<PlanQuantity>()];
    }

    /// <summary>Every single capacity that may be built.</summary>
    public static ImmutableArray<PlanQuantity> Capacities(Case data, HourlyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(network);
        var n = network;
        return
        [
            .. Each("generators", QuantityKind.GeneratorPower, n.Generators.Name, n.Generators.ExistingMw, n.Generators.MaxMw),
            .. Each("storage_units", QuantityKind.StoragePower, n.StorageUnits.Name, n.StorageUnits.ExistingMw, n.StorageUnits.MaxMw),
            .. Each("storage_units", QuantityKind.StorageEnergy, n.StorageUnits.Name, n.StorageUnits.ExistingMwh,
                [.. n.StorageUnits.MaxMwh.Select((max, s) => n.StorageUnits.SizedApart[s] ? max : n.StorageUnits.ExistingMwh[s])]),
            .. Each("stores", QuantityKind.StoreEnergy, n.Stores.Name, n.Stores.ExistingMwh, n.Stores.MaxMwh),
            .. Each("links", QuantityKind.LinkPower, n.Links.Name, n.Links.ExistingMw, n.Links.MaxMw),
            .. Each("lines", QuantityKind.LinePower, n.Lines.Name, n.Lines.ExistingMw, n.Lines.MaxMw),
            .. Each("clusters", QuantityKind.ClusterPower, n.Clusters.Name, n.Clusters.ExistingItMw, n.Clusters.MaxItMw),
            .. Each("fibres", QuantityKind.FibreRate, n.Fibres.Name, n.Fibres.ExistingGbitS, n.Fibres.MaxGbitS),
        ];

        IEnumerable<PlanQuantity> Each(string table, QuantityKind kind, string[] names, double[] existing, double[] most) =>
            Enumerable.Range(0, names.Length).Where(i => most[i] > existing[i]).Select(i => new PlanQuantity
            {
                Key = $"{table}.{names[i]}" + (kind == QuantityKind.StorageEnergy ? ".energy" : ""),
                Name = Titled(kind, TitleOf(data, table, names[i])),
                Unit = UnitOf(kind),
                Parts = [new(kind, i)],
            });
    }

    static Text Titled(QuantityKind kind, Text name) =>
        kind == QuantityKind.StorageEnergy ? Phrases.Of("quantity.energy_of", ("name", name)) : name;

    static PlanQuantity? Sum(string key, Case data, HourlyNetwork network)
    {
        var parts = Parts(key, data, network);
        return parts.IsEmpty ? null : new PlanQuantity
        {
            Key = key,
            Name = Phrases.Of("quantity." + key),
            Unit = UnitOf(parts[0].Kind),
            Parts = parts,
        };
    }

    static ImmutableArray<QuantityPart> Parts(string key, Case data, HourlyNetwork n)
    {
        var technology = data.Carriers.ToDictionary(c => c.Name, c => c.Technology);
        ImmutableArray<QuantityPart> Generators(Technology wanted) => Those(QuantityKind.GeneratorPower, n.Generators.Count,
            g => technology[data.Generators[g].Carrier] == wanted, g => n.Generators.MaxMw[g] > n.Generators.ExistingMw[g]);
        ImmutableArray<QuantityPart> Trades(bool isImport) => Those(QuantityKind.TradeEnergy, n.Trades.Count,
            k => n.Trades.IsImport[k] == isImport, k => n.Trades.MaxMw[k] > 0);
        ImmutableArray<QuantityPart> Clusters(Func<int, bool> isMeant) => Those(QuantityKind.ClusterPower, n.Clusters.Count,
            isMeant, c => n.Clusters.MaxItMw[c] > n.Clusters.ExistingItMw[c]);
        bool IsFar(int c) => n.Buses[n.Clusters.Bus[c]].Role == BusRole.Far;
        return key switch
        {
            "wind" => Generators(Technology.Wind),
            "solar" => Generators(Technology.Pv),
            "csp" => Generators(Technology.Csp),
            "storage" => Those(QuantityKind.StoragePower, n.StorageUnits.Count, _ => true,
                s => n.StorageUnits.MaxMw[s] > n.StorageUnits.ExistingMw[s]),
            "storage_energy" => Those(QuantityKind.StorageEnergy, n.StorageUnits.Count, s => n.StorageUnits.SizedApart[s],
                s => n.StorageUnits.MaxMwh[s] > n.StorageUnits.ExistingMwh[s]),
            "import" => Trades(isImport: true),
            "export" => Trades(isImport: false),
            "compute" => Clusters(_ => true),
            _ => Enumerable.Range(0, n.Clusters.Count).Any(IsFar) ? Clusters(c => !IsFar(c)) : [],
        };
    }

    /// <summary>All that are meant, where one of them can change; else none.</summary>
    static ImmutableArray<QuantityPart> Those(QuantityKind kind, int count, Func<int, bool> isMeant, Func<int, bool> canChange)
    {
        int[] members = [.. Enumerable.Range(0, count).Where(isMeant)];
        return members.Any(canChange) ? [.. members.Select(i => new QuantityPart(kind, i))] : [];
    }

    static string UnitOf(QuantityKind kind) => kind switch
    {
        QuantityKind.StorageEnergy or QuantityKind.StoreEnergy => "MWh",
        QuantityKind.FibreRate => "Gbit/s",
        QuantityKind.TradeEnergy => "MWh/a",
        _ => "MW",
    };

    /// <summary>Name for people of a component.</summary>
    static Text TitleOf(Case data, string table, string name)
    {
        var (zh, en) = table switch
        {
            "generators" => Names(data.Generators, g => g.Name, g => (g.NameZh, g.NameEn)),
            "storage_units" => Names(data.StorageUnits, s => s.Name, s => (s.NameZh, s.NameEn)),
            "stores" => Names(data.Stores, e => e.Name, e => (e.NameZh, e.NameEn)),
            "links" => Names(data.Links, l => l.Name, l => (l.NameZh, l.NameEn)),
            "lines" => Names(data.Lines, l => l.Name, l => (l.NameZh, l.NameEn)),
            "clusters" => Names(data.Clusters, c => c.Name, c => (c.NameZh, c.NameEn)),
            _ => Names(data.Fibres, f => f.Name, f => (f.NameZh, f.NameEn)),
        };
        return new Text(zh ?? name, en ?? name);

        (string?, string?) Names<T>(ImmutableArray<T> rows, Func<T, string> key, Func<T, (string?, string?)> names) =>
            rows.Where(row => key(row) == name).Select(names).FirstOrDefault();
    }
}
