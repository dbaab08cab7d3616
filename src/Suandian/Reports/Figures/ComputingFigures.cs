using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>Computing by workload, place and hour.</summary>
public sealed partial record ComputingFigures
{
    /// <summary>Workloads in the order of the table.</summary>
    public required ImmutableArray<WorkloadFigures> Workloads { get; init; }

    /// <summary>Classes that occur, fixed ones first (government, inference, digital human, metaverse), then training, science, rendering.</summary>
    public required ImmutableArray<ClassByHour> Classes { get; init; }

    /// <summary>Work that arrives, by hour of day, as power it would need if run at once [24], MW at the bus.</summary>
    public required double[] ArrivalMwByHour { get; init; }

    /// <summary>Hours of the day in which imported energy is dear (price at least 10 % above the mean of the day), 0 … 23; empty where prices do not vary.</summary>
    public required int[] DearHours { get; init; }

    /// <summary>Clusters in the order of the table.</summary>
    public required ImmutableArray<ClusterFigures> Clusters { get; init; }

    /// <summary>Pairs of workload and cluster that are ruled out, with the reason.</summary>
    public required ImmutableArray<RefusedService> Refused { get; init; }

    /// <summary>Work of the year that arrives, GPU-hours.</summary>
    public required double DemandGpuH { get; init; }

    /// <summary>Work of the year that is done, GPU-hours.</summary>
    public required double DoneGpuH { get; init; }
}

/// <summary>One workload.</summary>
public sealed record WorkloadFigures
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>Class; fixes the colour.</summary>
    public required WorkloadClass Class { get; init; }

    /// <summary>Where the demand comes from, for people.</summary>
    public required Text Origin { get; init; }

    /// <summary>Work that arrives, GPU-hours/a.</summary>
    public required double DemandGpuH { get; init; }

    /// <summary>Work that is given up, GPU-hours/a.</summary>
    public required double UndoneGpuH { get; init; }

    /// <summary>Where the work is done, as shares of the work done.</summary>
    public required ImmutableArray<PlaceShare> Places { get; init; }

    /// <summary>Mean wait from arrival to work, first in first out, h; work done in the hour of arrival waits 0; NaN where nothing is done.</summary>
    public required double MeanWaitH { get; init; }

    /// <summary>Wait that 95 % of the work does not exceed, h; NaN where nothing is done.</summary>
    public required double Wait95H { get; init; }

    /// <summary>Window: work that arrives in hour t is done by hour t + this, h.</summary>
    public required int DeadlineH { get; init; }

    /// <summary>Longest round trip of the places used, ms; null where nothing is done.</summary>
    public double? RoundTripMs { get; init; }

    /// <summary>Limit of the round trip, ms; null where none.</summary>
    public double? LatencyLimitMs { get; init; }

    /// <summary>Mean data rate that leaves the origin, Gbit/s.</summary>
    public required double MeanGbitS { get; init; }

    /// <summary>Highest hourly data rate that leaves the origin, Gbit/s.</summary>
    public required double MaxGbitS { get; init; }

    /// <summary>Electricity of the work, MWh/a at the bus, idle power and cooling in proportion.</summary>
    public required double ElectricityMwh { get; init; }
}

/// <summary>Share of a workload done at a place.</summary>
/// <param name="Cluster">Cluster.</param>
/// <param name="Title">Cluster for people.</param>
/// <param name="SharePu">Share of the work done, pu.</param>
/// <param name="RoundTripMs">Round trip from the origin, ms.</param>
public sealed record PlaceShare(string Cluster, Text Title, double SharePu, double RoundTripMs);

/// <summary>One class by hour of day, mean over the year.</summary>
/// <param name="Class">Class.</param>
/// <param name="Name">Name for people.</param>
/// <param name="CanWait">True where any of its work may wait.</param>
/// <param name="RunMw">Power at the bus of work done [24], MW.</param>
/// <param name="ArrivalMw">Power at the bus that arriving work would need at once [24], MW.</param>
public sealed record ClassByHour(WorkloadClass Class, Text Name, bool CanWait, double[] RunMw, double[] ArrivalMw)
{
    /// <summary>The same work by place: one entry per cluster that serves the class.</summary>
    public ImmutableArray<PlaceByHour> Places { get; init; } = [];
}

/// <summary>Work of a class at one cluster by hour of day.</summary>
/// <param name="Cluster">Cluster.</param>
/// <param name="Title">Cluster for people.</param>
/// <param name="RunMw">Power at the bus [24], MW.</param>
public sealed record PlaceByHour(string Cluster, Text Title, double[] RunMw);

/// <summary>One cluster.</summary>
public sealed record ClusterFigures
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>Bus for people.</summary>
    public required Text Bus { get; init; }

    /// <summary>Chip for people.</summary>
    public required Text Chip { get; init; }

    /// <summary>IT power, existing and new, MW.</summary>
    public required double ItMw { get; init; }

    /// <summary>New IT power, MW.</summary>
    public required double NewItMw { get; init; }

    /// <summary>Cards that fit the IT power.</summary>
    public required double Cards { get; init; }

    /// <summary>Mean use of the servers: work done over work possible, pu.</summary>
    public required double UtilisationPu { get; init; }

    /// <summary>Mean power usage effectiveness, weighted by IT energy.</summary>
    public required double MeanPue { get; init; }

    /// <summary>Electricity, MWh/a at the bus.</summary>
    public required double ElectricityMwh { get; init; }
}

/// <summary>A workload that may not run on a cluster.</summary>
/// <param name="Workload">Workload for people.</param>
/// <param name="Cluster">Cluster for people.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedService(Text Workload, Text Cluster, Text Reason);
