using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Optimisation.Hourly;

/// <summary>Networks with all that the hourly method has to read, drawn from a seed: 1 … 6 buses, 24 … 336 hours.</summary>
sealed class HourlyDraw
{
    readonly Random _random;
    readonly int _hours;
    readonly int _blocks;
    readonly int _buses;
    readonly bool _isFlat; // all prices equal: many optima

    HourlyDraw(int seed)
    {
        _random = new Random(seed);
        _hours = seed % 25 == 24 ? 336 : 24 * _random.Next(1, 4);
        _blocks = _random.Next(4) switch { 0 => 2, 1 when _hours % 3 == 0 => 3, _ => 1 };
        _buses = _random.Next(1, 7);
        _isFlat = seed % 7 == 3;
    }

    /// <summary>The planning problem of a seed.</summary>
    internal static LinearModel Model(int seed)
    {
        var lines = seed % 2 == 0 ? LineModel.Kirchhoff : LineModel.Transport;
        return PlanningModel.Build(Network(seed).Build(), new PlanningOptions { LineModel = lines }).Linear;
    }

    internal static TinyNetwork Network(int seed)
    {
        var draw = new HourlyDraw(seed);
        var hasShedding = draw.Chance(0.6);
        return new TinyNetwork
        {
            Hours = draw._hours,
            Blocks = draw._blocks,
            Month = [.. Enumerable.Range(0, draw._hours).Select(t => 1 + t * 3 / draw._hours)],
            Buses = [.. Enumerable.Range(0, draw._buses).Select(b => $"b{b}")],
            Generators = [.. draw.Generators(hasShedding)],
            Storages = [.. draw.Storages()],
            Stores = draw.Some(0.4, i => new TinyStore($"store{i}", draw.Bus()) { MaxMwh = 30, AnnualCost = draw.Cost(2e4), StandingLossPerH = draw.Pick(0, 0.02), Cyclic = draw.Chance(0.6), InitialLevelPu = 0.5, ExistingMwh = draw.Pick(0, 4) }),
            Links = draw._buses < 2 ? [] : draw.Some(0.6, i => draw.Link(i)),
            Lines = [.. draw.Lines()],
            Loads = [.. Enumerable.Range(0, draw._buses).Where(_ => draw.Chance(0.75)).Select(b => new TinyLoad($"load{b}", b, draw.Load()))],
            Trades = [.. draw.Trades()],
            Clusters = [new("hall", 0) { ExistingItMw = draw.Pick(0, 1), MaxItMw = 6, HallCost = draw.Cost(1e5), ServerCost = draw.Cost(3e5), Pue = draw.Series(1.1, 1.5), IdlePu = draw.Pick(0, 0.3) }],
            Workloads = draw.Workloads(),
            Pairs = [new(0, 0, [], 0), new(1, 0, [], 0)],
            Rules = [.. draw.Rules()],
            ShedPrice = hasShedding ? 8000 : null,
            Co2Price = draw.Pick(0, 40),
        };
    }

    IEnumerable<TinyGenerator> Generators(bool hasShedding)
    {
        yield return new("wind", Bus()) { MaxMw = 90, AnnualCost = Cost(4e5), MarginalCost = Pick(0, 1), AvailabilityPu = Gusts(), Renewable = true };
        yield return new("pv", Bus()) { ExistingMw = Pick(0, 5), MaxMw = 90, AnnualCost = Cost(2.5e5), AvailabilityPu = Sun(), Renewable = true };
        yield return new("coal", Bus()) { ExistingMw = 8, Upkeep = 1e4, MarginalCost = Cost(300), MinimumPu = Pick(0, 0.2), Co2TPerMwh = 0.8 };
        if (Chance(0.4))
        {
            yield return new("gas", Bus()) { MaxMw = 30, AnnualCost = Cost(8e4), MarginalCost = Cost(600), MinimumPu = Pick(0, 0.3), Co2TPerMwh = 0.4 };
        }

        for (var b = 0; b < _buses && !hasShedding; b++)
        {
            yield return new($"oil{b}", b) { ExistingMw = 200, MarginalCost = 2500, Co2TPerMwh = 0.7 };
        }
    }

    IEnumerable<TinyStorage> Storages()
    {
        var cost = Cost(1.5e5);
        for (var b = 0; b < _buses && Chance(0.8); b++)
        {
            yield return new($"battery{b}", b) { DurationH = 2, MaxMw = 25, AnnualCost = cost, ChargeEfficiency = 0.92, DischargeEfficiency = 0.92, MarginalCost = 1 };
        }

        if (Chance(0.5))
        {
            yield return new("dam", Bus()) { ExistingMw = 3, ExistingMwh = 20, MaxMwh = Pick(20, 40), AnnualCostEnergy = Cost(2e4), Cyclic = false, InitialLevelPu = 0.5, InflowMw = Series(0, 2), DischargeEfficiency = 0.9 };
        }
    }

    TinyLink Link(int i)
    {
        var from = Bus();
        return new($"link{i}", from, (from + 1) % _buses) { ExistingMw = Pick(0, 3), MaxMw = 30, AnnualCost = Cost(5e4), Efficiency = Pick(1, 0.95), TwoWay = Chance(0.5), MarginalCost = Pick(0, 2) };
    }

    /// <summary>A ring with a chord where there are enough buses.</summary>
    IEnumerable<TinyLine> Lines()
    {
        for (var b = 0; b + 1 < _buses; b++)
        {
            yield return new($"line{b}", b, b + 1) { ExistingMw = Pick(2, 10), MaxMw = 30, AnnualCost = Cost(2e4), ReactancePu = Between(0.01, 0.05) };
        }

        if (_buses > 2)
        {
            yield return new("chord", 0, _buses - 1) { ExistingMw = 5, MaxMw = Pick(5, 20), AnnualCost = 3e4, ReactancePu = 0.03 };
        }
    }

    IEnumerable<TinyTrade> Trades()
    {
        yield return new("grid", Bus(), true) { MaxMw = 25, Price = Prices(300, 700), DemandCharge = Pick(0, 3e4), DemandPeriods = Pick(0, 12), Co2TPerMwh = 0.5, GreenSharePu = 0.2 };
        yield return new("export", Bus(), false) { MaxMw = Pick(0, 8), Price = Prices(50, 180) };
    }

    TinyWorkload[] Workloads() =>
    [
        new("training", 0) { ArrivalGpuH = Series(0, 2500), DeadlineH = _random.Next(0, 24), Penalty = 3, WaitingCost = 1e-4 },
        new("inference", 0) { ArrivalGpuH = Series(0, 900), DeadlineH = _random.Next(0, 3), Penalty = 9 },
    ];

    /// <summary>Slack and tight rules.</summary>
    IEnumerable<AnnualRule> Rules()
    {
        if (Chance(0.6))
        {
            yield return new() { Name = "green", Kind = AnnualRuleKind.GreenShareMin, Limit = Pick(0.05, 0.5) };
        }

        if (Chance(0.4))
        {
            yield return new() { Name = "export", Kind = AnnualRuleKind.ExportShareMax, Limit = Pick(0, 0.2) };
        }

        if (Chance(0.3))
        {
            yield return new() { Name = "curtailment", Kind = AnnualRuleKind.CurtailmentShareMax, Limit = Pick(0.1, 0.6) };
        }

        if (Chance(0.3))
        {
            yield return new() { Name = "co2", Kind = AnnualRuleKind.Co2Max, Limit = Pick(4e4, 1e9) };
        }
    }

    /// <summary>Wind with hours of calm.</summary>
    double[] Gusts() => [.. Series(-0.3, 1).Select(a => Math.Max(0, a))];

    double[] Sun() => [.. Enumerable.Range(0, _hours).Select(t => Math.Max(0, Math.Sin((t % 24 - 6) * Math.PI / 12)) * Between(0.5, 1))];

    /// <summary>Some hours without load.</summary>
    double[] Load() => [.. Series(2, 9).Select(p => Chance(0.1) ? 0 : p)];

    double[] Prices(double low, double high) => _isFlat ? [low] : Series(low, high);

    double[] Series(double low, double high) => [.. Enumerable.Range(0, _hours).Select(_ => Between(low, high))];

    double Cost(double size) => _isFlat ? size : Between(0.5 * size, 1.5 * size);

    double Between(double low, double high) => Math.Round(low + (high - low) * _random.NextDouble(), 3);

    double Pick(double one, double other) => Chance(0.5) ? one : other;

    int Pick(int one, int other) => Chance(0.5) ? one : other;

    bool Chance(double share) => _random.NextDouble() < share;

    int Bus() => _random.Next(_buses);

    T[] Some<T>(double share, Func<int, T> make) => Chance(share) ? [.. Enumerable.Range(0, _random.Next(1, 3)).Select(make)] : [];
}
