using System.Collections.Immutable;
using Suandian.Cases.Grids;
using Suandian.Cases.Tables;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

/// <summary>The door for catalogues of measures: CSV rows of types and places to measures of a grid. Columns are told in docs/reference/measures.md.</summary>
public static class MeasureCatalogue
{
    /// <summary>The site of a row whose place is wrong: its other cells are read all the same, so that their problems are told too.</summary>
    const int Nowhere = -1;

    static readonly string[] Needed = ["name", "kind", "place", "lifetime_years", "source"];

    static readonly string[] Known =
    [
        .. Needed, "cost_yuan", "cost_yuan_per_km", "cost_yuan_per_mw", "cost_yuan_per_mwh", "cost_yuan_per_mvar", "length_km", "r_ohm_per_km", "x_ohm_per_km", "rating_mva",
        "ratio", "mvar", "mw", "mwh", "efficiency", "reactive_share", "b_us_per_km", "line_type",
    ];

    /// <summary>True for a column that every catalogue has; one that is missing is told once, at the header.</summary>
    internal static bool IsNeeded(string column) => Needed.Contains(column);

    /// <summary>Columns that a catalogue may have.</summary>
    public static IReadOnlyList<string> Columns => Known;

    static readonly ImmutableDictionary<string, MeasureKind> Kinds = ImmutableDictionary.CreateRange(new Dictionary<string, MeasureKind>
    {
        ["parallel_line"] = MeasureKind.ParallelLine, ["larger_conductor"] = MeasureKind.LargerConductor, ["regulator"] = MeasureKind.Regulator, ["capacitor"] = MeasureKind.Capacitor,
        ["storage"] = MeasureKind.Storage, ["smart_inverter"] = MeasureKind.SmartInverter, ["flexible_compute"] = MeasureKind.FlexibleCompute,
        ["new_line"] = MeasureKind.NewLine, ["close_tie"] = MeasureKind.CloseTie,
    });

    /// <summary>Name of a kind in files.</summary>
    public static string NameOf(MeasureKind kind) => Kinds.First(entry => entry.Value == kind).Key;

    /// <summary>Name of the place of a measure in files: a branch, a bus, or the two buses of a new line.</summary>
    public static string PlaceOf(Measure measure, PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(grid);
        return measure.Kind == MeasureKind.NewLine ? FormattableString.Invariant($"{grid.Buses.Number[measure.Site]}-{grid.Buses.Number[measure.EndBus]}")
            : measure.IsAtBranch ? BranchNames.Of(grid, measure.Site) : FormattableString.Invariant($"{grid.Buses.Number[measure.Site]}");
    }

    /// <summary>The same with the names of the buses there, where they have names.</summary>
    public static Text TitleOf(Measure measure, PowerGrid grid)
    {
        var place = PlaceOf(measure, grid);
        return measure.Kind == MeasureKind.NewLine ? BranchNames.Title(place, grid, (measure.Site, measure.EndBus)) : measure.IsAtBranch ? BranchNames.Title(grid, measure.Site) : grid.Buses.Title(measure.Site);
    }

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

        Header(sheet.Header, file, findings);
        MeasureRow[] rows = sheet.BrokenLines.IsEmpty ? [.. sheet.Rows.Select(row => new MeasureRow(row, sheet.Header, file, findings))] : [];
        foreach (var same in rows.Where(row => row.Has("name")).GroupBy(row => row.Text("name")).SelectMany(group => group.Skip(1)))
        {
            same.Problem(ProblemCode.MeasuresName, "name");
        }

        ImmutableArray<Measure> measures = [.. rows.SelectMany(row => OfRow(row, grid, places))];
        return (findings.HasErrors ? [] : measures, findings.Sorted());
    }

    /// <summary>Columns that are missing, not known, or there twice; rows are read all the same, so that their problems are told too.</summary>
    static void Header(ImmutableArray<string> header, string file, Findings findings)
    {
        foreach (var column in Needed.Except(header))
        {
            findings.Add(ProblemCode.MeasuresColumn, new Spot(file, 1, column, null), null, ("wanted", column));
        }

        foreach (var column in header.Except(Known))
        {
            findings.Add(ProblemCode.MeasuresColumnUnknown, new Spot(file, 1, column, null), column, ("known", string.Join(", ", Known)), ("column", column));
        }

        foreach (var column in Known.Where(column => header.Count(name => name == column) > 1))
        {
            findings.Add(ProblemCode.ColumnTwice, new Spot(file, 1, column, null), column);
        }
    }

    static Measure[] OfRow(MeasureRow row, PowerGrid grid, MeasurePlaces places)
    {
        var name = row.Text("name") ?? "";
        row.Text("source");
        if (!Kinds.TryGetValue(row.Text("kind") ?? "", out var kind))
        {
            row.Problem(ProblemCode.MeasuresKind, "kind");
            return [];
        }

        var type = new Measure { Name = name, Kind = kind, Site = Nowhere, CostYuan = 0, LifetimeYears = row.Number("lifetime_years", 0.5, 200) };
        if (kind == MeasureKind.NewLine)
        {
            return [NewRoute(row, grid, places.Route(row) is var (from, to) ? type with { Site = from, EndBus = to } : type)];
        }

        int[] sites = places.Of(row, type);
        return [.. (sites.Length > 0 ? sites : [Nowhere]).Select(site => type.IsAtBranch ? AtBranch(row, grid, type with { Site = site }) : AtBus(row, places, type with { Site = site }))];
    }

    /// <summary>A line of its own impedance, or of a type of the catalogue of equipment; its cost is the row's in both.</summary>
    static Measure NewRoute(MeasureRow row, PowerGrid grid, Measure measure)
    {
        var length = row.Number("length_km", 1e-6, 1e4);
        var (kv, cost) = (measure.Site == Nowhere ? 1 : grid.Buses.BaseKv[measure.Site], row.Number("cost_yuan", 0, 1e12, row.Has("cost_yuan_per_km") ? 0 : null) + length * row.Number("cost_yuan_per_km", 0, 1e12, 0));
        if (row.Has("line_type"))
        {
            if (Catalogue.LineTypes.FirstOrDefault(type => type.Name == row.Text("line_type")) is not { } type)
            {
                row.Problem(ProblemCode.MeasuresLineType, "line_type", ("known", string.Join(", ", Catalogue.LineTypes.Select(t => t.Name))));
                return measure;
            }

            var circuit = type.Circuit(kv, grid.BaseMva, length, 1);
            return measure with { ResistancePu = circuit.ResistancePu, ReactancePu = circuit.ReactancePu, ChargingPu = circuit.ChargingPu, RatingMva = circuit.RatingMva, CostYuan = cost };
        }

        var ohm = kv * kv / grid.BaseMva;
        return measure with
        {
            ResistancePu = row.Number("r_ohm_per_km", 0, 100) * length / ohm,
            ReactancePu = row.Number("x_ohm_per_km", 1e-6, 100) * length / ohm,
            ChargingPu = row.Number("b_us_per_km", 0, 1e6, 0) * 1e-6 * length * ohm,
            RatingMva = row.Number("rating_mva", 0, 1e6),
            CostYuan = cost,
        };
    }

    /// <summary>Lines by length: as given, or the reactance of the branch over that of a kilometre of the new conductor.</summary>
    static Measure AtBranch(MeasureRow row, PowerGrid grid, Measure measure)
    {
        var (branches, k) = (grid.Branches, measure.Site);
        if (measure.Kind == MeasureKind.Regulator)
        {
            return measure with { Ratio = row.Number("ratio", 0.8, 1.2), CostYuan = row.Number("cost_yuan", 0, 1e12) };
        }

        if (measure.Kind == MeasureKind.CloseTie)
        {
            return measure with { CostYuan = row.Number("cost_yuan", 0, 1e12) };
        }

        var ohm = k == Nowhere ? 1 : grid.Buses.BaseKv[branches.To[k]] is > 0 and var kv ? kv * kv / grid.BaseMva : double.NaN;
        var isSame = measure.Kind == MeasureKind.ParallelLine && !row.Has("x_ohm_per_km");
        var reactance = isSame ? double.NaN : row.Number("x_ohm_per_km", 1e-6, 100);
        var length = row.Has("length_km") ? row.Number("length_km", 1e-6, 1e4) : (k == Nowhere ? 1 : branches.ReactancePu[k] * ohm) / reactance;
        if (double.IsNaN(length) && (row.Has("cost_yuan_per_km") || !isSame))
        {
            row.Problem(ProblemCode.MeasuresColumn, "length_km", ("wanted", "length_km"));
        }

        var cost = row.Number("cost_yuan", 0, 1e12, 0) + (row.Has("cost_yuan_per_km") ? row.Number("cost_yuan_per_km", 0, 1e12) * length : 0);
        return k == Nowhere ? measure : isSame
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
            MeasureKind.SmartInverter => measure with { ReactiveShare = row.Number("reactive_share", 1e-9, 1), CostYuan = fixedCost + row.Number("cost_yuan_per_mw", 0, 1e12, 0) * (measure.Site == Nowhere ? 0 : places.OutputMw(measure.Site)) },
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
