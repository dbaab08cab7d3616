namespace Suandian.Distribution.ShortCircuit;

/// <summary>What a grid alone does not tell of its short circuits.</summary>
public sealed record ShortCircuitOptions
{
    /// <summary>Networks behind the slacks; one for each slack.</summary>
    public required NetworkFeeder[] Feeders { get; init; }

    /// <summary>Temperature of line conductors at the end of a short circuit, °C, 20 … 400, for the least currents; null (default) leaves those out.</summary>
    public double? EndTemperatureC { get; init; }

    /// <summary>Tolerance of low voltages (up to 1 kV), which decides their voltage factor; default 6 %.</summary>
    public LowVoltageTolerance LowVoltageTolerance { get; init; }

    /// <summary>
    /// Initial short-circuit current of generators away from slacks over their rated current (by <see cref="ConverterRating"/>), ≥ 0, as full-size
    /// converters; 0 leaves them out; null (default) says nothing, which is a fault where there are such generators.
    /// </summary>
    public double? ConverterCurrentPu { get; init; }

    /// <summary>Relative reactance x_T of transformers without rating, pu, ≥ 0; null (default) says nothing, which is a fault where there are such.</summary>
    public double? TransformerReactancePu { get; init; }

    /// <summary>True where the least currents are wanted and can be computed.</summary>
    public bool HasMinimum => EndTemperatureC is not null && Array.TrueForAll(Feeders, f => f.MinimumMva is not null);
}

/// <summary>A network that feeds a slack.</summary>
/// <param name="Bus">Index of the slack.</param>
/// <param name="MaximumMva">Largest initial short-circuit power Sk″, MVA, &gt; 0.</param>
/// <param name="ResistanceRatio">R/X of the network, ≥ 0.</param>
/// <param name="MinimumMva">Least initial short-circuit power, MVA, &gt; 0; null where it is not known.</param>
public sealed record NetworkFeeder(int Bus, double MaximumMva, double ResistanceRatio, double? MinimumMva = null);

/// <summary>Tolerance of voltages up to 1 kV.</summary>
public enum LowVoltageTolerance
{
    /// <summary>± 6 %: c from 0.95 to 1.05.</summary>
    SixPercent,

    /// <summary>± 10 %: c from 0.95 to 1.10.</summary>
    TenPercent,
}

/// <summary>What is missing to compute short circuits.</summary>
public enum ShortCircuitFaultKind
{
    /// <summary>The short-circuit power behind a slack is not given.</summary>
    NoFeeder,

    /// <summary>The base voltage of a bus is not known.</summary>
    NoBaseVoltage,

    /// <summary>A transformer has no rating and no reactance was given in its place.</summary>
    NoTransformerRating,

    /// <summary>A generator is not at a slack and nothing was said about its current.</summary>
    GeneratorUnsaid,

    /// <summary>A generator that counts as converter has no rating.</summary>
    GeneratorRating,
}

/// <summary>One thing that is missing.</summary>
/// <param name="Kind">What.</param>
/// <param name="Index">Bus, branch or generator it is about.</param>
public sealed record ShortCircuitFault(ShortCircuitFaultKind Kind, int Index);

/// <summary>Short-circuit currents of three phases at every bus; NaN at buses without supply. Arrays [buses].</summary>
/// <remarks>Far from generators, as all sources here are: breaking current Ib = steady current Ik = Ik″ (clauses 4.5 and 4.6).</remarks>
public sealed record ShortCircuitSolution
{
    /// <summary>Largest initial current Ik″, kA.</summary>
    public required double[] MaximumKa { get; init; }

    /// <summary>Of that, what converters give, kA.</summary>
    public required double[] ConverterKa { get; init; }

    /// <summary>Largest peak current ip, kA, with κ by method C.</summary>
    public required double[] PeakKa { get; init; }

    /// <summary>κ by method C.</summary>
    public required double[] PeakFactor { get; init; }

    /// <summary>R/X at the bus at the frequency of the grid.</summary>
    public required double[] ResistanceRatio { get; init; }

    /// <summary>Magnitude of the impedance Zk at the bus, ohm.</summary>
    public required double[] ImpedanceOhm { get; init; }

    /// <summary>Least initial current, kA; empty where it was not asked for.</summary>
    public required double[] MinimumKa { get; init; }

    /// <summary>Initial short-circuit power √3 Un Ik″, MVA.</summary>
    public double[] PowerMva(double[] baseKv) => [.. MaximumKa.Zip(baseKv, (ka, kv) => Math.Sqrt(3) * kv * ka)];
}
