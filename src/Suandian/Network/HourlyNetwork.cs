using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>
/// The county as arrays: every component indexed, every cost annualised, every series cut to the snapshots.
/// The formulation reads this and nothing else.
/// </summary>
/// <remarks>
/// Hourly arrays are row-major [component × snapshot]: value of component i at t is <c>a[i * T + t]</c>.
/// Power at a bus in MW, energy in MWh, work in reference GPU-hours, money in yuan (yuan/a where annual).
/// "Existing" is what stands already and costs no capital; "Max" bounds existing plus new and equals existing where nothing may be built.
/// </remarks>
public sealed record HourlyNetwork
{
    /// <summary>Snapshots.</summary>
    public required Snapshots Snapshots { get; init; }

    /// <summary>Buses, in the order of the indices below.</summary>
    public required ImmutableArray<Bus> Buses { get; init; }

    /// <summary>Generators.</summary>
    public required Generators Generators { get; init; }

    /// <summary>Storage units.</summary>
    public required StorageUnits StorageUnits { get; init; }

    /// <summary>Stores.</summary>
    public required Stores Stores { get; init; }

    /// <summary>Controllable links.</summary>
    public required Links Links { get; init; }

    /// <summary>AC lines.</summary>
    public required Lines Lines { get; init; }

    /// <summary>Fixed loads.</summary>
    public required Loads Loads { get; init; }

    /// <summary>Imports and exports over the border of the case.</summary>
    public required Trades Trades { get; init; }

    /// <summary>Clusters.</summary>
    public required Clusters Clusters { get; init; }

    /// <summary>Classes of computing work.</summary>
    public required Workloads Workloads { get; init; }

    /// <summary>Fibres.</summary>
    public required Fibres Fibres { get; init; }

    /// <summary>Annual rules that the plan must obey (only those that are active).</summary>
    public required ImmutableArray<AnnualRule> Rules { get; init; }

    /// <summary>Price of load not served, yuan/MWh; null where no load may be shed.</summary>
    public double? ShedPriceYuanPerMwh { get; init; }

    /// <summary>Price of CO2 of generation and imports, yuan/t, ≥ 0; 0 where there is none.</summary>
    public double Co2PriceYuanPerT { get; init; }
}

/// <summary>Generators; arrays [g], hourly arrays [g × T].</summary>
public sealed record Generators
{
    /// <summary>Number of generators.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Existing capacity, MW.</summary>
    public required double[] ExistingMw { get; init; }

    /// <summary>Largest capacity, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Annual cost of new capacity (annuity and fixed O&amp;M), yuan/MW/a.</summary>
    public required double[] AnnualCostYuanPerMw { get; init; }

    /// <summary>Fixed O&amp;M of existing capacity, yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Variable cost, yuan/MWh.</summary>
    public required double[] MarginalCostYuanPerMwh { get; init; }

    /// <summary>Availability [g × T], pu of capacity.</summary>
    public required double[] AvailabilityPu { get; init; }

    /// <summary>Least output as a share of available capacity, pu.</summary>
    public required double[] MinimumPu { get; init; }

    /// <summary>Counts as green.</summary>
    public required bool[] Renewable { get; init; }

    /// <summary>CO2, t/MWh.</summary>
    public required double[] Co2TPerMwh { get; init; }
}

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
}

/// <summary>Stores: energy only, filled and emptied by their bus without limit of power; arrays [e].</summary>
public sealed record Stores
{
    /// <summary>Number of stores.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Existing energy, MWh.</summary>
    public required double[] ExistingMwh { get; init; }

    /// <summary>Largest energy, MWh.</summary>
    public required double[] MaxMwh { get; init; }

    /// <summary>Annual cost of new energy, yuan/MWh/a.</summary>
    public required double[] AnnualCostYuanPerMwh { get; init; }

    /// <summary>Fixed O&amp;M of existing energy, yuan/MWh/a.</summary>
    public required double[] ExistingCostYuanPerMwh { get; init; }

    /// <summary>Share of the level lost per hour, 1/h.</summary>
    public required double[] StandingLossPerH { get; init; }

    /// <summary>Ends each block where it began.</summary>
    public required bool[] Cyclic { get; init; }

    /// <summary>Level before the first hour of each block over energy, where not cyclic, pu.</summary>
    public required double[] InitialLevelPu { get; init; }
}

/// <summary>Controllable links; arrays [l]. The sending end counts; the receiving end gets efficiency × flow.</summary>
public sealed record Links
{
    /// <summary>Number of links.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Sending bus index.</summary>
    public required int[] Bus0 { get; init; }

    /// <summary>Receiving bus index.</summary>
    public required int[] Bus1 { get; init; }

    /// <summary>Existing power, MW.</summary>
    public required double[] ExistingMw { get; init; }

    /// <summary>Largest power, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Annual cost of new power, yuan/MW/a.</summary>
    public required double[] AnnualCostYuanPerMw { get; init; }

    /// <summary>Fixed O&amp;M of existing power, yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Power received over power sent, pu.</summary>
    public required double[] Efficiency { get; init; }

    /// <summary>May also run from bus 1 to bus 0 with the same loss.</summary>
    public required bool[] TwoWay { get; init; }

    /// <summary>Charge per MWh sent, yuan/MWh.</summary>
    public required double[] MarginalCostYuanPerMwh { get; init; }
}

/// <summary>AC lines without loss; arrays [l].</summary>
public sealed record Lines
{
    /// <summary>Number of lines.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>First bus index; flow is positive from bus 0 to bus 1.</summary>
    public required int[] Bus0 { get; init; }

    /// <summary>Second bus index.</summary>
    public required int[] Bus1 { get; init; }

    /// <summary>Existing capacity, MW.</summary>
    public required double[] ExistingMw { get; init; }

    /// <summary>Largest capacity, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Annual cost of new capacity, yuan/MW/a.</summary>
    public required double[] AnnualCostYuanPerMw { get; init; }

    /// <summary>Fixed O&amp;M of existing capacity, yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Series reactance over the square of the nominal voltage (ohm/kV², that is pu on 1 MVA); does not change with size. NaN where unknown.</summary>
    public required double[] ReactancePu { get; init; }
}

/// <summary>Fixed loads; arrays [d], hourly [d × T].</summary>
public sealed record Loads
{
    /// <summary>Number of loads.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Power [d × T], MW, ≥ 0.</summary>
    public required double[] PowerMw { get; init; }
}

/// <summary>Imports and exports; arrays [k], hourly [k × T].</summary>
public sealed record Trades
{
    /// <summary>Number of connections.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>True: power comes in and is paid; false: power goes out and earns.</summary>
    public required bool[] IsImport { get; init; }

    /// <summary>What is paid (import) or earned (export) per MWh, all parts together [k × T], yuan/MWh.</summary>
    public required double[] PriceYuanPerMwh { get; init; }

    /// <summary>The energy part of the price [k × T], yuan/MWh, before loss, network price and surcharge.</summary>
    public required double[] EnergyPriceYuanPerMwh { get; init; }

    /// <summary>Connection limit, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Demand charge on the highest power of a period, yuan/MW per period.</summary>
    public required double[] DemandChargeYuanPerMw { get; init; }

    /// <summary>Number of demand periods of each connection in the year it stands for (12 or 1); 0 without demand charge.</summary>
    public required int[] DemandPeriods { get; init; }

    /// <summary>CO2 of imported power, t/MWh.</summary>
    public required double[] Co2TPerMwh { get; init; }

    /// <summary>Share of imported power that counts as green, pu.</summary>
    public required double[] GreenSharePu { get; init; }
}

/// <summary>Clusters; arrays [c], hourly [c × T].</summary>
/// <remarks>Electric power at the bus = PUE(t) × (idle × capacity + (1 − idle) × busy IT power).</remarks>
public sealed record Clusters
{
    /// <summary>Number of clusters.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Existing IT power, MW.</summary>
    public required double[] ExistingItMw { get; init; }

    /// <summary>Largest IT power, MW.</summary>
    public required double[] MaxItMw { get; init; }

    /// <summary>Annual cost of hall, power supply and cooling of new IT power, yuan/MW/a.</summary>
    public required double[] HallCostYuanPerMw { get; init; }

    /// <summary>Annual cost of servers of new IT power, yuan/MW/a.</summary>
    public required double[] ServerCostYuanPerMw { get; init; }

    /// <summary>Upkeep of existing IT power (hall and servers), yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Power usage effectiveness [c × T], ≥ 1.</summary>
    public required double[] Pue { get; init; }

    /// <summary>Idle power over full power, pu.</summary>
    public required double[] IdlePu { get; init; }

    /// <summary>Reference GPU-hours of work per MWh of busy IT energy.</summary>
    public required double[] GpuHoursPerMwh { get; init; }
}

/// <summary>Classes of computing work; arrays [w], hourly [w × T], pairs [p] of workload and cluster.</summary>
public sealed record Workloads
{
    /// <summary>Number of workloads.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index of the origin.</summary>
    public required int[] Origin { get; init; }

    /// <summary>Class.</summary>
    public required WorkloadClass[] Class { get; init; }

    /// <summary>Work arriving [w × T], reference GPU-hours per hour.</summary>
    public required double[] ArrivalGpuH { get; init; }

    /// <summary>Work that arrives in hour t is done by the end of hour t + this, h.</summary>
    public required int[] DeadlineH { get; init; }

    /// <summary>Loss per GPU-hour not done, yuan.</summary>
    public required double[] PenaltyYuanPerGpuH { get; init; }

    /// <summary>Data moved, GB per GPU-hour.</summary>
    public required double[] DataGbPerGpuH { get; init; }

    /// <summary>Pairs of workload and cluster that may work together.</summary>
    public required ImmutableArray<ServicePair> Pairs { get; init; }

    /// <summary>Pairs that are ruled out, with the reason, for the report.</summary>
    public ImmutableArray<RefusedPair> Refused { get; init; } = [];
}

/// <summary>A workload that may run on a cluster.</summary>
/// <param name="Workload">Workload index.</param>
/// <param name="Cluster">Cluster index.</param>
/// <param name="Fibres">Fibres on the route with the least delay; empty where origin and cluster share a bus.</param>
/// <param name="RoundTripMs">Delay there and back, ms.</param>
public sealed record ServicePair(int Workload, int Cluster, ImmutableArray<int> Fibres, double RoundTripMs);

/// <summary>A workload that may not run on a cluster.</summary>
/// <param name="Workload">Workload index.</param>
/// <param name="Cluster">Cluster index.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record RefusedPair(int Workload, int Cluster, Text Reason);

/// <summary>Fibres; arrays [f]. Capacity counts each way.</summary>
public sealed record Fibres
{
    /// <summary>Number of fibres.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>One end, bus index.</summary>
    public required int[] Bus0 { get; init; }

    /// <summary>Other end, bus index.</summary>
    public required int[] Bus1 { get; init; }

    /// <summary>Existing capacity, Gbit/s.</summary>
    public required double[] ExistingGbitS { get; init; }

    /// <summary>Largest capacity, Gbit/s.</summary>
    public required double[] MaxGbitS { get; init; }

    /// <summary>Annual cost of new capacity, yuan/(Gbit/s)/a.</summary>
    public required double[] AnnualCostYuanPerGbitS { get; init; }

    /// <summary>Fixed O&amp;M of existing capacity, yuan/(Gbit/s)/a.</summary>
    public required double[] ExistingCostYuanPerGbitS { get; init; }

    /// <summary>Highest share of capacity used on average over an hour, pu.</summary>
    public required double[] UtilisationMaxPu { get; init; }

    /// <summary>One-way delay, ms.</summary>
    public required double[] DelayMs { get; init; }
}
