using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>Where things stand and which way power and data go.</summary>
public sealed partial record MapFigures
{
    /// <summary>Outline, rings of longitude, latitude, longitude, latitude … in degrees; empty where the case has none.</summary>
    public required ImmutableArray<double[]> OutlineDeg { get; init; }

    /// <summary>Places that are shown: buses with coordinates whose role is not internal. Components of internal buses are counted at the nearest shown bus they connect to.</summary>
    public required ImmutableArray<MapPlace> Places { get; init; }

    /// <summary>Lines and links between shown places.</summary>
    public required ImmutableArray<MapConnection> Connections { get; init; }

    /// <summary>Fibres between shown places.</summary>
    public required ImmutableArray<MapFibre> Fibres { get; init; }

    /// <summary>Purchases and sales over the border of the case.</summary>
    public required ImmutableArray<MapTrade> Trades { get; init; }
}

/// <summary>A place on the map.</summary>
public sealed record MapPlace
{
    /// <summary>Bus name.</summary>
    public required string Bus { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>Role: site, hub, far.</summary>
    public required BusRole Role { get; init; }

    /// <summary>Latitude, degrees north.</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude, degrees east.</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Capacity, existing and new, by technology, in stack order.</summary>
    public required ImmutableArray<TechnologyCapacity> Capacity { get; init; }

    /// <summary>New capacity by technology, in stack order.</summary>
    public required ImmutableArray<TechnologyCapacity> NewCapacity { get; init; }

    /// <summary>IT power, existing and new, MW.</summary>
    public required double ItMw { get; init; }

    /// <summary>New IT power, MW.</summary>
    public required double NewItMw { get; init; }

    /// <summary>Consumption of other load, MWh/a.</summary>
    public required double OtherLoadMwh { get; init; }

    /// <summary>Electricity of computing, MWh/a.</summary>
    public required double ComputingMwh { get; init; }

    /// <summary>Mean price of power, yuan/MWh, weighted by hours; null where unknown.</summary>
    public double? MeanPriceYuanPerMwh { get; init; }

    /// <summary>Great-circle distance to the nearest local place with clusters (or the first site), km; for far places.</summary>
    public double? DistanceKm { get; init; }

    /// <summary>Round trip of the least-delay fibre route to that place, ms; null without route.</summary>
    public double? RoundTripMs { get; init; }
}

/// <summary>A line or link.</summary>
public sealed record MapConnection
{
    /// <summary><c>lines</c> or <c>links</c>.</summary>
    public required string Table { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>First or sending bus (as shown).</summary>
    public required string Bus0 { get; init; }

    /// <summary>Second or receiving bus (as shown).</summary>
    public required string Bus1 { get; init; }

    /// <summary>Technology of the link's carrier; ac for lines.</summary>
    public required Technology Technology { get; init; }

    /// <summary>Capacity, existing and new, MW.</summary>
    public required double CapacityMw { get; init; }

    /// <summary>New capacity, MW.</summary>
    public required double NewMw { get; init; }

    /// <summary>Energy sent from bus 0 towards bus 1, at the sending end, MWh/a.</summary>
    public required double ForwardMwh { get; init; }

    /// <summary>Energy sent from bus 1 towards bus 0, at the sending end, MWh/a.</summary>
    public required double BackwardMwh { get; init; }

    /// <summary>Length, km; null where the case does not say.</summary>
    public double? LengthKm { get; init; }
}

/// <summary>A fibre.</summary>
public sealed record MapFibre
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>One end (as shown).</summary>
    public required string Bus0 { get; init; }

    /// <summary>Other end (as shown).</summary>
    public required string Bus1 { get; init; }

    /// <summary>Capacity each way, existing and new, Gbit/s.</summary>
    public required double CapacityGbitS { get; init; }

    /// <summary>New capacity, Gbit/s.</summary>
    public required double NewGbitS { get; init; }

    /// <summary>Mean use, Gbit/s.</summary>
    public required double MeanGbitS { get; init; }

    /// <summary>Highest hourly use, Gbit/s.</summary>
    public required double MaxGbitS { get; init; }

    /// <summary>Length, km.</summary>
    public required double LengthKm { get; init; }

    /// <summary>Round trip, ms.</summary>
    public required double RoundTripMs { get; init; }
}

/// <summary>A purchase or sale over the border of the case.</summary>
/// <param name="Name">Name in tariffs.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Bus">Bus (as shown).</param>
/// <param name="IsImport">True for a purchase.</param>
/// <param name="EnergyMwh">Energy, MWh/a.</param>
public sealed record MapTrade(string Name, Text Title, string Bus, bool IsImport, double EnergyMwh)
{
    /// <summary>Connection limit, MW.</summary>
    public double MaxMw { get; init; }

    /// <summary>Highest power, MW.</summary>
    public double PeakMw { get; init; }
}
