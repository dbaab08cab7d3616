namespace Suandian.Network;

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

    /// <summary>Smallest capacity, MW; null where it is what exists.</summary>
    public double[]? MinMw { get; init; }

    /// <summary>Largest flow either way [l × T], pu of capacity; null where it is the capacity.</summary>
    public double[]? CeilingPu { get; init; }

    /// <summary>Given flow [l × T], MW, NaN where it is free; null where all is free.</summary>
    public double[]? FixedMw { get; init; }

    /// <summary>Smallest capacity of a line, MW.</summary>
    public double LeastMw(int l) => (MinMw ?? ExistingMw)[l];

    /// <summary>True where the capacity is to be chosen.</summary>
    public bool IsExpandable(int l) => MaxMw[l] > LeastMw(l);

    /// <summary>Largest flow, pu of capacity; i = l T + t.</summary>
    public double Ceiling(int i) => CeilingPu is null ? 1 : CeilingPu[i];
}
