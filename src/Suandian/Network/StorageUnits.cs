namespace Suandian.Network;

/// <summary>Storage units; arrays [s], hourly arrays [s × T]. Charge and discharge are counted at the bus.</summary>
public sealed record StorageUnits
{
    /// <summary>Number of storage units.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>True where energy is a capacity of its own; else energy = duration × power.</summary>
    public required bool[] SizedApart { get; init; }

    /// <summary>Energy over power where sized together, h.</summary>
    public required double[] DurationH { get; init; }

    /// <summary>Existing power, MW.</summary>
    public required double[] ExistingMw { get; init; }

    /// <summary>Largest power, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Existing energy, MWh.</summary>
    public required double[] ExistingMwh { get; init; }

    /// <summary>Largest energy, MWh.</summary>
    public required double[] MaxMwh { get; init; }

    /// <summary>Annual cost of new power (of the whole unit where sized together), yuan/MW/a.</summary>
    public required double[] AnnualCostYuanPerMw { get; init; }

    /// <summary>Annual cost of new energy where sized apart, yuan/MWh/a.</summary>
    public required double[] AnnualCostYuanPerMwh { get; init; }

    /// <summary>Fixed O&amp;M of existing power, yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Bus to store, pu.</summary>
    public required double[] ChargeEfficiency { get; init; }

    /// <summary>Store to bus, pu.</summary>
    public required double[] DischargeEfficiency { get; init; }

    /// <summary>Share of the level lost per hour, 1/h.</summary>
    public required double[] StandingLossPerH { get; init; }

    /// <summary>Ends each block where it began.</summary>
    public required bool[] Cyclic { get; init; }

    /// <summary>Level before the first hour of each block over energy, where not cyclic, pu.</summary>
    public required double[] InitialLevelPu { get; init; }

    /// <summary>Variable cost of discharge, yuan/MWh.</summary>
    public required double[] MarginalCostYuanPerMwh { get; init; }

    /// <summary>Inflow into the store [s × T], MW.</summary>
    public required double[] InflowMw { get; init; }

    /// <summary>Smallest power, MW; null where it is what exists.</summary>
    public double[]? MinMw { get; init; }

    /// <summary>Largest charge [s × T], pu of power; null where it is 1.</summary>
    public double[]? ChargeMaxPu { get; init; }

    /// <summary>Largest discharge [s × T], pu of power; null where it is 1.</summary>
    public double[]? DischargeMaxPu { get; init; }

    /// <summary>Bus to store [s × T], pu; null where it is the same in all hours.</summary>
    public double[]? HourlyChargeEfficiency { get; init; }

    /// <summary>Store to bus [s × T], pu; null where it is the same in all hours.</summary>
    public double[]? HourlyDischargeEfficiency { get; init; }

    /// <summary>Cost of spilling [s × T], yuan/MWh; null for none.</summary>
    public double[]? SpillCostYuanPerMwh { get; init; }

    /// <summary>Share of the level kept over the step [s × T], pu; null where <see cref="StandingLossPerH"/> says it.</summary>
    public double[]? KeepPu { get; init; }

    /// <summary>Level before the first hour of each block, MWh, which loses nothing in that hour; null where the initial share says it.</summary>
    public double[]? InitialMwh { get; init; }

    /// <summary>Given level [s × T], MWh, NaN where it is free; null where all is free.</summary>
    public double[]? FixedLevelMwh { get; init; }

    /// <summary>Given output to the bus [s × T], MW, NaN where it is free; null where all is free.</summary>
    public double[]? FixedMw { get; init; }

    /// <summary>Cost of discharge [s × T], yuan/MWh; null where it is the same in all hours.</summary>
    public double[]? HourlyCostYuanPerMwh { get; init; }

    /// <summary>Cost of keeping energy [s × T], yuan/MWh per weighted hour; null for none.</summary>
    public double[]? LevelCostYuanPerMwh { get; init; }

    /// <summary>Smallest power of a unit, MW.</summary>
    public double LeastMw(int s) => (MinMw ?? ExistingMw)[s];

    /// <summary>True where the power is to be chosen.</summary>
    public bool IsPowerExpandable(int s) => MaxMw[s] > LeastMw(s);

    /// <summary>Largest charge, pu of power; i = s T + t.</summary>
    public double ChargeMax(int i) => ChargeMaxPu is null ? 1 : ChargeMaxPu[i];

    /// <summary>Largest discharge, pu of power; i = s T + t.</summary>
    public double DischargeMax(int i) => DischargeMaxPu is null ? 1 : DischargeMaxPu[i];

    /// <summary>Bus to store, pu; i = s T + t.</summary>
    public double Charging(int s, int i) => HourlyChargeEfficiency is null ? ChargeEfficiency[s] : HourlyChargeEfficiency[i];

    /// <summary>Store to bus, pu; i = s T + t.</summary>
    public double Discharging(int s, int i) => HourlyDischargeEfficiency is null ? DischargeEfficiency[s] : HourlyDischargeEfficiency[i];

    /// <summary>Share of the level kept over a step, pu; i = s T + t.</summary>
    public double Keep(int s, int i) => KeepPu is null ? 1 - StandingLossPerH[s] : KeepPu[i];

    /// <summary>Variable cost of discharge, yuan/MWh; i = s T + t.</summary>
    public double MarginalCost(int s, int i) => HourlyCostYuanPerMwh is null ? MarginalCostYuanPerMwh[s] : HourlyCostYuanPerMwh[i];
}
