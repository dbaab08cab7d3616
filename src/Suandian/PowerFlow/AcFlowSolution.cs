namespace Suandian.PowerFlow;

/// <summary>How a power flow ended.</summary>
public enum FlowStatus
{
    /// <summary>All mismatches are below the tolerance, or at the round-off of their terms.</summary>
    Converged,

    /// <summary>No voltages were found that carry these powers; <see cref="AcFlowSolution.LargestShare"/> tells how much of them can be carried.</summary>
    NoSolution,

    /// <summary>Newton steps did not end; nothing else was tried.</summary>
    NotConverged,

    /// <summary>A solution was found, but none within the reactive limits of the generators.</summary>
    LimitsNotHeld,
}

/// <summary>Voltages, flows and losses of an AC power flow. Where there is no solution the arrays hold the last state, for which nothing balances.</summary>
public sealed record AcFlowSolution
{
    /// <summary>How it ended.</summary>
    public required FlowStatus Status { get; init; }

    /// <summary>Newton steps of all attempts.</summary>
    public required int Steps { get; init; }

    /// <summary>Steps that were solved with exchange of rows.</summary>
    public required int PivotedSteps { get; init; }

    /// <summary>Largest mismatch of a power, pu.</summary>
    public required double MismatchPu { get; init; }

    /// <summary>Largest share of all loads and generation for which a solution was found, all raised together from zero, reactive limits left aside; 1 where one was found for all, 0 where that was not tried.</summary>
    public required double LargestShare { get; init; }

    /// <summary>Voltage magnitude, pu; NaN at buses left out. Shape [buses].</summary>
    public required double[] VoltagePu { get; init; }

    /// <summary>Voltage angle, degrees; NaN at buses left out. Shape [buses].</summary>
    public required double[] AngleDeg { get; init; }

    /// <summary>Active power into the branch at its from end, MW. Shape [branches].</summary>
    public required double[] FromMw { get; init; }

    /// <summary>Reactive power into the branch at its from end, Mvar. Shape [branches].</summary>
    public required double[] FromMvar { get; init; }

    /// <summary>Active power into the branch at its to end, MW. Shape [branches].</summary>
    public required double[] ToMw { get; init; }

    /// <summary>Reactive power into the branch at its to end, Mvar. Shape [branches].</summary>
    public required double[] ToMvar { get; init; }

    /// <summary>Active power of each generator, MW; 0 out of service. Shape [generators].</summary>
    public required double[] GeneratorMw { get; init; }

    /// <summary>Reactive power of each generator, Mvar; 0 out of service. Shape [generators].</summary>
    public required double[] GeneratorMvar { get; init; }

    /// <summary>True where the voltage could not be held within the reactive limits. Shape [buses].</summary>
    public required bool[] IsAtReactiveLimit { get; init; }

    /// <summary>Losses of a branch, MW.</summary>
    public double LossMw(int branch) => FromMw[branch] + ToMw[branch];

    /// <summary>Sum of all branch losses, MW.</summary>
    public double TotalLossMw => FromMw.Sum() + ToMw.Sum();

    /// <summary>Apparent power at the end that carries more, MVA.</summary>
    public double LoadingMva(int branch) => Math.Max(double.Hypot(FromMw[branch], FromMvar[branch]), double.Hypot(ToMw[branch], ToMvar[branch]));
}
