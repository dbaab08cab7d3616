using Suandian.Network;
using Suandian.Planning;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

/// <summary>One run (plan or base) seen from the local electricity buses together: hourly sums that several figures share.</summary>
/// <remarks>All arrays [T], MW.</remarks>
sealed class RunView
{
    /// <summary>Order of the stack, bottom up; what is no such technology counts as other.</summary>
    internal static readonly Technology[] Stack =
        [Technology.Wind, Technology.Pv, Technology.Csp, Technology.Hydro, Technology.Coal, Technology.Gas, Technology.Other];

    internal RunView(CaseNames names, HourlyNetwork network, PlanningSolution run)
    {
        Names = names;
        Network = network;
        Run = run;
        Tags = names.Tags(network);
        T = network.Snapshots.Count;
        Weight = network.Snapshots.WeightH;
        Prices = PriceBuildUp.From(network, run, Tags);
        Power = new ComputingPower(network, run, Tags);
        (Charge, Discharge, Import, Export) = (new double[T], new double[T], new double[T], new double[T]);
        (GreenImport, Available, Curtailed) = (new double[T], new double[T], new double[T]);
        (GreenGeneration, Shed, OtherLoad, Inflow) = (new double[T], new double[T], new double[T], new double[T]);
        foreach (var technology in Stack)
        {
            Generation[technology] = new double[T];
        }

        AddGeneration();
        AddStorage();
        AddConnections();
        AddUse();
    }

    internal CaseNames Names { get; }

    internal HourlyNetwork Network { get; }

    internal PlanningSolution Run { get; }

    internal CostTags Tags { get; }

    internal int T { get; }

    internal double[] Weight { get; }

    internal PriceBuildUp Prices { get; }

    internal ComputingPower Power { get; }

    internal Dictionary<Technology, double[]> Generation { get; } = [];

    internal double[] Charge { get; }

    internal double[] Discharge { get; }

    /// <summary>Purchases and what arrives from far ends.</summary>
    internal double[] Import { get; }

    /// <summary>Sales and what is sent to far ends.</summary>
    internal double[] Export { get; }

    /// <summary>Part of the purchases that counts as green.</summary>
    internal double[] GreenImport { get; }

    internal double[] GreenGeneration { get; }

    /// <summary>Green generation available at electricity buses.</summary>
    internal double[] Available { get; }

    internal double[] Curtailed { get; }

    internal double[] Shed { get; }

    /// <summary>Other load before shedding.</summary>
    internal double[] OtherLoad { get; }

    /// <summary>Green inflow into stores.</summary>
    internal double[] Inflow { get; }

    /// <summary>Other load served and computing.</summary>
    internal double[] Consumption => field ??= [.. Enumerable.Range(0, T).Select(t => OtherLoad[t] - Shed[t] + Power.Local[t])];

    /// <summary>Weighted sum over the year, MWh/a.</summary>
    internal double Yearly(double[] series) => Year.Sum(Network, series);

    internal bool IsLocal(int bus) => Tags.ElectricBus[bus] && !Tags.FarBus[bus];

    internal static void Add(double[] sum, double[] rows, int row, double factor = 1)
    {
        for (var t = 0; t < sum.Length; t++)
        {
            sum[t] += factor * rows[(row * sum.Length) + t];
        }
    }

    internal double[] LayerOf(Technology technology) =>
        Generation.TryGetValue(technology, out var layer) ? layer : Generation[Technology.Other];

    void AddGeneration()
    {
        var g = Network.Generators;
        for (var i = 0; i < g.Count; i++)
        {
            if (!IsLocal(g.Bus[i]))
            {
                continue;
            }

            Add(LayerOf(Names.TechnologyOf(Names.Generators[g.Name[i]].Carrier)), Run.GeneratorMw, i);
            if (g.Renewable[i])
            {
                Add(GreenGeneration, Run.GeneratorMw, i);
                Add(Available, g.AvailabilityPu, i, Run.GeneratorCapacityMw[i]);
                Add(Curtailed, g.AvailabilityPu, i, Run.GeneratorCapacityMw[i]);
                Add(Curtailed, Run.GeneratorMw, i, -1);
            }
        }

        for (var t = 0; t < T; t++)
        {
            Curtailed[t] = Math.Max(Curtailed[t], 0);
        }
    }

    void AddStorage()
    {
        for (var s = 0; s < Network.StorageUnits.Count; s++)
        {
            if (IsLocal(Network.StorageUnits.Bus[s]))
            {
                Add(Charge, Run.ChargeMw, s);
                Add(Discharge, Run.DischargeMw, s);
                if (Names.IsRenewable(Names.StorageUnits[Network.StorageUnits.Name[s]].Carrier))
                {
                    Add(Inflow, Network.StorageUnits.InflowMw, s);
                }
            }
        }

        for (var e = 0; e < Network.Stores.Count; e++)
        {
            for (var t = 0; t < T && IsLocal(Network.Stores.Bus[e]); t++)
            {
                var out_ = Run.StoreMw[(e * T) + t];
                (out_ > 0 ? Discharge : Charge)[t] += Math.Abs(out_);
            }
        }
    }

    void AddConnections()
    {
        var links = Network.Links;
        for (var l = 0; l < links.Count; l++)
        {
            var link = Names.Links[links.Name[l]];
            Cross(links.Bus0[l], links.Bus1[l], new(Run.LinkForwardMw, l, links.Efficiency[l]), link.Carrier);
            Cross(links.Bus1[l], links.Bus0[l], new(Run.LinkBackwardMw, l, links.Efficiency[l]), link.Carrier);
        }

        var ahead = Array.ConvertAll(Run.LineMw, p => Math.Max(p, 0));
        var back = Array.ConvertAll(Run.LineMw, p => Math.Max(-p, 0));
        for (var l = 0; l < Network.Lines.Count; l++)
        {
            Cross(Network.Lines.Bus0[l], Network.Lines.Bus1[l], new(ahead, l, 1), null);
            Cross(Network.Lines.Bus1[l], Network.Lines.Bus0[l], new(back, l, 1), null);
        }

        var k = Network.Trades;
        for (var i = 0; i < k.Count; i++)
        {
            if (IsLocal(k.Bus[i]))
            {
                Add(k.IsImport[i] ? Import : Export, Run.TradeMw, i);
                Add(GreenImport, Run.TradeMw, i, k.IsImport[i] ? k.GreenSharePu[i] : 0);
            }
        }
    }

    /// <summary>A flow over the border of the local electricity buses: from heat it is generation, from far ends import, outwards export.</summary>
    void Cross(int from, int to, Flow flow, string? carrier)
    {
        if (IsLocal(to) && !Tags.ElectricBus[from] && carrier is not null)
        {
            Add(LayerOf(Names.TechnologyOf(carrier)), flow.Mw, flow.Row, flow.Efficiency);
            if (Names.IsRenewable(carrier))
            {
                Add(GreenGeneration, flow.Mw, flow.Row, flow.Efficiency);
                Add(Available, flow.Mw, flow.Row, flow.Efficiency);
            }
        }
        else if (IsLocal(to) && !IsLocal(from))
        {
            Add(Import, flow.Mw, flow.Row, flow.Efficiency);
        }
        else if (IsLocal(from) && !IsLocal(to))
        {
            Add(Export, flow.Mw, flow.Row);
        }
    }

    void AddUse()
    {
        for (var d = 0; d < Network.Loads.Count; d++)
        {
            if (IsLocal(Network.Loads.Bus[d]))
            {
                Add(OtherLoad, Network.Loads.PowerMw, d);
            }
        }

        for (var b = 0; b < Network.Buses.Length; b++)
        {
            if (IsLocal(b))
            {
                Add(Shed, Run.ShedMw, b);
            }
        }
    }

    readonly record struct Flow(double[] Mw, int Row, double Efficiency);
}
