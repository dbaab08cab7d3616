using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>The planning problem made elastic where its limits mean something: supply and surplus by bus and hour, capacities, connections, least output, annual rules, shedding.</summary>
sealed class ElasticPlan
{
    /// <summary>Cost of a MWh or t by which a rule is missed, over that of a MWh not served: rules give way first.</summary>
    internal const double RuleCost = 1e-3;

    /// <summary>Cost of a MWh of storage over that of a MW, where changes are weighed against each other.</summary>
    const double EnergyCost = 0.25;

    /// <summary>Capacities beyond this are no remedy, MW or MWh: they stand for hours with next to no wind or sun.</summary>
    internal const double Absurd = 1e6;

    /// <summary>Extra cost of power missing at a bus without demand, or in excess at one without least output; less than any loss on the way.</summary>
    const double Tilt = 1e-3;

    readonly ElasticModel _elastic;
    readonly HashSet<int> _missing = []; // stretches of the diagnosis

    internal ElasticPlan(HourlyNetwork network, PlanningOptions options)
    {
        Network = network;
        Model = PlanningModel.Build(RelaxedNetwork.Open(network), options);
        _elastic = new ElasticModel(Model.Linear);
        (Shortage, Surplus) = (Missing("shortage", 1, Demand()), Missing("surplus", -1, MustRun()));
        Limits = [.. Capacities()];
        LeastPu = [.. Enumerable.Range(0, network.Generators.Count).Select(HighestFloor)];
        LeastOutput = [.. Enumerable.Range(0, network.Generators.Count).Select(LowerOutput)];
        Sums = [.. ElasticSum.Of(network, Model, _elastic, RuleCost)];
        RuleMissed = Rules(RuleCost, 0);
        RuleBest = Rules(1, double.NegativeInfinity);
        Shed = Shedding();
        _missing.UnionWith([.. Shortage, .. Surplus, .. RuleMissed, .. Sums.Select(s => s.Stretch)]);
    }

    /// <summary>The network as the case states it.</summary>
    internal HourlyNetwork Network { get; }

    internal PlanningModel Model { get; }

    /// <summary>Stretches of supply missing [b × T], MW.</summary>
    internal int[] Shortage { get; }

    /// <summary>Stretches of supply in excess [b × T], MW.</summary>
    internal int[] Surplus { get; }

    /// <summary>Limits of capacity.</summary>
    internal ElasticLimit[] Limits { get; }

    /// <summary>Stretches of the least output [g], pu.</summary>
    internal int[] LeastOutput { get; }

    /// <summary>Least output [g], pu of what is available; where it changes by the hour, the highest, pu of capacity.</summary>
    internal double[] LeastPu { get; }

    /// <summary>Limits of sums that an imported network has.</summary>
    internal ElasticSum[] Sums { get; }

    /// <summary>Stretches by which rules are missed [rule], MWh/a or t/a.</summary>
    internal int[] RuleMissed { get; }

    /// <summary>The same, negative where a rule is more than kept [rule].</summary>
    internal int[] RuleBest { get; }

    /// <summary>Stretches of load shed [b × T], MW; −1 where the case allows shedding anyway or there is no load.</summary>
    internal int[] Shed { get; }

    /// <summary>What is missing at least.</summary>
    internal ElasticSolution Diagnose(bool isIdle, SolverOptions options, CancellationToken cancellation) =>
        Solve(_missing, isIdle, options, cancellation);

    /// <summary>Least size of the open stretches; with servers idle where <paramref name="isIdle"/>.</summary>
    internal ElasticSolution Solve(IReadOnlySet<int> open, bool isIdle, SolverOptions options, CancellationToken cancellation) =>
        _elastic.Solve(open.Contains, isIdle ? [Model.Variables.Computing.Run.Block] : [], options, cancellation);

    /// <summary>
    /// True where a diagnosis with idle servers holds for working ones too: work only takes power, and may be given up, so
    /// it can help only where there is a surplus or a rule on shares.
    /// </summary>
    internal bool HoldsWithWork(ElasticSolution diagnosis) =>
        diagnosis.IsOptimal
        && Array.TrueForAll(Surplus, s => diagnosis.Stretches[s] < 1e-3)
        && Enumerable.Range(0, Network.Rules.Length).All(r => Math.Abs(diagnosis.Source.RowDuals[RuleRow(r)]) <= diagnosis.LeastDual);

    /// <summary>Stretches of the balances; among places that are as good, that with the largest share is the cheapest, so that it is named.</summary>
    int[] Missing(string name, double sign, double[] share)
    {
        var (weight, balance) = (Network.Snapshots.WeightH, Model.BusBalance.Block);
        var stretches = _elastic.Add(name, balance.Members, (b, t) => weight[t] * (1 + Tilt * (1 - share[b])));
        for (var i = 0; i < stretches.Length; i++)
        {
            _elastic.Into(balance.First + i, stretches[i], sign);
        }

        return stretches;
    }

    /// <summary>Fixed loads and idle servers of each bus over those of the largest [b], pu.</summary>
    double[] Demand()
    {
        var (loads, clusters, hours) = (Network.Loads, Network.Clusters, Network.Snapshots.Count);
        var demand = new double[Network.Buses.Length];
        for (var i = 0; i < loads.PowerMw.Length; i++)
        {
            demand[loads.Bus[i / hours]] += loads.PowerMw[i];
        }

        for (var i = 0; i < clusters.Pue.Length; i++)
        {
            demand[clusters.Bus[i / hours]] += clusters.Pue[i] * clusters.IdlePu[i / hours] * clusters.ExistingItMw[i / hours];
        }

        return Shares(demand);
    }

    /// <summary>Least output of each bus over that of the largest [b], pu.</summary>
    double[] MustRun()
    {
        var (generators, hours) = (Network.Generators, Network.Snapshots.Count);
        var least = new double[Network.Buses.Length];
        for (var i = 0; i < generators.AvailabilityPu.Length; i++)
        {
            var g = i / hours;
            least[generators.Bus[g]] += Math.Max(0, generators.Floor(g, i)) * generators.LeastMw(g);
        }

        return Shares(least);
    }

    static double[] Shares(double[] values) =>
        values.Max() is > 0 and var most ? [.. values.Select(v => v / most)] : values;

    IEnumerable<ElasticLimit> Capacities()
    {
        var (n, x) = (Network, Model.Variables);
        return
        [
            .. Capacity(RelaxationKind.Trade, ("tariffs", "power_max_mw"), n.Trades.Name, n.Trades.MaxMw, k => x.Trades.Peak.Column(PeakOf(k), 0)),
            .. Capacity(RelaxationKind.Storage, ("storage_units", "power_max_mw"), n.StorageUnits.Name, n.StorageUnits.MaxMw,
                s => x.Storage.Power.Column(s, 0)),
            .. Capacity(RelaxationKind.Storage, ("storage_units", "energy_max_mwh"), n.StorageUnits.Name, n.StorageUnits.MaxMwh,
                s => x.Storage.Energy.Column(s, 0)),
            .. Capacity(RelaxationKind.Store, ("stores", "energy_max_mwh"), n.Stores.Name, n.Stores.MaxMwh, e => x.Stores.Energy.Column(e, 0)),
            .. Capacity(RelaxationKind.Generator, ("generators", "capacity_max_mw"), n.Generators.Name, n.Generators.MaxMw,
                g => x.Generators.Capacity.Column(g, 0)),
            .. Capacity(RelaxationKind.Link, ("links", "power_max_mw"), n.Links.Name, n.Links.MaxMw, l => x.Links.Capacity.Column(l, 0)),
            .. Capacity(RelaxationKind.Line, ("lines", "capacity_max_mw"), n.Lines.Name, n.Lines.MaxMw, l => x.Lines.Capacity.Column(l, 0)),
        ];
    }

    int PeakOf(int trade) => Model.Periods.Of(trade, Network.Snapshots.Month[0]);

    IEnumerable<ElasticLimit> Capacity(
        RelaxationKind kind, (string Table, string Column) place, string[] names, double[] limits, Func<int, int> column)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (column(i) is var j and >= 0 && double.IsFinite(limits[i]))
            {
                var isEnergy = place.Column.EndsWith("mwh", StringComparison.Ordinal);
                var stretch = _elastic.Add(isEnergy ? EnergyCost : 1);
                var row = _elastic.Limit(j, limits[i], stretch);
                yield return new(kind, i, place.Table, names[i], place.Column, limits[i], isEnergy ? "MWh" : "MW", stretch, row);
            }
        }
    }

    double HighestFloor(int g)
    {
        var (generators, snapshots) = (Network.Generators, Network.Snapshots.Count);
        return generators.FloorPu is { } floor ? Math.Max(0, floor.AsSpan(g * snapshots, snapshots).ToArray().DefaultIfEmpty(0).Max()) : generators.MinimumPu[g];
    }

    /// <summary>p − m a z ≥ 0 becomes p − m a z + d a existing ≥ 0: a share d less of what stands need run. A floor by the hour is lowered by as large a share in each.</summary>
    int LowerOutput(int g)
    {
        var (generators, snapshots, least) = (Network.Generators, Network.Snapshots.Count, LeastPu[g]);
        var stretch = _elastic.Add(generators.LeastMw(g), least);
        foreach (var row in least > 0 ? RowsOf("generator_minimum", g) : [])
        {
            var floor = generators.Floor(g, g * snapshots + RowBlock("generator_minimum").Snapshot(row));
            _elastic.Into(row, stretch, Math.Max(0, floor) / least * generators.LeastMw(g));
        }

        return stretch;
    }

    int[] Rules(double cost, double lower) =>
        [.. Network.Rules.Select((rule, r) =>
        {
            var stretch = _elastic.Add(cost, double.PositiveInfinity, lower);
            _elastic.Into(RuleRow(r), stretch, IsLeast(rule.Kind) ? 1 : -1);
            return stretch;
        })];

    int[] Shedding()
    {
        var (shed, snapshots, weight) = (Model.Variables.Shed, Network.Snapshots.Count, Network.Snapshots.WeightH);
        var stretches = new int[Network.Buses.Length * snapshots];
        for (var i = 0; i < stretches.Length; i++)
        {
            var column = Network.ShedPriceYuanPerMwh is null ? shed.Column(i / snapshots, i % snapshots) : -1;
            stretches[i] = column < 0 ? -1 : _elastic.Shut(column, weight[i % snapshots]);
        }

        return stretches;
    }

    /// <summary>Row of a rule in the linear problem.</summary>
    internal int RuleRow(int rule) => Model.RuleRows[rule].Rows.Block.First + Model.RuleRows[rule].Index;

    internal static bool IsLeast(AnnualRuleKind kind) => kind is AnnualRuleKind.SelfUseShareMin or AnnualRuleKind.GreenShareMin;

    internal Block RowBlock(string name) => Model.Linear.ConstraintBlocks.First(c => c.Block.Name == name).Block;

    /// <summary>Rows of a component in a block.</summary>
    internal IEnumerable<int> RowsOf(string name, int component)
    {
        var block = RowBlock(name);
        return Enumerable.Range(block.First, block.Length).Where(row => block.Component(row) == component);
    }
}

/// <summary>A limit of capacity that may be stretched.</summary>
/// <param name="Kind">Kind of relaxation.</param>
/// <param name="Index">Component.</param>
/// <param name="Component">Table.</param>
/// <param name="Name">Name of the component.</param>
/// <param name="Column">Column of the table that holds the limit.</param>
/// <param name="Value">The limit, in <paramref name="Unit"/>.</param>
/// <param name="Unit">MW or MWh.</param>
/// <param name="Stretch">Stretch that raises it.</param>
/// <param name="Row">Number of its row among the limits of the elastic problem.</param>
sealed record ElasticLimit(
    RelaxationKind Kind, int Index, string Component, string Name, string Column, double Value, string Unit, int Stretch, int Row);
