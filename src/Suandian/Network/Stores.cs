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

    /// <summary>Smallest energy, MWh; null where it is what exists.</summary>
    public double[]? MinMwh { get; init; }

    /// <summary>Least level [e × T], pu of energy, of any sign; null where it is 0.</summary>
    public double[]? FloorPu { get; init; }

    /// <summary>Largest level [e × T], pu of energy; null where it is 1.</summary>
    public double[]? CeilingPu { get; init; }

    /// <summary>Share of the level kept over the step [e × T], pu; null where <see cref="StandingLossPerH"/> says it.</summary>
    public double[]? KeepPu { get; init; }

    /// <summary>Level before the first hour of each block, MWh, which loses nothing in that hour; null where the initial share says it.</summary>
    public double[]? InitialMwh { get; init; }

    /// <summary>Given level [e × T], MWh, NaN where it is free; null where all is free.</summary>
    public double[]? FixedLevelMwh { get; init; }

    /// <summary>Given output to the bus [e × T], MW, NaN where it is free; null where all is free.</summary>
    public double[]? FixedMw { get; init; }

    /// <summary>Cost of output [e × T], yuan/MWh; null where output costs nothing.</summary>
    public double[]? HourlyCostYuanPerMwh { get; init; }

    /// <summary>Cost of keeping energy [e × T], yuan/MWh per weighted hour; null for none.</summary>
    public double[]? LevelCostYuanPerMwh { get; init; }

    /// <summary>Smallest energy of a store, MWh.</summary>
    public double LeastMwh(int e) => (MinMwh ?? ExistingMwh)[e];

    /// <summary>True where the energy is to be chosen.</summary>
    public bool IsExpandable(int e) => MaxMwh[e] > LeastMwh(e);

    /// <summary>Least level, pu of energy; i = e T + t.</summary>
    public double Floor(int i) => FloorPu is null ? 0 : FloorPu[i];

    /// <summary>Largest level, pu of energy; i = e T + t.</summary>
    public double Ceiling(int i) => CeilingPu is null ? 1 : CeilingPu[i];

    /// <summary>Share of the level kept over a step, pu; i = e T + t.</summary>
    public double Keep(int e, int i) => KeepPu is null ? 1 - StandingLossPerH[e] : KeepPu[i];
}
