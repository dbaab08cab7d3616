using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>Generators; arrays [g], hourly arrays [g × T].</summary>
public sealed record Generators
{
    /// <summary>Number of generators.</summary>
    public int Count => Name.Length;

    /// <summary>Size of the modules in which new capacity comes, MW; NaN where any size will do; null where none has modules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? ModuleMw { get; init; }

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
