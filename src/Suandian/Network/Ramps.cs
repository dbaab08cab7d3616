namespace Suandian.Network;

/// <summary>Limits of the change of output from one snapshot to the next; arrays [r], hourly arrays [r × T].</summary>
public sealed record Ramps
{
    /// <summary>Number of limited generators and links.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>True for a link, false for a generator.</summary>
    public required bool[] IsLink { get; init; }

    /// <summary>Generator or link index.</summary>
    public required int[] Component { get; init; }

    /// <summary>True where the first snapshot of a block follows its last; false where nothing limits the step into it but <see cref="InitialMw"/>.</summary>
    public required bool IsCyclic { get; init; }

    /// <summary>
    /// True where a start adds its limit to the rise allowed and a stop to the fall. False for the rows of PyPSA, in which a stop also
    /// takes its share off the rise allowed, so that a unit stops from SU − RU of its size or more, and a start off the fall.
    /// </summary>
    public required bool CountsStarts { get; init; }

    /// <summary>Output before the first snapshot of the horizon, MW; NaN where it is not known and nothing limits the first step.</summary>
    public required double[] InitialMw { get; init; }

    /// <summary>Largest rise per step [r × T], pu of capacity; NaN where there is no limit.</summary>
    public required double[] UpPu { get; init; }

    /// <summary>Largest fall per step [r × T], pu of capacity; NaN where there is no limit.</summary>
    public required double[] DownPu { get; init; }

    /// <summary>Index among the committable units; −1 where the component is not committable.</summary>
    public required int[] Unit { get; init; }

    /// <summary>Largest rise in the step in which a unit starts, pu of capacity.</summary>
    public required double[] StartPu { get; init; }

    /// <summary>Largest fall in the step in which a unit stops, pu of capacity.</summary>
    public required double[] StopPu { get; init; }
}
