using Suandian.Optimisation;
using static Suandian.Optimisation.Expression;

namespace Suandian.Benchmarks;

/// <summary>
/// A made-up planning model of 20 buses over a year, of the shape of the reference family's size l: 1.33 million rows,
/// 0.92 million columns, 4.1 million nonzeros. Written twice: as equations, and as plain arrays.
/// </summary>
sealed class CountySizedModel
{
    internal const int Buses = 20, Generators = 32, Storages = 10, Hvdc = 10, Lines = 16, Cycles = 2, Sites = 7;

    internal int Hours { get; }

    readonly double[] _availability; // [generators × hours], 0 at night
    readonly double[] _load; // [buses × hours]
    readonly int[][] _generatorsAt = At(Generators, 7);
    readonly int[][] _storagesAt = At(Storages, 3);
    readonly int[][] _sitesAt = At(Sites, 11);
    readonly int[][] _hvdcFrom = At(Hvdc, 1);
    readonly int[][] _hvdcTo = At(Hvdc, 2);
    readonly int[][] _linesFrom = At(Lines, 3);
    readonly int[][] _linesTo = At(Lines, 4);
    readonly int[][] _cycles = [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10]];

    internal CountySizedModel(int hours = 8760)
    {
        Hours = hours;
        _availability = new double[Generators * hours];
        for (var k = 0; k < _availability.Length; k++)
        {
            var (g, t) = (k / hours, k % hours);
            _availability[k] = g % 2 == 0 ? 0.5 + 0.45 * Math.Sin(0.1 * t + g) : Math.Max(0, Math.Sin(2 * Math.PI * t / 24));
            _availability[k] = _availability[k] < 1e-9 ? 0 : _availability[k];
        }

        _load = [.. Enumerable.Range(0, Buses * hours).Select(k => 100 + 20 * Math.Cos(0.26 * k))];
    }

    /// <summary>The model as equations.</summary>
    internal LinearModel Equations()
    {
        var T = Hours;
        var model = new LinearModel("county", 152 * T, 110 * T, 480 * T);
        var size = model.Variables("size", Members.Annual(Generators + Storages + Hvdc + Lines + Sites + 1), 0, 1e5);
        var power = model.Variables("power", new Members(Generators, T) { Where = (g, t) => _availability[g * T + t] > 0 }, 0, 1e5);
        var trade = model.Variables("trade", 2, T, 0, 1e4);
        var charge = model.Variables("charge", Storages, T, 0, 1e5);
        var discharge = model.Variables("discharge", Storages, T, 0, 1e5);
        var level = model.Variables("level", Storages, T, 0, 1e6);
        var hvdc = model.Variables("hvdc", 2 * Hvdc, T, 0, 1e5);
        var line = model.Variables("line", Lines, T, -1e5, 1e5);
        var site = model.Variables("site", 3 * Sites, T, 0, 1e4);
        model.Subject("limit", new Members(Generators, T) { Where = (g, t) => _availability[g * T + t] > 0 },
            (g, t) => power[g, t] <= _availability[g * T + t] * size[g]);
        model.Subject("import_limit", 1, T, (_, t) => trade[0, t] <= size[Generators + Storages + Hvdc + Lines + Sites]);
        model.Subject("charge_limit", Storages, T, (s, t) => charge[s, t] <= size[Generators + s]);
        model.Subject("discharge_limit", Storages, T, (s, t) => discharge[s, t] <= size[Generators + s]);
        model.Subject("level_limit", Storages, T, (s, t) => level[s, t] <= 4 * size[Generators + s]);
        model.Subject("storage_balance", Storages, T, (s, t) =>
            level[s, t] == 0.999 * level[s, t == 0 ? T - 1 : t - 1] + 0.95 * charge[s, t] - 1 / 0.95 * discharge[s, t]);
        model.Subject("hvdc_limit", 2 * Hvdc, T, (l, t) => hvdc[l, t] <= size[Generators + Storages + l / 2]);
        model.Subject("line_upper", Lines, T, (l, t) => line[l, t] <= size[Generators + Storages + Hvdc + l]);
        model.Subject("line_lower", Lines, T, (l, t) => line[l, t] >= -size[Generators + Storages + Hvdc + l]);
        model.Subject("voltage_law", Cycles, T, (c, t) => Sum(_cycles[c], l => (0.1 + 0.01 * l) * line[l, t]) == 0);
        model.Subject("site_limit", Sites, T, (k, t) => site[k, t] <= size[Generators + Storages + Hvdc + Lines + k]);
        model.Subject("site_balance", Sites, T, (k, t) =>
            site[Sites + k, t] == site[Sites + k, t == 0 ? T - 1 : t - 1] + 0.8 * site[k, t] - site[2 * Sites + k, t]);
        model.Subject("bus_balance", Buses, T, (b, t) =>
            Sum(_generatorsAt[b], g => power[g, t]) + Sum(_storagesAt[b], s => discharge[s, t] - charge[s, t])
            + Sum(_hvdcTo[b], l => 0.97 * hvdc[l, t] - hvdc[Hvdc + l, t]) + Sum(_hvdcFrom[b], l => 0.97 * hvdc[Hvdc + l, t] - hvdc[l, t])
            + Sum(_linesTo[b], l => line[l, t]) - Sum(_linesFrom[b], l => line[l, t]) - Sum(_sitesAt[b], k => site[k, t])
            + (b == 0 ? trade[0, t] - trade[1, t] : 0) == _load[b * T + t]);
        model.Subject("annual_rule", 2, r => Sum(Generators, g => Sum(T, t => (1 - 0.1 * r) * power[g, t])) - Sum(T, t => trade[1, t]) >= 0);
        model.Minimise("size", size.Block.Length, 1, (g, _) => 1e4 * size[g]);
        model.Minimise("energy", 2, T, (k, t) => (k == 0 ? 400 : -200) * trade[k, t]);
        return model;
    }

    /// <summary>The same arrays written by hand.</summary>
    internal PlainModel Arrays() => new PlainModelWriter(this).Write();

    internal double Availability(int g, int t) => _availability[g * Hours + t];

    internal double Load(int b, int t) => _load[b * Hours + t];

    internal int[][] GeneratorsAt => _generatorsAt;

    internal int[][] StoragesAt => _storagesAt;

    internal int[][] SitesAt => _sitesAt;

    internal int[][] HvdcFrom => _hvdcFrom;

    internal int[][] HvdcTo => _hvdcTo;

    internal int[][] LinesFrom => _linesFrom;

    internal int[][] LinesTo => _linesTo;

    internal int[][] CyclesOf => _cycles;

    static int[][] At(int count, int step) =>
        [.. Enumerable.Range(0, Buses).Select(b => Enumerable.Range(0, count).Where(k => (k * step + step) % Buses == b).ToArray())];
}
