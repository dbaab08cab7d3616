using Suandian.Network;

namespace Suandian.Planning;

/// <summary>A network of a few components written in place. Hourly arrays hold one value for every hour, or a single one for all.</summary>
sealed record TinyNetwork
{
    public int Hours { get; init; } = 4;

    /// <summary>Blocks of equal length.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>Month of each hour; January where empty.</summary>
    public int[] Month { get; init; } = [];

    /// <summary>First hour of the year.</summary>
    public int FirstHour { get; init; }

    public string[] Buses { get; init; } = ["a"];

    public TinyGenerator[] Generators { get; init; } = [];

    public TinyStorage[] Storages { get; init; } = [];

    public TinyStore[] Stores { get; init; } = [];

    public TinyLink[] Links { get; init; } = [];

    public TinyLine[] Lines { get; init; } = [];

    public TinyLoad[] Loads { get; init; } = [];

    public TinyTrade[] Trades { get; init; } = [];

    public TinyCluster[] Clusters { get; init; } = [];

    public TinyWorkload[] Workloads { get; init; } = [];

    public ServicePair[] Pairs { get; init; } = [];

    public TinyFibre[] Fibres { get; init; } = [];

    public AnnualRule[] Rules { get; init; } = [];

    public double? ShedPrice { get; init; }

    public double Co2Price { get; init; }

    public HourlyNetwork Build() => new()
    {
        Snapshots = new Snapshots
        {
            HourOfYear = [.. Enumerable.Range(FirstHour, Hours)],
            WeightH = [.. Enumerable.Repeat(8760.0 / Hours, Hours)],
            Previous = [.. Enumerable.Range(0, Hours).Select(t => t % Length == 0 ? t + Length - 1 : t - 1)],
            BlockStarts = [.. Enumerable.Range(0, Blocks).Select(b => b * Length)],
            Month = Month is [] ? [.. Enumerable.Repeat(1, Hours)] : Month,
        },
        Buses = [.. Buses.Select(b => new Bus { Name = b })],
        Generators = BuildGenerators(),
        StorageUnits = BuildStorages(),
        Stores = BuildStores(),
        Links = BuildLinks(),
        Lines = BuildLines(),
        Loads = new Loads
        {
            Name = Each(Loads, l => l.Name),
            Bus = Each(Loads, l => l.Bus),
            PowerMw = Hourly(Loads, l => l.Mw),
        },
        Trades = BuildTrades(),
        Clusters = BuildClusters(),
        Workloads = BuildWorkloads(),
        Fibres = BuildFibres(),
        Rules = [.. Rules],
        ShedPriceYuanPerMwh = ShedPrice,
        Co2PriceYuanPerT = Co2Price,
    };

    int Length => Hours / Blocks;

    Generators BuildGenerators() => new()
    {
        Name = Each(Generators, g => g.Name),
        Bus = Each(Generators, g => g.Bus),
        ExistingMw = Each(Generators, g => g.ExistingMw),
        MaxMw = Each(Generators, g => g.MaxMw ?? g.ExistingMw),
        AnnualCostYuanPerMw = Each(Generators, g => g.AnnualCost),
        ExistingCostYuanPerMw = Each(Generators, g => g.Upkeep),
        MarginalCostYuanPerMwh = Each(Generators, g => g.MarginalCost),
        AvailabilityPu = Hourly(Generators, g => g.AvailabilityPu),
        MinimumPu = Each(Generators, g => g.MinimumPu),
        Renewable = Each(Generators, g => g.Renewable),
        Co2TPerMwh = Each(Generators, g => g.Co2TPerMwh),
    };

    StorageUnits BuildStorages() => new()
    {
        Name = Each(Storages, s => s.Name),
        Bus = Each(Storages, s => s.Bus),
        SizedApart = Each(Storages, s => s.DurationH is null),
        DurationH = Each(Storages, s => s.DurationH ?? 0),
        ExistingMw = Each(Storages, s => s.ExistingMw),
        MaxMw = Each(Storages, s => s.MaxMw ?? s.ExistingMw),
        ExistingMwh = Each(Storages, s => s.DurationH * s.ExistingMw ?? s.ExistingMwh),
        MaxMwh = Each(Storages, s => s.DurationH * (s.MaxMw ?? s.ExistingMw) ?? s.MaxMwh ?? s.ExistingMwh),
        AnnualCostYuanPerMw = Each(Storages, s => s.AnnualCost),
        AnnualCostYuanPerMwh = Each(Storages, s => s.AnnualCostEnergy),
        ExistingCostYuanPerMw = Each(Storages, s => s.Upkeep),
        ChargeEfficiency = Each(Storages, s => s.ChargeEfficiency),
        DischargeEfficiency = Each(Storages, s => s.DischargeEfficiency),
        StandingLossPerH = Each(Storages, s => s.StandingLossPerH),
        Cyclic = Each(Storages, s => s.Cyclic),
        InitialLevelPu = Each(Storages, s => s.InitialLevelPu),
        MarginalCostYuanPerMwh = Each(Storages, s => s.MarginalCost),
        InflowMw = Hourly(Storages, s => s.InflowMw),
    };

    Stores BuildStores() => new()
    {
        Name = Each(Stores, s => s.Name),
        Bus = Each(Stores, s => s.Bus),
        ExistingMwh = Each(Stores, s => s.ExistingMwh),
        MaxMwh = Each(Stores, s => s.MaxMwh ?? s.ExistingMwh),
        AnnualCostYuanPerMwh = Each(Stores, s => s.AnnualCost),
        ExistingCostYuanPerMwh = Each(Stores, s => s.Upkeep),
        StandingLossPerH = Each(Stores, s => s.StandingLossPerH),
        Cyclic = Each(Stores, s => s.Cyclic),
        InitialLevelPu = Each(Stores, s => s.InitialLevelPu),
    };

    Links BuildLinks() => new()
    {
        Name = Each(Links, l => l.Name),
        Bus0 = Each(Links, l => l.Bus0),
        Bus1 = Each(Links, l => l.Bus1),
        ExistingMw = Each(Links, l => l.ExistingMw),
        MaxMw = Each(Links, l => l.MaxMw ?? l.ExistingMw),
        AnnualCostYuanPerMw = Each(Links, l => l.AnnualCost),
        ExistingCostYuanPerMw = Each(Links, l => l.Upkeep),
        Efficiency = Each(Links, l => l.Efficiency),
        TwoWay = Each(Links, l => l.TwoWay),
        Renewable = Each(Links, l => l.Renewable),
        MarginalCostYuanPerMwh = Each(Links, l => l.MarginalCost),
    };

    Lines BuildLines() => new()
    {
        Name = Each(Lines, l => l.Name),
        Bus0 = Each(Lines, l => l.Bus0),
        Bus1 = Each(Lines, l => l.Bus1),
        ExistingMw = Each(Lines, l => l.ExistingMw),
        MaxMw = Each(Lines, l => l.MaxMw ?? l.ExistingMw),
        AnnualCostYuanPerMw = Each(Lines, l => l.AnnualCost),
        ExistingCostYuanPerMw = Each(Lines, l => l.Upkeep),
        ReactancePu = Each(Lines, l => l.ReactancePu),
    };

    Trades BuildTrades() => new()
    {
        Name = Each(Trades, k => k.Name),
        Bus = Each(Trades, k => k.Bus),
        IsImport = Each(Trades, k => k.IsImport),
        PriceYuanPerMwh = Hourly(Trades, k => k.Price),
        EnergyPriceYuanPerMwh = Hourly(Trades, k => k.Price),
        MaxMw = Each(Trades, k => k.MaxMw),
        DemandChargeYuanPerMw = Each(Trades, k => k.DemandCharge),
        DemandPeriods = Each(Trades, k => k.DemandPeriods),
        Co2TPerMwh = Each(Trades, k => k.Co2TPerMwh),
        GreenSharePu = Each(Trades, k => k.GreenSharePu),
    };

    Clusters BuildClusters() => new()
    {
        Name = Each(Clusters, c => c.Name),
        Bus = Each(Clusters, c => c.Bus),
        ExistingItMw = Each(Clusters, c => c.ExistingItMw),
        MaxItMw = Each(Clusters, c => c.MaxItMw ?? c.ExistingItMw),
        HallCostYuanPerMw = Each(Clusters, c => c.HallCost),
        ServerCostYuanPerMw = Each(Clusters, c => c.ServerCost),
        ExistingCostYuanPerMw = Each(Clusters, c => c.Upkeep),
        Pue = Hourly(Clusters, c => c.Pue),
        IdlePu = Each(Clusters, c => c.IdlePu),
        GpuHoursPerMwh = Each(Clusters, c => c.GpuHoursPerMwh),
    };

    Workloads BuildWorkloads() => new()
    {
        Name = Each(Workloads, w => w.Name),
        Origin = Each(Workloads, w => w.Origin),
        Class = Each(Workloads, _ => WorkloadClass.Science),
        ArrivalGpuH = Hourly(Workloads, w => w.ArrivalGpuH),
        DeadlineH = Each(Workloads, w => w.DeadlineH),
        PenaltyYuanPerGpuH = Each(Workloads, w => w.Penalty),
        WaitingCostYuanPerGpuHourH = Each(Workloads, w => w.WaitingCost),
        DataGbPerGpuH = Each(Workloads, w => w.DataGbPerGpuH),
        Pairs = [.. Pairs],
    };

    Fibres BuildFibres() => new()
    {
        Name = Each(Fibres, f => f.Name),
        Bus0 = Each(Fibres, f => f.Bus0),
        Bus1 = Each(Fibres, f => f.Bus1),
        ExistingGbitS = Each(Fibres, f => f.ExistingGbitS),
        MaxGbitS = Each(Fibres, f => f.MaxGbitS ?? f.ExistingGbitS),
        AnnualCostYuanPerGbitS = Each(Fibres, f => f.AnnualCost),
        ExistingCostYuanPerGbitS = Each(Fibres, f => f.Upkeep),
        UtilisationMaxPu = Each(Fibres, f => f.UtilisationMaxPu),
        DelayMs = Each(Fibres, _ => 1.0),
    };

    static TValue[] Each<T, TValue>(T[] rows, Func<T, TValue> value) => [.. rows.Select(value)];

    double[] Hourly<T>(T[] rows, Func<T, double[]> values) =>
        [.. rows.SelectMany(r => values(r) is [var one] ? Enumerable.Repeat(one, Hours) : values(r))];
}
