namespace Suandian.Network;

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

    /// <summary>Smallest capacity, MW; null where it is what exists. What exists may then be given up, which saves its annual cost.</summary>
    public double[]? MinMw { get; init; }

    /// <summary>Least output [g × T], pu of capacity, of any sign; null where <see cref="MinimumPu"/> says it.</summary>
    public double[]? FloorPu { get; init; }

    /// <summary>Variable cost [g × T], yuan/MWh; null where it is the same in all hours.</summary>
    public double[]? HourlyCostYuanPerMwh { get; init; }

    /// <summary>Given output [g × T], MW, NaN where it is free; null where all is free.</summary>
    public double[]? FixedMw { get; init; }

    /// <summary>Least energy of the year [g], of each scenario [g × scenarios], MWh/a, −∞ where there is none; null for none at all.</summary>
    public double[]? EnergyMinMwh { get; init; }

    /// <summary>Most energy of the year [g], of each scenario [g × scenarios], MWh/a, +∞ where there is none; null for none at all.</summary>
    public double[]? EnergyMaxMwh { get; init; }

    /// <summary>Smallest capacity of a generator, MW.</summary>
    public double LeastMw(int g) => (MinMw ?? ExistingMw)[g];

    /// <summary>True where the capacity is to be chosen.</summary>
    public bool IsExpandable(int g) => MaxMw[g] > LeastMw(g);

    /// <summary>Least output, pu of capacity; i = g T + t.</summary>
    public double Floor(int g, int i) => FloorPu is null ? MinimumPu[g] * AvailabilityPu[i] : FloorPu[i];

    /// <summary>Variable cost, yuan/MWh; i = g T + t.</summary>
    public double MarginalCost(int g, int i) => HourlyCostYuanPerMwh is null ? MarginalCostYuanPerMwh[g] : HourlyCostYuanPerMwh[i];
}
