using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Reports.Figures;

namespace Suandian.Reports;

/// <summary>A county of one site and a far end over two hours, each standing for half a year, with plan and base worked out by hand.</summary>
/// <remarks>
/// Hour 0: wind 3 of 4 MW = load 1 + computing 1 + charge 1. Hour 1: wind 1 + battery 0.8 + import 0.2 = load 1 + computing 1.
/// Computing: IT 0.8 MW × PUE 1.25 = 1 MW does 800 GPU-hours an hour, which move 800 × 0.9 × 8 / 3600 = 1.6 Gbit/s.
/// Energy, yuan/a: wind 4 × 200 000, battery 50 000, import 876 MWh × (200 + 100), demand 0.2 × 365 000: 1 185 800 over 17 520 MWh.
/// Computing: servers 0.8 × 9 M, halls 0.8 × 1.5 M, upkeep 0.8 × 1.5 M, fibre 4 × 10 000, power half of the energy cost.
/// </remarks>
static class TinyStudy
{
    internal const double EnergyYuan = 800_000 + 50_000 + (876 * 300) + 73_000;

    internal const double ComputingYuan = 7_200_000 + 1_200_000 + 1_200_000 + 40_000;

    internal const double BaseEnergyYuan = (2 * 8760 * 300) + (2 * 365_000);

    internal const double DeliveredMwh = 17_520;

    internal const double DemandGpuH = 800 * 8760;

    internal static Study Study() => new()
    {
        Case = Case(),
        Network = Network(),
        Plan = Plan(),
        BaseNetwork = BaseNetwork(),
        Base = Base(),
        Provenance = new Provenance
        {
            Product = "Suandian 0.1.0",
            Solver = "by hand",
            Command = "suandian study tiny",
            Options = ImmutableSortedDictionary<string, string>.Empty.Add("hours", "week"),
            FilesRead = [new FileRead("buses.csv", 2, new string('a', 64))],
        },
    };

    internal static HourlyNetwork Network()
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Buses = ["site", "far"],
            Generators = [new("wind", 0) { MaxMw = 10, AnnualCost = 200_000, AvailabilityPu = [1, 0.25], Renewable = true }],
            Storages = [new("battery", 0) { DurationH = 2, MaxMw = 1, AnnualCost = 50_000, ChargeEfficiency = 0.8 }],
            Loads = [new("town", 0, [1])],
            Trades = [new("grid", 0, true) { MaxMw = 5, Price = [300], DemandCharge = 365_000, DemandPeriods = 1, Co2TPerMwh = 0.5 }],
            Clusters = [new("hall", 0) { MaxItMw = 3, HallCost = 2_000_000, ServerCost = 10_000_000, Pue = [1.25] }],
            Workloads = [new("render", 1) { ArrivalGpuH = [800], Penalty = 5, DataGbPerGpuH = 0.9 }],
            Pairs = [new ServicePair(0, 0, [0], 2)],
            Fibres = [new("fibre", 0, 1) { MaxGbitS = 9, AnnualCost = 10_000, UtilisationMaxPu = 0.5 }],
            Rules = [new() { Name = "green", Kind = AnnualRuleKind.GreenShareMin, Limit = 0.3 }],
            ShedPrice = 5000,
        }.Build();
        return network with
        {
            Buses = Case().Buses,
            Trades = network.Trades with { EnergyPriceYuanPerMwh = [200, 200] },
        };
    }

    internal static HourlyNetwork BaseNetwork()
    {
        var network = Network();
        return network with
        {
            Generators = network.Generators with { MaxMw = [0] },
            StorageUnits = network.StorageUnits with { MaxMw = [0], MaxMwh = [0] },
            Clusters = network.Clusters with { ExistingItMw = [0.8], MaxItMw = [0.8], ExistingCostYuanPerMw = [12_000_000] },
            Fibres = network.Fibres with { ExistingGbitS = [4], MaxGbitS = [4], ExistingCostYuanPerGbitS = [10_000] },
            Rules = [],
        };
    }

    internal static PlanningSolution Plan() => new()
    {
        Status = PlanningStatus.Optimal,
        ObjectiveYuan = EnergyYuan + ComputingYuan,
        GeneratorCapacityMw = [4],
        StoragePowerMw = [1],
        StorageEnergyMwh = [2],
        StoreEnergyMwh = [],
        LinkCapacityMw = [],
        LineCapacityMw = [],
        ClusterItMw = [0.8],
        FibreGbitS = [4],
        TradePeakMw = [0.2, .. Enumerable.Repeat(double.NaN, 11)],
        GeneratorMw = [3, 1],
        ChargeMw = [1, 0],
        DischargeMw = [0, 0.8],
        LevelMwh = [0.8, 0],
        SpillMw = [0, 0],
        StoreLevelMwh = [],
        StoreMw = [],
        LinkForwardMw = [],
        LinkBackwardMw = [],
        LineMw = [],
        TradeMw = [0, 0.2],
        ShedMw = [0, 0, 0, 0],
        ItMw = [0.8, 0.8],
        RunGpuH = [800, 800],
        BacklogGpuH = [0, 0],
        UndoneGpuH = [0, 0],
        BusPriceYuanPerMwh = [0, 400, 0, 0],
        RuleShadowYuan = [0],
        LimitShadows = [new("storage_units", "battery", "power_max_mw", 12_345)],
        Run = new SolverRun("by hand", new("笔算", "arithmetic"), 1, 0, 2, 3, 4),
    };

    internal static PlanningSolution Base() => Plan() with
    {
        ObjectiveYuan = BaseEnergyYuan + ComputingYuan,
        GeneratorCapacityMw = [0],
        StoragePowerMw = [0],
        StorageEnergyMwh = [0],
        TradePeakMw = [2, .. Enumerable.Repeat(double.NaN, 11)],
        GeneratorMw = [0, 0],
        ChargeMw = [0, 0],
        DischargeMw = [0, 0],
        LevelMwh = [0, 0],
        TradeMw = [2, 2],
        LimitShadows = [],
    };

    /// <summary>The rows behind the arrays: cards of 1 kW, so 1000 a MW; upkeep of servers 1 M, of halls 0.5 M yuan/MW.</summary>
    internal static Case Case() => new()
    {
        Settings = new CaseSettings
        {
            Name = new("小县", "Tiny County"),
            Year = 2023,
            UtcOffsetH = 8,
            MoneyYear = 2025,
            DiscountRate = 0.06,
            ShedPriceYuanPerMwh = 5000,
            Hours = HourSelection.Week,
            Weeks = [1],
        },
        Buses =
        [
            new() { Name = "site", NameZh = "淖毛湖", NameEn = "Naomaohu", Role = BusRole.Site, LatitudeDeg = 43.77, LongitudeDeg = 95.00 },
            new() { Name = "far", NameZh = "郑州", NameEn = "Zhengzhou", Role = BusRole.Far, LatitudeDeg = 34.75, LongitudeDeg = 113.63 },
        ],
        Carriers =
        [
            new() { Name = "wind", Technology = Technology.Wind, Renewable = true },
            new() { Name = "battery", Technology = Technology.Battery },
        ],
        Costs =
        [
            new() { Name = "wind_farm", Unit = CostUnit.Mw, OvernightCostYuanPerUnit = 2_000_000, LifetimeYears = 25, Status = Status.Estimate, Source = "by hand", SourceZh = "手算" },
            new() { Name = "battery", Unit = CostUnit.Mwh, OvernightCostYuanPerUnit = 300_000, LifetimeYears = 15, Status = Status.Fact, Source = "by hand" },
            new() { Name = "hall", Unit = CostUnit.Mw, OvernightCostYuanPerUnit = 15_000_000, LifetimeYears = 20, FixedOmYuanPerUnitYear = 500_000 },
            new() { Name = "fibre", Unit = CostUnit.GbitS, OvernightCostYuanPerUnit = 80_000, LifetimeYears = 20, Status = Status.Estimate },
        ],
        Generators = [new() { Name = "wind", NameZh = "戈壁风电", NameEn = "Gobi wind", Bus = "site", Carrier = "wind", Cost = "wind_farm", Expandable = true }],
        StorageUnits =
        [
            new()
            {
                Name = "battery", NameZh = "电池", NameEn = "battery", Bus = "site", Carrier = "battery", DurationH = 2, Cost = "battery",
                ChargeEfficiency = 0.8, DischargeEfficiency = 1, Expandable = true,
            },
        ],
        Loads = [new() { Name = "town", Bus = "site", PowerMw = 1 }],
        Tariffs =
        [
            new()
            {
                Name = "grid", NameZh = "大电网", NameEn = "the grid", Bus = "site", Direction = TariffDirection.Import,
                EnergyPriceYuanPerMwh = 200, NetworkPriceYuanPerMwh = 100, PowerMaxMw = 5, Status = Status.Recalled, Source = "by hand",
            },
        ],
        Chips =
        [
            new()
            {
                Name = "card", PowerKw = 0.8, ServerOverheadPu = 1.25, WorkPu = 1, ServerCostYuanPerCard = 40_000,
                LifetimeYears = 5, FixedOmYuanPerCardYear = 1000, Status = Status.Fact,
            },
        ],
        Clusters = [new() { Name = "hall", NameZh = "算力中心", NameEn = "compute centre", Bus = "site", Chip = "card", CostHall = "hall", Expandable = true }],
        Workloads =
        [
            new()
            {
                Name = "render", NameZh = "渲染", NameEn = "rendering", Class = WorkloadClass.Science, Origin = "far",
                GpuHoursPerYear = DemandGpuH, DeadlineH = 0, LatencyLimitMs = 30, PenaltyYuanPerGpuHour = 5,
            },
        ],
        Fibres = [new() { Name = "fibre", NameZh = "光纤", NameEn = "the fibre", Bus0 = "site", Bus1 = "far", LengthKm = 2639, Cost = "fibre", Expandable = true }],
        AnnualRules = [new() { Name = "green", NameZh = "绿电占比", NameEn = "green share", Kind = AnnualRuleKind.GreenShareMin, Limit = 0.3, Status = Status.Fact }],
        Figures =
        [
            new()
            {
                Table = "tariffs", Row = "grid", Column = "energy_price_yuan_per_mwh", Id = "TAR-99", Item = "energy price",
                ItemZh = "电能量价", Status = Status.Fact, Source = "by hand", SourceZh = "手算", Date = "2026-08-01", Note = "round", NoteZh = "取整",
            },
        ],
        FilesRead = [new FileRead("buses.csv", 2, new string('a', 64))],
    };
}
