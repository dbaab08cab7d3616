using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>How an optimal flow ended.</summary>
public enum OptimalFlowStatus
{
    /// <summary>The optimality conditions hold within the tolerance: the optimum in a DC form, a local one in AC.</summary>
    Optimal,

    /// <summary>No operating point obeys all limits; proved in a DC form, found by a search from one start in AC. <see cref="OptimalFlowSolution.Missing"/> tells the least that is missing.</summary>
    Infeasible,

    /// <summary>The cost has no lower limit.</summary>
    Unbounded,

    /// <summary>The method stopped without an answer.</summary>
    NotConverged,
}

/// <summary>How far a point is from the optimality conditions (Karush, Kuhn, Tucker); all ≥ 0.</summary>
/// <param name="BalancePu">Largest power that is out of balance at a bus, pu.</param>
/// <param name="LimitPu">Largest violation of a limit, pu and rad.</param>
/// <param name="Gradient">Largest derivative of the Lagrangian over 1 + the largest price, both in money/pu/h.</param>
/// <param name="Complementarity">Sum of slack × price over max(1, |cost|).</param>
public sealed record OptimalityResiduals(double BalancePu, double LimitPu, double Gradient, double Complementarity)
{
    /// <summary>The largest of the four.</summary>
    public double Largest => Math.Max(Math.Max(BalancePu, LimitPu), Math.Max(Gradient, Complementarity));
}

/// <summary>Power that must be added (positive) or taken (negative) at a bus so that all limits can be held.</summary>
/// <param name="Bus">Index of the bus.</param>
/// <param name="Mw">MW.</param>
/// <param name="Mvar">Mvar; 0 in a DC form.</param>
public sealed record MissingPower(int Bus, double Mw, double Mvar);

/// <summary>Dispatch, voltages, flows and prices of an optimal flow. Without an optimum the arrays hold the last state.</summary>
/// <remarks>
/// Prices are what the least cost rises by: <see cref="PricePerMwh"/> with one MW of load more at the bus, <see cref="FromLimitPrice"/> with one
/// MVA of rating less. So a price at a bus is positive where load costs, and prices of limits are ≥ 0. All in the money of the file.
/// </remarks>
public sealed record OptimalFlowSolution
{
    /// <summary>How it ended.</summary>
    public required OptimalFlowStatus Status { get; init; }

    /// <summary>Which equations it holds.</summary>
    public required OptimalFlowForm Form { get; init; }

    /// <summary>Least cost, money/h, with the constant parts of generators in service.</summary>
    public required double Cost { get; init; }

    /// <summary>Iterations of the method.</summary>
    public required long Iterations { get; init; }

    /// <summary>How it was solved, such as <c>HiGHS 1.12.0</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How far the optimality conditions are from holding; of a linear problem by its own arrays.</summary>
    public required OptimalityResiduals Residuals { get; init; }

    /// <summary>Voltage magnitude, pu; 1 in a DC form, NaN at buses left out. Shape [buses].</summary>
    public required double[] VoltagePu { get; init; }

    /// <summary>Voltage angle, degrees; NaN at buses left out. Shape [buses].</summary>
    public required double[] AngleDeg { get; init; }

    /// <summary>Active power of each generator, MW; 0 out of service. Shape [generators].</summary>
    public required double[] GeneratorMw { get; init; }

    /// <summary>Reactive power of each generator, Mvar; 0 out of service and in a DC form. Shape [generators].</summary>
    public required double[] GeneratorMvar { get; init; }

    /// <summary>Active power into the branch at its from end, MW. Shape [branches].</summary>
    public required double[] FromMw { get; init; }

    /// <summary>Reactive power into the branch at its from end, Mvar. Shape [branches].</summary>
    public required double[] FromMvar { get; init; }

    /// <summary>Active power into the branch at its to end, MW. Shape [branches].</summary>
    public required double[] ToMw { get; init; }

    /// <summary>Reactive power into the branch at its to end, Mvar. Shape [branches].</summary>
    public required double[] ToMvar { get; init; }

    /// <summary>∂ cost / ∂ active load, money/MWh; NaN at buses left out. Shape [buses].</summary>
    public required double[] PricePerMwh { get; init; }

    /// <summary>∂ cost / ∂ reactive load, money/Mvarh; 0 in a DC form, NaN at buses left out. Shape [buses].</summary>
    public required double[] PricePerMvarh { get; init; }

    /// <summary>−∂ cost / ∂ rating at the from end, money/MVAh; in a DC form of the branch. Shape [branches].</summary>
    public required double[] FromLimitPrice { get; init; }

    /// <summary>−∂ cost / ∂ rating at the to end, money/MVAh; 0 in a DC form. Shape [branches].</summary>
    public required double[] ToLimitPrice { get; init; }

    /// <summary>What is missing at the least where no operating point obeys all limits; empty elsewhere.</summary>
    public MissingPower[] Missing { get; init; } = [];

    /// <summary>Losses of all branches, MW; 0 in a DC form.</summary>
    public double LossMw => FromMw.Sum() + ToMw.Sum();

    /// <summary>Apparent power at the end that carries more, MVA.</summary>
    public double LoadingMva(int branch) => Math.Max(double.Hypot(FromMw[branch], FromMvar[branch]), double.Hypot(ToMw[branch], ToMvar[branch]));

    /// <summary>The grid with this dispatch and these angles; from AC also with these voltages as start and set voltages, and reactive powers.</summary>
    public PowerGrid Applied(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var angles = grid.Buses with { AngleDeg = [.. AngleDeg.Select((a, b) => double.IsNaN(a) ? grid.Buses.AngleDeg[b] : a)] };
        var active = grid.Generators with { PowerMw = [.. GeneratorMw] };
        return Form != OptimalFlowForm.Ac ? grid with { Buses = angles, Generators = active } : grid with
        {
            Buses = angles with { VoltagePu = [.. VoltagePu.Select((v, b) => double.IsNaN(v) ? grid.Buses.VoltagePu[b] : v)] },
            Generators = active with
            {
                PowerMvar = [.. GeneratorMvar],
                SetpointPu = [.. grid.Generators.Bus.Select((b, g) => double.IsNaN(VoltagePu[b]) ? grid.Generators.SetpointPu[g] : VoltagePu[b])],
            },
        };
    }
}
