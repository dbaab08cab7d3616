using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>How a plan is formulated and solved.</summary>
public sealed record PlanningOptions
{
    /// <summary>How AC lines carry power; default <see cref="LineModel.Transport"/>.</summary>
    public LineModel LineModel { get; init; } = LineModel.Transport;

    /// <summary>Weight of costly scenarios; default none. Used where the network has scenarios.</summary>
    public RiskOptions Risk { get; init; } = new();

    /// <summary>Whether capacities that come in modules are built in whole ones; default true. False leaves the problem linear.</summary>
    public bool WholeModules { get; init; } = true;

    /// <summary>Whether units are on or off; default true. False lets them be on in part, which leaves the problem linear.</summary>
    public bool WholeUnits { get; init; } = true;

    /// <summary>
    /// Options of the solver; default the hourly interior point, for small problems on to a vertex (reasons and figures:
    /// docs/explanation/solver-options.md).
    /// </summary>
    public SolverOptions Solver { get; init; } = new() { Method = SolverMethod.Hourly, Crossover = Switch.Choose };

    /// <summary>All that is wrong with the options; empty when they can be used.</summary>
    public IReadOnlyList<Text> Problems() => Solver.Problems();
}
