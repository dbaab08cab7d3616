using System.Collections.Immutable;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Grids;

/// <summary>Loads and generators of today, hour by hour.</summary>
public sealed class TodaysPowers
{
    readonly EquippedGrid _grid;

    internal TodaysPowers(EquippedGrid grid)
    {
        _grid = grid;
        PeakHour = Hours == 1 ? 0 : Enumerable.Range(0, Hours).MaxBy(LoadMw);
    }

    /// <summary>Hours that differ: 8760, or 1 where nothing has a profile or series.</summary>
    public int Hours => Factors.Any(f => f.Length > 0) ? Factors.Max(f => f.Length) : 1;

    /// <summary>Hour of the largest load, the first of equals.</summary>
    public int PeakHour { get; }

    IEnumerable<double[]> Factors => _grid.Source.LoadFactors.Concat(_grid.Source.GeneratorFactors);

    /// <summary>Active and reactive power that a load takes, MW and Mvar.</summary>
    public (double Mw, double Mvar) Load(int load, int hour)
    {
        var row = _grid.Source.Loads[load];
        return row.InService
            ? Scaled(row.PowerMw, row.ReactiveMvar ?? (row.PowerMw * Tangent(row.PowerFactorPu)), At(_grid.Source.LoadFactors, load, hour))
            : (0, 0);
    }

    /// <summary>Active and reactive power that a generator gives, MW and Mvar; reactive power without meaning where it holds a voltage.</summary>
    public (double Mw, double Mvar) Generator(int generator, int hour)
    {
        var row = _grid.Source.Generators[generator];
        return row.InService
            ? Scaled(row.PowerMw, row.ReactiveMvar ?? (row.PowerMw * Tangent(row.PowerFactorPu)), At(_grid.Source.GeneratorFactors, generator, hour))
            : (0, 0);
    }

    /// <summary>All hours as powers into the buses.</summary>
    public HourlyInjections Injections()
    {
        var (active, reactive) = (new double[_grid.Source.Buses.Length * Hours], new double[_grid.Source.Buses.Length * Hours]);
        for (var t = 0; t < Hours; t++)
        {
            for (var l = 0; l < _grid.Source.Loads.Length; l++)
            {
                var (at, power) = ((_grid.Bus(_grid.Source.Loads[l].Bus) * Hours) + t, Load(l, t));
                (active[at], reactive[at]) = (active[at] - power.Mw, reactive[at] - power.Mvar);
            }

            for (var g = 0; g < _grid.Source.Generators.Length; g++)
            {
                var (at, power) = ((_grid.Bus(_grid.Source.Generators[g].Bus) * Hours) + t, Generator(g, t));
                (active[at], reactive[at]) = (active[at] + power.Mw, reactive[at] + power.Mvar);
            }
        }

        return new HourlyInjections(Hours, active, reactive);
    }

    /// <summary>Reactive over active power at a power factor.</summary>
    internal static double Tangent(double powerFactor) => Math.Sqrt(Math.Max(0, 1 - (powerFactor * powerFactor))) / powerFactor;

    double LoadMw(int hour) => Enumerable.Range(0, _grid.Source.Loads.Length).Sum(l => Load(l, hour).Mw);

    static double At(ImmutableArray<double[]> factors, int row, int hour) =>
        row < factors.Length && factors[row].Length > 0 ? factors[row][hour] : 1;

    static (double Mw, double Mvar) Scaled(double mw, double mvar, double factor) => (mw * factor, mvar * factor);
}
