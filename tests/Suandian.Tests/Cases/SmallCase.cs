using Suandian.Cases;
using Suandian.Network;

namespace Suandian.Tests.Cases;

/// <summary>A case of two buses with one of most things, small enough for arithmetic by hand.</summary>
static class SmallCase
{
    public static Case Create() => new()
    {
        Settings = new CaseSettings
        {
            Name = new Text("小例", "small"),
            Year = 2023,
            UtcOffsetH = 8,
            MoneyYear = 2026,
            DiscountRate = 0.06,
            Hours = HourSelection.Week,
            Weeks = [1],
        },
        Buses =
        [
            new Bus { Name = "near", VoltageKv = 220 },
            new Bus { Name = "far", VoltageKv = 220 },
            new Bus { Name = "beyond", VoltageKv = 220 },
        ],
        Carriers = [new Carrier { Name = "wind", Technology = Technology.Wind, Renewable = true }],
        Costs =
        [
            new Cost
            {
                Name = "wind", Unit = CostUnit.Mw, OvernightCostYuanPerUnit = 4_500_000, LifetimeYears = 25,
                FixedOmYuanPerUnitYear = 70_000,
            },
            new Cost
            {
                Name = "line", Unit = CostUnit.MwKm, OvernightCostYuanPerUnit = 5_000, LifetimeYears = 40,
                FixedOmSharePerYear = 0.01,
            },
            new Cost { Name = "cells", Unit = CostUnit.Mwh, OvernightCostYuanPerUnit = 600_000, LifetimeYears = 15 },
            new Cost
            {
                Name = "hall", Unit = CostUnit.Mw, OvernightCostYuanPerUnit = 20_000_000, LifetimeYears = 20,
                DiscountRate = 0, FixedOmSharePerYear = 0.02,
            },
            new Cost { Name = "optics", Unit = CostUnit.GbitS, OvernightCostYuanPerUnit = 10_000, LifetimeYears = 10 },
        ],
        Chips =
        [
            new Chip
            {
                Name = "card", PowerKw = 0.4, ServerOverheadPu = 1.6, WorkPu = 0.5,
                ServerCostYuanPerCard = 200_000, LifetimeYears = 5, FixedOmYuanPerCardYear = 1_000,
            },
            new Chip
            {
                Name = "other", PowerKw = 0.4, ServerOverheadPu = 1.6, WorkPu = 0.5,
                ServerCostYuanPerCard = 200_000, LifetimeYears = 5,
            },
        ],
    };

    public static Tariff Import() => new()
    {
        Name = "grid",
        Bus = "near",
        Direction = TariffDirection.Import,
        EnergyPriceYuanPerMwh = 240,
        NetworkPriceYuanPerMwh = 48.5,
        SurchargeYuanPerMwh = 4.1,
        LossPu = 0.0345,
        PowerMaxMw = 100,
        DemandChargeYuanPerMwMonth = 30_400,
    };

    public static Cluster Cluster(string name, string bus, string chip = "card") => new()
    {
        Name = name,
        Bus = bus,
        Chip = chip,
        ItCapacityMw = 1,
        Expandable = true,
        ItCapacityMaxMw = 10,
        CostHall = "hall",
        Pue = 1.2,
    };

    public static Fibre Fibre(string name, string bus0, string bus1, double lengthKm) => new()
    {
        Name = name,
        Bus0 = bus0,
        Bus1 = bus1,
        LengthKm = lengthKm,
        CapacityGbitS = 10,
        Expandable = true,
        CapacityMaxGbitS = 100,
        Cost = "optics",
    };

    public static Workload Work(string name, double? latencyMs = null) => new()
    {
        Name = name,
        Class = WorkloadClass.Training,
        Origin = "near",
        GpuHoursPerYear = 8_760_000,
        DeadlineH = 24,
        PenaltyYuanPerGpuHour = 10,
        LatencyLimitMs = latencyMs,
    };
}
