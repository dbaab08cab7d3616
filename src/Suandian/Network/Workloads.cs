using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>Classes of computing work; arrays [w], hourly [w × T], pairs [p] of workload and cluster.</summary>
public sealed record Workloads
{
    /// <summary>Number of workloads.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index of the origin.</summary>
    public required int[] Origin { get; init; }

    /// <summary>Class.</summary>
    public required WorkloadClass[] Class { get; init; }

    /// <summary>Work arriving [w × T], reference GPU-hours per hour.</summary>
    public required double[] ArrivalGpuH { get; init; }

    /// <summary>Work that arrives in hour t is done by the end of hour t + this, h.</summary>
    public required int[] DeadlineH { get; init; }

    /// <summary>Loss per GPU-hour not done, yuan.</summary>
    public required double[] PenaltyYuanPerGpuH { get; init; }

    /// <summary>Price of work that waits, yuan per GPU-hour and hour of waiting.</summary>
    public required double[] WaitingCostYuanPerGpuHourH { get; init; }

    /// <summary>Data moved, GB per GPU-hour.</summary>
    public required double[] DataGbPerGpuH { get; init; }

    /// <summary>Pairs of workload and cluster that may work together.</summary>
    public required ImmutableArray<ServicePair> Pairs { get; init; }

    /// <summary>Pairs that are ruled out, with the reason, for the report.</summary>
    public ImmutableArray<RefusedPair> Refused { get; init; } = [];
}
