using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>Storage units; arrays [s], hourly arrays [s × T]. Charge and discharge are counted at the bus.</summary>
public sealed record StorageUnits
{
    /// <summary>Number of storage units.</summary>
    public int Count => Name.Length;

    /// <summary>Size of the modules in which new capacity comes, MW; NaN where any size will do; null where none has modules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? ModuleMw { get; init; }

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
