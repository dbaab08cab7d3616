using System.Collections.Immutable;

namespace Suandian.Scheduling.Shifting.Clusters;

/// <summary>A cluster to which jobs may go, as seen from the one origin of all jobs and their data.</summary>
public sealed record ShiftCluster
{
    /// <summary>Name, once each.</summary>
    public required string Name { get; init; }

    /// <summary>Processors there are, ≥ 1; null for no limit.</summary>
    public int? CapacityCpus { get; init; }

    /// <summary>Its hours; those of all clusters begin together and are as many.</summary>
    public required ShiftSeries Series { get; init; }

    /// <summary>Latency from the origin, ms, ≥ 0; default 0.</summary>
    public double LatencyMs { get; init; }

    /// <summary>Price of moving data there, yuan/GB, ≥ 0; default 0.</summary>
    public double DataYuanPerGb { get; init; }

    /// <summary>Carbon of moving data there, g/GB, ≥ 0; default 0. It counts in both accounts of carbon.</summary>
    public double DataGPerGb { get; init; }

    /// <summary>Data of one job that arrive in an hour, GB/h, &gt; 0; null where they are there at once.</summary>
    public double? DataGbPerH { get; init; }

    /// <summary>Qualifications it has.</summary>
    public ImmutableArray<string> Qualifications { get; init; } = [];

    /// <summary>The one cluster of a series, without a name, with the capacity of the options.</summary>
    public static ShiftCluster Only(ShiftSeries series, ShiftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ShiftCluster { Name = "", Series = series, CapacityCpus = options.CapacityCpus };
    }

    /// <summary>Slots until data are there, rounded up.</summary>
    internal int TransferSlots(double dataGb)
    {
        const double RoundOff = 1e-9, Most = int.MaxValue / 4;
        return DataGbPerH is { } rate ? (int)Math.Min(Most, Math.Ceiling(dataGb / rate * ShiftTrace.SlotsPerHour - RoundOff)) : 0;
    }

    /// <summary>What moving data there adds to what a goal minimises, yuan or g.</summary>
    internal double Move(double dataGb, ShiftGoal goal) => dataGb * (goal == ShiftGoal.Cost ? DataYuanPerGb : DataGPerGb);
}
