using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suandian.Cases.Pypsa;
using Suandian.Distribution.Grids;
using Suandian.Network;
using Suandian.Weather;

namespace Suandian.Cases;

/// <summary>A case as its folder says it: one list per table, the hourly series, the settings.</summary>
public sealed record Case
{
    /// <summary>Settings from case.yaml.</summary>
    public required CaseSettings Settings { get; init; }

    /// <summary>buses.csv.</summary>
    public ImmutableArray<Bus> Buses { get; init; } = [];

    /// <summary>carriers.csv.</summary>
    public ImmutableArray<Carrier> Carriers { get; init; } = [];

    /// <summary>costs.csv.</summary>
    public ImmutableArray<Cost> Costs { get; init; } = [];

    /// <summary>generators.csv.</summary>
    public ImmutableArray<Generator> Generators { get; init; } = [];

    /// <summary>storage_units.csv.</summary>
    public ImmutableArray<StorageUnit> StorageUnits { get; init; } = [];

    /// <summary>stores.csv.</summary>
    public ImmutableArray<Store> Stores { get; init; } = [];

    /// <summary>links.csv.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>lines.csv.</summary>
    public ImmutableArray<Line> Lines { get; init; } = [];

    /// <summary>loads.csv.</summary>
    public ImmutableArray<Load> Loads { get; init; } = [];

    /// <summary>tariffs.csv.</summary>
    public ImmutableArray<Tariff> Tariffs { get; init; } = [];

    /// <summary>chips.csv.</summary>
    public ImmutableArray<Chip> Chips { get; init; } = [];

    /// <summary>clusters.csv.</summary>
    public ImmutableArray<Cluster> Clusters { get; init; } = [];

    /// <summary>workloads.csv.</summary>
    public ImmutableArray<Workload> Workloads { get; init; } = [];

    /// <summary>fibres.csv.</summary>
    public ImmutableArray<Fibre> Fibres { get; init; } = [];

    /// <summary>weather_sites.csv.</summary>
    public ImmutableArray<WeatherSite> WeatherSites { get; init; } = [];

    /// <summary>Hourly weather by site name, for the sites whose <see cref="WeatherSite.File"/> names a file; the others are generated from monthly normals. Weather files of a scenario stand under its prefix, / and the site.</summary>
    public ImmutableDictionary<string, WeatherYear> WeatherYears { get; init; } = ImmutableDictionary<string, WeatherYear>.Empty;

    /// <summary>monthly_normals.csv.</summary>
    public ImmutableArray<MonthlyNormal> MonthlyNormals { get; init; } = [];

    /// <summary>power_curves.csv.</summary>
    public ImmutableArray<PowerCurvePoint> PowerCurves { get; init; } = [];

    /// <summary>profiles.csv.</summary>
    public ImmutableArray<ProfileFactor> Profiles { get; init; } = [];

    /// <summary>annual_rules.csv.</summary>
    public ImmutableArray<AnnualRule> AnnualRules { get; init; } = [];

    /// <summary>scenarios.csv; empty where the plan is made for one year as it is.</summary>
    public ImmutableArray<Scenario> Scenarios { get; init; } = [];

    /// <summary>stages.csv; empty where all is built at once.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>figures.csv: standing and source of single figures.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Hourly series of the folder series/ by column name, each of 8760 values.</summary>
    public ImmutableDictionary<string, double[]> Series { get; init; } = ImmutableDictionary<string, double[]>.Empty;

    /// <summary>Outline of the county for the map, rings of (longitude, latitude) in degrees, from outline.csv; empty where none is given.</summary>
    public ImmutableArray<ImmutableArray<(double LongitudeDeg, double LatitudeDeg)>> Outline { get; init; } = [];

    /// <summary>A network of PyPSA, kept in PyPSA's own tables in the folder pypsa/; it then stands in place of all other tables. Null for a case of our own.</summary>
    public PypsaNetwork? Imported { get; init; }

    /// <summary>The grid that the plan is checked on; null where the case names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountyGrid? Grid { get; init; }

    /// <summary>What was really read: files, rows, SHA-256.</summary>
    public ImmutableArray<FileRead> FilesRead { get; init; } = [];
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Path inside the case folder, with forward slashes.</param>
/// <param name="Rows">Data rows read (records of a series file, lines of other text).</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
public sealed record FileRead(string Path, int Rows, string Sha256);
