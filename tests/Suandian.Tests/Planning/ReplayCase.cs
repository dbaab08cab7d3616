using Suandian.Network;

namespace Suandian.Planning;

/// <summary>A county of four buses and four hours with a plan that is right, worked out by hand.</summary>
/// <remarks>
/// Triangle a, b, c of equal reactance: 30 MW from a to c split into 20 direct and 10 over b. A link brings 10 MW from a,
/// 9 MW at b, whose load of 10 is short of 1. A heater at a makes 3 MW of heat of 1 MW. Hours 0, 1 lie in January, 2, 3 in February.
/// </remarks>
static class ReplayCase
{
    internal static HourlyNetwork Network() => new TinyNetwork
    {
        Buses = ["a", "b", "c", "heat"],
        Month = [1, 1, 2, 2],
        Generators =
        [
            new("wind", 0)
            {
                ExistingMw = 10, MaxMw = 50, AnnualCost = 100, Upkeep = 7, MarginalCost = 2, Renewable = true,
                AvailabilityPu = [1, 0.9, 0.8, 0.8], MinimumPu = 0.5, Co2TPerMwh = 0.1,
            },
        ],
        Storages =
        [
            new("battery", 0)
            {
                DurationH = 2, MaxMw = 5, AnnualCost = 50, ChargeEfficiency = 0.8, DischargeEfficiency = 0.5,
                MarginalCost = 5, InflowMw = [0, 1, 0, 0],
            },
        ],
        Stores = [new("tank", 3) { ExistingMwh = 4, MaxMwh = 6, Upkeep = 3, Cyclic = false, InitialLevelPu = 0.5 }],
        Links =
        [
            new("dc", 0, 1) { MaxMw = 12, AnnualCost = 20, Efficiency = 0.9, MarginalCost = 4 },
            new("heater", 0, 3) { ExistingMw = 1, Efficiency = 3 },
        ],
        Lines =
        [
            new("ab", 0, 1) { ExistingMw = 10, MaxMw = 20, ReactancePu = 1 },
            new("bc", 1, 2) { ExistingMw = 10, ReactancePu = 1 },
            new("ac", 0, 2) { ExistingMw = 20, ReactancePu = 1 },
        ],
        Loads = [new("town", 1, [10]), new("mine", 2, [30]), new("warmth", 3, [2, 4, 3, 3])],
        Trades =
        [
            new("in", 0, true) { MaxMw = 16, Price = [300, 400, 300, 300], DemandCharge = 1000, DemandPeriods = 12, Co2TPerMwh = 0.6 },
            new("out", 0, false) { MaxMw = 5, Price = [200] },
        ],
        Clusters = [new("hall", 0) { MaxItMw = 3, HallCost = 10, ServerCost = 30, Pue = [1.5], IdlePu = 0.5 }],
        Workloads = [new("render", 2) { ArrivalGpuH = [1000], DeadlineH = 1, Penalty = 3, WaitingCost = 0.02, DataGbPerGpuH = 0.9 }],
        Pairs = [new ServicePair(0, 0, [0], 2)],
        Fibres = [new("fibre", 0, 2) { MaxGbitS = 9, AnnualCost = 11, UtilisationMaxPu = 0.5 }],
        Rules =
        [
            new() { Name = "self use", Kind = AnnualRuleKind.SelfUseShareMin, Limit = 0.9 },
            new() { Name = "export", Kind = AnnualRuleKind.ExportEnergyMax, Limit = 60000 },
        ],
        ShedPrice = 5000,
        Co2Price = 60,
    }.Build();

    /// <summary>
    /// Needs at a: 30 over lines, 10 into dc, 1 into the heater, 2 exported, 1.5 × IT power, charge less discharge:
    /// 46.5, 46, 45.25, 44.375 MW. Wind gives 40, 36, 30, 30, imports the rest.
    /// Levels: 0.8 × 2 = 1.6 MWh until hour 3 gives 1.6 × 0.5 = 0.8 MW. Data: 0.9 × 2000 × 8 / 3600 = 4 Gbit/s of 8 × 0.5.
    /// </summary>
    internal static PlanningSolution Plan() => new()
    {
        Status = PlanningStatus.Optimal,
        ObjectiveYuan = Yuan,
        GeneratorCapacityMw = [40],
        StoragePowerMw = [4],
        StorageEnergyMwh = [8],
        StoreEnergyMwh = [4],
        LinkCapacityMw = [10, 1],
        LineCapacityMw = [10, 10, 20],
        ClusterItMw = [2],
        FibreGbitS = [8],
        TradePeakMw =
        [
            10, 15.25, .. Enumerable.Repeat(double.NaN, 10), .. Enumerable.Repeat(double.NaN, 12),
        ],
        GeneratorMw = [40, 36, 30, 30],
        ChargeMw = [2, 0, 0, 0],
        DischargeMw = [0, 0, 0, 0.8],
        LevelMwh = [1.6, 1.6, 1.6, 0],
        SpillMw = [0, 1, 0, 0],
        StoreLevelMwh = [3, 2, 2, 2],
        StoreMw = [-1, 1, 0, 0],
        LinkForwardMw = [10, 10, 10, 10, 1, 1, 1, 1],
        LinkBackwardMw = new double[8],
        LineMw = [10, 10, 10, 10, 10, 10, 10, 10, 20, 20, 20, 20],
        TradeMw = [6.5, 10, 15.25, 14.375, 2, 2, 2, 2],
        ShedMw = [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        ItMw = [1, 2, 1.5, 1.45],
        RunGpuH = [0, 2000, 1000, 900],
        BacklogGpuH = [1000, 0, 0, 0],
        UndoneGpuH = [0, 0, 0, 100],
        BusPriceYuanPerMwh = new double[16],
        RuleShadowYuan = [0, 0],
        LimitShadows = [],
        Run = new SolverRun("by hand", new("笔算", "arithmetic"), 0, 0, 0, 0, 0),
    };

    /// <summary>Hours of the year each snapshot stands for.</summary>
    internal const double Weight = 2190;

    internal const double Yuan =
        (100 * 30) + (7 * 10) // wind: new, existing
        + (50 * 4) + (3 * 4) + (20 * 10) // battery, tank, dc
        + (40 * 2) + (11 * 8) // hall with servers, fibre
        + (Weight * 2 * 136) + (Weight * 5 * 0.8) + (Weight * 4 * 40) // wind 40+36+30+30, discharge, dc
        + (Weight * ((300 * 6.5) + (400 * 10) + (300 * 15.25) + (300 * 14.375))) - (Weight * 200 * 8) // imports, exports
        + (1000 * 12 * (10 + 15.25) / 2) // two months stand for twelve
        + (Weight * 60 * ((0.1 * 136) + (0.6 * 46.125))) // CO2 of wind (as if) and of imports 6.5+10+15.25+14.375
        + (Weight * 5000 * 4) + (Weight * 3 * 100) // load not served, work given up
        + WaitingYuan;

    /// <summary>1000 GPU-h wait at the end of hour 0.</summary>
    internal const double WaitingYuan = Weight * 0.02 * 1000;
}
