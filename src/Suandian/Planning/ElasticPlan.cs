using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Stages;

namespace Suandian.Planning;

/// <summary>
/// The planning problem made elastic where its limits mean something: supply and surplus by bus and hour, capacities, connections,
/// least output, annual rules, shedding. A case with stages or scenarios has one part for each; a limit of the case is one for all parts.
/// </summary>
sealed partial class ElasticPlan
{
    /// <summary>Cost of a MWh or t by which a rule is missed, over that of a MWh not served: rules give way first.</summary>
    internal const double RuleCost = 1e-3;

    /// <summary>Cost of a MWh of storage over that of a MW, where changes are weighed against each other.</summary>
    const double EnergyCost = 0.25;

    /// <summary>Capacities beyond this are no remedy, MW or MWh: they stand for hours with next to no wind or sun.</summary>
    internal const double Absurd = 1e6;

    /// <summary>Extra cost of power missing at a bus without demand, or in excess at one without least output; less than any loss on the way.</summary>
    const double Tilt = 1e-3;

    readonly Func<Func<HourlyNetwork, HourlyNetwork>, ElasticPart[]> _build;
    readonly ElasticModel _elastic;
    readonly HashSet<int> _missing = []; // stretches of the diagnosis

    /// <summary>Makes a case elastic.</summary>
    /// <param name="build">Its parts, given what is changed in each of their networks.</param>
    /// <param name="change">The change.</param>
    ElasticPlan(Func<Func<HourlyNetwork, HourlyNetwork>, ElasticPart[]> build, Func<HourlyNetwork, HourlyNetwork> change)
    {
        (_build, Parts) = (build, build(change));
        _elastic = new ElasticModel(Parts[0].Model.Linear);
        Shortage = Missing("shortage", 1, Demand);
        Surplus = Missing("surplus", -1, MustRun);
        Limits = [.. Capacities()];
        LeastPu = [.. Enumerable.Range(0, Network.Generators.Count).Select(HighestFloor)];
        LeastOutput = [.. Enumerable.Range(0, Network.Generators.Count).Select(LowerOutput)];
        Sums = [.. Models.SelectMany(model => ElasticSum.Of(model, Array.FindAll(Parts, p => p.Model == model), _elastic, RuleCost))];
        RuleMissed = [.. Parts.Select(part => Enumerable.Range(0, Network.Rules.Length).Select(r => Rule(r, [part], (RuleCost, 0))).ToArray())];
        RuleBest = [.. Enumerable.Range(0, Network.Rules.Length).Select(r => Rule(r, Parts, (1, double.NegativeInfinity)))];
        Shed = [.. Parts.Select(Shedding)];
        _missing.UnionWith([.. Shortage.SelectMany(s => s), .. Surplus.SelectMany(s => s), .. RuleMissed.SelectMany(s => s), .. Sums.Select(s => s.Stretch)]);
    }

    /// <summary>A case of one future.</summary>
    internal static ElasticPlan Of(HourlyNetwork network, PlanningOptions options) => new(
        change => [new(null, change(network), PlanningModel.Build(RelaxedNetwork.Open(change(network)), options))],
        n => n);

    /// <summary>A case with scenarios that share its capacities.</summary>
    internal static ElasticPlan Of(ImmutableArray<ScenarioNetwork> scenarios, PlanningOptions options) => new(
        change =>
        {
            ImmutableArray<ScenarioNetwork> own = [.. scenarios.Select(s => s with { Network = change(s.Network) })];
            var joint = PlanningModel.Build(RelaxedNetwork.Open(ScenarioPlanning.Join(own)), options with { Risk = new(), WholeModules = false });
            return [.. own.Select((s, i) => new ElasticPart(s.Name, s.Network, joint, i))];
        },
        n => n);

    /// <summary>A case that is built in stages.</summary>
    internal static ElasticPlan Of(StagePlanning stages) => new(
        change =>
        {
            var open = stages.With(n => RelaxedNetwork.Open(change(n)));
            return [.. stages.Stages.Select((s, i) => new ElasticPart(s.Name, change(s.Network), open.Plans[i]))];
        },
        n => n);

    /// <summary>The same case with a limit changed.</summary>
    internal ElasticPlan With(LimitChange change) => new(_build, n => RelaxedNetwork.Apply(n, [change]));

    /// <summary>The case, its stages or its scenarios.</summary>
    internal ElasticPart[] Parts { get; }

    /// <summary>Network of the first part; components, their limits and rules are the same in all.</summary>
    internal HourlyNetwork Network => Parts[0].Network;

    /// <summary>Rows of the planning problem.</summary>
    internal int RowCount => Parts[0].Model.Linear.RowCount;

    /// <summary>Stretches of supply missing [part][b × T], MW.</summary>
    internal int[][] Shortage { get; }

    /// <summary>Stretches of supply in excess [part][b × T], MW.</summary>
    internal int[][] Surplus { get; }

    /// <summary>Limits of capacity.</summary>
    internal ElasticLimit[] Limits { get; }

    /// <summary>Stretches of the least output [g], pu.</summary>
    internal int[] LeastOutput { get; }

    /// <summary>Least output [g], pu of what is available; where it changes by the hour, the highest, pu of capacity.</summary>
    internal double[] LeastPu { get; }

    /// <summary>Limits of sums that an imported network has, of each part.</summary>
    internal ElasticSum[] Sums { get; }

    /// <summary>Stretches by which rules are missed [part][rule], MWh/a or t/a.</summary>
    internal int[][] RuleMissed { get; }

    /// <summary>The most by which rules are missed in any part, negative where they are more than kept [rule].</summary>
    internal int[] RuleBest { get; }

    /// <summary>Stretches of load shed [part][b × T], MW; −1 where the case allows shedding anyway or there is no load.</summary>
    internal int[][] Shed { get; }

    /// <summary>True where whole numbers may be the cause: units on or off, or modules.</summary>
    internal bool HasWhole => Network.Commitments is not null || Network.Modules is not null;

    IEnumerable<PlanningModel> Models => Parts.Select(p => p.Model).Distinct();

    /// <summary>What is missing at least.</summary>
    internal ElasticSolution Diagnose(bool isIdle, SolverOptions options, CancellationToken cancellation) =>
        Solve(_missing, isIdle, options, cancellation);

    /// <summary>Least size of the open stretches; with servers idle where <paramref name="isIdle"/>.</summary>
    internal ElasticSolution Solve(IReadOnlySet<int> open, bool isIdle, SolverOptions options, CancellationToken cancellation) =>
        _elastic.Solve(open.Contains, isIdle ? Models.Select(m => m.Variables.Computing.Run.Block) : [], options, cancellation);

    /// <summary>
    /// True where a diagnosis with idle servers holds for working ones too: work only takes power, and may be given up, so
    /// it can help only where there is a surplus or a rule on shares.
    /// </summary>
    internal bool HoldsWithWork(ElasticSolution diagnosis) =>
        diagnosis.IsOptimal
        && Array.TrueForAll(Surplus, part => Array.TrueForAll(part, s => diagnosis.Stretches[s] < 1e-3))
        && Enumerable.Range(0, Network.Rules.Length).All(r => !IsBinding(r, diagnosis));

    /// <summary>True where a rule has a dual in some part.</summary>
    internal bool IsBinding(int rule, ElasticSolution diagnosis) => Array.Exists(Parts, part => IsBinding(part, rule, diagnosis));

    /// <summary>True where a rule has a dual in a part.</summary>
    internal static bool IsBinding(ElasticPart part, int rule, ElasticSolution diagnosis) =>
        Math.Abs(diagnosis.Source.RowDuals[part.RuleRow(rule)]) > diagnosis.LeastDual;

    /// <summary>Stretches of the balances; among places that are as good, that with the largest share is the cheapest, so that it is named.</summary>
    int[][] Missing(string name, double sign, Func<HourlyNetwork, double[]> shares)
    {
        var found = new Dictionary<PlanningModel, int[]>();
        foreach (var model in Models)
        {
            var (weight, share, balance) = (Weights(model), shares(model.Network), model.BusBalance.Block);
            var stretches = _elastic.Add(name + model.Suffix, balance.Members, (b, t) => weight[t] * (1 + Tilt * (1 - share[b])));
            for (var i = 0; i < stretches.Length; i++)
            {
                _elastic.Into(balance.First + i, stretches[i], sign);
            }

            found[model] = stretches;
        }

        return [.. Parts.Select(part => part.Cut(found[part.Model]))];
    }

    /// <summary>Weights of the snapshots of a planning problem as its parts have them, h/a.</summary>
    double[] Weights(PlanningModel model)
    {
        var weight = new double[model.Network.Snapshots.Count];
        foreach (var part in Parts.Where(p => p.Model == model))
        {
            part.Snapshots.WeightH.CopyTo(weight, part.Start);
        }

        return weight;
    }

    /// <summary>Fixed loads and idle servers of each bus over those of the largest [b], pu.</summary>
    static double[] Demand(HourlyNetwork network)
    {
        var (loads, clusters, hours) = (network.Loads, network.Clusters, network.Snapshots.Count);
        var demand = new double[network.Buses.Length];
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
    static double[] MustRun(HourlyNetwork network)
    {
        var (generators, hours) = (network.Generators, network.Snapshots.Count);
        var least = new double[network.Buses.Length];
        for (var i = 0; i < generators.AvailabilityPu.Length; i++)
        {
            var g = i / hours;
            least[generators.Bus[g]] += Math.Max(0, generators.Floor(g, i)) * generators.LeastMw(g);
        }

        return Shares(least);
    }

    static double[] Shares(double[] values) =>
        values.Max() is > 0 and var most ? [.. values.Select(v => v / most)] : values;

    internal static bool IsLeast(AnnualRuleKind kind) => kind is AnnualRuleKind.SelfUseShareMin or AnnualRuleKind.GreenShareMin;
}
