namespace Suandian.Network;

/// <summary>Generators and links that are either on, between least and largest output, or off; arrays [u], hourly arrays [u × T].</summary>
/// <remarks>
/// Times are counted in snapshots, whatever these weigh. A unit of several equal machines is on with any whole number of them.
/// A cyclic unit stands before the first snapshot of a block as at its end; what it was before plays no part then.
/// </remarks>
public sealed record Commitments
{
    /// <summary>Number of committable units.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>True for a link, false for a generator.</summary>
    public required bool[] IsLink { get; init; }

    /// <summary>Generator or link index.</summary>
    public required int[] Component { get; init; }

    /// <summary>True where each block ends as it began; false where the first snapshot of the horizon follows what was before.</summary>
    public required bool IsCyclic { get; init; }

    /// <summary>Size of the equal machines a unit is made of, MW; NaN where it is one machine of whatever size.</summary>
    public required double[] MachineMw { get; init; }

    /// <summary>More than any output of a unit whose size is chosen, MW; NaN elsewhere.</summary>
    public required double[] BoundMw { get; init; }

    /// <summary>Snapshots a unit stays on once started.</summary>
    public required int[] MinUp { get; init; }

    /// <summary>Snapshots a unit stays off once stopped.</summary>
    public required int[] MinDown { get; init; }

    /// <summary>Snapshots it has been on before the first; 0 where it was off.</summary>
    public required int[] UpBefore { get; init; }

    /// <summary>Snapshots it has been off before the first; 0 where that does not matter.</summary>
    public required int[] DownBefore { get; init; }

    /// <summary>Cost of a start of a machine in each snapshot [u × T], yuan/a, with the number of times the snapshot stands for.</summary>
    public required double[] StartCostYuan { get; init; }

    /// <summary>Cost of a stop of a machine in each snapshot [u × T], yuan/a.</summary>
    public required double[] StopCostYuan { get; init; }

    /// <summary>Cost of being on [u × T], yuan per weighted hour.</summary>
    public required double[] StandByYuanPerH { get; init; }

    /// <summary>True where a unit is on before the first snapshot.</summary>
    public bool IsOnBefore(int u) => UpBefore[u] > 0;

    /// <summary>True where a unit is made of equal machines.</summary>
    public bool HasMachines(int u) => MachineMw[u] > 0;
}
