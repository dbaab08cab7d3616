using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Sums over the year that annual rules compare, each written into the row being built; MWh/a, or t/a for CO2. With scenarios: over one of them, times its probability.</summary>
sealed class AnnualTotals
{
    readonly HourlyNetwork _network;
    readonly PlanningVariables _x;
    readonly int[] _renewables;
    readonly int[] _renewableLinks;
    readonly double[] _weight;
    readonly double[] _load;

    readonly int _from;
    readonly int _to;
    readonly string _scenario;

    AnnualTotals(HourlyNetwork network, PlanningVariables x, int scenario)
    {
        (_network, _x, _weight) = (network, x, network.Snapshots.WeightH);
        var range = network.Snapshots.Scenarios?.Of(scenario, _weight.Length) ?? .._weight.Length;
        (_from, _to) = (range.Start.GetOffset(_weight.Length), range.End.GetOffset(_weight.Length));
        _scenario = network.Snapshots.Scenarios is { } all ? " " + all.Name[scenario] : "";
        ProbabilityPu = network.Snapshots.Scenarios?.ProbabilityPu[scenario] ?? 1;
        _renewables = Index.Where(network.Generators.Count, g => network.Generators.Renewable[g]);
        _renewableLinks = Index.Where(network.Links.Count, l => network.Links.Renewable[l]);
        _load = network.Loads.PowerMw;
    }

    /// <summary>The sums of each scenario; of the year where there is one.</summary>
    internal static IEnumerable<AnnualTotals> EachScenario(HourlyNetwork network, PlanningVariables x) =>
        Enumerable.Range(0, network.Snapshots.Scenarios?.Count ?? 1).Select(s => new AnnualTotals(network, x, s));

    /// <summary>Probability of the scenario; 1 where there is one.</summary>
    internal double ProbabilityPu { get; }

    /// <summary>Name of a rule, and of the scenario where there are several.</summary>
    internal string Named(string rule) => rule + _scenario;

    /// <summary>Σ w p(g,t) over renewable generators + Σ w η(l) forward(l,t) over renewable links.</summary>
    internal Expression Green() => Energy(_x.Generators.Power, _renewables, _ => 1) + FromLinks();

    /// <summary>Σ w a(g,t) z(g) over renewable generators + what renewable links deliver (heat that is not used is not counted).</summary>
    internal Expression Available() =>
        Expression.Sum(_renewables, g => AvailableHours(g) * _x.Generators.Capacity[g]) + FromLinks();

    /// <summary>Σ w x(k,t) over exports.</summary>
    internal Expression Export() => Energy(_x.Trades.Power, Trades(isImport: false), _ => 1);

    /// <summary>Σ w x(k,t) over imports.</summary>
    internal Expression Import() => Energy(_x.Trades.Power, Trades(isImport: true), _ => 1);

    /// <summary>Σ greenshare(k) w x(k,t) over imports.</summary>
    internal Expression GreenImport() => Energy(_x.Trades.Power, Trades(isImport: true), k => _network.Trades.GreenSharePu[k]);

    /// <summary>Σ co2 w p over generators and Σ co2 w x over imports, t/a.</summary>
    internal Expression Co2() =>
        Energy(_x.Generators.Power, Index.Where(_network.Generators.Count, _ => true), g => _network.Generators.Co2TPerMwh[g])
        + Energy(_x.Trades.Power, Trades(isImport: true), k => _network.Trades.Co2TPerMwh[k]);

    /// <summary>Σ w load + Σ w electric power of clusters − Σ w shed.</summary>
    internal Expression Use()
    {
        Expression use = FixedLoadMwh();
        for (var t = _from; t < _to; t++)
        {
            use += _weight[t] * Computing.Electric(_network.Clusters, _x.Computing, Index.Where(_network.Clusters.Count, _ => true), t);
        }

        return use - Energy(_x.Shed, Index.Where(_network.Buses.Length, _ => true), _ => 1);
    }

    /// <summary>Σ w η(l) forward(l,t) over renewable links.</summary>
    Expression FromLinks() => Energy(_x.Links.Forward, _renewableLinks, l => _network.Links.Efficiency[l]);

    /// <summary>Σ w load, MWh/a.</summary>
    double FixedLoadMwh()
    {
        var sum = 0.0;
        for (var i = 0; i < _load.Length; i++)
        {
            var t = i % _weight.Length;
            sum += t >= _from && t < _to ? _weight[t] * _load[i] : 0;
        }

        return sum;
    }

    /// <summary>Σ w a(g,t): full-load hours of a generator that is not curtailed, h/a.</summary>
    double AvailableHours(int g)
    {
        var sum = 0.0;
        for (var t = _from; t < _to; t++)
        {
            sum += _weight[t] * _network.Generators.AvailabilityPu[g * _weight.Length + t];
        }

        return sum;
    }

    int[] Trades(bool isImport) => Index.Where(_network.Trades.Count, k => _network.Trades.IsImport[k] == isImport);

    Expression Energy(Variables power, int[] members, Func<int, double> factor)
    {
        Expression sum = 0;
        foreach (var i in members)
        {
            var share = factor(i);
            for (var t = _from; t < _to && share != 0; t++)
            {
                sum += share * _weight[t] * power[i, t];
            }
        }

        return sum;
    }
}
