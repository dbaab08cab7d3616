namespace Suandian.Network;

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
