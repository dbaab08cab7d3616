using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Suandian.Cases.Tables;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;
using Suandian.Network;
using Suandian.PowerFlow;

namespace Suandian.Cases.Grids;

/// <summary>From the arrays of a grid to its tables: each branch gets a type of its own, lines a length by a usual reactance.</summary>
/// <remarks>
/// The flows stay the same. A transformer of ratio t with its impedance z on the low side is one of ratio 1/t with z t² on the other
/// where it is named from its low side; its charging becomes shunts, and so does a negative charging of a line.
/// </remarks>
sealed class GridOfArrays(PowerGrid grid, string file, Findings findings)
{
    /// <summary>Reactance by which lengths are guessed: a folder tells figures by kilometre, ohm/km.</summary>
    const double UsualOhmPerKm = 0.35;

    /// <summary>Limits of the columns of the types.</summary>
    const double MostAmpere = 20_000, MostMva = 5000, MostShortCircuitPu = 0.5;

    readonly string[] _names = Names(grid);
    readonly List<LineType> _lineTypes = [];
    readonly List<TransformerType> _transformerTypes = [];
    readonly List<GridLine> _lines = [];
    readonly List<GridTransformer> _transformers = [];
    readonly Complex[] _shunts = [.. Enumerable.Range(0, grid.Buses.Count).Select(b => new Complex(grid.Buses.ShuntMw[b], grid.Buses.ShuntMvar[b]))];
    int _unrated;

    /// <summary>The tables; what they cannot say is told in the findings.</summary>
    internal CountyGrid Make()
    {
        foreach (var b in Enumerable.Range(0, grid.Buses.Count).Where(b => grid.Buses.BaseKv[b] <= 0))
        {
            Refuse(_names[b], "kv");
        }

        for (var k = 0; k < grid.Branches.Count; k++)
        {
            Branch(k);
        }

        var generators = Generators();
        Tell("length", _lines.Count);
        Tell("rating", _unrated);
        Tell("negative_load", grid.Buses.LoadMw.Count(p => p < 0));
        Tell("cost", grid.Generators.Costs.Count(c => c.Kind == GeneratorCostKind.Piecewise || c.StartUp != 0 || c.ShutDown != 0 || c.Values.Length > 2 && c.Values[..^2].Any(v => v != 0) || (c.Values.Length > 0 && c.Values[^1] != 0)));
        var title = new Text(grid.Name, grid.Name);
        return new CountyGrid
        {
            Settings = new GridSettings { Name = title, Description = new Text($"由 {file} 转来", $"Taken from {file}"), Year = 2025, UtcOffsetH = 8, MoneyYear = 2025, BaseMva = grid.BaseMva },
            Buses = [.. Enumerable.Range(0, grid.Buses.Count).Select(Bus)],
            Lines = [.. _lines], Transformers = [.. _transformers], Generators = generators,
            Loads = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => grid.Buses.LoadMw[b] > 0 || (grid.Buses.LoadMw[b] == 0 && grid.Buses.LoadMvar[b] != 0)).Select(Load)],
            Shunts = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => _shunts[b] != 0).Select(b => new GridShunt { Name = $"shunt_{_names[b]}", Bus = _names[b], ReactiveMvar = _shunts[b].Imaginary, LossMw = _shunts[b].Real, Status = Status.Fact, Source = file })],
            LineTypes = [.. _lineTypes], TransformerTypes = [.. _transformerTypes], OwnTypes = [.. _lineTypes.Select(t => t.Name), .. _transformerTypes.Select(t => t.Name)],
        };
    }

    GridBus Bus(int b)
    {
        var (min, max) = (grid.Buses.MinVoltagePu[b], grid.Buses.MaxVoltagePu[b]);
        var isBand = min < max;
        double? Within(double limit) => isBand && limit is >= 0.5 and <= 1.5 ? limit : null;
        return new GridBus { Name = _names[b], VoltageKv = grid.Buses.BaseKv[b], MinVoltagePu = Within(min), MaxVoltagePu = Within(max), Status = Status.Fact, Source = file };
    }

    GridLoad Load(int b) => new() { Name = $"load_{_names[b]}", Bus = _names[b], PowerMw = grid.Buses.LoadMw[b], ReactiveMvar = grid.Buses.LoadMvar[b], Status = Status.Fact, Source = file };

    void Branch(int k)
    {
        var branches = grid.Branches;
        var (from, to) = (branches.From[k], branches.To[k]);
        if (branches.ResistancePu[k] < 0 || branches.ReactancePu[k] < 0)
        {
            Refuse(BranchNames.Of(grid, k), "impedance");
            return;
        }

        var isLine = grid.Buses.BaseKv[from] == grid.Buses.BaseKv[to] && branches.TapRatio[k] is 0 or 1 && branches.ShiftDeg[k] == 0;
        if (isLine)
        {
            Line(k, from, to);
        }
        else if (grid.Buses.BaseKv[from] == grid.Buses.BaseKv[to])
        {
            Refuse(BranchNames.Of(grid, k), "regulator");
        }
        else
        {
            Transformer(k, from, to);
        }
    }

    void Line(int k, int from, int to)
    {
        var (branches, kv, n) = (grid.Branches, grid.Buses.BaseKv[from], grid.Branches.CircuitsOf(k));
        var (ohm, name, rating) = (kv * kv / grid.BaseMva, Numbered("line", k), branches.RatingMva[k] / n);
        var (charging, x) = (Math.Max(0, branches.ChargingPu[k]) / n, branches.ReactancePu[k] * n * ohm);
        var km = x > 0 ? Math.Round(Math.Clamp(x / UsualOhmPerKm, 0.001, 5000), 3) : 1;
        if (branches.ChargingPu[k] < 0 && IsIn(k))
        {
            _shunts[from] += new Complex(0, branches.ChargingPu[k] / 2 * grid.BaseMva);
            _shunts[to] += new Complex(0, branches.ChargingPu[k] / 2 * grid.BaseMva);
        }

        var ampere = rating > 0 ? rating * 1000 / (Math.Sqrt(3) * kv) : MostAmpere;
        _unrated += rating > 0 && ampere <= MostAmpere ? 0 : 1;
        _lineTypes.Add(new LineType
        {
            Name = name, Kind = LineKind.Overhead, VoltageKv = kv, ResistanceOhmPerKm = branches.ResistancePu[k] * n * ohm / km, ReactanceOhmPerKm = x / km,
            SusceptanceUsPerKm = charging / ohm / km * 1e6, AmpacityA = Math.Min(ampere, MostAmpere), Status = Status.Derived, Source = file,
        });
        _lines.Add(new GridLine { Name = name, Bus0 = _names[from], Bus1 = _names[to], Type = name, LengthKm = km, Circuits = n, InService = IsIn(k), Status = Status.Derived, Source = file });
    }

    void Transformer(int k, int from, int to)
    {
        var (branches, kv) = (grid.Branches, grid.Buses.BaseKv);
        var (ratio, name) = (branches.TapRatio[k] == 0 ? 1 : branches.TapRatio[k], Numbered("transformer", k));
        var (n, shift) = (branches.CircuitsOf(k), branches.ShiftDeg[k]);
        var z = n * new Complex(branches.ResistancePu[k], branches.ReactancePu[k]);
        if (branches.ChargingPu[k] != 0 && IsIn(k))
        {
            var half = new Complex(0, branches.ChargingPu[k] / 2 * grid.BaseMva);
            (_shunts[from], _shunts[to]) = (_shunts[from] + half / (ratio * ratio), _shunts[to] + half);
        }

        var (high, low) = (from, to);
        if (kv[from] < kv[to])
        {
            (high, low, ratio, z, shift) = (to, from, 1 / ratio, z * (ratio * ratio), -shift);
        }

        var rating = branches.RatingMva[k] > 0 ? branches.RatingMva[k] / n : Math.Min(MostMva, MostShortCircuitPu * grid.BaseMva / z.Magnitude);
        _unrated += branches.RatingMva[k] > 0 ? 0 : 1;
        if (z.Magnitude * rating / grid.BaseMva > MostShortCircuitPu)
        {
            Refuse(BranchNames.Of(grid, k), "short_circuit");
        }

        _transformerTypes.Add(new TransformerType
        {
            Name = name, RatedMva = rating, HighKv = kv[high] * ratio, LowKv = kv[low], ShortCircuitVoltagePu = z.Magnitude * rating / grid.BaseMva,
            LoadLossMw = z.Real * rating * rating / grid.BaseMva, ShiftDeg = shift, Status = Status.Derived, Source = file,
        });
        _transformers.Add(new GridTransformer { Name = name, BusHigh = _names[high], BusLow = _names[low], Type = name, Units = n, InService = IsIn(k), Status = Status.Fact, Source = file });
    }

    /// <summary>Generators, then negative loads; the first generator of a bus holds what the bus holds.</summary>
    ImmutableArray<GridGenerator> Generators()
    {
        var (generators, buses, count) = (grid.Generators, grid.Buses, new int[grid.Buses.Count]);
        double? Finite(double value) => double.IsFinite(value) && Math.Abs(value) <= 100_000 ? value : null;
        var rows = ImmutableArray.CreateBuilder<GridGenerator>();
        for (var g = 0; g < generators.Count; g++)
        {
            var bus = generators.Bus[g];
            var control = buses.Kind[bus] switch { GridBusKind.Slack => GridControl.Slack, GridBusKind.Pv => GridControl.Voltage, _ => GridControl.Power };
            var cost = g < generators.Costs.Length && generators.Costs[g] is { Kind: GeneratorCostKind.Polynomial, Values.Length: > 1 } c ? c.Values[^2] : 0;
            rows.Add(new GridGenerator
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"generator_{_names[bus]}_{++count[bus]}"), Bus = _names[bus], Control = control, InService = generators.InService[g],
                PowerMw = generators.PowerMw[g], ReactiveMvar = generators.PowerMvar[g], SetpointPu = control == GridControl.Power ? 1 : generators.SetpointPu[g],
                MaxMw = Finite(generators.MaxMw[g]), MinMw = Finite(generators.MinMw[g]), MaxMvar = Finite(generators.MaxMvar[g]), MinMvar = Finite(generators.MinMvar[g]), MarginalCostYuanPerMwh = cost, Status = Status.Fact, Source = file,
            });
        }

        foreach (var b in Enumerable.Range(0, buses.Count).Where(b => buses.LoadMw[b] < 0))
        {
            rows.Add(new GridGenerator { Name = $"negative_load_{_names[b]}", Bus = _names[b], PowerMw = -buses.LoadMw[b], ReactiveMvar = -buses.LoadMvar[b], Status = Status.Fact, Source = file });
        }

        return rows.ToImmutable();
    }

    /// <summary>In service, and no end at a bus that is taken out.</summary>
    bool IsIn(int k) => GridIslands.IsUsed(grid, k);

    void Refuse(string place, string why) => findings.Add(ProblemCode.GridNotInFolder, new Spot(file, null, null, null), place, ("why", Texts.Phrases.Of("grid_folder.not." + why)));

    void Tell(string what, int count)
    {
        if (count > 0)
        {
            findings.Add(ProblemCode.GridLeftOut, new Spot(file, null, null, null), count.ToString(CultureInfo.InvariantCulture), ("what", Texts.Phrases.Of("grid_folder.left." + what)));
        }
    }

    static string Numbered(string what, int k) => string.Create(CultureInfo.InvariantCulture, $"{what}_{k + 1}");

    /// <summary>Names of the file where they can be names of a folder and are all different; else bus_18 by number.</summary>
    static string[] Names(PowerGrid grid)
    {
        var own = grid.Buses.Names.Length > 0 && grid.Buses.Names.All(n => n.Length > 0 && n.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')) && grid.Buses.Names.Distinct().Count() == grid.Buses.Count;
        return own ? grid.Buses.Names : [.. grid.Buses.Number.Select(n => string.Create(CultureInfo.InvariantCulture, $"bus_{n}"))];
    }
}
