using System.Collections.Frozen;
using System.Collections.Immutable;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;
using Suandian.Network;
using Suandian.Scheduling.Machines;

namespace Suandian.Cases.Tables;

/// <summary>All tables of a case with the place of every row, so that checks can name the cell.</summary>
sealed record CaseTables
{
    static readonly FrozenDictionary<Type, string> NameOf = new Dictionary<Type, string>
    {
        [typeof(Bus)] = "buses",
        [typeof(Carrier)] = "carriers",
        [typeof(Cost)] = "costs",
        [typeof(Generator)] = "generators",
        [typeof(StorageUnit)] = "storage_units",
        [typeof(Store)] = "stores",
        [typeof(Link)] = "links",
        [typeof(Line)] = "lines",
        [typeof(Load)] = "loads",
        [typeof(Tariff)] = "tariffs",
        [typeof(Chip)] = "chips",
        [typeof(Cluster)] = "clusters",
        [typeof(Workload)] = "workloads",
        [typeof(Fibre)] = "fibres",
        [typeof(WeatherSite)] = "weather_sites",
        [typeof(MonthlyNormal)] = "monthly_normals",
        [typeof(PowerCurvePoint)] = "power_curves",
        [typeof(ProfileFactor)] = "profiles",
        [typeof(AnnualRule)] = "annual_rules",
        [typeof(Scenario)] = "scenarios",
        [typeof(Stage)] = "stages",
        [typeof(Figure)] = "figures",
        [typeof(GridBus)] = "grid_buses",
        [typeof(GridLine)] = "grid_lines",
        [typeof(GridTransformer)] = "grid_transformers",
        [typeof(GridLoad)] = "grid_loads",
        [typeof(GridGenerator)] = "grid_generators",
        [typeof(GridShunt)] = "grid_shunts",
        [typeof(LineType)] = "line_types",
        [typeof(TransformerType)] = "transformer_types",
        [typeof(MachineNode)] = "nodes",
        [typeof(MachineOutage)] = "outages",
        [typeof(MachineHour)] = "hours",
        [typeof(MachineSection)] = "sections",
        [typeof(MachineUser)] = "users",
    }.ToFrozenDictionary();

    public required ImmutableDictionary<string, RawTable> Raw { get; init; }
    public ImmutableArray<Row<Bus>> Buses { get; init; } = [];
    public ImmutableArray<Row<Carrier>> Carriers { get; init; } = [];
    public ImmutableArray<Row<Cost>> Costs { get; init; } = [];
    public ImmutableArray<Row<Generator>> Generators { get; init; } = [];
    public ImmutableArray<Row<StorageUnit>> StorageUnits { get; init; } = [];
    public ImmutableArray<Row<Store>> Stores { get; init; } = [];
    public ImmutableArray<Row<Link>> Links { get; init; } = [];
    public ImmutableArray<Row<Line>> Lines { get; init; } = [];
    public ImmutableArray<Row<Load>> Loads { get; init; } = [];
    public ImmutableArray<Row<Tariff>> Tariffs { get; init; } = [];
    public ImmutableArray<Row<Chip>> Chips { get; init; } = [];
    public ImmutableArray<Row<Cluster>> Clusters { get; init; } = [];
    public ImmutableArray<Row<Workload>> Workloads { get; init; } = [];
    public ImmutableArray<Row<Fibre>> Fibres { get; init; } = [];
    public ImmutableArray<Row<WeatherSite>> WeatherSites { get; init; } = [];
    public ImmutableArray<Row<MonthlyNormal>> MonthlyNormals { get; init; } = [];
    public ImmutableArray<Row<PowerCurvePoint>> PowerCurves { get; init; } = [];
    public ImmutableArray<Row<ProfileFactor>> Profiles { get; init; } = [];
    public ImmutableArray<Row<AnnualRule>> AnnualRules { get; init; } = [];
    public ImmutableArray<Row<Scenario>> Scenarios { get; init; } = [];
    public ImmutableArray<Row<Stage>> Stages { get; init; } = [];
    public ImmutableArray<Row<Figure>> Figures { get; init; } = [];

    /// <summary>The table whose rows are of a type.</summary>
    internal static TableSchema SchemaOf(Type record) => TableSchema.Of(NameOf[record]);

    /// <summary>Reads every table there is.</summary>
    internal static CaseTables Read(ImmutableDictionary<string, RawTable> raw, TableReader reader)
    {
        ImmutableArray<Row<T>> Of<T>() =>
            raw.TryGetValue(NameOf[typeof(T)], out var table) ? reader.Read<T>(table) : [];
        return new CaseTables
        {
            Raw = raw,
            Buses = Of<Bus>(),
            Carriers = Of<Carrier>(),
            Costs = Of<Cost>(),
            Generators = Of<Generator>(),
            StorageUnits = Of<StorageUnit>(),
            Stores = Of<Store>(),
            Links = Of<Link>(),
            Lines = Of<Line>(),
            Loads = Of<Load>(),
            Tariffs = Of<Tariff>(),
            Chips = Of<Chip>(),
            Clusters = Of<Cluster>(),
            Workloads = Of<Workload>(),
            Fibres = Of<Fibre>(),
            WeatherSites = Of<WeatherSite>(),
            MonthlyNormals = Of<MonthlyNormal>(),
            PowerCurves = Of<PowerCurvePoint>(),
            Profiles = Of<ProfileFactor>(),
            AnnualRules = Of<AnnualRule>(),
            Scenarios = Of<Scenario>(),
            Stages = Of<Stage>(),
            Figures = Of<Figure>(),
        };
    }

    /// <summary>The tables without their places.</summary>
    internal Case ToCase(CaseSettings settings)
    {
        static ImmutableArray<T> Plain<T>(ImmutableArray<Row<T>> rows) => [.. rows.Select(r => r.Record)];
        return new Case
        {
            Settings = settings,
            Buses = Plain(Buses),
            Carriers = Plain(Carriers),
            Costs = Plain(Costs),
            Generators = Plain(Generators),
            StorageUnits = Plain(StorageUnits),
            Stores = Plain(Stores),
            Links = Plain(Links),
            Lines = Plain(Lines),
            Loads = Plain(Loads),
            Tariffs = Plain(Tariffs),
            Chips = Plain(Chips),
            Clusters = Plain(Clusters),
            Workloads = Plain(Workloads),
            Fibres = Plain(Fibres),
            WeatherSites = Plain(WeatherSites),
            MonthlyNormals = Plain(MonthlyNormals),
            PowerCurves = Plain(PowerCurves),
            Profiles = Plain(Profiles),
            AnnualRules = Plain(AnnualRules),
            Scenarios = Plain(Scenarios),
            Stages = Plain(Stages),
            Figures = Plain(Figures),
        };
    }
}
