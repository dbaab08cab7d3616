using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.Distribution.ShortCircuit;

/// <summary>Positive-sequence impedances of a grid after IEC 60909-0, in pu of its base. Loads, shunts and charging are left out (clause 4.2.1.1).</summary>
/// <remarks>Clauses are those of IEC 60909-0:2001. Phase shifts are left out: they turn currents and do not change their size in a radial grid.</remarks>
sealed class ShortCircuitNetwork
{
    /// <summary>Frequency of method C over that of a grid of 50 Hz: 20 Hz (clause 4.3.1.2 c).</summary>
    internal const double EquivalentFrequency = 0.4;

    /// <summary>Rise of resistance of conductors, 1/K, for copper, aluminium and their alloys (clause 2.5).</summary>
    const double ResistanceRise = 0.004;

    readonly PowerGrid _grid;
    readonly FlowRoles _roles;
    readonly ShortCircuitOptions _options;
    readonly bool _isMaximum;

    internal ShortCircuitNetwork(PowerGrid grid, ShortCircuitOptions options, bool isMaximum) =>
        (_grid, _options, _isMaximum, _roles, Converters) = (grid, options, isMaximum, new FlowRoles(grid), ConverterRating.Of(grid));

    /// <summary>True where a bus has supply.</summary>
    internal bool IsSupplied(int bus) => _roles.Kind[bus] != GridBusKind.Isolated;

    /// <summary>Generators in service at buses with supply that are no slacks.</summary>
    internal ConverterRating[] Converters { get; }

    /// <summary>True where a branch is a transformer: it has a ratio, or its ends have different base voltages.</summary>
    internal static bool IsTransformer(PowerGrid grid, int k) =>
        grid.Branches.TapRatio[k] != 0 || grid.Buses.BaseKv[grid.Branches.From[k]] != grid.Buses.BaseKv[grid.Branches.To[k]];

    /// <summary>Factors of the admittance matrix.</summary>
    /// <param name="frequency">Frequency over that of the grid.</param>
    internal SymmetricFactors Factors(double frequency)
    {
        var (diagonal, entries) = (new Complex[_grid.Buses.Count], new List<(int, int, Complex)>());
        for (var b = 0; b < diagonal.Length; b++)
        {
            diagonal[b] = IsSupplied(b) ? 0 : 1;
        }

        foreach (var k in _roles.Used)
        {
            var (y, tap) = (1 / Impedance(k, frequency), _grid.Branches.Tap(k));
            diagonal[_grid.Branches.From[k]] += y / (tap * tap);
            diagonal[_grid.Branches.To[k]] += y;
            entries.Add((_grid.Branches.From[k], _grid.Branches.To[k], -y / tap));
        }

        foreach (var feeder in _options.Feeders)
        {
            diagonal[feeder.Bus] += 1 / Source(feeder, frequency);
        }

        return new SymmetricFactors(diagonal, entries);
    }

    /// <summary>Z_Q = c Un² / Sk″, X_Q = Z_Q / √(1 + (R/X)²), R_Q = (R/X) X_Q; clause 3.2</summary>
    Complex Source(NetworkFeeder feeder, double frequency)
    {
        var power = (_isMaximum ? feeder.MaximumMva : feeder.MinimumMva!.Value) / _grid.BaseMva;
        var reactance = Factor(feeder.Bus) / power / Math.Sqrt(1 + feeder.ResistanceRatio * feeder.ResistanceRatio);
        return new Complex(feeder.ResistanceRatio * reactance, frequency * reactance);
    }

    /// <summary>Lines: R at 20 °C, or R (1 + α (θe − 20 °C)) for the least currents, clauses 2.5 and 3.4. Transformers: K_T (R + jX), clause 3.3.3.</summary>
    Complex Impedance(int k, double frequency)
    {
        var z = new Complex(_grid.Branches.ResistancePu[k], frequency * _grid.Branches.ReactancePu[k]);
        return IsTransformer(_grid, k) ? Correction(k) * z
            : _isMaximum ? z : new Complex(z.Real * (1 + ResistanceRise * (_options.EndTemperatureC!.Value - 20)), z.Imaginary);
    }

    /// <summary>K_T = 0.95 c_max / (1 + 0.6 x_T), c_max of the low-voltage side, x_T = X_T / (U_rT² / S_rT); clause 3.3.3</summary>
    /// <remarks>The rated voltage of the to side, where the impedance stands, is taken as its base voltage over the tap; the rated power as the rating.</remarks>
    double Correction(int k)
    {
        var (rating, tap) = (_grid.Branches.RatingMva[k], _grid.Branches.Tap(k));
        var reactance = rating > 0 ? _grid.Branches.ReactancePu[k] * rating / _grid.BaseMva * tap * tap : _options.TransformerReactancePu!.Value;
        var low = Math.Min(_grid.Buses.BaseKv[_grid.Branches.From[k]], _grid.Buses.BaseKv[_grid.Branches.To[k]]);
        return 0.95 * VoltageFactor.Largest(low, _options.LowVoltageTolerance) / (1 + 0.6 * reactance);
    }

    /// <summary>Voltage factor c of a bus.</summary>
    internal double Factor(int bus) => _isMaximum
        ? VoltageFactor.Largest(_grid.Buses.BaseKv[bus], _options.LowVoltageTolerance) : VoltageFactor.Least(_grid.Buses.BaseKv[bus]);
}

/// <summary>Voltage factor c by nominal voltage; IEC 60909-0, table 1.</summary>
static class VoltageFactor
{
    /// <summary>c for the largest currents.</summary>
    internal static double Largest(double kv, LowVoltageTolerance tolerance) => kv <= 1 && tolerance == LowVoltageTolerance.SixPercent ? 1.05 : 1.10;

    /// <summary>c for the least currents.</summary>
    internal static double Least(double kv) => kv <= 1 ? 0.95 : 1.00;
}
