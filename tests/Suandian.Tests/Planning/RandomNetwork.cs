using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Small feasible networks with every kind of component, drawn from a seed.</summary>
static class RandomNetwork
{
    internal static TinyNetwork Draw(int seed)
    {
        var random = new Random(seed);
        var hours = random.Next(4, 9);
        double Between(double low, double high) => Math.Round(low + (high - low) * random.NextDouble(), 3);
        double[] Series(double low, double high) => [.. Enumerable.Range(0, hours).Select(_ => Between(low, high))];
        return new()
        {
            Hours = hours,
            Buses = ["north", "south", "east"],
            Generators =
            [
                new("wind", 0) { MaxMw = 60, AnnualCost = Between(2e5, 6e5), MarginalCost = 1, AvailabilityPu = Series(0, 1), Renewable = true },
                new("pv", 1) { ExistingMw = 5, MaxMw = 60, AnnualCost = Between(1e5, 4e5), AvailabilityPu = Series(-0.5, 1).Select(a => Math.Max(0, a)).ToArray(), Renewable = true },
                new("coal", 2) { ExistingMw = 6, Upkeep = 1e4, MarginalCost = Between(200, 400), MinimumPu = 0.2, Co2TPerMwh = 0.8 },
            ],
            Storages =
            [
                new("battery", 0) { DurationH = 2, MaxMw = 20, AnnualCost = Between(5e4, 3e5), ChargeEfficiency = 0.9, DischargeEfficiency = 0.9, StandingLossPerH = 0.01, MarginalCost = 1 },
                new("dam", 1) { ExistingMw = 3, ExistingMwh = 9, MaxMwh = 20, AnnualCostEnergy = 2e4, Cyclic = false, InitialLevelPu = 0.5, InflowMw = Series(0, 2) },
            ],
            Stores = [new("heat", 2) { MaxMwh = 10, AnnualCost = 3e4, StandingLossPerH = 0.02 }],
            Links = [new("hvdc", 0, 2) { MaxMw = 30, AnnualCost = Between(1e4, 1e5), Efficiency = 0.95, TwoWay = true, MarginalCost = 2 }],
            Lines =
            [
                new("l1", 0, 1) { MaxMw = 20, AnnualCost = 2e4, ReactancePu = 0.01 },
                new("l2", 1, 2) { ExistingMw = 8, ReactancePu = 0.02 },
                new("l3", 0, 2) { ExistingMw = 4, MaxMw = 20, AnnualCost = 3e4, ReactancePu = 0.03 },
            ],
            Loads = [new("town", 1, Series(3, 9)), new("mine", 2, Series(2, 5))],
            Trades =
            [
                new("grid", 1, true) { MaxMw = 25, Price = Series(200, 700), DemandCharge = 3e4, DemandPeriods = 12, Co2TPerMwh = 0.5, GreenSharePu = 0.2 },
                new("export", 0, false) { MaxMw = 8, Price = Series(50, 180) },
            ],
            Clusters = [new("hall", 0) { MaxItMw = 8, HallCost = 1e5, ServerCost = 2e5, Pue = Series(1.1, 1.4), IdlePu = 0.2, GpuHoursPerMwh = 800 }],
            Workloads =
            [
                new("training", 1) { ArrivalGpuH = Series(0, 2500), DeadlineH = random.Next(0, 4), Penalty = 3, WaitingCost = 0.01, DataGbPerGpuH = 2 },
                new("inference", 0) { ArrivalGpuH = Series(0, 900), Penalty = 9 },
            ],
            Pairs = [new(0, 0, [0], 4), new(1, 0, [], 0)],
            Fibres = [new("fibre", 0, 1) { ExistingGbitS = 2, MaxGbitS = 40, AnnualCost = 2e3, UtilisationMaxPu = 0.5 }],
            Rules =
            [
                new() { Name = "green", Kind = AnnualRuleKind.GreenShareMin, Limit = 0.4 },
                new() { Name = "export", Kind = AnnualRuleKind.ExportShareMax, Limit = 0.2 },
            ],
            ShedPrice = 9000,
            Co2Price = 30,
        };
    }
}
