using Suandian.Network;

namespace Suandian.Cases.Pypsa;

/// <summary>Tables a network of PyPSA has not: trade over the border and computing.</summary>
static class NoHouseTables
{
    internal static Trades Trades { get; } = new()
    {
        Name = [],
        Bus = [],
        IsImport = [],
        PriceYuanPerMwh = [],
        EnergyPriceYuanPerMwh = [],
        MaxMw = [],
        DemandChargeYuanPerMw = [],
        DemandPeriods = [],
        Co2TPerMwh = [],
        GreenSharePu = [],
    };

    internal static Clusters Clusters { get; } = new()
    {
        Name = [],
        Bus = [],
        ExistingItMw = [],
        MaxItMw = [],
        HallCostYuanPerMw = [],
        ServerCostYuanPerMw = [],
        ExistingCostYuanPerMw = [],
        Pue = [],
        IdlePu = [],
        GpuHoursPerMwh = [],
    };

    internal static Workloads Workloads { get; } = new()
    {
        Name = [],
        Origin = [],
        Class = [],
        ArrivalGpuH = [],
        DeadlineH = [],
        PenaltyYuanPerGpuH = [],
        WaitingCostYuanPerGpuHourH = [],
        DataGbPerGpuH = [],
        Pairs = [],
    };

    internal static Fibres Fibres { get; } = new()
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
    };
}
