namespace Suandian.Weather;

/// <summary>A horizontal single-axis tracker.</summary>
public sealed record TrackerOptions
{
    /// <summary>Direction of the axis, clockwise from north [deg]; 180 is a north-south axis. Default 180.</summary>
    public double AxisAzimuthDeg { get; init; } = 180;

    /// <summary>Greatest rotation to either side [deg], 0 … 90. Default 60.</summary>
    public double MaximumRotationDeg { get; init; } = 60;

    /// <summary>Module width over the distance of the rows, &gt; 0 … 1. Default 0.35.</summary>
    public double GroundCoverRatio { get; init; } = 0.35;

    /// <summary>Whether rows turn back at low sun so that they do not shade each other. Default true.</summary>
    public bool Backtracks { get; init; } = true;
}
