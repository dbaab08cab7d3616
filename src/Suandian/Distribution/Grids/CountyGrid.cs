using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suandian.Distribution.Equipment;
using Suandian.Network;

namespace Suandian.Distribution.Grids;

/// <summary>A grid as its folder says it: one list per table, with the types of its lines and transformers.</summary>
public sealed record CountyGrid
{
    /// <summary>Settings from grid.yaml.</summary>
    public required GridSettings Settings { get; init; }

    /// <summary>grid_buses.csv.</summary>
    public ImmutableArray<GridBus> Buses { get; init; } = [];

    /// <summary>grid_lines.csv.</summary>
    public ImmutableArray<GridLine> Lines { get; init; } = [];

    /// <summary>grid_transformers.csv.</summary>
    public ImmutableArray<GridTransformer> Transformers { get; init; } = [];

    /// <summary>grid_loads.csv.</summary>
    public ImmutableArray<GridLoad> Loads { get; init; } = [];

    /// <summary>grid_generators.csv.</summary>
    public ImmutableArray<GridGenerator> Generators { get; init; } = [];

    /// <summary>grid_shunts.csv.</summary>
    public ImmutableArray<GridShunt> Shunts { get; init; } = [];

    /// <summary>Types of lines: those of the catalogue, in its order, then those of the folder; a name of the folder replaces that of the catalogue.</summary>
    public ImmutableArray<LineType> LineTypes { get; init; } = [];

    /// <summary>Types of transformers: those of the catalogue, in its order, then those of the folder; a name of the folder replaces that of the catalogue.</summary>
    public ImmutableArray<TransformerType> TransformerTypes { get; init; } = [];

    /// <summary>Names of the types that the folder gives itself.</summary>
    public ImmutableArray<string> OwnTypes { get; init; } = [];

    /// <summary>profiles.csv.</summary>
    public ImmutableArray<ProfileFactor> Profiles { get; init; } = [];

    /// <summary>Hourly series of the folder series/ by column name, each of 8760 values.</summary>
    public ImmutableDictionary<string, double[]> Series { get; init; } = ImmutableDictionary<string, double[]>.Empty;

    /// <summary>Hourly factors of each load, shape [loads][8760], pu; an empty array stands for 1 in all hours.</summary>
    [JsonIgnore]
    public ImmutableArray<double[]> LoadFactors { get; init; } = [];

    /// <summary>Hourly factors of each generator, shape [generators][8760], pu; an empty array stands for 1 in all hours.</summary>
    [JsonIgnore]
    public ImmutableArray<double[]> GeneratorFactors { get; init; } = [];

    /// <summary>The same grid with a row for each circuit of a line and each unit of a transformer, so that one of them can be out.</summary>
    public CountyGrid EachCircuit() => this with
    {
        Lines = [.. Lines.SelectMany(line => Enumerable.Range(1, line.Circuits).Select(i => line with { Name = Numbered(line.Name, i, line.Circuits), Circuits = 1 }))],
        Transformers = [.. Transformers.SelectMany(t => Enumerable.Range(1, t.Units).Select(i => t with { Name = Numbered(t.Name, i, t.Units), Units = 1 }))],
    };

    static string Numbered(string name, int i, int of) => of == 1 ? name : FormattableString.Invariant($"{name}#{i}");
}

/// <summary>Settings of a grid, from grid.yaml.</summary>
public sealed record GridSettings
{
    /// <summary>Name of the grid, <c>name_zh</c> and <c>name_en</c>; required.</summary>
    public required Text Name { get; init; }

    /// <summary>One or two sentences on what the grid is, <c>description_zh</c> and <c>description_en</c>.</summary>
    public Text Description { get; init; }

    /// <summary>Calendar year of the profiles and series; required, not a leap year.</summary>
    public required int Year { get; init; }

    /// <summary>Clock of the series, hours ahead of UTC; required, 8 for Beijing time.</summary>
    public required double UtcOffsetH { get; init; }

    /// <summary>Year of the money in which costs are stated; required.</summary>
    public required int MoneyYear { get; init; }

    /// <summary>Power base of the per-unit numbers, MVA; 100.</summary>
    public double BaseMva { get; init; } = 100;
}
