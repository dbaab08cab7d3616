using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

/// <summary>The door for catalogues of measures: CSV rows of types and places to measures of a grid. Columns are told in docs/reference/measures.md.</summary>
public static class MeasureCatalogue
{
    static readonly string[] Needed = ["name", "kind", "place", "lifetime_years", "source"];

    static readonly string[] Known =
    [
        .. Needed, "cost_yuan", "cost_yuan_per_km", "cost_yuan_per_mw", "cost_yuan_per_mwh", "cost_yuan_per_mvar", "length_km", "r_ohm_per_km", "x_ohm_per_km", "rating_mva",
        "ratio", "mvar", "mw", "mwh", "efficiency", "reactive_share",
    ];

    static readonly ImmutableDictionary<string, MeasureKind> Kinds = ImmutableDictionary.CreateRange(new Dictionary<string, MeasureKind>
    {
        ["parallel_line"] = MeasureKind.ParallelLine, ["larger_conductor"] = MeasureKind.LargerConductor, ["regulator"] = MeasureKind.Regulator, ["capacitor"] = MeasureKind.Capacitor,
        ["storage"] = MeasureKind.Storage, ["smart_inverter"] = MeasureKind.SmartInverter, ["flexible_compute"] = MeasureKind.FlexibleCompute,
    });

    /// <summary>Name of a kind in files.</summary>
    public static string NameOf(MeasureKind kind) => Kinds.First(entry => entry.Value == kind).Key;

    /// <summary>Reads a catalogue for a grid.</summary>
    /// <param name="path">CSV file.</param>
    /// <param name="grid">The grid its places name.</param>
    /// <param name="hours">Its hours, which tell what is generated and drawn at its buses.</param>
    /// <returns>The measures, unless a problem is an error; every problem at once.</returns>
    public static (ImmutableArray<Measure> Measures, ImmutableArray<Problem> Problems) Read(string path, PowerGrid grid, FeederHours hours)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        var (findings, file, places) = (new Findings(), Path.GetFileName(path), new MeasurePlaces(grid, hours));
        if (MeasureFile.Sheet(path, ProblemCode.MeasuresFile, findings) is not { } sheet)
        {
            return ([], findings.Sorted());
        }

        foreach (var column in Needed.Except(sheet.Header))
        {
            findings.Add(ProblemCode.MeasuresColumn, new Spot(file, 1, column, null), null, ("wanted", column));
        }

        foreach (var column in sheet.Header.Except(Known))
        {
            findings.Add(ProblemCode.MeasuresColumn, new Spot(file, 1, column, null), column, ("wanted", string.Join(", ", Known)));
        }

        ImmutableArray<Measure> measures = findings.HasErrors ? [] : [.. sheet.Rows.SelectMany(row => OfRow(new MeasureRow(row, sheet.Header, file, findings), grid, places))];
        return (findings.HasErrors ? [] : measures, findings.Sorted());
    }

    static Measure[] OfRow(MeasureRow row, PowerGrid grid, MeasurePlaces places)
    {
        var (name, origin) = (row.Text("name"), row.Text("source"));
        if (name is null || origin is null)
        {
            return [];
        }

        if (!Kinds.TryGetValue(row.Text("kind") ?? "", out var kind))
        {
            row.Problem(ProblemCode.MeasuresKind, "kind");
            return [];
        }

        var type = new Measure { Name = name, Kind = kind, Site = -1, CostYuan = 0, LifetimeYears = row.Number("lifetime_years", 0.5, 200) };
        return [.. places.Of(row, type).Select(site => type.IsAtBranch ? AtBranch(row, grid, type with { Site = site }) : AtBus(row, places, type with { Site = site }))];
    }

    /// <summary>Lines by length: as given, or the reactance of the branch over that of a kilometre of the new conductor.</summary>
    static Measure AtBranch(MeasureRow row, PowerGrid grid, Measure measure)
    {
        var (branches, k) = (grid.Branches, measure.Site);
        if (measure.Kind == MeasureKind.Regulator)
        {
            return measure with { Ratio = row.Number("ratio", 0.8, 1.2), CostYuan = row.Number("cost_yuan", 0, 1e12) };
        }

        var ohm = grid.Buses.BaseKv[branches.To[k]] is > 0 and var kv ? kv * kv / grid.BaseMva : double.NaN;
        var isSame = measure.Kind == MeasureKind.ParallelLine && !row.Has("x_ohm_per_km");
        var reactance = isSame ? double.NaN : row.Number("x_ohm_per_km", 1e-6, 100);
        var length = row.Has("length_km") ? row.Number("length_km", 1e-6, 1e4) : branches.ReactancePu[k] * ohm / reactance;
        if (double.IsNaN(length) && (row.Has("cost_yuan_per_km") || !isSame))
        {
            row.Problem(ProblemCode.MeasuresColumn, "length_km", ("wanted", "length_km"));
        }

        var cost = row.Number("cost_yuan", 0, 1e12, 0) + (row.Has("cost_yuan_per_km") ? row.Number("cost_yuan_per_km", 0, 1e12) * length : 0);
        return isSame
            ? measure with { ResistancePu = branches.ResistancePu[k], ReactancePu = branches.ReactancePu[k], RatingMva = branches.RatingMva[k], ChargingPu = branches.ChargingPu[k], CostYuan = cost }
            : measure with
            {
                ResistancePu = row.Number("r_ohm_per_km", 0, 100) * length / ohm,
                ReactancePu = reactance * length / ohm,
                RatingMva = row.Number("rating_mva", 0, 1e6),
                CostYuan = cost,
            };
    }

    static Measure AtBus(MeasureRow row, MeasurePlaces places, Measure measure)
    {
        var fixedCost = row.Number("cost_yuan", 0, 1e12, 0);
        double Power(string column, string cost) => row.Number(column, 1e-9, 1e6) * row.Number(cost, 0, 1e12, 0);
        return measure.Kind switch
        {
            MeasureKind.Capacitor => measure with { Mvar = row.Number("mvar", 1e-9, 1e6), CostYuan = fixedCost + Power("mvar", "cost_yuan_per_mvar") },
            MeasureKind.SmartInverter => measure with { ReactiveShare = row.Number("reactive_share", 1e-9, 1), CostYuan = fixedCost + row.Number("cost_yuan_per_mw", 0, 1e12, 0) * places.OutputMw(measure.Site) },
            _ => measure with
            {
                Mw = row.Number("mw", 1e-9, 1e6),
                Mwh = row.Number("mwh", 1e-9, 1e7),
                Efficiency = measure.Kind == MeasureKind.Storage ? row.Number("efficiency", 0.1, 1) : 1,
                CostYuan = fixedCost + Power("mw", "cost_yuan_per_mw") + Power("mwh", "cost_yuan_per_mwh"),
            },
        };
    }
}
