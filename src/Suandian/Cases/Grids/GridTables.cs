using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;
using Suandian.Network;

namespace Suandian.Cases.Grids;

/// <summary>All tables of a grid folder with the place of every row.</summary>
sealed record GridTables(
    ImmutableArray<Row<GridBus>> Buses, ImmutableArray<Row<GridLine>> Lines, ImmutableArray<Row<GridTransformer>> Transformers,
    ImmutableArray<Row<GridLoad>> Loads, ImmutableArray<Row<GridGenerator>> Generators, ImmutableArray<Row<GridShunt>> Shunts,
    ImmutableArray<Row<LineType>> LineTypes, ImmutableArray<Row<TransformerType>> TransformerTypes, ImmutableArray<Row<ProfileFactor>> Profiles)
{
    /// <summary>Reads every table there is.</summary>
    internal static GridTables Read(ImmutableDictionary<string, RawTable> raw, TableReader reader)
    {
        ImmutableArray<Row<T>> Of<T>() => raw.TryGetValue(RecordShape<T>.SchemaOf().Name, out var table) ? reader.Read<T>(table) : [];
        return new GridTables(Of<GridBus>(), Of<GridLine>(), Of<GridTransformer>(), Of<GridLoad>(), Of<GridGenerator>(), Of<GridShunt>(),
            Of<LineType>(), Of<TransformerType>(), Of<ProfileFactor>());
    }

    /// <summary>The type of a name, of the folder before the catalogue; null where there is none.</summary>
    internal LineType? LineType(string name) =>
        LineTypes.FirstOrDefault(t => t.Record.Name == name)?.Record ?? Catalogue.LineTypes.FirstOrDefault(t => t.Name == name);

    /// <summary>The type of a name, of the folder before the catalogue; null where there is none.</summary>
    internal TransformerType? TransformerType(string name) =>
        TransformerTypes.FirstOrDefault(t => t.Record.Name == name)?.Record ?? Catalogue.TransformerTypes.FirstOrDefault(t => t.Name == name);

    /// <summary>Nominal voltage of a bus, kV; NaN where there is none.</summary>
    internal double Kv(string bus) => Buses.FirstOrDefault(b => b.Record.Name == bus)?.Record.VoltageKv ?? double.NaN;

    /// <summary>Rows of the plan that loads and generators name.</summary>
    internal IEnumerable<PlanRowNamed> PlanRows()
    {
        static IEnumerable<PlanRowNamed> Of<T>(IEnumerable<Row<T>> rows, Func<T, (string Name, PlanTable? Table, string? Row)> named) =>
            rows.Select(r => (r, Plan: named(r.Record))).Where(n => n.Plan is { Table: not null, Row.Length: > 0 }).Select(n => new PlanRowNamed(n.r.At("plan_row"), n.Plan.Name, n.Plan.Table!.Value, n.Plan.Row!));
        return Of(Loads, l => (l.Name, l.PlanTable, l.PlanRow)).Concat(Of(Generators, g => (g.Name, g.PlanTable, g.PlanRow)));
    }

    /// <summary>The grid, given sound tables.</summary>
    internal CountyGrid ToGrid(GridSettings settings, ImmutableDictionary<string, LoadedSeries> series)
    {
        static ImmutableArray<T> Plain<T>(ImmutableArray<Row<T>> rows) => [.. rows.Select(r => r.Record)];
        var profiles = Profiles.Select(r => r.Record).GroupBy(p => p.Name).ToDictionary(g => g.Key, g => Cases.Profiles.Hourly([.. g], settings.Year));
        double[] Factors(string? profile, string? name) => profile is not null ? profiles[profile] : name is not null ? series[name].Values : [];
        var (lineTypes, transformerTypes) = (Plain(LineTypes), Plain(TransformerTypes));
        return new CountyGrid
        {
            Settings = settings,
            Buses = Plain(Buses),
            Lines = Plain(Lines),
            Transformers = Plain(Transformers),
            Loads = Plain(Loads),
            Generators = Plain(Generators),
            Shunts = Plain(Shunts),
            LineTypes = [.. Catalogue.LineTypes.Where(t => lineTypes.All(own => own.Name != t.Name)), .. lineTypes],
            TransformerTypes = [.. Catalogue.TransformerTypes.Where(t => transformerTypes.All(own => own.Name != t.Name)), .. transformerTypes],
            OwnTypes = [.. lineTypes.Select(t => t.Name), .. transformerTypes.Select(t => t.Name)],
            LoadFactors = [.. Loads.Select(l => Factors(l.Record.Profile, l.Record.PowerSeries))],
            GeneratorFactors = [.. Generators.Select(g => Factors(g.Record.Profile, g.Record.PowerSeries))],
            Profiles = Plain(Profiles),
            Series = series.ToImmutableDictionary(s => s.Key, s => s.Value.Values),
        };
    }
}
