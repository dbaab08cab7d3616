using Suandian.Network;

namespace Suandian.Benchmarks;

/// <summary>
/// A made-up county of the shape of the reference family's size l: 20 buses, 32 generators, 16 lines in a mesh, 10 HVDC links,
/// 10 batteries, 7 clusters with batch work of a 24 h deadline and inference, all expandable; one import with a demand charge.
/// </summary>
static class TwentyBuses
{
    const int Buses = 20, GeneratorCount = 32, LineCount = 16, LinkCount = 10, StorageCount = 10, Sites = 7;

    internal static HourlyNetwork Build(int hours = 8760) => new()
    {
        Snapshots = new Snapshots
        {
            HourOfYear = [.. Enumerable.Range(0, hours)],
            WeightH = [.. Enumerable.Repeat(8760.0 / hours, hours)],
            Previous = [.. Enumerable.Range(0, hours).Select(t => (t + hours - 1) % hours)],
            BlockStarts = [0],
            Month = [.. Enumerable.Range(0, hours).Select(t => 1 + t / 24 * 12 / 366)],
        },
        Buses = [.. Enumerable.Range(0, Buses).Select(b => new Bus { Name = $"b{b}" })],
        Generators = Generators(hours),
        StorageUnits = StorageUnits(hours),
        Stores = new()
        {
            Name = [],
            Bus = [],
            ExistingMwh = [],
            MaxMwh = [],
            AnnualCostYuanPerMwh = [],
            ExistingCostYuanPerMwh = [],
            StandingLossPerH = [],
            Cyclic = [],
            InitialLevelPu = [],
        },
        Links = Links(),
        Lines = Lines(),
        Loads = new()
        {
            Name = Names("load", Buses),
            Bus = [.. Enumerable.Range(0, Buses)],
            PowerMw = Hourly(Buses, hours, (b, t) => 30 + b + 8 * Math.Cos(2 * Math.PI * (t - 20) / 24)),
        },
        Trades = Trades(hours),
        Clusters = Clusters(hours),
        Workloads = Workloads(hours),
        Fibres = new()
        {
            Name = [],
            Bus0 = [],
            Bus1 = [],
            ExistingGbitS = [],
            MaxGbitS = [],
            AnnualCostYuanPerGbitS = [],
            ExistingCostYuanPerGbitS = [],
            UtilisationMaxPu = [],
            DelayMs = [],
        },
        Rules =
        [
            new() { Name = "self-use", Kind = AnnualRuleKind.SelfUseShareMin, Limit = 0.6 },
            new() { Name = "export", Kind = AnnualRuleKind.ExportShareMax, Limit = 0.2 },
            new() { Name = "green", Kind = AnnualRuleKind.GreenShareMin, Limit = 0.7 },
        ],
    };

    /// <summary>Wind in even places, PV (nothing at night) in odd ones.</summary>
    static Generators Generators(int hours) => new()
    {
        Name = Names("generator", GeneratorCount),
        Bus = Spread(GeneratorCount, 7),
        ExistingMw = new double[GeneratorCount],
        MaxMw = Same(GeneratorCount, 900),
        AnnualCostYuanPerMw = Each(GeneratorCount, g => (g % 2 == 0 ? 480_000.0 : 310_000.0) + 1000 * g),
        ExistingCostYuanPerMw = new double[GeneratorCount],
        MarginalCostYuanPerMwh = Each(GeneratorCount, g => g % 2 == 0 ? 1 : 0.5),
        AvailabilityPu = Availability(hours),
        MinimumPu = new double[GeneratorCount],
        Renewable = [.. Enumerable.Repeat(true, GeneratorCount)],
        Co2TPerMwh = new double[GeneratorCount],
    };

    /// <summary>Seeded noise that remembers its past (autoregressive, 0.95 from hour to hour) over the course of day and weather.</summary>
    static double[] Availability(int hours)
    {
        var (random, state) = (new Random(2024), new double[GeneratorCount]);
        return Hourly(GeneratorCount, hours, (g, t) =>
        {
            state[g] = 0.95 * state[g] + 0.31 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            var share = g % 2 == 0
                ? 0.38 + 0.25 * state[g] + 0.1 * Math.Sin(0.011 * t)
                : Math.Sin(2 * Math.PI * (t % 24 - 6.5) / 24) * (0.8 - 0.15 * Math.Abs(state[g]));
            return share < 0.01 ? 0 : Math.Min(1, share);
        });
    }

    static StorageUnits StorageUnits(int hours) => new()
    {
        Name = Names("battery", StorageCount),
        Bus = Spread(StorageCount, 3),
        SizedApart = new bool[StorageCount],
        DurationH = Same(StorageCount, 4),
        ExistingMw = new double[StorageCount],
        MaxMw = Same(StorageCount, 1000),
        ExistingMwh = new double[StorageCount],
        MaxMwh = Same(StorageCount, 4000),
        AnnualCostYuanPerMw = Same(StorageCount, 400_000),
        AnnualCostYuanPerMwh = new double[StorageCount],
        ExistingCostYuanPerMw = new double[StorageCount],
        ChargeEfficiency = Same(StorageCount, 0.94),
        DischargeEfficiency = Same(StorageCount, 0.94),
        StandingLossPerH = Same(StorageCount, 0.0002),
        Cyclic = [.. Enumerable.Repeat(true, StorageCount)],
        InitialLevelPu = new double[StorageCount],
        MarginalCostYuanPerMwh = Same(StorageCount, 0.2),
        InflowMw = new double[StorageCount * hours],
    };

    static Links Links() => new()
    {
        Name = Names("hvdc", LinkCount),
        Bus0 = Each(LinkCount, l => 2 * l),
        Bus1 = Each(LinkCount, l => (2 * l + 1) % Buses),
        ExistingMw = new double[LinkCount],
        MaxMw = Same(LinkCount, 3600),
        AnnualCostYuanPerMw = Same(LinkCount, 34_000),
        ExistingCostYuanPerMw = new double[LinkCount],
        Efficiency = Same(LinkCount, 0.99),
        TwoWay = [.. Enumerable.Repeat(true, LinkCount)],
        Renewable = new bool[LinkCount],
        MarginalCostYuanPerMwh = new double[LinkCount],
    };

    /// <summary>A ring over ten buses with chords: seven cycles.</summary>
    static Lines Lines() => new()
    {
        Name = Names("line", LineCount),
        Bus0 = Each(LineCount, l => l < 10 ? 2 * l : 2 * (l - 10)),
        Bus1 = Each(LineCount, l => l < 10 ? 2 * (l + 1) % Buses : 2 * (l - 10) + 6),
        ExistingMw = new double[LineCount],
        MaxMw = Same(LineCount, 3600),
        AnnualCostYuanPerMw = Same(LineCount, 8_000),
        ExistingCostYuanPerMw = new double[LineCount],
        ReactancePu = Each(LineCount, l => 0.0002 * (1 + l % 5)),
    };

    static Trades Trades(int hours) => new()
    {
        Name = ["import", "export"],
        Bus = [0, 0],
        IsImport = [true, false],
        PriceYuanPerMwh = Hourly(2, hours, (k, t) => k == 0 ? t % 24 is >= 8 and < 23 ? 480 : 250 : 150),
        EnergyPriceYuanPerMwh = new double[2 * hours],
        MaxMw = [5000, 1800],
        DemandChargeYuanPerMw = [30_000, 0],
        DemandPeriods = [12, 0],
        Co2TPerMwh = [0.5, 0],
        GreenSharePu = [0.2, 0],
    };

    static Clusters Clusters(int hours) => new()
    {
        Name = Names("cluster", Sites),
        Bus = Each(Sites, c => 3 * c % Buses),
        ExistingItMw = new double[Sites],
        MaxItMw = Same(Sites, 600),
        HallCostYuanPerMw = Same(Sites, 900_000),
        ServerCostYuanPerMw = Same(Sites, 3_000_000),
        ExistingCostYuanPerMw = new double[Sites],
        Pue = Hourly(Sites, hours, (_, t) => 1.18 + 0.05 * Math.Sin(2 * Math.PI * t / 8760)),
        IdlePu = Same(Sites, 0.1),
        GpuHoursPerMwh = Same(Sites, 900),
    };

    static Workloads Workloads(int hours) => new()
    {
        Name = [.. Names("batch", Sites), .. Names("inference", Sites)],
        Origin = [.. Enumerable.Range(0, 2 * Sites).Select(w => 3 * (w % Sites) % Buses)],
        Class = [.. Enumerable.Range(0, 2 * Sites).Select(w => w < Sites ? WorkloadClass.Training : WorkloadClass.Inference)],
        ArrivalGpuH = Hourly(2 * Sites, hours, (w, t) => 50_000 * (1 + 0.3 * Math.Sin(0.26 * t + w))),
        DeadlineH = [.. Enumerable.Range(0, 2 * Sites).Select(w => w < Sites ? 24 : 0)],
        PenaltyYuanPerGpuH = Same(2 * Sites, 20),
        WaitingCostYuanPerGpuHourH = Same(2 * Sites, Workload.SmallWaitingCost),
        DataGbPerGpuH = new double[2 * Sites],
        Pairs = [.. Enumerable.Range(0, 2 * Sites).Select(w => new ServicePair(w, w % Sites, [], 0))],
    };

    static string[] Names(string kind, int count) => [.. Enumerable.Range(0, count).Select(i => kind + i)];

    static int[] Spread(int count, int step) => Each(count, i => i * step % Buses);

    static double[] Same(int count, double value) => Each(count, _ => value);

    static T[] Each<T>(int count, Func<int, T> value) => [.. Enumerable.Range(0, count).Select(value)];

    static double[] Hourly(int count, int hours, Func<int, int, double> value)
    {
        var values = new double[count * hours];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(i / hours, i % hours);
        }

        return values;
    }
}
