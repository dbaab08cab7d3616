using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.Distribution.ShortCircuit;

/// <summary>Largest and least currents of three-phase short circuits at every bus after IEC 60909-0:2001.</summary>
/// <remarks>
/// Sources: networks behind the slacks, and converters as current sources (IEC 60909-0:2016, units with full-size converter). Synchronous and
/// asynchronous machines are not computed.
/// Checked against: IEC TR 60909-4:2000, clause 3, a low-voltage grid of two transformers; cases solved by hand.
/// </remarks>
public static class ThreePhaseShortCircuit
{
    /// <summary>All that is missing; empty where nothing is.</summary>
    public static IReadOnlyList<ShortCircuitFault> Faults(PowerGrid grid, ShortCircuitOptions options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        var network = new ShortCircuitNetwork(grid, options, isMaximum: true);
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(network.IsSupplied)];
        return
        [
            .. buses.Where(b => grid.Buses.Kind[b] == GridBusKind.Slack && !Array.Exists(options.Feeders, f => f.Bus == b)).Select(b => new ShortCircuitFault(ShortCircuitFaultKind.NoFeeder, b)),
            .. buses.Where(b => !(grid.Buses.BaseKv[b] > 0)).Select(b => new ShortCircuitFault(ShortCircuitFaultKind.NoBaseVoltage, b)),
            .. Enumerable.Range(0, grid.Branches.Count).Where(k => options.TransformerReactancePu is null && GridIslands.IsUsed(grid, k) && network.IsSupplied(grid.Branches.From[k])
                && ShortCircuitNetwork.IsTransformer(grid, k) && !(grid.Branches.RatingMva[k] > 0)).Select(k => new ShortCircuitFault(ShortCircuitFaultKind.NoTransformerRating, k)),
            .. options.ConverterCurrentPu is null ? network.Converters.Select(c => new ShortCircuitFault(ShortCircuitFaultKind.GeneratorUnsaid, c.Generator)) : [],
            .. options.ConverterCurrentPu > 0 ? network.Converters.Where(c => !double.IsFinite(c.Mva)).Select(c => new ShortCircuitFault(ShortCircuitFaultKind.GeneratorRating, c.Generator)) : [],
        ];
    }

    /// <summary>Computes the currents of all buses.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="options">Sources and what else is needed, without <see cref="Faults"/>.</param>
    /// <exception cref="ArgumentException">Something is missing.</exception>
    public static ShortCircuitSolution Solve(PowerGrid grid, ShortCircuitOptions options)
    {
        if (Faults(grid, options) is [var fault, ..])
        {
            throw new ArgumentException($"grid '{grid.Name}': {fault}", nameof(options));
        }

        var network = new ShortCircuitNetwork(grid, options, isMaximum: true);
        var (n, factors, slow) = (grid.Buses.Count, network.Factors(1), network.Factors(ShortCircuitNetwork.EquivalentFrequency));
        double[] Room() => [.. Enumerable.Repeat(double.NaN, n)];
        var solution = new ShortCircuitSolution
        {
            MaximumKa = Room(), ConverterKa = Room(), PeakKa = Room(), PeakFactor = Room(), ResistanceRatio = Room(), ImpedanceOhm = Room(),
            MinimumKa = options.HasMinimum ? Minimum(grid, options) : [],
        };
        for (var b = 0; b < n; b++)
        {
            if (network.IsSupplied(b))
            {
                At(b, (grid, options, network), factors.InverseColumn(b), slow.InverseColumn(b)[b], solution);
            }
        }

        return solution;
    }

    static void At(int b, (PowerGrid Grid, ShortCircuitOptions Options, ShortCircuitNetwork Network) of, Complex[] column, Complex slow, ShortCircuitSolution solution)
    {
        var (kv, baseMva, z) = (of.Grid.Buses.BaseKv[b], of.Grid.BaseMva, column[b]);
        var network = InitialKa(of.Network.Factor(b), z.Magnitude, baseMva, kv);
        var converters = of.Network.Converters.Sum(c => (column[of.Grid.Generators.Bus[c.Generator]] / z).Magnitude
            * (of.Options.ConverterCurrentPu is > 0 and var factor ? factor * c.Mva : 0)) / (Math.Sqrt(3) * kv);
        var peakFactor = PeakFactor(slow.Real / slow.Imaginary * ShortCircuitNetwork.EquivalentFrequency);
        (solution.MaximumKa[b], solution.ConverterKa[b], solution.PeakFactor[b]) = (network + converters, converters, peakFactor);
        solution.PeakKa[b] = Math.Sqrt(2) * (peakFactor * network + converters);
        (solution.ResistanceRatio[b], solution.ImpedanceOhm[b]) = (z.Real / z.Imaginary, z.Magnitude * kv * kv / baseMva);
    }

    /// <summary>Least currents: c_min, least network powers, warm conductors, no converters; clause 2.5.</summary>
    static double[] Minimum(PowerGrid grid, ShortCircuitOptions options)
    {
        var network = new ShortCircuitNetwork(grid, options, isMaximum: false);
        var factors = network.Factors(1);
        return [.. Enumerable.Range(0, grid.Buses.Count).Select(b => network.IsSupplied(b)
            ? InitialKa(network.Factor(b), factors.InverseColumn(b)[b].Magnitude, grid.BaseMva, grid.Buses.BaseKv[b]) : double.NaN)];
    }

    /// <summary>Ik″ = c Un / (√3 Zk); clause 4.2.1.1</summary>
    static double InitialKa(double factor, double impedancePu, double baseMva, double kv) => factor / impedancePu * baseMva / (Math.Sqrt(3) * kv);

    /// <summary>κ = 1.02 + 0.98 e^(−3 R/X), R/X = Rc/Xc · fc/f; clauses 4.3.1.1 and 4.3.1.2 c</summary>
    static double PeakFactor(double ratio) => 1.02 + 0.98 * Math.Exp(-3 * ratio);
}
