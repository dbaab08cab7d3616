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
