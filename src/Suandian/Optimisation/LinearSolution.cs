using Suandian.Texts;

namespace Suandian.Optimisation;

/// <summary>What the solver returned; trust it after a <see cref="Certificate"/> only.</summary>
/// <remarks>
/// Signs of duals: a row dual is ∂ objective / ∂ right-hand side, so for a minimum it is ≥ 0 where the lower side binds
/// and ≤ 0 where the upper side binds; a reduced cost is cost − Σ row dual × coefficient, ≥ 0 at a lower bound, ≤ 0 at an upper bound.
/// </remarks>
public sealed record LinearSolution
{
    /// <summary>How the solve ended.</summary>
    public required SolverStatus Status { get; init; }

    /// <summary>True when the point obeys all rows and bounds within the solver's tolerance; the optimum or the best found so far.</summary>
    public required bool HasPoint { get; init; }

    /// <summary>True when there are row duals and reduced costs, feasible within the solver's tolerance.</summary>
    public required bool HasDuals { get; init; }

    /// <summary>Values of the columns [columns]; zeros when the solver returned no point.</summary>
    public required double[] Columns { get; init; }

    /// <summary>Values of the rows, A x [rows].</summary>
    public required double[] RowActivities { get; init; }

    /// <summary>Duals of the rows [rows].</summary>
    public required double[] RowDuals { get; init; }

    /// <summary>Reduced costs of the columns [columns].</summary>
    public required double[] ReducedCosts { get; init; }

    /// <summary>Objective of the point, constant included; NaN without a point.</summary>
    public required double Objective { get; init; }

    /// <summary>Lower bound of the objective that the search over whole numbers has proved; null for a linear problem.</summary>
    public double? Bound { get; init; }

    /// <summary>Iterations of all methods used.</summary>
    public required long Iterations { get; init; }

    /// <summary>Wall-clock seconds from hand-over to result.</summary>
    public required double Seconds { get; init; }

    /// <summary>Vertex reached; null when the method ended without one.</summary>
    public required Basis? Basis { get; init; }

    /// <summary>Solver and version, such as <c>HiGHS 1.12.0</c>.</summary>
    public required string Solver { get; init; }

    /// <summary>Why another method than the one asked for solved the problem; null where it did not.</summary>
    public Text? Remark { get; init; }

    /// <summary>True when the solution is a vertex.</summary>
    public bool HasBasis => Basis is not null;

    /// <summary>The status in words.</summary>
    public Text Words => Phrases.Of(Status switch
    {
        SolverStatus.Optimal => "solver.optimal",
        SolverStatus.Infeasible => "solver.infeasible",
        SolverStatus.Unbounded => "solver.unbounded",
        SolverStatus.InfeasibleOrUnbounded => "solver.infeasible_or_unbounded",
        SolverStatus.TimeLimit => "solver.time_limit",
        SolverStatus.IterationLimit => "solver.iteration_limit",
        SolverStatus.Cancelled => "solver.cancelled",
        SolverStatus.Inaccurate => "solver.inaccurate",
        _ => "solver.failed",
    });

    /// <summary>Values of a block of variables [components × snapshots]; 0 where a variable does not exist.</summary>
    public double[] Values(Variables variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return variables.Block.Spread(Columns);
    }

    /// <summary>Reduced costs of a block of variables [components × snapshots].</summary>
    public double[] Reduced(Variables variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return variables.Block.Spread(ReducedCosts);
    }

    /// <summary>Duals of a block of rows [components × snapshots]; 0 where a row does not exist.</summary>
    public double[] Duals(Constraints constraints)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        return constraints.Block.Spread(RowDuals);
    }

    /// <summary>Values of a block of rows [components × snapshots].</summary>
    public double[] Activities(Constraints constraints)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        return constraints.Block.Spread(RowActivities);
    }
}

/// <summary>How a solve ended.</summary>
public enum SolverStatus
{
    /// <summary>Optimal within the solver's tolerances.</summary>
    Optimal,

    /// <summary>No point obeys all rows and bounds.</summary>
    Infeasible,

    /// <summary>The objective has no lower limit.</summary>
    Unbounded,

    /// <summary>One of the two; the solver stopped before it could tell.</summary>
    InfeasibleOrUnbounded,

    /// <summary>Out of time.</summary>
    TimeLimit,

    /// <summary>Out of iterations.</summary>
    IterationLimit,

    /// <summary>Cancelled by the caller.</summary>
    Cancelled,

    /// <summary>The solver stopped without reaching its tolerances.</summary>
    Inaccurate,

    /// <summary>The solver failed.</summary>
    Failed,
}
