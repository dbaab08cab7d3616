namespace Suandian.PowerFlow;

/// <summary>Generators of a grid; arrays [generators].</summary>
public sealed record GridGenerators
{
    /// <summary>Place of the participation factor among <see cref="FurtherColumns"/>: column 21 of the format.</summary>
    const int ParticipationColumn = 10;

    /// <summary>Places of the capability curve among <see cref="FurtherColumns"/>: columns 11 to 16 of the format.</summary>
    const int FirstCurveColumn = 0, LastCurveColumn = 5;

    /// <summary>Number of generators.</summary>
    public int Count => Bus.Length;

    /// <summary>Index of the bus.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Active power, MW.</summary>
    public required double[] PowerMw { get; init; }

    /// <summary>Reactive power, Mvar; the given one at a bus of kind PQ.</summary>
    public required double[] PowerMvar { get; init; }

    /// <summary>Most reactive power, Mvar; may be infinite.</summary>
    public required double[] MaxMvar { get; init; }

    /// <summary>Least reactive power, Mvar; may be infinite.</summary>
    public required double[] MinMvar { get; init; }

    /// <summary>Voltage it holds where its bus is of kind PV or slack, pu.</summary>
    public required double[] SetpointPu { get; init; }

    /// <summary>Rating of the machine, MVA.</summary>
    public required double[] RatingMva { get; init; }

    /// <summary>True where it is in service.</summary>
    public required bool[] InService { get; init; }

    /// <summary>Most active power, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Least active power, MW.</summary>
    public required double[] MinMw { get; init; }

    /// <summary>Columns 11 and on of the format (capability curve, ramps, participation), each [generators]; kept for writing.</summary>
    public double[][] FurtherColumns { get; init; } = [];

    /// <summary>Cost of active power, one a generator; empty where the file has none.</summary>
    public GeneratorCost[] Costs { get; init; } = [];

    /// <summary>Cost of reactive power, one a generator; empty where the file has none.</summary>
    public GeneratorCost[] ReactiveCosts { get; init; } = [];

    /// <summary>True where the file limits reactive power by a curve over active power.</summary>
    public bool HasCapabilityCurve(int generator) => FurtherColumns.Length > LastCurveColumn
        && Enumerable.Range(FirstCurveColumn, LastCurveColumn + 1).Any(column => FurtherColumns[column][generator] != 0);

    /// <summary>Share of a generator in a distributed slack, as the file has it; 0 where it has none.</summary>
    public double Participation(int generator) =>
        FurtherColumns.Length > ParticipationColumn ? FurtherColumns[ParticipationColumn][generator] : 0;
}

/// <summary>How a cost is written, numbered as in the MATPOWER case format.</summary>
public enum GeneratorCostKind
{
    /// <summary>Points of a line of straight pieces.</summary>
    Piecewise = 1,

    /// <summary>Coefficients of a polynomial.</summary>
    Polynomial = 2,
}

/// <summary>Cost of a generator by output.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="StartUp">Cost of a start, in the money of the file.</param>
/// <param name="ShutDown">Cost of a stop, in the money of the file.</param>
/// <param name="Values">
/// Polynomial: coefficients in money/MW^k/h, highest power first, the constant last. Piecewise: MW and money/h of each point in turn, MW ascending.
/// </param>
public sealed record GeneratorCost(GeneratorCostKind Kind, double StartUp, double ShutDown, double[] Values);
