using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Cases.Pypsa;

/// <summary>From the tables of a PyPSA network to the arrays a formulation reads.</summary>
/// <remarks>
/// Where PyPSA has one variable we have one of the same meaning, so that the optimum is PyPSA's <c>objective</c>: the annual cost of
/// what is built beyond what exists, and operation. The constant PyPSA leaves out is told apart.
/// Source: PyPSA user guide, "Optimization"; traps: docs/how-to/pypsa.md.
/// </remarks>
sealed partial class PypsaBuilder
{
    readonly PypsaNetwork _source;
    readonly PypsaRows _generators, _storage, _stores, _links, _lines, _transformers, _loads;
    readonly ImmutableDictionary<string, int> _bus;

    PypsaBuilder(PypsaNetwork source)
    {
        _source = source;
        PypsaRows Of(string component) => new(source, component);
        (_generators, _storage, _stores) = (Of("generators"), Of("storage_units"), Of("stores"));
        (_links, _lines, _transformers, _loads) = (Of("links"), Of("lines"), Of("transformers"), Of("loads"));
        _bus = source.Of("buses").Names.Select((name, b) => KeyValuePair.Create(name, b)).ToImmutableDictionary();
    }

    int T => _source.Snapshots.Count;

    /// <summary>The network; the source has no errors.</summary>
    internal static HourlyNetwork Build(PypsaNetwork source)
    {
        var build = new PypsaBuilder(source);
        var (generator, storage, store) = (build._generators.Capacity("p_nom"), build._storage.Capacity("p_nom"), build._stores.Capacity("e_nom"));
        var (link, line, transformer) = (build._links.Capacity("p_nom"), build._lines.Capacity("s_nom"), build._transformers.Capacity("s_nom"));
        var commitments = build.Commitments();
        return new HourlyNetwork
        {
            Snapshots = build.Snapshots(),
            Buses = build.Buses(),
            Generators = build.Generators(generator),
            StorageUnits = build.StorageUnits(storage),
            Stores = build.Stores(store),
            Links = build.Links(link),
            Lines = build.Lines(line, transformer),
            Loads = build.Loads(),
            Trades = NoHouseTables.Trades,
            Clusters = NoHouseTables.Clusters,
            Workloads = NoHouseTables.Workloads,
            Fibres = NoHouseTables.Fibres,
            Rules = [],
            Commitments = commitments,
            Ramps = build.Ramps(commitments),
            GlobalLimits = build.GlobalLimits(),
            Modules = build.Modules(),
            ObjectiveConstantYuan = new[] { generator, storage, store, link, line, transformer }.Sum(capacity => capacity.Constant),
        };
    }

    /// <summary>One block, or one for each investment period.</summary>
    Snapshots Snapshots()
    {
        var source = _source.Snapshots;
        int[] starts = [.. Enumerable.Range(0, T).Where(t => t == 0 || source.Period[t] != source.Period[t - 1])];
        int[] ends = [.. starts.Skip(1).Append(T)];
        double PerPeriod(int t, Func<(int, double Cost, double Years), double> weight) =>
            source.Period[t] < 0 ? 1 : weight(source.Periods[source.Period[t]]);
        return new Snapshots
        {
            HourOfYear = [.. Enumerable.Range(0, T)],
            WeightH = [.. source.CostH.Select((w, t) => w * PerPeriod(t, p => p.Cost))],
            EnergyWeightH = [.. source.EnergyH.Select((w, t) => w * PerPeriod(t, p => p.Years))],
            StepH = source.StepH,
            Previous = [.. Enumerable.Range(0, T).Select(t => Array.IndexOf(starts, t) is >= 0 and var block ? ends[block] - 1 : t - 1)],
            BlockStarts = starts,
            Month = [.. Enumerable.Repeat(1, T)],
        };
    }

    /// <summary>Capacities to be chosen that come in modules.</summary>
    Modules? Modules()
    {
        (string Name, LimitVariable Variable, int Component, double Size)[] all =
        [
            .. Of(_generators, "p_nom", LimitVariable.GeneratorCapacity), .. Of(_storage, "p_nom", LimitVariable.StoragePower),
            .. Of(_stores, "e_nom", LimitVariable.StoreEnergy), .. Of(_links, "p_nom", LimitVariable.LinkCapacity),
            .. Of(_lines, "s_nom", LimitVariable.LineCapacity),
            .. Of(_transformers, "s_nom", LimitVariable.LineCapacity).Select(m => m with { Item3 = m.Item3 + _lines.Count }),
        ];
        return all.Length == 0 ? null : new Modules
        {
            Name = Array.ConvertAll(all, m => m.Name),
            Variable = Array.ConvertAll(all, m => m.Variable),
            Component = Array.ConvertAll(all, m => m.Component),
            Size = Array.ConvertAll(all, m => m.Size),
            Base = new double[all.Length],
        };

        static IEnumerable<(string, LimitVariable, int, double)> Of(PypsaRows rows, string nominal, LimitVariable variable) => rows.Indices
            .Where(i => rows.Table.Flag(nominal + "_extendable", i) && rows.Table.Number(nominal + "_mod", i) > 0)
            .Select(i => (rows.Table.Names[i], variable, rows.Place(i), rows.Table.Number(nominal + "_mod", i)));
    }

    ImmutableArray<Bus> Buses()
    {
        var buses = _source.Of("buses");
        return [.. buses.Names.Select((name, b) => new Bus
        {
            Name = name,
            Kind = buses.Text("carrier", b) is "AC" or "DC" ? BusKind.Electricity : BusKind.Other,
            VoltageKv = buses.Number("v_nom", b),
        })];
    }

    int Bus(PypsaTable table, string port, int i) => _bus[table.Text(port, i)];

    Loads Loads() => new()
    {
        Name = _loads.Names,
        Bus = _loads.Map(i => Bus(_loads.Table, "bus", i)),
        PowerMw = Drawn(),
    };

    /// <summary>Power that loads draw: minus sign × set power.</summary>
    double[] Drawn()
    {
        double[] sign = [.. Enumerable.Range(0, _loads.Table.Count).Select(i => _loads.Table.Number("sign", i))];
        return _loads.Hours("p_set", (i, _, mw) => -sign[i] * mw);
    }

    /// <summary>CO2 of a carrier per MWh of fuel; 0 where the carrier is not declared.</summary>
    double OfCarrier(string carrier, string attribute)
    {
        var carriers = _source.Of("carriers");
        int at = carriers.IndexOf(carrier);
        return at < 0 || !carriers.Says(attribute) ? 0 : carriers.Number(attribute, at);
    }
}
