using Suandian.Network;

namespace Suandian.Planning.Formulation;

/// <summary>Two buses and three hours in which every kind of row occurs.</summary>
static class EveryRow
{
    internal static PlanningModel Model { get; } =
        PlanningModel.Build(Network().Build(), new() { LineModel = LineModel.Kirchhoff });

    static TinyNetwork Network() => new()
    {
        Hours = 3,
        Month = [1, 1, 2],
        Buses = ["north", "south"],
        Generators =
        [
            new("wind", 0) { MaxMw = 50, ExistingMw = 10, AnnualCost = 300, Upkeep = 20, MarginalCost = 1, AvailabilityPu = [0.5, 0, 0.25], Renewable = true },
            new("coal", 1) { MaxMw = 40, AnnualCost = 500, MarginalCost = 200, MinimumPu = 0.4, Co2TPerMwh = 0.8 },
            new("gas", 1) { ExistingMw = 8, Upkeep = 10, MarginalCost = 400, MinimumPu = 0.5, AvailabilityPu = [1, 1, 0.5], Co2TPerMwh = 0.5 },
        ],
        Storages =
        [
            new("battery", 0) { DurationH = 4, MaxMw = 20, AnnualCost = 90, ChargeEfficiency = 0.5, DischargeEfficiency = 0.8, StandingLossPerH = 0.25, MarginalCost = 2 },
            new("reservoir", 1) { MaxMw = 6, MaxMwh = 60, ExistingMwh = 4, AnnualCost = 70, AnnualCostEnergy = 30, Cyclic = false, InitialLevelPu = 0.5, InflowMw = [3, 0, 1] },
        ],
        Stores = [new("heat", 1) { MaxMwh = 30, AnnualCost = 15, StandingLossPerH = 0.5, Cyclic = false, InitialLevelPu = 0.25 }],
        Links = [new("hvdc", 0, 1) { MaxMw = 25, AnnualCost = 60, Efficiency = 0.75, TwoWay = true, MarginalCost = 5 }],
        Lines =
        [
            new("line1", 0, 1) { MaxMw = 12, AnnualCost = 40, ReactancePu = 0.002 },
            new("line2", 0, 1) { MaxMw = 9, AnnualCost = 45, ReactancePu = 0.004 },
        ],
        Loads = [new("town", 1, [5, 6, 7])],
        Trades =
        [
            new("grid", 0, true) { MaxMw = 30, Price = [300, 500, 200], DemandCharge = 1000, DemandPeriods = 12, Co2TPerMwh = 0.6, GreenSharePu = 0.25 },
            new("export", 0, false) { MaxMw = 15, Price = [100, 150, 50] },
        ],
        Clusters = [new("hall", 1) { MaxItMw = 4, HallCost = 600, ServerCost = 900, Pue = [1.25, 1.5, 1.25], IdlePu = 0.25, GpuHoursPerMwh = 500 }],
        Workloads =
        [
            new("training", 0) { ArrivalGpuH = [1000, 500, 0], DeadlineH = 2, Penalty = 8, WaitingCost = 0.25, DataGbPerGpuH = 9 },
            new("inference", 1) { ArrivalGpuH = [100, 200, 300], Penalty = 20 },
        ],
        Pairs = [new(0, 0, [0], 5), new(1, 0, [], 0)],
        Fibres = [new("fibre", 0, 1) { MaxGbitS = 400, AnnualCost = 3, UtilisationMaxPu = 0.5 }],
        Rules =
        [
            new() { Name = "self-use", Kind = AnnualRuleKind.SelfUseShareMin, Limit = 0.6 },
            new() { Name = "green", Kind = AnnualRuleKind.GreenShareMin, Limit = 0.3 },
            new() { Name = "outward", Kind = AnnualRuleKind.ExportShareMax, Limit = 0.2 },
            new() { Name = "contract", Kind = AnnualRuleKind.ExportEnergyMax, Limit = 9000 },
            new() { Name = "carbon", Kind = AnnualRuleKind.Co2Max, Limit = 12000 },
            new() { Name = "waste", Kind = AnnualRuleKind.CurtailmentShareMax, Limit = 0.1 },
            new() { Name = "inward", Kind = AnnualRuleKind.ImportShareMax, Limit = 0.5 },
        ],
        ShedPrice = 9000,
        Co2Price = 50,
    };
}
